import type { Kysely, Transaction } from 'kysely';
import type { PendingChange } from '../changes/work.ts';
import type { AttemptSectionTotalTable, AttemptTotalTable, Schema } from '../schema.ts';

interface ScopedAspect {
  id: string;
  sub_criterion_id: string;
  section_number: number | null;
  max_hundredths: number;
}

interface GivenMark {
  outcome: string;
  mark_hundredths: number | null;
}

type AspectMark = ScopedAspect & { given: GivenMark | undefined };

interface AttemptScope {
  id: string;
  scheme_id: string;
  sub_criterion_ids_json: string | null;
}

/** Aspects of schemes, each scheme read once in a refresh: many attempts share one. */
class SchemeAspects {
  readonly #db: Kysely<Schema>;
  readonly #known = new Map<string, ScopedAspect[]>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async listOf(attempt: AttemptScope): Promise<ScopedAspect[]> {
    const aspects = this.#known.get(attempt.scheme_id) ?? (await this.#read(attempt.scheme_id));
    if (attempt.sub_criterion_ids_json === null) return aspects;
    const scope = new Set(JSON.parse(attempt.sub_criterion_ids_json) as string[]);
    return aspects.filter((aspect) => scope.has(aspect.sub_criterion_id));
  }

  async #read(schemeId: string): Promise<ScopedAspect[]> {
    const aspects = await this.#db
      .selectFrom('aspects')
      .select(['id', 'sub_criterion_id', 'section_number', 'max_hundredths'])
      .where('scheme_id', '=', schemeId)
      .where('deleted_at', 'is', null)
      .execute();
    this.#known.set(schemeId, aspects);
    return aspects;
  }
}

/** Aspects of the attempt's scope, each with its mark if it has one. */
async function readScope(
  db: Kysely<Schema>,
  schemes: SchemeAspects,
  attempt: AttemptScope,
): Promise<AspectMark[]> {
  const aspects = await schemes.listOf(attempt);
  const marks = await db
    .selectFrom('marks')
    .select(['aspect_id', 'outcome', 'mark_hundredths'])
    .where('attempt_id', '=', attempt.id)
    .where('deleted_at', 'is', null)
    .execute();
  const byAspect = new Map(marks.map((mark) => [mark.aspect_id, mark]));
  return aspects.map((aspect) => ({ ...aspect, given: byAspect.get(aspect.id) }));
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
    if (aspect.given?.outcome === 'not_attempted') total.not_attempted_count += 1;
    if (aspect.given?.outcome !== 'marked') continue;
    const mark = aspect.given.mark_hundredths ?? 0;
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

async function refreshOne(
  db: Transaction<Schema>,
  schemes: SchemeAspects,
  attempt: AttemptScope,
): Promise<void> {
  const { total, sections } = sumAttempt(attempt.id, await readScope(db, schemes, attempt));
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
  const schemes = new SchemeAspects(db);
  for (let from = 0; from < ids.length; from += 500) {
    const attempts = await db
      .selectFrom('attempts')
      .select(['id', 'scheme_id', 'sub_criterion_ids_json'])
      .where('id', 'in', ids.slice(from, from + 500))
      .execute();
    for (const attempt of attempts) await refreshOne(db, schemes, attempt);
  }
}
