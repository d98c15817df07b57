import { isOpenForMarks } from '#shared/domain/assessment/attemptLife.ts';
import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, found } from '../../router/refusal.ts';
import { readAspect, readAttempt, type AspectFacts, type AttemptFacts } from './assessment.repository.ts';
import { formKey, readFormChecks } from './formChecks.repository.ts';

/** An aspect of an attempt that may be marked now. */
export interface OpenCell {
  attempt: AttemptFacts;
  aspect: AspectFacts;
}

/** @throws Refusal `not_found`, `aspect_not_in_attempt`, `mark_wrong_kind`, `attempt_closed`, `form_verified` */
export async function openCell(
  db: Kysely<Schema>,
  ids: { attemptId: string; aspectId: string },
  kind: AspectFacts['kind'],
): Promise<OpenCell> {
  const attempt = found(await readAttempt(db, ids.attemptId), 'attempt');
  const aspect = found(await readAspect(db, ids.aspectId), 'aspect');
  const isInScope =
    aspect.schemeId === attempt.schemeId &&
    (attempt.subCriterionIds === null || attempt.subCriterionIds.has(aspect.subCriterionId));
  if (!isInScope) throw new Refusal('aspect_not_in_attempt', 'the attempt does not contain the aspect');
  if (aspect.kind !== kind) throw new Refusal('mark_wrong_kind', `the aspect is not a ${kind}`);
  if (!isOpenForMarks(attempt.state)) {
    throw new Refusal('attempt_closed', 'the result is not open for marks', { state: attempt.state });
  }
  const check = (await readFormChecks(db, [attempt.id])).get(formKey(attempt.id, aspect.subCriterionId));
  if (check?.record.state === 'verified') {
    throw new Refusal('form_verified', 'a second person has verified the sub-criterion');
  }
  return { attempt, aspect };
}
