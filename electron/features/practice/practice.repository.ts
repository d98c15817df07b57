import type { Kysely } from 'kysely';
import type { IncidentRow, TimerRow } from '#shared/contract/practice.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { AttemptTable, SessionTable } from '../../database/schema/training.ts';

type Db = Kysely<Schema>;

/** Stopwatches of a session in the order they were started. */
export async function listTimers(
  db: Db,
  by: { sessionId: string } | { ids: readonly string[] },
): Promise<TimerRow[]> {
  const query = db.selectFrom('timers').selectAll().where('deleted_at', 'is', null).orderBy('id');
  const rows =
    'sessionId' in by
      ? await query.where('session_id', '=', by.sessionId).execute()
      : await query.where('id', 'in', by.ids).execute();
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    studentId: row.student_id,
    attemptId: row.attempt_id,
    label: row.label,
    state: row.state as TimerRow['state'],
    runningSince: row.running_since,
    elapsedSeconds: row.elapsed_seconds,
    waitingSince: row.waiting_since,
    waitingSeconds: row.waiting_seconds,
  }));
}

/** Incidents of a session, newest first. */
export async function listIncidents(db: Db, sessionId: string): Promise<IncidentRow[]> {
  const rows = await db
    .selectFrom('incidents')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('deleted_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    studentId: row.student_id,
    at: row.at,
    category: row.category as IncidentRow['category'],
    note: row.note,
  }));
}

/** Attempts of a session by student, the last one of each. */
export async function listAttemptIds(db: Db, sessionId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('attempts')
    .select(['id', 'student_id'])
    .where('session_id', '=', sessionId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.student_id, row.id]));
}

/** Whether a session is there and not deleted. */
export async function sessionExists(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** A session with its people and what they did. */
export interface LastSession {
  session: Pick<SessionTable, 'duration_minutes' | 'workshop' | 'expert_id'>;
  studentIds: string[];
  attempts: Pick<AttemptTable, 'student_id' | 'scheme_id' | 'sub_criterion_ids_json'>[];
}

/** The session given, or the last one of a competency, with its people and attempts; undefined when there is none. */
export async function readLastSession(
  db: Db,
  competencyId: string,
  sessionId?: string,
): Promise<LastSession | undefined> {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('competency_id', '=', competencyId)
    .where('deleted_at', 'is', null)
    .$if(sessionId !== undefined, (query) => query.where('id', '=', sessionId ?? ''))
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!session) return undefined;
  const attendance = await db
    .selectFrom('attendance')
    .select('student_id')
    .where('session_id', '=', session.id)
    .where('deleted_at', 'is', null)
    .execute();
  const attempts = await db
    .selectFrom('attempts')
    .select(['student_id', 'scheme_id', 'sub_criterion_ids_json'])
    .where('session_id', '=', session.id)
    .where('deleted_at', 'is', null)
    .execute();
  return { session, studentIds: attendance.map((row) => row.student_id), attempts };
}

/** A session with stopwatches that have not been stopped. */
export interface OpenSession {
  sessionId: string;
  competencyId: string;
  date: string;
  running: number;
  standing: number;
}

/** Sessions with stopwatches that run or stand but are not stopped, the latest first. */
export async function listOpenSessions(db: Db): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('timers')
    .innerJoin('sessions', 'sessions.id', 'timers.session_id')
    .select([
      'timers.session_id',
      'timers.state',
      'sessions.competency_id',
      'sessions.date',
      (select) => select.fn.countAll<number | string>().as('count'),
    ])
    .where('timers.deleted_at', 'is', null)
    .where('timers.state', '!=', 'stopped')
    .where('sessions.deleted_at', 'is', null)
    .groupBy(['timers.session_id', 'timers.state', 'sessions.competency_id', 'sessions.date'])
    .orderBy('sessions.date', 'desc')
    .execute();
  const count = (own: typeof rows, isRunning: boolean): number =>
    own.reduce((sum, row) => sum + ((row.state === 'running') === isRunning ? Number(row.count) : 0), 0);
  return [...Map.groupBy(rows, (row) => row.session_id)].flatMap(([sessionId, own]) => {
    const [first] = own;
    if (!first) return [];
    const place = { sessionId, competencyId: first.competency_id, date: first.date };
    return [{ ...place, running: count(own, true), standing: count(own, false) }];
  });
}
