import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';
import { NO_RESULT, markedAttempts } from './insight.repository.ts';

type Db = Kysely<Schema>;

/** Marks of a section. */
export interface SectionSum {
  studentId: string;
  section: number;
  mark: number;
  max: number;
  /** Latest day with marks of the section. */
  last: string;
}

/** Marks per student and section since a day; of some students, or of all. */
export async function listSectionSums(
  db: Db,
  competencyId: string,
  { from, studentIds }: { from: string; studentIds?: readonly string[] },
): Promise<SectionSum[]> {
  // The sums know competency, student and day of their attempts: their indexes lead straight to a squad or a student.
  const rows = await db
    .selectFrom('attempt_totals')
    .innerJoin('attempts', 'attempts.id', 'attempt_totals.attempt_id')
    .innerJoin('attempt_section_totals', 'attempt_section_totals.attempt_id', 'attempt_totals.attempt_id')
    .select([
      'attempt_totals.student_id',
      'attempt_section_totals.section_number',
      (select) => select.fn.sum<number | string>('attempt_section_totals.mark_hundredths').as('mark'),
      (select) => select.fn.sum<number | string>('attempt_section_totals.marked_max_hundredths').as('max'),
      (select) => select.fn.max('attempt_totals.date').as('last'),
    ])
    .where('attempt_totals.competency_id', '=', competencyId)
    .where('attempt_totals.date', '>=', from)
    .where('attempt_totals.marked_max_hundredths', '>', 0)
    .where('attempts.status', 'not in', NO_RESULT)
    .$if(studentIds !== undefined, (query) =>
      query.where('attempt_totals.student_id', 'in', studentIds ?? []),
    )
    .groupBy(['attempt_totals.student_id', 'attempt_section_totals.section_number'])
    .execute();
  const own = rows.map((row) => ({
    studentId: row.student_id,
    section: row.section_number,
    mark: Number(row.mark),
    max: Number(row.max),
    last: row.last,
  }));
  return addSums(own, await listSumsOfMates(db, competencyId, { from, studentIds }));
}

/** Marks of a section, of all students together. */
export interface SquadSum {
  mark: number;
  max: number;
}

/** Section sums of a competency since a day, straight from the sums: an index holds all of it. */
function sectionSumsSince(db: Db, competencyId: string, from: string) {
  return db
    .selectFrom('attempt_section_totals')
    .select([
      'attempt_section_totals.section_number',
      (select) => select.fn.sum<number | string>('attempt_section_totals.mark_hundredths').as('mark'),
      (select) => select.fn.sum<number | string>('attempt_section_totals.marked_max_hundredths').as('max'),
    ])
    .where('attempt_section_totals.competency_id', '=', competencyId)
    .where('attempt_section_totals.date', '>=', from)
    .groupBy('attempt_section_totals.section_number');
}

/** Marks of the whole squad per section since a day: what {@link listSectionSums} gives for all students together. */
export async function listSquadSums(
  db: Db,
  competencyId: string,
  from: string,
): Promise<Map<number, SquadSum>> {
  const sums = new Map<number, SquadSum>();
  const add = (section: number, mark: number, max: number): void => {
    const sum = sums.get(section) ?? { mark: 0, max: 0 };
    sums.set(section, { mark: sum.mark + mark, max: sum.max + max });
  };
  const all = await sectionSumsSince(db, competencyId, from).execute();
  for (const row of all) add(row.section_number, Number(row.mark), Number(row.max));
  // Few results do not count; they are taken out again.
  const left = await db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('attempt_section_totals', 'attempt_section_totals.attempt_id', 'attempts.id')
    .select([
      'attempt_section_totals.section_number',
      'attempt_section_totals.mark_hundredths',
      'attempt_section_totals.marked_max_hundredths',
    ])
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.date', '>=', from)
    .where('attempts.status', 'in', NO_RESULT)
    .execute();
  for (const row of left) add(row.section_number, -row.mark_hundredths, -row.marked_max_hundredths);
  const mates = await listSumsOfMates(db, competencyId, { from, studentIds: undefined });
  for (const { section, mark, max } of mates) add(section, mark, max);
  return sums;
}

/** Marks per section since a day of the members of teams beside the one that a result is on record under. */
async function listSumsOfMates(
  db: Db,
  competencyId: string,
  { from, studentIds }: { from: string; studentIds: readonly string[] | undefined },
): Promise<SectionSum[]> {
  const rows = await markedAttempts(db)
    .innerJoin('competitors', 'competitors.attempt_id', 'attempts.id')
    .innerJoin('competitor_members', 'competitor_members.competitor_id', 'competitors.id')
    .innerJoin('attempt_section_totals', 'attempt_section_totals.attempt_id', 'attempts.id')
    .select([
      'competitor_members.student_id',
      'attempt_section_totals.section_number',
      'attempt_section_totals.mark_hundredths',
      'attempt_section_totals.marked_max_hundredths',
      'sessions.date',
    ])
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.date', '>=', from)
    .$if(studentIds !== undefined, (query) =>
      query.where('competitor_members.student_id', 'in', studentIds ?? []),
    )
    .where('competitors.deleted_at', 'is', null)
    .where('competitor_members.deleted_at', 'is', null)
    .whereRef('competitor_members.student_id', '<>', 'attempts.student_id')
    .execute();
  return rows.map((row) => ({
    studentId: row.student_id,
    section: row.section_number,
    mark: row.mark_hundredths,
    max: row.marked_max_hundredths,
    last: row.date,
  }));
}

const joinSums = (one: SectionSum, other: SectionSum): SectionSum => ({
  ...one,
  mark: one.mark + other.mark,
  max: one.max + other.max,
  last: one.last > other.last ? one.last : other.last,
});

/** Adds up sums of the same student and section. */
function addSums(own: readonly SectionSum[], more: readonly SectionSum[]): SectionSum[] {
  if (more.length === 0) return [...own];
  const sums = new Map<string, SectionSum>();
  for (const sum of [...own, ...more]) {
    const key = `${sum.studentId} ${sum.section}`;
    const old = sums.get(key);
    sums.set(key, old ? joinSums(old, sum) : sum);
  }
  return [...sums.values()];
}
