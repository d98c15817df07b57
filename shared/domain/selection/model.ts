import type { SelectionProblem } from './problem.ts';
import { startProgramme, type Programme, type Row } from './programme.ts';
import { ruleRows } from './ruleRows.ts';

/** A maximisation over columns that are 0 or 1. */
export interface MipQuestion {
  columnCount: number;
  costs: readonly number[];
  rows: readonly Row[];
  /** A solution to begin with. */
  start?: readonly number[];
  /** Columns that are known to be 0 and need not be looked at. */
  closed?: readonly boolean[] | null;
}

/** An optimal solution. */
export interface MipAnswer {
  values: readonly number[];
  /** No solution can be worth more (that of the relaxation). */
  bound: number;
  /** By how much the bound falls at least when a column is 1 that is 0 in the relaxation. */
  falls: readonly number[];
}

/** Solves a question; null when no solution meets all rows. */
export type SolveMip = (question: MipQuestion) => MipAnswer | null;

/** A programme with all its rows. */
export interface Model {
  problem: SelectionProblem;
  programme: Programme;
  rows: Row[];
}

/** Builds the model of a problem. */
export function buildModel(problem: SelectionProblem): Model {
  const programme = startProgramme(problem);
  return { problem, programme, rows: [...programme.rows, ...ruleRows(problem, programme)] };
}
