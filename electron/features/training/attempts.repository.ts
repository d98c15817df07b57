import type { Kysely, Selectable } from 'kysely';
import type { AttemptRow, AttemptTotals, StoredMark } from '#shared/contract/training.ts';
import type { AttemptState } from '#shared/domain/assessment/attemptLife.ts';
import type { AspectMarking } from '#shared/domain/assessment/markRule.ts';
import { allowsPartialMark } from '#shared/domain/assessment/measuredMark.ts';
import type { SchemeCalculation } from '#shared/domain/schemes/schemeDocument.ts';
import type { FormCheckTable } from '../../database/schema/assessment.ts';
import type { AttemptTotalTable } from '../../database/schema/records.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { readTeams, type Team } from '../../database/teamAttempts.ts';
import type { MarkTable } from '../../database/schema/training.ts';

type Db = Kysely<Schema>;

function attemptQuery(db: Db) {
  return db
    .selectFrom('attempts')
    .innerJoin('students', 'students.id', 'attempts.student_id')
    .innerJoin('schemes', 'schemes.id', 'attempts.scheme_id')
    .leftJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .select([
      'attempts.id',
      'attempts.session_id',
      'attempts.student_id',
      'attempts.scheme_id',
      'attempts.sub_criterion_ids_json',
      'attempts.status',
      'attempts.duration_minutes',
      'attempts.notes',
      'students.surname',
      'students.given_name',
      'students.patronymic',
      'schemes.title',
      'attempt_totals.mark_hundredths',
      'attempt_totals.marked_max_hundredths',
      'attempt_totals.scope_max_hundredths',
      'attempt_totals.marked_count',
      'attempt_totals.not_attempted_count',
      'attempt_totals.scope_count',
    ])
    .where('attempts.deleted_at', 'is', null);
}

type RawAttempt = Awaited<ReturnType<ReturnType<typeof attemptQuery>['execute']>>[number];

type SumColumn = Extract<keyof AttemptTotalTable, `${string}_hundredths` | `${string}_count`>;
type SumColumns = Record<SumColumn, number | null>;

/** Sums as the contract writes them; an attempt whose sums are not there yet has none. */
const toSums = (row: SumColumns): Omit<AttemptTotals, 'attemptId'> => ({
  markHundredths: row.mark_hundredths ?? 0,
  markedMaxHundredths: row.marked_max_hundredths ?? 0,
  scopeMaxHundredths: row.scope_max_hundredths ?? 0,
  markedCount: row.marked_count ?? 0,
  notAttemptedCount: row.not_attempted_count ?? 0,
  scopeCount: row.scope_count ?? 0,
});

const NO_SUMS: SumColumns = {
  mark_hundredths: null,
  marked_max_hundredths: null,
  scope_max_hundredths: null,
  marked_count: null,
  not_attempted_count: null,
  scope_count: null,
};

interface OfAttempt {
  verifiedForms: string[];
  /** Undefined: one person. */
  team: Team | undefined;
}

const toAttempt = (row: RawAttempt, { verifiedForms, team }: OfAttempt): AttemptRow => ({
  id: row.id,
  sessionId: row.session_id,
  studentId: row.student_id,
  schemeId: row.scheme_id,
  surname: team?.label ?? row.surname,
  givenName: team ? '' : row.given_name,
  patronymic: team ? '' : row.patronymic,
  memberNames: team?.memberNames ?? [],
  memberIds: team?.memberIds ?? [],
  schemeTitle: row.title,
  subCriterionIds:
    row.sub_criterion_ids_json === null ? null : (JSON.parse(row.sub_criterion_ids_json) as string[]),
  status: row.status as AttemptRow['status'],
  durationMinutes: row.duration_minutes,
  notes: row.notes,
  verifiedSubCriterionIds: verifiedForms,
  ...toSums(row),
});

/** Sub-criteria that a second person has verified on their own, by attempt. */
async function listVerifiedForms(db: Db, sessionId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('form_checks', 'form_checks.attempt_id', 'attempts.id')
    .select(['form_checks.attempt_id', 'form_checks.sub_criterion_id'])
    .where('attempts.session_id', '=', sessionId)
    .where('form_checks.status', '=', 'verified')
    .where('form_checks.deleted_at', 'is', null)
    .execute();
  const byAttempt = Map.groupBy(rows, (row) => row.attempt_id);
  return new Map([...byAttempt].map(([id, own]) => [id, own.map((row) => row.sub_criterion_id)]));
}

/** Attempts of a session, of one scheme or of all, in the order they were started. */
export async function listAttempts(db: Db, sessionId: string, schemeId?: string): Promise<AttemptRow[]> {
  let query = attemptQuery(db).where('attempts.session_id', '=', sessionId);
  if (schemeId) query = query.where('attempts.scheme_id', '=', schemeId);
  const rows = await query.orderBy('attempts.id').execute();
  const forms = await listVerifiedForms(db, sessionId);
  const teams = await readTeams(db, sessionId);
  return rows.map((row) =>
    toAttempt(row, { verifiedForms: forms.get(row.id) ?? [], team: teams.get(row.id) }),
  );
}

/** Marks of attempts that are not empty. */
export async function listMarks(db: Db, attemptIds: readonly string[]): Promise<StoredMark[]> {
  if (attemptIds.length === 0) return [];
  const rows = await db
    .selectFrom('marks')
    .select(['attempt_id', 'aspect_id', 'outcome', 'mark_hundredths', 'score', 'measured_json'])
    .where('attempt_id', 'in', attemptIds)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(toMark);
}

/** A stored mark as the contract writes it. */
export function toMark(
  row: Pick<
    Selectable<MarkTable>,
    'attempt_id' | 'aspect_id' | 'outcome' | 'mark_hundredths' | 'score' | 'measured_json'
  >,
): StoredMark {
  return {
    attemptId: row.attempt_id,
    aspectId: row.aspect_id,
    outcome: row.outcome as StoredMark['outcome'],
    markHundredths: row.mark_hundredths,
    score: row.score,
    measured: row.measured_json === null ? null : (JSON.parse(row.measured_json) as StoredMark['measured']),
  };
}

/** What marking needs to know of an attempt. */
export interface AttemptScope {
  id: string;
  sessionId: string;
  schemeId: string;
  state: AttemptState;
  /** Null: the whole scheme. */
  subCriterionIds: ReadonlySet<string> | null;
}

/** Attempts that are there, by id. */
export async function readScopes(db: Db, attemptIds: readonly string[]): Promise<Map<string, AttemptScope>> {
  const rows = await db
    .selectFrom('attempts')
    .select(['id', 'session_id', 'scheme_id', 'status', 'sub_criterion_ids_json'])
    .where('id', 'in', attemptIds)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        sessionId: row.session_id,
        schemeId: row.scheme_id,
        state: row.status as AttemptState,
        subCriterionIds:
          row.sub_criterion_ids_json === null
            ? null
            : new Set(JSON.parse(row.sub_criterion_ids_json) as string[]),
      },
    ]),
  );
}

/** What marking needs to know of an aspect. */
export interface AspectRule extends AspectMarking {
  id: string;
  schemeId: string;
  subCriterionId: string;
}

interface SchemeRule {
  calculations: SchemeCalculation[];
  allowsPartial: boolean;
}

async function readSchemeRules(db: Db, schemeIds: readonly string[]): Promise<Map<string, SchemeRule>> {
  const rows = await db
    .selectFrom('schemes')
    .select(['id', 'calculations_json', 'allows_partial'])
    .where('id', 'in', schemeIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        calculations: JSON.parse(row.calculations_json) as SchemeCalculation[],
        allowsPartial: row.allows_partial !== 0,
      },
    ]),
  );
}

/**
 * Aspects of these schemes by id.
 * @param aspectIds only these; all of them when missing
 */
export async function readAspects(
  db: Db,
  schemeIds: readonly string[],
  aspectIds?: readonly string[],
): Promise<Map<string, AspectRule>> {
  const schemes = await readSchemeRules(db, schemeIds);
  const query = db
    .selectFrom('aspects')
    .select([
      'id',
      'scheme_id',
      'sub_criterion_id',
      'kind',
      'max_hundredths',
      'calculation_index',
      'extra_rows_json',
    ])
    .where('scheme_id', 'in', schemeIds)
    .where('deleted_at', 'is', null);
  const rows = await (aspectIds === undefined ? query : query.where('id', 'in', aspectIds)).execute();
  return new Map(
    rows.map((row) => {
      const scheme = schemes.get(row.scheme_id);
      const index = row.calculation_index;
      const calculation = index === null ? null : (scheme?.calculations[index]?.calculation ?? null);
      const aspect = { calculation, hasExtraRows: row.extra_rows_json !== '[]' };
      const rule: AspectRule = {
        id: row.id,
        schemeId: row.scheme_id,
        subCriterionId: row.sub_criterion_id,
        kind: row.kind as AspectRule['kind'],
        maxHundredths: row.max_hundredths,
        calculation,
        allowsPartial: allowsPartialMark(aspect, scheme?.allowsPartial ?? true),
      };
      return [row.id, rule];
    }),
  );
}

/**
 * Where several judges score, so that nobody types a mark over theirs.
 * @returns tells whether more than one judge is named for a sub-criterion in a session
 */
export async function readSharedJudging(
  db: Db,
  sessionIds: readonly string[],
): Promise<(sessionId: string, subCriterionId: string) => boolean> {
  const rows = await db
    .selectFrom('session_judges')
    .select(['session_id', 'sub_criterion_id'])
    .where('session_id', 'in', sessionIds)
    .where('role', '=', 'judge')
    .where('deleted_at', 'is', null)
    .execute();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = markKey(row.session_id, row.sub_criterion_id ?? '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (sessionId, subCriterionId) =>
    (counts.get(markKey(sessionId, subCriterionId)) ?? counts.get(markKey(sessionId, '')) ?? 0) > 1;
}

/**
 * Rows of marks of these attempts, emptied ones too (they are revived), by attempt and aspect.
 * @param aspectIds only of these aspects; of all when missing
 */
export async function readMarkRows(
  db: Db,
  attemptIds: readonly string[],
  aspectIds?: readonly string[],
): Promise<Map<string, Selectable<MarkTable>>> {
  const query = db.selectFrom('marks').selectAll().where('attempt_id', 'in', attemptIds);
  const rows = await (aspectIds === undefined ? query : query.where('aspect_id', 'in', aspectIds)).execute();
  return new Map(rows.map((row) => [markKey(row.attempt_id, row.aspect_id), row]));
}

/** Rows of the marking forms of these attempts that are finished or verified on their own. */
export async function readFormChecks(
  db: Db,
  attemptIds: readonly string[],
): Promise<Selectable<FormCheckTable>[]> {
  return db
    .selectFrom('form_checks')
    .selectAll()
    .where('attempt_id', 'in', attemptIds)
    .where('status', '<>', 'draft')
    .where('deleted_at', 'is', null)
    .execute();
}

/** Key of a cell of the grid. */
export function markKey(attemptId: string, aspectId: string): string {
  return `${attemptId} ${aspectId}`;
}

/** Sums of attempts, in the order asked for. */
export async function readTotals(db: Db, attemptIds: readonly string[]): Promise<AttemptTotals[]> {
  const rows = await db
    .selectFrom('attempt_totals')
    .selectAll()
    .where('attempt_id', 'in', attemptIds)
    .execute();
  const byId = new Map(rows.map((row) => [row.attempt_id, row]));
  return attemptIds.map((attemptId) => ({ attemptId, ...toSums(byId.get(attemptId) ?? NO_SUMS) }));
}

/** Ids of a scheme's sub-criteria. */
export async function listSubCriterionIds(db: Db, schemeId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('sub_criteria')
    .select('id')
    .where('scheme_id', '=', schemeId)
    .where('deleted_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.id));
}
