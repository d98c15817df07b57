import { isRanked, takeStep, type AttemptState, type StepInput, type StepResult } from './attemptLife.ts';

/** States of a marking form: one sub-criterion of one competitor. */
export const markingFormStates = ['draft', 'complete', 'verified'] as const;
export type MarkingFormState = (typeof markingFormStates)[number];

/** Steps of a marking form. Locking, and being out of the competition, are matters of the whole result. */
export const markingFormSteps = ['complete', 'verify', 'reopen'] as const;
export type MarkingFormStep = (typeof markingFormSteps)[number];

/** What is on record of a marking form. */
export interface FormRecord {
  state: MarkingFormState;
  completedBy: string | null;
  verifiedBy: string | null;
}

/** What is on record of the whole result. */
export interface ResultRecord {
  state: AttemptState;
  completedBy: string | null;
  verifiedBy: string | null;
}

const BLANK: FormRecord = { state: 'draft', completedBy: null, verifiedBy: null };

/**
 * Where a marking form stands. A step of the whole result is one of all its forms: a verified or locked result is
 * verified in each of them, and in a complete one no form is less than complete.
 * @param record undefined: no step of its own has been taken
 * @returns null: the competitor is out of the competition
 */
export function standingOf(result: ResultRecord, record: FormRecord | undefined): FormRecord | null {
  if (!isRanked(result.state)) return null;
  const own = record ?? BLANK;
  if (result.state === 'draft') return own;
  const completedBy = own.completedBy ?? result.completedBy;
  if (result.state === 'complete') {
    return own.state === 'verified' ? own : { state: 'complete', completedBy, verifiedBy: null };
  }
  return { state: 'verified', completedBy, verifiedBy: own.verifiedBy ?? result.verifiedBy };
}

/** Takes a step of a marking form by the rules of a whole result: a second person, a reason for opening again. */
export function takeFormStep(
  form: FormRecord & { missingCount: number },
  input: StepInput & { step: MarkingFormStep },
): StepResult {
  return takeStep(form, input);
}

/** What a step makes of the record. */
export function formAfter(form: FormRecord, step: MarkingFormStep, by: string | null): FormRecord {
  switch (step) {
    case 'complete':
      return { state: 'complete', completedBy: by, verifiedBy: null };
    case 'verify':
      return { ...form, state: 'verified', verifiedBy: by };
    case 'reopen':
      return BLANK;
  }
}

/** The result that its forms make: verified when all are, complete when none is still being filled in. */
export function resultOfForms(forms: readonly FormRecord[]): MarkingFormState {
  if (forms.length === 0 || forms.some((form) => form.state === 'draft')) return 'draft';
  return forms.every((form) => form.state === 'verified') ? 'verified' : 'complete';
}

/** Whether a person may verify what is left of a result: nobody verifies a form that the same person finished. */
export function mayVerifyRest(forms: readonly FormRecord[], by: string | null): boolean {
  return forms.every((form) => form.state !== 'complete' || form.completedBy !== by);
}
