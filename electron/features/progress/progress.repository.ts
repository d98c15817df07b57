import { sql, type Kysely } from 'kysely';
import type { ProgressPoint, SectionProfile } from '#shared/contract/progress.ts';
import type { Schema } from '../../database/schema.ts';

type Db = Kysely<Schema>;

/** Whose practice, in which competency, between which days. */
export interface ProgressFilter {
  competencyId: string;
  studentId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Attempts that have marks, with their sums: the base of every chart. */
function markedAttempts(db: Db, filter: ProgressFilter) {
  let query = db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .where('sessions.competency_id', '=', filter.competencyId)
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('attempt_totals.marked_max_hundredths', '>', 0);
  if (filter.studentId) query = query.where('attempts.student_id', '=', filter.studentId);
  if (filter.from) query = query.where('sessions.date', '>=', filter.from);
  if (filter.to) query = query.where('sessions.date', '<=', filter.to);
  return query;
}

/** A point for each attempt that has marks, oldest first. */
export async function listPoints(db: Db, filter: ProgressFilter): Promise<ProgressPoint[]> {
  const rows = await markedAttempts(db, filter)
    .innerJoin('schemes', 'schemes.id', 'attempts.scheme_id')
    .select([
      'attempts.id',
      'attempts.session_id',
      'attempts.student_id',
      'attempts.duration_minutes',
      'sessions.date',
      'schemes.title',
      'attempt_totals.mark_hundredths',
      'attempt_totals.marked_max_hundredths',
    ])
    .orderBy('sessions.date')
    .orderBy('attempts.id')
    .execute();
  return rows.map((row) => ({
    attemptId: row.id,
    sessionId: row.session_id,
    studentId: row.student_id,
    date: row.date,
    percent: (100 * row.mark_hundredths) / row.marked_max_hundredths,
    markHundredths: row.mark_hundredths,
    markedMaxHundredths: row.marked_max_hundredths,
    schemeTitle: row.title,
    durationMinutes: row.duration_minutes,
  }));
}

/** Marks by standard section beside the declared weights; sections without marks have percent null. */
export async function listSectionProfile(db: Db, filter: ProgressFilter): Promise<SectionProfile[]> {
  const sections = await db
    .selectFrom('standard_sections')
    .select(['number', 'name_kk', 'name_ru', 'name_en', 'weight_hundredths'])
    .where('competency_id', '=', filter.competencyId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
  const sums = await markedAttempts(db, filter)
    .innerJoin('attempt_section_totals', 'attempt_section_totals.attempt_id', 'attempts.id')
    .select([
      'attempt_section_totals.section_number',
      (select) => select.fn.sum<number | string>('attempt_section_totals.mark_hundredths').as('mark'),
      (select) => select.fn.sum<number | string>('attempt_section_totals.marked_max_hundredths').as('max'),
    ])
    .groupBy('attempt_section_totals.section_number')
    .execute();
  const byNumber = new Map(
    sums.map((row) => [row.section_number, { mark: Number(row.mark), max: Number(row.max) }]),
  );
  return sections.map((section) => {
    const { mark, max } = byNumber.get(section.number) ?? { mark: 0, max: 0 };
    return {
      number: section.number,
      name: { kk: section.name_kk, ru: section.name_ru, en: section.name_en },
      weightHundredths: section.weight_hundredths,
      markHundredths: mark,
      markedMaxHundredths: max,
      percent: max > 0 ? (100 * mark) / max : null,
    };
  });
}

/** Target in percent: the candidate's own one, else the competency's; null when neither is set. */
export async function readTarget(db: Db, competencyId: string, studentId?: string): Promise<number | null> {
  if (studentId) {
    const candidate = await db
      .selectFrom('candidates')
      .select('target_hundredths')
      .where('competency_id', '=', competencyId)
      .where('student_id', '=', studentId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    const own = candidate?.target_hundredths ?? null;
    if (own !== null) return own / 100;
  }
  const competency = await db
    .selectFrom('competencies')
    .select('target_hundredths')
    .where('id', '=', competencyId)
    .executeTakeFirst();
  const common = competency?.target_hundredths ?? null;
  return common === null ? null : common / 100;
}

/** Names of students, deleted ones too: their marks stay in the squad's record. */
export async function readNames(
  db: Db,
  studentIds: readonly string[],
): Promise<Map<string, { surname: string; givenName: string }>> {
  if (studentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('students')
    .select(['id', 'surname', 'given_name'])
    .where('id', 'in', studentIds)
    .execute();
  return new Map(rows.map((row) => [row.id, { surname: row.surname, givenName: row.given_name }]));
}

/** Students of the squad now. */
export async function listSquadStudentIds(db: Db, competencyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select('candidates.student_id')
    .where('candidates.competency_id', '=', competencyId)
    .where('candidates.status', '!=', 'left')
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.student_id);
}

/** Rows of a table that are not deleted. */
export async function countRows(
  db: Db,
  table: 'students' | 'experts' | 'schemes' | 'sessions',
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Candidates of each competency. */
export async function countSquads(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select(['candidates.competency_id', (select) => select.fn.countAll<number | string>().as('count')])
    .where('candidates.deleted_at', 'is', null)
    .where('candidates.status', '!=', 'left')
    .where('students.deleted_at', 'is', null)
    .groupBy('candidates.competency_id')
    .execute();
  return new Map(rows.map((row) => [row.competency_id, Number(row.count)]));
}

/** Mean percent and number of attempts by competency and calendar month (`YYYY-MM`), oldest first. */
export async function listMonthly(
  db: Db,
): Promise<{ competencyId: string; month: string; percent: number; count: number; last: string }[]> {
  const month = sql<string>`substr(sessions.date, 1, 7)`;
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .select([
      'sessions.competency_id',
      month.as('month'),
      sql<number>`avg(100.0 * mark_hundredths / marked_max_hundredths)`.as('percent'),
      (select) => select.fn.countAll<number | string>().as('count'),
      (select) => select.fn.max('sessions.date').as('last'),
    ])
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('attempt_totals.marked_max_hundredths', '>', 0)
    .groupBy(['sessions.competency_id', month])
    .orderBy(month)
    .execute();
  return rows.map((row) => ({
    competencyId: row.competency_id,
    month: row.month,
    percent: row.percent,
    count: Number(row.count),
    last: row.last,
  }));
}

/** Mean over the students of each competency of the percent of their latest attempt. */
export async function listLatestMeans(db: Db): Promise<Map<string, number>> {
  const ranked = db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .select([
      'sessions.competency_id',
      sql<number>`100.0 * mark_hundredths / marked_max_hundredths`.as('percent'),
      sql<number>`row_number() over (
        partition by sessions.competency_id, attempts.student_id
        order by sessions.date desc, attempts.id desc)`.as('place'),
    ])
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('attempt_totals.marked_max_hundredths', '>', 0)
    .as('ranked');
  const rows = await db
    .selectFrom(ranked)
    .select(['competency_id', (select) => select.fn.avg('percent').as('mean')])
    .where('place', '=', 1)
    .groupBy('competency_id')
    .execute();
  return new Map(rows.map((row) => [row.competency_id, Number(row.mean)]));
}

/** Day of the last session of each competency. */
export async function listLastSessions(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sessions')
    .select(['competency_id', (select) => select.fn.max('date').as('last')])
    .where('deleted_at', 'is', null)
    .groupBy('competency_id')
    .execute();
  return new Map(rows.map((row) => [row.competency_id, row.last]));
}

/** Targets of all competencies that have one, in percent. */
export async function listTargets(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('competencies')
    .select(['id', 'target_hundredths'])
    .where('target_hundredths', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, (row.target_hundredths ?? 0) / 100]));
}
