import type { Kysely, Selectable } from 'kysely';
import type { FormRecord, MarkingFormState } from '#shared/domain/assessment/formLife.ts';
import type { FormCheckTable } from '../../database/schema/assessment.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** A row of a marking form with what it says. */
export interface FormCheck {
  row: Selectable<FormCheckTable>;
  record: FormRecord;
}

/** Key of the marking form of a sub-criterion and an attempt. */
export const formKey = (attemptId: string, subCriterionId: string): string =>
  `${attemptId} ${subCriterionId}`;

const AT_ONCE = 500;

/** Marking forms with steps of their own, by {@link formKey}. */
export async function readFormChecks(db: Db, attemptIds: readonly string[]): Promise<Map<string, FormCheck>> {
  const checks = new Map<string, FormCheck>();
  for (let from = 0; from < attemptIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('form_checks')
      .selectAll()
      .where('attempt_id', 'in', attemptIds.slice(from, from + AT_ONCE))
      .where('deleted_at', 'is', null)
      .execute();
    for (const row of rows) {
      checks.set(formKey(row.attempt_id, row.sub_criterion_id), {
        row,
        record: {
          state: row.status as MarkingFormState,
          completedBy: row.completed_by,
          verifiedBy: row.verified_by,
        },
      });
    }
  }
  return checks;
}

/** Sub-criteria of a scheme that have aspects, with their number, in the order of the scheme. */
export async function listFormsOfScheme(
  db: Db,
  schemeId: string,
): Promise<{ subCriterionId: string; aspectCount: number }[]> {
  const rows = await db
    .selectFrom('sub_criteria')
    .innerJoin('criteria', 'criteria.id', 'sub_criteria.criterion_id')
    .innerJoin('aspects', 'aspects.sub_criterion_id', 'sub_criteria.id')
    .select(['sub_criteria.id', (select) => select.fn.countAll<number | string>().as('count')])
    .where('sub_criteria.scheme_id', '=', schemeId)
    .where('sub_criteria.deleted_at', 'is', null)
    .where('aspects.deleted_at', 'is', null)
    .groupBy(['sub_criteria.id', 'sub_criteria.position', 'criteria.position'])
    .orderBy('criteria.position')
    .orderBy('sub_criteria.position')
    .execute();
  return rows.map((row) => ({ subCriterionId: row.id, aspectCount: Number(row.count) }));
}

/** Aspects with a mark or noted as not attempted, by {@link formKey}. */
export async function countFilledForms(db: Db, attemptIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let from = 0; from < attemptIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('marks')
      .innerJoin('aspects', 'aspects.id', 'marks.aspect_id')
      .select([
        'marks.attempt_id',
        'aspects.sub_criterion_id',
        (select) => select.fn.countAll<number | string>().as('count'),
      ])
      .where('marks.attempt_id', 'in', attemptIds.slice(from, from + AT_ONCE))
      .where('marks.deleted_at', 'is', null)
      .groupBy(['marks.attempt_id', 'aspects.sub_criterion_id'])
      .execute();
    for (const row of rows) counts.set(formKey(row.attempt_id, row.sub_criterion_id), Number(row.count));
  }
  return counts;
}
