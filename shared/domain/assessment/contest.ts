import { createRandom } from '../sample/random.ts';
import { isRanked, type AttemptState } from './attemptLife.ts';

/** States of a competency of a championship: marks are entered, results stand, results are known to all. */
export const contestStates = ['open', 'frozen', 'published'] as const;
export type ContestState = (typeof contestStates)[number];

/** How the running order came about: drawn by lot from a recorded seed, or set by hand. */
export const orderKinds = ['drawn', 'set'] as const;
export type OrderKind = (typeof orderKinds)[number];

/** How far the marking of one sub-criterion of one competitor is. */
export const formStates = ['empty', 'partial', 'complete', 'verified', 'out'] as const;
export type FormState = (typeof formStates)[number];

/** What a cell of the board is told from. */
export interface FormFacts {
  /** Aspects with a mark or noted as not attempted. */
  filledCount: number;
  count: number;
  /** Whether a second person has verified this sub-criterion on its own. */
  isVerified: boolean;
}

/**
 * Where a cell of the coordinators' board stands. Verified and locked results are verified in all their parts;
 * who is absent, withdrawn or disqualified is out, whatever was marked.
 */
export function formStateOf(state: AttemptState, facts: FormFacts): FormState {
  const { filledCount, count, isVerified } = facts;
  if (!isRanked(state)) return 'out';
  if (isVerified || state === 'verified' || state === 'locked') return 'verified';
  if (filledCount === 0) return 'empty';
  return filledCount < count ? 'partial' : 'complete';
}

/** Counts of the cells of a board. */
export interface BoardSum {
  counts: Record<FormState, number>;
  /** Aspects still without an entry, of those who compete. */
  missingCount: number;
}

/** Adds up cells of a board. */
export function sumBoard(cells: readonly { state: FormState; missing: number }[]): BoardSum {
  const sum: BoardSum = {
    counts: { empty: 0, partial: 0, complete: 0, verified: 0, out: 0 },
    missingCount: 0,
  };
  for (const cell of cells) {
    sum.counts[cell.state] += 1;
    if (cell.state !== 'out') sum.missingCount += cell.missing;
  }
  return sum;
}

/**
 * The running order that a seed draws: the same competitors and the same seed always give the same order, in
 * whatever order they are handed in, so that anybody can check the draw.
 */
export function drawOrder(competitorIds: readonly string[], seed: number): string[] {
  return createRandom(`running order/${seed}`).shuffle(competitorIds.toSorted());
}

/** What freezing asks of a competitor's result. */
export function isReadyToFreeze(state: AttemptState): boolean {
  return state === 'verified' || state === 'locked' || !isRanked(state);
}
