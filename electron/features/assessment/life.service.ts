import { takeStep, type AttemptState, type AttemptStep } from '#shared/domain/assessment/attemptLife.ts';
import type { RowPatch, Work } from '../../database/changes/work.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { allThere, readAttempt } from './assessment.repository.ts';
import { assertMayVerifyRest, reopenForms } from './forms.service.ts';
import { stepRefusal } from './stepRefusal.ts';

/** Who takes a step in the life of a result, and why. */
export interface StateInput {
  attemptId: string;
  step: AttemptStep;
  byExpertId: string | null;
  reason: string;
}

function patchOf(input: StateInput, state: AttemptState): RowPatch<'attempts'> {
  const patch: RowPatch<'attempts'> = { status: state, state_reason: input.reason || null };
  if (input.step === 'complete') patch.completed_by = input.byExpertId;
  if (input.step === 'verify') patch.verified_by = input.byExpertId;
  if (input.step === 'reopen') return { ...patch, completed_by: null, verified_by: null };
  return patch;
}

/**
 * Takes the next step in the life of a result: a step of all its marking forms.
 * @throws Refusal `not_found`, `attempt_wrong_state`, `attempt_marks_missing`, `attempt_person_needed`,
 * `attempt_same_person`, `reason_needed`
 */
export async function changeState(work: Work, input: StateInput): Promise<AttemptState> {
  const attempt = found(await readAttempt(work.db, input.attemptId), 'attempt');
  if (input.byExpertId !== null) {
    assertFound(await allThere(work.db, 'experts', [input.byExpertId]), 'expert');
  }
  const result = takeStep(attempt, { step: input.step, by: input.byExpertId, reason: input.reason });
  if (!result.ok) throw stepRefusal(result.problem, attempt.state, attempt.missingCount);
  if (input.step === 'verify') await assertMayVerifyRest(work, attempt, input.byExpertId);
  if (input.step === 'reopen') await reopenForms(work, attempt.id, input.reason);
  await work.update('attempts', attempt.id, patchOf(input, result.state));
  return result.state;
}
