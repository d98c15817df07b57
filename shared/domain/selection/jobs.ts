import { askWhy, listAlternatives, type Alternative, type WhyNot } from './analyses.ts';
import { choose } from './choose.ts';
import { buildProblem, valueCandidates, type SelectionInputs, type ValuedCandidate } from './inputs.ts';
import type { SolveMip } from './model.ts';
import type { Choice, Outcome } from './problem.ts';
import { measureStability, type Stability } from './stability.ts';

/** A question for the solver that may take a while. */
export type SelectionJob =
  | { kind: 'solve'; inputs: SelectionInputs }
  | { kind: 'why'; inputs: SelectionInputs; choice: Choice; who: { studentId: string; competencyId: string } }
  | { kind: 'alternatives'; inputs: SelectionInputs; choice: Choice; limit: number }
  | { kind: 'stability'; inputs: SelectionInputs; draws: number };

/** What {@link runJob} answers, by the kind of the job. */
export interface JobAnswers {
  solve: { outcome: Outcome; candidates: ValuedCandidate[] };
  why: WhyNot;
  alternatives: Alternative[];
  stability: Stability;
}

export type JobKind = SelectionJob['kind'];
export type JobAnswer = JobAnswers[JobKind];

/** How far a job is. `total` null: it is not known how much there is to do. */
export type JobStep = (done: number, total: number | null) => void;

/** Tells a step for each answer of the solver. */
function countSteps(solve: SolveMip, onStep: JobStep): SolveMip {
  let done = 0;
  return (question) => {
    const answer = solve(question);
    onStep((done += 1), null);
    return answer;
  };
}

/** Does a job. */
export function runJob(job: SelectionJob, solve: SolveMip, onStep: JobStep): JobAnswer {
  const counted = countSteps(solve, onStep);
  switch (job.kind) {
    case 'solve': {
      const outcome = choose(buildProblem(job.inputs), counted);
      return { outcome, candidates: valueCandidates(job.inputs) };
    }
    case 'why':
      return askWhy(buildProblem(job.inputs), job.choice, job.who, counted);
    case 'alternatives':
      return listAlternatives(buildProblem(job.inputs), job.choice, solve, {
        limit: job.limit,
        onStep: (done) => onStep(done, job.limit),
      });
    case 'stability':
      return measureStability(job.inputs, solve, { draws: job.draws, onStep });
  }
}
