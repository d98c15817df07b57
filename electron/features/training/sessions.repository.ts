import type { ExpressionBuilder, Kysely } from 'kysely';
import type { AttendanceRow, SessionRow } from '#shared/contract/training.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Which sessions to list. */
export interface SessionFilter {
  competencyId?: string | undefined;
  studentId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
}

const fullName = (row: { surname: string | null; given_name: string | null }): string | null =>
  row.surname === null ? null : `${row.surname} ${row.given_name ?? ''}`.trim();

function sessionQuery(db: Db) {
  return db
    .selectFrom('sessions')
    .leftJoin('experts', 'experts.id', 'sessions.expert_id')
    .select([
      'sessions.id',
      'sessions.competency_id',
      'sessions.date',
      'sessions.duration_minutes',
      'sessions.workshop',
      'sessions.expert_id',
      'sessions.notes',
      'experts.surname',
      'experts.given_name',
    ])
    .where('sessions.deleted_at', 'is', null);
}

type RawSession = Awaited<ReturnType<ReturnType<typeof sessionQuery>['execute']>>[number];

interface SessionFigures {
  present: Map<string, number>;
  attempts: Map<string, { count: number; mark: number; max: number }>;
}

/** Attendance and marks of the listed sessions in two queries, whatever their number. */
async function readFigures(db: Db, ids: readonly string[]): Promise<SessionFigures> {
  const figures: SessionFigures = { present: new Map(), attempts: new Map() };
  for (let from = 0; from < ids.length; from += 500)
    await readFiguresOf(db, ids.slice(from, from + 500), figures);
  return figures;
}

async function readFiguresOf(db: Db, ids: readonly string[], figures: SessionFigures): Promise<void> {
  const present = await db
    .selectFrom('attendance')
    .select(['session_id', (select) => select.fn.countAll<number | string>().as('count')])
    .where('session_id', 'in', ids)
    .where('state', 'in', ['present', 'late'])
    .where('deleted_at', 'is', null)
    .groupBy('session_id')
    .execute();
  for (const row of present) figures.present.set(row.session_id, Number(row.count));
  const attempts = await db
    .selectFrom('attempts')
    .leftJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .select([
      'attempts.session_id',
      (select) => select.fn.countAll<number | string>().as('count'),
      (select) => select.fn.sum<number | string>('attempt_totals.mark_hundredths').as('mark'),
      (select) => select.fn.sum<number | string>('attempt_totals.marked_max_hundredths').as('max'),
    ])
    .where('attempts.session_id', 'in', ids)
    .where('attempts.deleted_at', 'is', null)
    .groupBy('attempts.session_id')
    .execute();
  for (const row of attempts) {
    figures.attempts.set(row.session_id, {
      count: Number(row.count),
      mark: Number(row.mark),
      max: Number(row.max),
    });
  }
}

function toSession(row: RawSession, figures: SessionFigures): SessionRow {
  const attempts = figures.attempts.get(row.id);
  return {
    id: row.id,
    competencyId: row.competency_id,
    date: row.date,
    durationMinutes: row.duration_minutes,
    workshop: row.workshop,
    expertId: row.expert_id,
    notes: row.notes,
    expertName: fullName(row),
    presentCount: figures.present.get(row.id) ?? 0,
    attemptCount: attempts?.count ?? 0,
    meanPercent: attempts && attempts.max > 0 ? (100 * attempts.mark) / attempts.max : null,
  };
}

type SessionExpression = ExpressionBuilder<Schema, 'sessions'>;

function filterConditions(filter: SessionFilter) {
  return (where: SessionExpression) => {
    const conditions = [];
    if (filter.competencyId) conditions.push(where('sessions.competency_id', '=', filter.competencyId));
    if (filter.from) conditions.push(where('sessions.date', '>=', filter.from));
    if (filter.to) conditions.push(where('sessions.date', '<=', filter.to));
    if (filter.studentId) {
      const own = where
        .selectFrom('attempts')
        .select('attempts.session_id')
        .where('attempts.student_id', '=', filter.studentId)
        .where('attempts.deleted_at', 'is', null);
      const ofTeams = where
        .selectFrom('competitors')
        .innerJoin('competitor_members', 'competitor_members.competitor_id', 'competitors.id')
        .innerJoin('attempts', 'attempts.id', 'competitors.attempt_id')
        .select('attempts.session_id')
        .where('competitor_members.student_id', '=', filter.studentId)
        .where('competitor_members.deleted_at', 'is', null)
        .where('competitors.deleted_at', 'is', null)
        .where('attempts.deleted_at', 'is', null);
      conditions.push(where.or([where('sessions.id', 'in', own), where('sessions.id', 'in', ofTeams)]));
    }
    return where.and(conditions);
  };
}

/** Sessions, newest first, and how many the filter finds without the limit. */
export async function listSessions(
  db: Db,
  filter: SessionFilter,
): Promise<{ sessions: SessionRow[]; total: number }> {
  const condition = filterConditions(filter);
  const rows = await sessionQuery(db)
    .where((where) => condition(where as unknown as SessionExpression))
    .orderBy('sessions.date', 'desc')
    .orderBy('sessions.id', 'desc')
    .limit(filter.limit)
    .execute();
  const counted = await db
    .selectFrom('sessions')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('sessions.deleted_at', 'is', null)
    .where((where) => condition(where))
    .executeTakeFirstOrThrow();
  const figures = await readFigures(
    db,
    rows.map((row) => row.id),
  );
  return { sessions: rows.map((row) => toSession(row, figures)), total: Number(counted.count) };
}

/** @returns undefined when there is none, or it is deleted */
export async function getSession(db: Db, id: string): Promise<SessionRow | undefined> {
  const row = await sessionQuery(db).where('sessions.id', '=', id).executeTakeFirst();
  return row && toSession(row, await readFigures(db, [id]));
}

/** A row of attendance with its id, for changing it. */
export type StoredAttendance = AttendanceRow & { id: string };

/** Attendance of a session; students without an entry have not been asked yet. */
export async function listAttendance(db: Db, sessionId: string): Promise<StoredAttendance[]> {
  const rows = await db
    .selectFrom('attendance')
    .select(['id', 'student_id', 'state', 'note'])
    .where('session_id', '=', sessionId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    studentId: row.student_id,
    state: row.state as AttendanceRow['state'],
    note: row.note,
  }));
}

/** Whether each of the rows is there and not deleted. */
export async function allExist(
  db: Db,
  table: 'students' | 'experts' | 'competencies' | 'schemes',
  ids: readonly string[],
): Promise<boolean> {
  const distinct = [...new Set(ids)];
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', 'in', distinct)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.length === distinct.length;
}

/** Whether a session holds the marks of a competency of a championship. */
export async function isOfContest(db: Db, sessionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('championship_competencies')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
