import type { Kysely } from 'kysely';
import type { PracticeUse } from '#shared/domain/base/stock.ts';
import type { Headcount } from '#shared/domain/base/quantityRule.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** How many train in each squad. */
export async function countSquads(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select(['candidates.competency_id', 'candidates.student_id'])
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .where('candidates.status', 'in', ['training', 'reserve'])
    .execute();
  const squads = Map.groupBy(rows, (row) => row.competency_id);
  return new Map([...squads].map(([id, own]) => [id, new Set(own.map((row) => row.student_id)).size]));
}

/** Sessions held after a day, with how many came and how many attempts were made. */
export async function listHeldAfter(db: Db, day: string): Promise<PracticeUse[]> {
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'competency_id', 'date'])
    .where('deleted_at', 'is', null)
    .where('date', '>', day)
    .orderBy('date')
    .execute();
  const present = await db
    .selectFrom('attendance')
    .innerJoin('sessions', 'sessions.id', 'attendance.session_id')
    .select(['attendance.session_id', (select) => select.fn.countAll<number | string>().as('count')])
    .where('attendance.deleted_at', 'is', null)
    .where('attendance.state', 'in', ['present', 'late'])
    .where('sessions.date', '>', day)
    .groupBy('attendance.session_id')
    .execute();
  const attempts = await db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select(['attempts.session_id', 'attempts.student_id'])
    .where('attempts.deleted_at', 'is', null)
    .where('sessions.date', '>', day)
    .execute();
  const presentOf = new Map(present.map((row) => [row.session_id, Number(row.count)]));
  const attemptsOf = Map.groupBy(attempts, (row) => row.session_id);
  return sessions.map((row) => {
    const own = attemptsOf.get(row.id) ?? [];
    return {
      sessionId: row.id,
      competencyId: row.competency_id,
      date: row.date,
      // Where nobody noted who came, those who made an attempt were there.
      people: presentOf.get(row.id) ?? new Set(own.map((attempt) => attempt.student_id)).size,
      attempts: own.length,
    };
  });
}

/** A planned session that has not been held. */
export interface OpenSession {
  id: string;
  competencyId: string;
  date: string;
  startTime: string;
  durationMinutes: number;
  workshop: string;
  focus: string;
  /** Null: the whole squad. */
  people: number | null;
}

/** Planned sessions from a day on that have not been held, in the order of time. */
export async function listOpenSessions(db: Db, span: { from: string; to: string }): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('planned_sessions')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where('session_id', 'is', null)
    .where('date', '>=', span.from)
    .where('date', '<=', span.to)
    .orderBy('date')
    .orderBy('start_time')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    competencyId: row.competency_id,
    date: row.date,
    startTime: row.start_time,
    durationMinutes: row.duration_minutes,
    workshop: row.workshop,
    focus: row.focus,
    people: row.student_ids_json === null ? null : (JSON.parse(row.student_ids_json) as string[]).length,
  }));
}

/** A championship with the people of each of its competencies; each entry brings an expert. */
export interface ChampionshipNeed {
  startDate: string;
  headcounts: Map<string, Headcount>;
}

/** @returns undefined when there is none, or it is deleted */
export async function getChampionshipNeed(db: Db, id: string): Promise<ChampionshipNeed | undefined> {
  const championship = await db
    .selectFrom('championships')
    .select('start_date')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!championship) return undefined;
  const rows = await db
    .selectFrom('championship_competencies')
    .select(['competency_id', 'main_seats', 'team_size'])
    .where('championship_id', '=', id)
    .where('deleted_at', 'is', null)
    .execute();
  return {
    startDate: championship.start_date,
    headcounts: new Map(
      rows.map((row) => [
        row.competency_id,
        { competitors: row.main_seats * Math.max(1, row.team_size), experts: Math.max(1, row.main_seats) },
      ]),
    ),
  };
}
