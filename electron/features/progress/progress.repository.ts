import { sql, type Kysely } from 'kysely';
import type { ProgressPoint, SectionProfile } from '#shared/contract/progress.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { attemptsOfMember } from '../../database/teamAttempts.ts';

type Db = Kysely<Schema>;

/** Whose practice, in which competency, between which days. */
export interface ProgressFilter {
  competencyId: string;
  studentId?: string | undefined;
  /** Attempts of teams that the student is a member of; see {@link listTeamAttempts}. */
  teamAttemptIds?: readonly string[];
  from?: string | undefined;
  to?: string | undefined;
}

/** Attempts of the teams that a student is a member of: most students have none, and are then found by an index alone. */
export async function listTeamAttempts(db: Db, studentId: string): Promise<string[]> {
  const rows = await attemptsOfMember(db, studentId).execute();
  return rows.flatMap((row) => row.attempt_id ?? []);
}

/** Sums of attempts that have marks: the base of every chart. Deleted attempts have no sums. */
function markedAttempts(db: Db, filter: ProgressFilter) {
  let query = db
    .selectFrom('attempt_totals')
    .where('attempt_totals.competency_id', '=', filter.competencyId)
    .where('attempt_totals.marked_max_hundredths', '>', 0);
  const { studentId, teamAttemptIds = [] } = filter;
  if (studentId && teamAttemptIds.length > 0) {
    query = query.where((where) =>
      where.or([
        where('attempt_totals.student_id', '=', studentId),
        where('attempt_totals.attempt_id', 'in', teamAttemptIds),
      ]),
    );
  } else if (studentId) query = query.where('attempt_totals.student_id', '=', studentId);
  if (filter.from) query = query.where('attempt_totals.date', '>=', filter.from);
  if (filter.to) query = query.where('attempt_totals.date', '<=', filter.to);
  return query;
}

/** An attempt as the line and the list of students need it: thousands are read for a squad. */
export interface AttemptPercent {
  attemptId: string;
  studentId: string;
  date: string;
  percent: number;
}

/** Percent of each attempt that has marks, oldest first. */
export async function listPercents(db: Db, filter: ProgressFilter): Promise<AttemptPercent[]> {
  const rows = await markedAttempts(db, filter)
    .select(['attempt_id', 'student_id', 'date', 'mark_hundredths', 'marked_max_hundredths'])
    .orderBy('date')
    .orderBy('attempt_id')
    .execute();
  return rows.map((row) => ({
    attemptId: row.attempt_id,
    studentId: filter.studentId ?? row.student_id,
    date: row.date,
    percent: (100 * row.mark_hundredths) / row.marked_max_hundredths,
  }));
}

/** The attempts as points of a chart, in the order asked for. */
export async function readPoints(db: Db, attemptIds: readonly string[]): Promise<ProgressPoint[]> {
  if (attemptIds.length === 0) return [];
  const rows = await db
    .selectFrom('attempt_totals')
    .innerJoin('attempts', 'attempts.id', 'attempt_totals.attempt_id')
    .innerJoin('schemes', 'schemes.id', 'attempt_totals.scheme_id')
    .select([
      'attempt_totals.attempt_id',
      'attempt_totals.session_id',
      'attempt_totals.student_id',
      'attempt_totals.date',
      'attempt_totals.mark_hundredths',
      'attempt_totals.marked_max_hundredths',
      'attempts.duration_minutes',
      'schemes.title',
    ])
    .where('attempt_totals.attempt_id', 'in', attemptIds)
    .execute();
  const byId = new Map(rows.map((row) => [row.attempt_id, row]));
  return attemptIds.flatMap((attemptId) => {
    const row = byId.get(attemptId);
    if (!row) return [];
    return {
      attemptId,
      sessionId: row.session_id,
      studentId: row.student_id,
      date: row.date,
      percent: (100 * row.mark_hundredths) / row.marked_max_hundredths,
      markHundredths: row.mark_hundredths,
      markedMaxHundredths: row.marked_max_hundredths,
      schemeTitle: row.title,
      durationMinutes: row.duration_minutes,
    };
  });
}

/** Sums by number of the standard's section. */
async function sumSections(
  db: Db,
  filter: ProgressFilter,
): Promise<Map<number, { mark: number; max: number }>> {
  const { competencyId, studentId, from, to } = filter;
  let query = db.selectFrom('attempt_section_totals');
  // A student's attempts are of the competency; named by it too, all of it would be searched.
  if (studentId)
    query = query.where('attempt_id', 'in', markedAttempts(db, filter).select('attempt_totals.attempt_id'));
  else query = query.where('competency_id', '=', competencyId);
  if (from) query = query.where('date', '>=', from);
  if (to) query = query.where('date', '<=', to);
  const rows = await query
    .select([
      'section_number',
      (select) => select.fn.sum<number | string>('mark_hundredths').as('mark'),
      (select) => select.fn.sum<number | string>('marked_max_hundredths').as('max'),
    ])
    .groupBy('section_number')
    .execute();
  return new Map(rows.map((row) => [row.section_number, { mark: Number(row.mark), max: Number(row.max) }]));
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
  const byNumber = await sumSections(db, filter);
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

/** A student as the squad's table names one. */
export interface NamedStudent {
  surname: string;
  givenName: string;
  isRemoved: boolean;
}

/** Names of students, deleted ones too: their marks stay in the squad's record. */
export async function readNames(db: Db, studentIds: readonly string[]): Promise<Map<string, NamedStudent>> {
  if (studentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('students')
    .select(['id', 'surname', 'given_name', 'deleted_at'])
    .where('id', 'in', studentIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { surname: row.surname, givenName: row.given_name, isRemoved: row.deleted_at !== null },
    ]),
  );
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

/** A month of practice in a competency. */
export interface MonthOfPractice {
  /** `YYYY-MM` */
  month: string;
  /** Mean over the attempts. */
  percent: number;
  count: number;
}

/** Practice by competency and calendar month, oldest first. Summed by day, which an index holds in its order. */
export async function listMonthly(db: Db): Promise<Map<string, MonthOfPractice[]>> {
  const rows = await db
    .selectFrom('attempt_totals')
    .select([
      'competency_id',
      'date',
      sql<number>`sum(100.0 * mark_hundredths / marked_max_hundredths)`.as('sum'),
      (select) => select.fn.countAll<number | string>().as('count'),
    ])
    .where('marked_max_hundredths', '>', 0)
    .groupBy(['competency_id', 'date'])
    .orderBy('competency_id')
    .orderBy('date')
    .execute();
  const competencies = new Map<string, MonthOfPractice[]>();
  for (const row of rows) {
    const months = competencies.get(row.competency_id) ?? [];
    competencies.set(row.competency_id, months);
    addDay(months, { month: row.date.slice(0, 7), sum: row.sum, count: Number(row.count) });
  }
  return competencies;
}

/** Adds a day to the last month, or begins the next one. */
function addDay(months: MonthOfPractice[], day: { month: string; sum: number; count: number }): void {
  const last = months.at(-1);
  if (last?.month !== day.month) {
    months.push({ month: day.month, percent: day.sum / day.count, count: day.count });
    return;
  }
  const count = last.count + day.count;
  last.percent = (last.percent * last.count + day.sum) / count;
  last.count = count;
}

/** The latest attempt of each member of a team beside the one it is on record under. */
function latestOfMates(db: Db) {
  return db
    .selectFrom('competitors')
    .innerJoin('competitor_members', 'competitor_members.competitor_id', 'competitors.id')
    .innerJoin('attempt_totals', 'attempt_totals.attempt_id', 'competitors.attempt_id')
    .select([
      'attempt_totals.competency_id',
      'competitor_members.student_id',
      sql<string>`max(attempt_totals.date || attempt_totals.attempt_id)`.as('latest'),
    ])
    .where('competitors.deleted_at', 'is', null)
    .where('competitor_members.deleted_at', 'is', null)
    .where('attempt_totals.marked_max_hundredths', '>', 0)
    .whereRef('competitor_members.student_id', '<>', 'attempt_totals.student_id')
    .groupBy(['attempt_totals.competency_id', 'competitor_members.student_id']);
}

/** Mean over the candidates of each competency of the percent of their latest attempt. */
export async function listLatestMeans(db: Db): Promise<Map<string, number>> {
  // Day and id in one text: the greatest is the latest, and the index is read in its own order.
  const each = db
    .selectFrom('attempt_totals')
    .select(['competency_id', 'student_id', sql<string>`max(date || attempt_id)`.as('latest')])
    .where('marked_max_hundredths', '>', 0)
    .groupBy(['competency_id', 'student_id'])
    .unionAll(latestOfMates(db))
    .as('each');
  const latest = db
    .selectFrom(each)
    .select(['competency_id', 'student_id', sql<string>`substr(max(latest), 11)`.as('attempt_id')])
    .groupBy(['competency_id', 'student_id'])
    .as('latest');
  const rows = await db
    .selectFrom(latest)
    .innerJoin('attempt_totals', 'attempt_totals.attempt_id', 'latest.attempt_id')
    .select([
      'latest.competency_id',
      sql<number>`avg(100.0 * mark_hundredths / marked_max_hundredths)`.as('mean'),
    ])
    .where((build) =>
      build.exists(
        build
          .selectFrom('candidates')
          .innerJoin('students', 'students.id', 'candidates.student_id')
          .select('candidates.id')
          .whereRef('candidates.student_id', '=', 'latest.student_id')
          .whereRef('candidates.competency_id', '=', 'latest.competency_id')
          .where('candidates.status', '!=', 'left')
          .where('candidates.deleted_at', 'is', null)
          .where('students.deleted_at', 'is', null),
      ),
    )
    .groupBy('latest.competency_id')
    .execute();
  return new Map(rows.map((row) => [row.competency_id, row.mean]));
}

/** Day of the last session of each competency that is not still to come. */
export async function listLastSessions(db: Db, today: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sessions')
    .select(['competency_id', (select) => select.fn.max('date').as('last')])
    .where('deleted_at', 'is', null)
    .where('date', '<=', today)
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
