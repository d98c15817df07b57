import type { Kysely } from 'kysely';
import type { ContestForm } from '#shared/contract/contest.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** A sub-criterion of a scheme. */
export interface FormRow {
  schemeId: string;
  subCriterionId: string;
  code: string;
  name: string;
  schemeDay: number | null;
  aspectCount: number;
}

/** Sub-criteria of schemes with the number of their aspects, in the order of the scheme. */
export async function listForms(db: Db, schemeIds: readonly string[]): Promise<FormRow[]> {
  if (schemeIds.length === 0) return [];
  const rows = await db
    .selectFrom('sub_criteria')
    .innerJoin('criteria', 'criteria.id', 'sub_criteria.criterion_id')
    .innerJoin('aspects', 'aspects.sub_criterion_id', 'sub_criteria.id')
    .select([
      'sub_criteria.id',
      'sub_criteria.scheme_id',
      'sub_criteria.code',
      'sub_criteria.name',
      'sub_criteria.marking_day',
      (select) => select.fn.countAll<number | string>().as('count'),
    ])
    .where('sub_criteria.scheme_id', 'in', schemeIds)
    .where('sub_criteria.deleted_at', 'is', null)
    .where('aspects.deleted_at', 'is', null)
    .groupBy([
      'sub_criteria.id',
      'sub_criteria.scheme_id',
      'sub_criteria.code',
      'sub_criteria.name',
      'sub_criteria.marking_day',
      'sub_criteria.position',
      'criteria.position',
    ])
    .orderBy('criteria.position')
    .orderBy('sub_criteria.position')
    .execute();
  return rows.map((row) => ({
    schemeId: row.scheme_id,
    subCriterionId: row.id,
    code: row.code,
    name: row.name,
    schemeDay: row.marking_day,
    aspectCount: Number(row.count),
  }));
}

/** Days of marking that were set for an entry, by sub-criterion; the row's id comes with it. */
export async function listDays(
  db: Db,
  entryIds: readonly string[],
): Promise<{ id: string; entryId: string; subCriterionId: string; day: number | null }[]> {
  if (entryIds.length === 0) return [];
  const rows = await db
    .selectFrom('marking_days')
    .select(['id', 'entry_id', 'sub_criterion_id', 'day'])
    .where('entry_id', 'in', entryIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    entryId: row.entry_id,
    subCriterionId: row.sub_criterion_id,
    day: row.day,
  }));
}

/** Number of judges by session and sub-criterion; the empty key stands for the whole session. */
async function countJudges(db: Db, sessionIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  if (sessionIds.length === 0) return counts;
  const rows = await db
    .selectFrom('session_judges')
    .select(['session_id', 'sub_criterion_id'])
    .where('session_id', 'in', sessionIds)
    .where('role', '=', 'judge')
    .where('deleted_at', 'is', null)
    .execute();
  for (const row of rows) {
    const key = `${row.session_id} ${row.sub_criterion_id ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** An entry as far as its forms go. */
export interface FormOwner {
  id: string;
  schemeId: string | null;
  sessionId: string | null;
}

/** Forms of entries: day and number of judges as they hold at the championship. */
export async function listContestForms(
  db: Db,
  entries: readonly FormOwner[],
): Promise<Map<string, ContestForm[]>> {
  const schemeIds = [...new Set(entries.flatMap((entry) => entry.schemeId ?? []))];
  const forms = Map.groupBy(await listForms(db, schemeIds), (form) => form.schemeId);
  const days = await listDays(
    db,
    entries.map((entry) => entry.id),
  );
  const own = new Map(days.map((row) => [`${row.entryId} ${row.subCriterionId}`, row.day]));
  const judges = await countJudges(
    db,
    entries.flatMap((entry) => entry.sessionId ?? []),
  );
  const toForm = (entry: FormOwner, form: FormRow): ContestForm => {
    const key = `${entry.id} ${form.subCriterionId}`;
    const session = entry.sessionId ?? '';
    return {
      subCriterionId: form.subCriterionId,
      code: form.code,
      name: form.name,
      day: own.has(key) ? (own.get(key) ?? null) : form.schemeDay,
      isDayOwn: own.has(key),
      aspectCount: form.aspectCount,
      judgeCount: judges.get(`${session} ${form.subCriterionId}`) ?? judges.get(`${session} `) ?? 0,
    };
  };
  return new Map(
    entries.map((entry) => [
      entry.id,
      (forms.get(entry.schemeId ?? '') ?? []).map((form) => toForm(entry, form)),
    ]),
  );
}

/** Filled aspects of attempts by attempt and sub-criterion: one query a competency, counted by the database. */
export async function countFilled(db: Db, sessionIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const sessionId of sessionIds) {
    const rows = await db
      .selectFrom('attempts')
      .innerJoin('marks', 'marks.attempt_id', 'attempts.id')
      .innerJoin('aspects', 'aspects.id', 'marks.aspect_id')
      .select([
        'marks.attempt_id',
        'aspects.sub_criterion_id',
        (select) => select.fn.countAll<number | string>().as('count'),
      ])
      .where('attempts.session_id', '=', sessionId)
      .where('attempts.deleted_at', 'is', null)
      .where('marks.deleted_at', 'is', null)
      .groupBy(['marks.attempt_id', 'aspects.sub_criterion_id'])
      .execute();
    for (const row of rows) counts.set(`${row.attempt_id} ${row.sub_criterion_id}`, Number(row.count));
  }
  return counts;
}

/** Marking forms that a second person has verified on their own, as attempt and sub-criterion. */
export async function listVerifiedForms(db: Db, sessionIds: readonly string[]): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('form_checks', 'form_checks.attempt_id', 'attempts.id')
    .select(['form_checks.attempt_id', 'form_checks.sub_criterion_id'])
    .where('attempts.session_id', 'in', sessionIds)
    .where('form_checks.status', '=', 'verified')
    .where('form_checks.deleted_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => `${row.attempt_id} ${row.sub_criterion_id}`));
}

/** Rows of judges that are named for single sub-criteria of a session. */
export async function listFormTeams(db: Db, sessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('session_judges')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('sub_criterion_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}
