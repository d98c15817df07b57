import { sql, type Kysely, type Transaction } from 'kysely';
import type { PendingChange } from '../changes/work.ts';
import type { AttemptSectionTotalTable, AttemptTotalTable, Schema } from '../schema.ts';

interface AspectMark {
  sub_criterion_id: string;
  section_number: number | null;
  max_hundredths: number;
  outcome: string | null;
  mark_hundredths: number | null;
}

interface AttemptScope {
  id: string;
  scheme_id: string;
  sub_criterion_ids_json: string | null;
}

/** Aspects of the attempt's scope, each with its mark if it has one. */
async function readScope(db: Kysely<Schema>, attempt: AttemptScope): Promise<AspectMark[]> {
  const rows = await db
    .selectFrom('aspects')
    .leftJoin(
      (from) =>
        from
          .selectFrom('marks')
          .select(['marks.aspect_id', 'marks.outcome', 'marks.mark_hundredths'])
          .where('marks.attempt_id', '=', attempt.id)
          .where('marks.deleted_at', 'is', null)
          .as('given'),
      (join) => join.onRef('given.aspect_id', '=', 'aspects.id'),
    )
    .select([
      'aspects.sub_criterion_id',
      'aspects.section_number',
      'aspects.max_hundredths',
      'given.outcome',
      'given.mark_hundredths',
    ])
    .where('aspects.scheme_id', '=', attempt.scheme_id)
    .where('aspects.deleted_at', 'is', null)
    .execute();
  if (attempt.sub_criterion_ids_json === null) return rows;
  const scope = new Set(JSON.parse(attempt.sub_criterion_ids_json) as string[]);
  return rows.filter((row) => scope.has(row.sub_criterion_id));
}

/** Adds up one attempt. Only marked aspects count towards `marked_max`: not attempted is not zero. */
export function sumAttempt(
  attemptId: string,
  aspects: readonly AspectMark[],
): { total: AttemptTotalTable; sections: AttemptSectionTotalTable[] } {
  const total: AttemptTotalTable = {
    attempt_id: attemptId,
    mark_hundredths: 0,
    marked_max_hundredths: 0,
    scope_max_hundredths: 0,
    marked_count: 0,
    not_attempted_count: 0,
    scope_count: aspects.length,
  };
  const sections = new Map<number, AttemptSectionTotalTable>();
  for (const aspect of aspects) {
    total.scope_max_hundredths += aspect.max_hundredths;
    if (aspect.outcome === 'not_attempted') total.not_attempted_count += 1;
    if (aspect.outcome !== 'marked') continue;
    const mark = aspect.mark_hundredths ?? 0;
    total.marked_count += 1;
    total.mark_hundredths += mark;
    total.marked_max_hundredths += aspect.max_hundredths;
    const number = aspect.section_number;
    if (number === null) continue;
    const section = sections.get(number) ?? {
      attempt_id: attemptId,
      section_number: number,
      mark_hundredths: 0,
      marked_max_hundredths: 0,
    };
    section.mark_hundredths += mark;
    section.marked_max_hundredths += aspect.max_hundredths;
    sections.set(number, section);
  }
  return { total, sections: [...sections.values()] };
}

async function refreshOne(db: Transaction<Schema>, attempt: AttemptScope): Promise<void> {
  const { total, sections } = sumAttempt(attempt.id, await readScope(db, attempt));
  const { attempt_id: _, ...values } = total;
  await db
    .insertInto('attempt_totals')
    .values(total)
    .onConflict((conflict) => conflict.column('attempt_id').doUpdateSet(values))
    .execute();
  await db.deleteFrom('attempt_section_totals').where('attempt_id', '=', attempt.id).execute();
  if (sections.length > 0) await db.insertInto('attempt_section_totals').values(sections).execute();
}

async function touchedAttempts(
  db: Transaction<Schema>,
  changes: readonly PendingChange[],
): Promise<string[]> {
  const attempts = new Set<string>();
  const lookUp: string[] = [];
  for (const change of changes) {
    if (change.entity === 'attempts') attempts.add(change.rowId);
    if (change.entity !== 'marks') continue;
    const attempt = change.fields['attempt_id']?.[1];
    if (typeof attempt === 'string') attempts.add(attempt);
    else lookUp.push(change.rowId);
  }
  for (let from = 0; from < lookUp.length; from += 500) {
    const rows = await db
      .selectFrom('marks')
      .select('attempt_id')
      .distinct()
      .where('id', 'in', lookUp.slice(from, from + 500))
      .execute();
    for (const row of rows) attempts.add(row.attempt_id);
  }
  return [...attempts];
}

/** Adds up the attempts that an action touched, in the same transaction, so that sums never disagree with marks. */
export async function refreshAttemptTotals(
  db: Transaction<Schema>,
  changes: readonly PendingChange[],
): Promise<void> {
  const ids = await touchedAttempts(db, changes);
  for (let from = 0; from < ids.length; from += 500) {
    const attempts = await db
      .selectFrom('attempts')
      .select(['id', 'scheme_id', 'sub_criterion_ids_json'])
      .where('id', 'in', ids.slice(from, from + 500))
      .execute();
    for (const attempt of attempts) await refreshOne(db, attempt);
  }
}

/** Adds up every attempt anew, for tests and after repairs. */
export async function rebuildAttemptTotals(db: Transaction<Schema>): Promise<void> {
  await db.deleteFrom('attempt_section_totals').execute();
  await db.deleteFrom('attempt_totals').execute();
  const attempts = await db
    .selectFrom('attempts')
    .select(['id', 'scheme_id', 'sub_criterion_ids_json'])
    .orderBy(sql`id`)
    .execute();
  for (const attempt of attempts) await refreshOne(db, attempt);
}
