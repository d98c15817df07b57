import type { ErrorCode } from '#shared/contract/errors.ts';
import type { StepProblem } from '#shared/domain/assessment/attemptLife.ts';
import { Refusal } from '../../router/refusal.ts';

const problems: Readonly<Record<StepProblem, ErrorCode>> = {
  wrong_state: 'attempt_wrong_state',
  marks_missing: 'attempt_marks_missing',
  person_needed: 'attempt_person_needed',
  same_person: 'attempt_same_person',
  reason_needed: 'reason_needed',
};

/** The refusal for a step that cannot be taken. */
export const stepRefusal = (problem: StepProblem, state: string, missing: number): Refusal =>
  new Refusal(problems[problem], 'the step cannot be taken', { state, missing });
