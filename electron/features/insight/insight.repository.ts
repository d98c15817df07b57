import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { AttemptResult } from '#shared/domain/insight/results.ts';
import type { LocalizedName } from '#shared/contract/values.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listTeamMates, withTeamMates } from '../../database/teamAttempts.ts';

type Db = Kysely<Schema>;

/** States of an attempt that are no result of what the student can do. */
export const NO_RESULT = ['absent', 'withdrawn', 'disqualified'];

/** Attempts that have marks, with their sessions and sums. */
export function markedAttempts(
  db: Db,
): SelectQueryBuilder<Schema, 'sessions' | 'attempts' | 'attempt_totals', object> {
  return db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('attempts.status', 'not in', NO_RESULT)
    .where('attempt_totals.marked_max_hundredths', '>', 0);
}

/** All results of a competency, oldest first: that of a team once for each of its members. */
export async function listResults(db: Db, competencyId: string): Promise<AttemptResult[]> {
  return withTeamMates(await listMarkedAttempts(db, competencyId), await listTeamMates(db));
}

/** First and last day of the sessions of a competency; null without any. */
export async function findSessionSpan(
  db: Db,
  competencyId: string,
): Promise<{ from: string; to: string } | null> {
  const row = await db
    .selectFrom('sessions')
    .select((select) => [
      select.fn.min<string | null, 'date'>('date').as('from'),
      select.fn.max<string | null, 'date'>('date').as('to'),
    ])
    .where('competency_id', '=', competencyId)
    .executeTakeFirst();
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

/**
 * Marked attempts of a competency, oldest first: all, those of some ids, or those between two days, both included. That of
 * a team is there once.
 */
export async function listMarkedAttempts(
  db: Db,
  competencyId: string,
  { attemptIds, season }: { attemptIds?: readonly string[]; season?: { from: string; to: string } } = {},
): Promise<AttemptResult[]> {
  const rows = await markedAttempts(db)
    .innerJoin('schemes', 'schemes.id', 'attempts.scheme_id')
    .select([
      'attempts.id',
      'attempts.session_id',
      'attempts.student_id',
      'sessions.expert_id',
      'sessions.date',
      'attempts.scheme_id',
      'attempts.sub_criterion_ids_json',
      'schemes.title',
      'attempts.duration_minutes',
      'attempt_totals.mark_hundredths',
      'attempt_totals.marked_max_hundredths',
    ])
    .where('sessions.competency_id', '=', competencyId)
    .$if(attemptIds !== undefined, (query) => query.where('attempts.id', 'in', attemptIds ?? []))
    .$if(season !== undefined, (query) =>
      query.where('sessions.date', '>=', season?.from ?? '').where('sessions.date', '<=', season?.to ?? ''),
    )
    .orderBy('sessions.date')
    .orderBy('attempts.id')
    .execute();
  return rows.map((row) => ({
    attemptId: row.id,
    sessionId: row.session_id,
    studentId: row.student_id,
    expertId: row.expert_id,
    date: row.date,
    schemeId: row.scheme_id,
    scope: row.sub_criterion_ids_json,
    schemeTitle: row.title,
    percent: (100 * row.mark_hundredths) / row.marked_max_hundredths,
    markHundredths: row.mark_hundredths,
    markedMaxHundredths: row.marked_max_hundredths,
    durationMinutes: row.duration_minutes,
  }));
}

/** A section of the competency's standard. */
export interface StandardPart {
  number: number;
  name: LocalizedName;
  weightHundredths: number;
}

/** Sections of the competency in their order. */
export async function listSections(db: Db, competencyId: string): Promise<StandardPart[]> {
  const rows = await db
    .selectFrom('standard_sections')
    .select(['number', 'name_kk', 'name_ru', 'name_en', 'weight_hundredths'])
    .where('competency_id', '=', competencyId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    name: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
    weightHundredths: row.weight_hundredths,
  }));
}

/** What the squad is measured by. @returns undefined when there is no such competency */
export async function readCompetency(
  db: Db,
  competencyId: string,
): Promise<{ teamSize: number; targetPercent: number | null } | undefined> {
  const row = await db
    .selectFrom('competencies')
    .select(['team_size', 'target_hundredths'])
    .where('id', '=', competencyId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    teamSize: row.team_size,
    targetPercent: row.target_hundredths === null ? null : row.target_hundredths / 100,
  };
}

/** What readiness is measured by. */
export interface CompetencyBasis {
  teamSize: number;
  targetPercent: number | null;
  /** In no order. */
  sections: { number: number; weightHundredths: number }[];
}

/** What the readiness of each competency is measured by. */
export async function readCompetencies(db: Db): Promise<Map<string, CompetencyBasis>> {
  const rows = await db
    .selectFrom('competencies')
    .select(['id', 'team_size', 'target_hundredths'])
    .where('deleted_at', 'is', null)
    .execute();
  const parts = await db
    .selectFrom('standard_sections')
    .select(['competency_id', 'number', 'weight_hundredths'])
    .where('deleted_at', 'is', null)
    .execute();
  const sections = Map.groupBy(parts, (part) => part.competency_id);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        teamSize: row.team_size,
        targetPercent: row.target_hundredths === null ? null : row.target_hundredths / 100,
        sections: (sections.get(row.id) ?? []).map((part) => ({
          number: part.number,
          weightHundredths: part.weight_hundredths,
        })),
      },
    ]),
  );
}

/** A candidate who has not left. */
export interface SquadStudent {
  studentId: string;
  competencyId: string;
  surname: string;
  givenName: string;
  since: string;
  targetPercent: number | null;
}

/** Candidates of a competency, or of all. */
export async function listSquad(db: Db, competencyId?: string): Promise<SquadStudent[]> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select([
      'candidates.student_id',
      'candidates.competency_id',
      'candidates.since',
      'candidates.target_hundredths',
      'students.surname',
      'students.given_name',
    ])
    .$if(competencyId !== undefined, (query) =>
      query.where('candidates.competency_id', '=', competencyId ?? ''),
    )
    .where('candidates.status', '!=', 'left')
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    studentId: row.student_id,
    competencyId: row.competency_id,
    surname: row.surname,
    givenName: row.given_name,
    since: row.since,
    targetPercent: row.target_hundredths === null ? null : row.target_hundredths / 100,
  }));
}

/** Minutes that a student practised per day, oldest first: length of the sessions where they were present. */
export async function listPracticeMinutes(
  db: Db,
  studentId: string,
  competencyId: string,
): Promise<{ date: string; minutes: number; timed: number }[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('sessions', 'sessions.id', 'attendance.session_id')
    .select([
      'sessions.date',
      (select) => select.fn.sum<number | string | null>('sessions.duration_minutes').as('minutes'),
      (select) => select.fn.count<number | string>('sessions.duration_minutes').as('timed'),
    ])
    .where('attendance.student_id', '=', studentId)
    .where('attendance.state', 'in', ['present', 'late'])
    .where('attendance.deleted_at', 'is', null)
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.deleted_at', 'is', null)
    .groupBy('sessions.date')
    .orderBy('sessions.date')
    .execute();
  return rows.map(({ date, minutes, timed }) => ({
    date,
    minutes: Number(minutes ?? 0),
    timed: Number(timed),
  }));
}

function presenceQuery(db: Db, competencyId: string) {
  return db
    .selectFrom('sessions')
    .innerJoin('attendance', 'attendance.session_id', 'sessions.id')
    .select(['attendance.student_id', (select) => select.fn.max('sessions.date').as('last')])
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.deleted_at', 'is', null)
    .where('attendance.state', 'in', ['present', 'late'])
    .where('attendance.deleted_at', 'is', null)
    .groupBy('attendance.student_id');
}

/**
 * Last day on which each student of a competency was present, by student. The sessions since `recentFrom` are asked
 * first; the whole past is only searched for those who were at none of them.
 */
export async function listLastPresence(
  db: Db,
  competencyId: string,
  of: { studentIds: readonly string[]; recentFrom: string },
): Promise<Map<string, string>> {
  const recent = await presenceQuery(db, competencyId).where('sessions.date', '>=', of.recentFrom).execute();
  const last = new Map(recent.map((row) => [row.student_id, row.last]));
  const missing = of.studentIds.filter((id) => !last.has(id));
  if (missing.length > 0) {
    const earlier = await presenceQuery(db, competencyId)
      .where('attendance.student_id', 'in', missing)
      .execute();
    for (const row of earlier) last.set(row.student_id, row.last);
  }
  return last;
}

/** Days with a session since a day. */
export async function listSessionDays(db: Db, competencyId: string, from: string): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('date')
    .distinct()
    .where('competency_id', '=', competencyId)
    .where('date', '>=', from)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.date);
}

/** The day of the nearest championship that is planned for, from a day on; null without a plan. */
export async function findChampionshipDay(
  db: Db,
  competencyId: string,
  from: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('training_plans')
    .select('championship_date')
    .where('competency_id', '=', competencyId)
    .where('championship_date', '>=', from)
    .where('deleted_at', 'is', null)
    .orderBy('championship_date')
    .executeTakeFirst();
  return row?.championship_date ?? null;
}

/** Names of experts by id, deleted ones too. */
export async function listExpertNames(db: Db): Promise<Map<string, { surname: string; givenName: string }>> {
  const rows = await db.selectFrom('experts').select(['id', 'surname', 'given_name']).execute();
  return new Map(rows.map((row) => [row.id, { surname: row.surname, givenName: row.given_name }]));
}

/** Competencies that have marked attempts. */
export async function listPractisedCompetencies(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('competency_id')
    .distinct()
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.competency_id);
}

/** Module of a scheme where most marks of a section are; null when no aspect belongs to it. */
export async function findModuleOf(
  db: Db,
  schemeId: string,
): Promise<Map<number, { code: string; name: string }>> {
  const rows = await db
    .selectFrom('aspects')
    .innerJoin('sub_criteria', 'sub_criteria.id', 'aspects.sub_criterion_id')
    .select([
      'aspects.section_number',
      'sub_criteria.code',
      'sub_criteria.name',
      (select) => select.fn.sum<number | string>('aspects.max_hundredths').as('total'),
    ])
    .where('aspects.scheme_id', '=', schemeId)
    .where('aspects.section_number', 'is not', null)
    .where('aspects.deleted_at', 'is', null)
    .groupBy(['aspects.section_number', 'sub_criteria.id', 'sub_criteria.code', 'sub_criteria.name'])
    .orderBy(sql`total`)
    .execute();
  // In rising order, so that the largest is set last.
  return new Map(rows.map((row) => [row.section_number ?? 0, { code: row.code, name: row.name }]));
}
