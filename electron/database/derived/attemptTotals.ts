import type { Kysely, Transaction } from 'kysely';
import type { PendingChange } from '../changes/work.ts';
import type { AttemptSectionTotalTable, AttemptTotalTable } from '../schema/records.ts';
import type { Schema } from '../schema/schema.ts';

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

/** An attempt that is not deleted, with what charts ask of its session. */
interface AttemptScope {
  id: string;
  session_id: string;
  competency_id: string;
  student_id: string;
  scheme_id: string;
  date: string;
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
function sumAttempt(
  attempt: AttemptScope,
  aspects: readonly AspectMark[],
): { total: AttemptTotalTable; sections: AttemptSectionTotalTable[] } {
  const { competency_id, date } = attempt;
  const total: AttemptTotalTable = {
    attempt_id: attempt.id,
    session_id: attempt.session_id,
    competency_id,
    student_id: attempt.student_id,
    scheme_id: attempt.scheme_id,
    date,
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
      attempt_id: attempt.id,
      section_number: number,
      competency_id,
      date,
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
  const { total, sections } = sumAttempt(attempt, await readScope(db, schemes, attempt));
  const { attempt_id: _, ...values } = total;
  await db
    .insertInto('attempt_totals')
    .values(total)
    .onConflict((conflict) => conflict.column('attempt_id').doUpdateSet(values))
    .execute();
  await db.deleteFrom('attempt_section_totals').where('attempt_id', '=', attempt.id).execute();
  if (sections.length > 0) await db.insertInto('attempt_section_totals').values(sections).execute();
}

/** Ids are looked up in parts: a statement takes only so many parameters. */
const IDS_AT_ONCE = 500;

function* inParts(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) yield ids.slice(from, from + IDS_AT_ONCE);
}

/** Attempts that the changes can have touched: themselves, their marks, or their session. */
async function listTouched(db: Transaction<Schema>, changes: readonly PendingChange[]): Promise<string[]> {
  const attempts = new Set<string>();
  const markIds: string[] = [];
  const sessionIds: string[] = [];
  for (const change of changes) {
    if (change.entity === 'attempts') attempts.add(change.rowId);
    if (change.entity === 'sessions' && change.operation === 'update') sessionIds.push(change.rowId);
    if (change.entity !== 'marks') continue;
    const attempt = change.fields['attempt_id']?.[1];
    if (typeof attempt === 'string') attempts.add(attempt);
    else markIds.push(change.rowId);
  }
  for (const ids of inParts(markIds)) {
    const rows = await db
      .selectFrom('marks')
      .select('attempt_id')
      .distinct()
      .where('id', 'in', ids)
      .execute();
    for (const row of rows) attempts.add(row.attempt_id);
  }
  for (const ids of inParts(sessionIds)) {
    const rows = await db.selectFrom('attempts').select('id').where('session_id', 'in', ids).execute();
    for (const row of rows) attempts.add(row.id);
  }
  return [...attempts];
}

async function readLiveAttempts(db: Transaction<Schema>, ids: readonly string[]): Promise<AttemptScope[]> {
  return db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select([
      'attempts.id',
      'attempts.session_id',
      'sessions.competency_id',
      'attempts.student_id',
      'attempts.scheme_id',
      'sessions.date',
      'attempts.sub_criterion_ids_json',
    ])
    .where('attempts.id', 'in', ids)
    .where('attempts.deleted_at', 'is', null)
    .where('sessions.deleted_at', 'is', null)
    .execute();
}

/** Adds up the attempts that an action touched, in the same transaction, so that sums never disagree with marks. */
export async function refreshAttemptTotals(
  db: Transaction<Schema>,
  changes: readonly PendingChange[],
): Promise<void> {
  const schemes = new SchemeAspects(db);
  for (const ids of inParts(await listTouched(db, changes))) {
    const live = await readLiveAttempts(db, ids);
    for (const attempt of live) await refreshOne(db, schemes, attempt);
    const gone = ids.filter((id) => !live.some((attempt) => attempt.id === id));
    if (gone.length === 0) continue;
    await db.deleteFrom('attempt_totals').where('attempt_id', 'in', gone).execute();
    await db.deleteFrom('attempt_section_totals').where('attempt_id', 'in', gone).execute();
  }
}
