import type { Kysely, Selectable } from 'kysely';
import type { Calculation } from '#shared/domain/schemes/calculation.ts';
import type { SchemeCalculation } from '#shared/domain/schemes/schemeDocument.ts';
import type { JudgeScoreTable } from '../../database/schema/assessment.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { AspectTable } from '../../database/schema/schemes.ts';
import type { MarkTable } from '../../database/schema/training.ts';
import { listJudgeScores } from './assessment.repository.ts';

type Db = Kysely<Schema>;
type MarkColumns = 'outcome' | 'mark_hundredths' | 'score' | 'measured_json';

/** An aspect with the mark of one attempt and the judges' scores behind it. */
export type MarkedAspectRow = Pick<
  Selectable<AspectTable>,
  'id' | 'kind' | 'description' | 'max_hundredths'
> & {
  [K in MarkColumns]: MarkTable[K] | null;
} & {
  calculation: Calculation | null;
  scores: Selectable<JudgeScoreTable>[];
};

export interface MarkedSubCriterion {
  id: string;
  code: string;
  name: string;
  aspects: MarkedAspectRow[];
}

/** A scheme with the marks of one attempt, in the order of the scheme. */
export interface MarkedScheme {
  title: string;
  criteria: { code: string; name: string; subCriteria: MarkedSubCriterion[] }[];
}

async function readAspectRows(db: Db, schemeId: string, attemptId: string) {
  return db
    .selectFrom('aspects')
    .leftJoin(
      (from) =>
        from
          .selectFrom('marks')
          .select(['aspect_id', 'outcome', 'mark_hundredths', 'score', 'measured_json'])
          .where('attempt_id', '=', attemptId)
          .where('deleted_at', 'is', null)
          .as('given'),
      (join) => join.onRef('given.aspect_id', '=', 'aspects.id'),
    )
    .select([
      'aspects.id',
      'aspects.kind',
      'aspects.description',
      'aspects.max_hundredths',
      'aspects.sub_criterion_id',
      'aspects.calculation_index',
      'given.outcome',
      'given.mark_hundredths',
      'given.score',
      'given.measured_json',
    ])
    .where('aspects.scheme_id', '=', schemeId)
    .where('aspects.deleted_at', 'is', null)
    .orderBy('aspects.position')
    .execute();
}

async function readAspects(
  db: Db,
  scheme: { id: string; calculations: readonly SchemeCalculation[] },
  attemptId: string,
): Promise<Map<string, MarkedAspectRow[]>> {
  const scores = Map.groupBy(await listJudgeScores(db, [attemptId]), (row) => row.aspect_id);
  const rows = await readAspectRows(db, scheme.id, attemptId);
  const groups = Map.groupBy(rows, (row) => row.sub_criterion_id);
  return new Map(
    [...groups].map(([subCriterionId, own]) => [
      subCriterionId,
      own.map((row) => {
        const index = row.calculation_index;
        return {
          ...row,
          calculation: index === null ? null : (scheme.calculations[index]?.calculation ?? null),
          scores: scores.get(row.id) ?? [],
        };
      }),
    ]),
  );
}

/** Reads a scheme, of whatever age, with the marks of one attempt. */
export async function readMarkedScheme(db: Db, schemeId: string, attemptId: string): Promise<MarkedScheme> {
  const scheme = await db
    .selectFrom('schemes')
    .select(['id', 'title', 'calculations_json'])
    .where('id', '=', schemeId)
    .executeTakeFirstOrThrow();
  const calculations = JSON.parse(scheme.calculations_json) as SchemeCalculation[];
  const aspects = await readAspects(db, { id: schemeId, calculations }, attemptId);
  const forms = await db
    .selectFrom('sub_criteria')
    .selectAll()
    .where('scheme_id', '=', schemeId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute();
  const criteria = await db
    .selectFrom('criteria')
    .selectAll()
    .where('scheme_id', '=', schemeId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute();
  const subCriteria = Map.groupBy(forms, (row) => row.criterion_id);
  return {
    title: scheme.title,
    criteria: criteria.map((criterion) => ({
      code: criterion.code,
      name: criterion.name,
      subCriteria: (subCriteria.get(criterion.id) ?? []).map((row) => ({
        id: row.id,
        code: row.code,
        name: row.name,
        aspects: aspects.get(row.id) ?? [],
      })),
    })),
  };
}
