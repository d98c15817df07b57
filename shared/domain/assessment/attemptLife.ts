/** States of a result. Absent, withdrawn and disqualified are states, not zeros. */
export const attemptStates = [
  'draft',
  'complete',
  'verified',
  'locked',
  'absent',
  'withdrawn',
  'disqualified',
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** Steps in the life of a result. */
export const attemptSteps = [
  'complete',
  'verify',
  'lock',
  'reopen',
  'set_absent',
  'set_withdrawn',
  'set_disqualified',
] as const;
export type AttemptStep = (typeof attemptSteps)[number];

/** What a step looks at. */
export interface LifeFacts {
  state: AttemptState;
  /** Aspects of the scope that have neither a mark nor an explicit "not attempted". */
  missingCount: number;
  /** Who said that it is complete; null: not on record. */
  completedBy: string | null;
}

/** Who takes the step, and why. */
export interface StepInput {
  step: AttemptStep;
  by: string | null;
  reason: string;
}

/** Why a step cannot be taken. */
export type StepProblem = 'wrong_state' | 'marks_missing' | 'person_needed' | 'same_person' | 'reason_needed';

export type StepResult = { ok: true; state: AttemptState } | { ok: false; problem: StepProblem };

const from: Readonly<Record<AttemptStep, readonly AttemptState[]>> = {
  complete: ['draft'],
  verify: ['complete'],
  lock: ['verified'],
  reopen: ['complete', 'verified', 'locked', 'absent', 'withdrawn', 'disqualified'],
  set_absent: ['draft'],
  set_withdrawn: ['draft', 'complete'],
  set_disqualified: ['draft', 'complete', 'verified'],
};

const to: Readonly<Record<AttemptStep, AttemptState>> = {
  complete: 'complete',
  verify: 'verified',
  lock: 'locked',
  reopen: 'draft',
  set_absent: 'absent',
  set_withdrawn: 'withdrawn',
  set_disqualified: 'disqualified',
};

/** Taking back that a sheet is complete is everyday work; everything beyond needs a reason on record. */
function needsReason(step: AttemptStep, state: AttemptState): boolean {
  if (step === 'reopen') return state !== 'complete';
  return step === 'set_withdrawn' || step === 'set_disqualified';
}

/** The second pair of eyes: named, and not those that finished the sheet. */
function personProblem(facts: LifeFacts, input: StepInput): StepProblem | null {
  if (input.step !== 'verify') return null;
  if (input.by === null || facts.completedBy === null) return 'person_needed';
  return input.by === facts.completedBy ? 'same_person' : null;
}

/** Takes a step in the life of a result, or says why it cannot be taken. */
export function takeStep(facts: LifeFacts, input: StepInput): StepResult {
  if (!from[input.step].includes(facts.state)) return { ok: false, problem: 'wrong_state' };
  if (input.step === 'complete' && facts.missingCount > 0) return { ok: false, problem: 'marks_missing' };
  const problem = personProblem(facts, input);
  if (problem) return { ok: false, problem };
  if (needsReason(input.step, facts.state) && input.reason.trim() === '') {
    return { ok: false, problem: 'reason_needed' };
  }
  return { ok: true, state: to[input.step] };
}

/** Steps that can be taken from a state, for the buttons. */
export function stepsFrom(state: AttemptState): AttemptStep[] {
  return attemptSteps.filter((step) => from[step].includes(state));
}

/** Whether marks may be entered: not once a second person has looked, nor for one who did not compete. */
export function isOpenForMarks(state: AttemptState): boolean {
  return state === 'draft' || state === 'complete';
}

/** Whether a result counts in a ranking. */
export function isRanked(state: AttemptState): boolean {
  return state === 'draft' || state === 'complete' || state === 'verified' || state === 'locked';
}
