import type { Kysely } from 'kysely';
import type { AbsenceRow, PlannedSessionInput } from '#shared/contract/plan.ts';
import type { LocalizedName } from '#shared/contract/values.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Which days, of which competency. */
export interface Span {
  from: string;
  to: string;
  competencyId?: string | undefined;
}

/** A planned session with what became of it. */
export interface StoredPlanned extends PlannedSessionInput {
  id: string;
  originalDate: string;
  expertName: string | null;
  sessionId: string | null;
  doneMinutes: number | null;
}

function plannedQuery(db: Db) {
  return db
    .selectFrom('planned_sessions')
    .leftJoin('experts', 'experts.id', 'planned_sessions.expert_id')
    .leftJoin('sessions', (join) =>
      join.onRef('sessions.id', '=', 'planned_sessions.session_id').on('sessions.deleted_at', 'is', null),
    )
    .selectAll('planned_sessions')
    .select([
      'experts.surname',
      'experts.given_name',
      'sessions.id as held_id',
      'sessions.duration_minutes as held_minutes',
    ])
    .where('planned_sessions.deleted_at', 'is', null);
}

type RawPlanned = Awaited<ReturnType<ReturnType<typeof plannedQuery>['execute']>>[number];

function toPlanned(row: RawPlanned): StoredPlanned {
  return {
    id: row.id,
    competencyId: row.competency_id,
    planId: row.plan_id,
    date: row.date,
    originalDate: row.original_date,
    startTime: row.start_time,
    durationMinutes: row.duration_minutes,
    kind: row.kind as StoredPlanned['kind'],
    workshop: row.workshop,
    focus: row.focus,
    expertId: row.expert_id,
    expertName: row.surname === null ? null : `${row.surname} ${row.given_name ?? ''}`.trim(),
    schemeId: row.scheme_id,
    sectionNumbers: JSON.parse(row.section_numbers_json) as number[],
    studentIds: row.student_ids_json === null ? null : (JSON.parse(row.student_ids_json) as string[]),
    sessionId: row.held_id,
    // A session whose length nobody noted is taken to have lasted as planned.
    doneMinutes: row.held_id === null ? null : (row.held_minutes ?? row.duration_minutes),
  };
}

/** Planned sessions between two days, in the order of time. */
export async function listPlanned(db: Db, span: Span): Promise<StoredPlanned[]> {
  const rows = await plannedQuery(db)
    .where('planned_sessions.date', '>=', span.from)
    .where('planned_sessions.date', '<=', span.to)
    .$if(span.competencyId !== undefined, (query) =>
      query.where('planned_sessions.competency_id', '=', span.competencyId ?? ''),
    )
    .orderBy('planned_sessions.date')
    .orderBy('planned_sessions.start_time')
    .orderBy('planned_sessions.id')
    .execute();
  return rows.map(toPlanned);
}

/** All sessions of a plan, in the order of time. */
export async function listPlannedOf(db: Db, planId: string): Promise<StoredPlanned[]> {
  const rows = await plannedQuery(db)
    .where('planned_sessions.plan_id', '=', planId)
    .orderBy('planned_sessions.date')
    .execute();
  return rows.map(toPlanned);
}

/** @returns undefined when there is none, or it is deleted */
export async function getPlanned(db: Db, id: string): Promise<StoredPlanned | undefined> {
  const row = await plannedQuery(db).where('planned_sessions.id', '=', id).executeTakeFirst();
  return row && toPlanned(row);
}

/** A session that was held. */
export interface HeldSession {
  id: string;
  competencyId: string;
  date: string;
  durationMinutes: number | null;
  workshop: string;
  expertId: string | null;
}

/** Sessions held between two days. */
export async function listHeld(db: Db, span: Span): Promise<HeldSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'competency_id', 'date', 'duration_minutes', 'workshop', 'expert_id'])
    .where('date', '>=', span.from)
    .where('date', '<=', span.to)
    .where('deleted_at', 'is', null)
    .$if(span.competencyId !== undefined, (query) =>
      query.where('competency_id', '=', span.competencyId ?? ''),
    )
    .orderBy('date')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    competencyId: row.competency_id,
    date: row.date,
    durationMinutes: row.duration_minutes,
    workshop: row.workshop,
    expertId: row.expert_id,
  }));
}

/** Who was present at the sessions between two days. */
export async function listPresence(db: Db, span: Span): Promise<{ sessionId: string; studentId: string }[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('sessions', 'sessions.id', 'attendance.session_id')
    .select(['attendance.session_id', 'attendance.student_id'])
    .where('sessions.date', '>=', span.from)
    .where('sessions.date', '<=', span.to)
    .where('sessions.deleted_at', 'is', null)
    .where('attendance.deleted_at', 'is', null)
    .where('attendance.state', 'in', ['present', 'late'])
    .$if(span.competencyId !== undefined, (query) =>
      query.where('sessions.competency_id', '=', span.competencyId ?? ''),
    )
    .execute();
  return rows.map((row) => ({ sessionId: row.session_id, studentId: row.student_id }));
}

/** Candidates of each competency who train now. */
export async function listSquads(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select(['candidates.competency_id', 'candidates.student_id'])
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .where('candidates.status', 'in', ['training', 'reserve'])
    .execute();
  const squads = Map.groupBy(rows, (row) => row.competency_id);
  return new Map([...squads].map(([id, own]) => [id, own.map((row) => row.student_id)]));
}

/** Absences that touch a span of days. */
export async function listAbsences(db: Db, span: Span): Promise<AbsenceRow[]> {
  const rows = await db
    .selectFrom('absences')
    .innerJoin('students', 'students.id', 'absences.student_id')
    .select([
      'absences.id',
      'absences.student_id',
      'absences.from_date',
      'absences.to_date',
      'absences.reason',
      'students.surname',
      'students.given_name',
    ])
    .where('absences.deleted_at', 'is', null)
    .where('absences.from_date', '<=', span.to)
    .where('absences.to_date', '>=', span.from)
    .orderBy('absences.from_date')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    studentId: row.student_id,
    surname: row.surname,
    givenName: row.given_name,
    fromDate: row.from_date,
    toDate: row.to_date,
    reason: row.reason,
  }));
}

/** Full names of students or experts by id. */
export async function listNames(db: Db, table: 'students' | 'experts'): Promise<Map<string, string>> {
  const rows = await db.selectFrom(table).select(['id', 'surname', 'given_name']).execute();
  return new Map(rows.map((row) => [row.id, `${row.surname} ${row.given_name}`.trim()]));
}

/** Names of competencies by id. */
export async function listCompetencyNames(db: Db): Promise<Map<string, LocalizedName>> {
  const rows = await db.selectFrom('competencies').select(['id', 'name_kk', 'name_ru', 'name_en']).execute();
  return new Map(rows.map((row) => [row.id, { kk: row.name_kk, ru: row.name_ru, en: row.name_en }]));
}

/** Whether a row is there and not deleted. */
export async function exists(
  db: Db,
  table: 'students' | 'experts' | 'competencies' | 'schemes' | 'training_plans',
  id: string,
): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
