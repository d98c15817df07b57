import { findContradiction } from './contradiction.ts';
import {
  addCosts,
  atLeast,
  drawCosts,
  entryBonus,
  entryCosts,
  mainCosts,
  readPicks,
  reserveCosts,
  tieCosts,
  totalUp,
  type Costs,
} from './levels.ts';
import { idleReserves } from './idleReserves.ts';
import { raiseEntries } from './leximin.ts';
import { buildModel, type MipAnswer, type Model, type SolveMip } from './model.ts';
import type { Outcome, Pick, SelectionProblem, SelectionTotals } from './problem.ts';
import { sumRow, type Row } from './programme.ts';

interface Solved extends MipAnswer {
  picks: Pick[];
  totals: SelectionTotals;
}

interface LevelRows {
  rows: readonly Row[];
  start?: readonly number[];
  closed?: readonly boolean[] | null;
}

function solveLevel(model: Model, solve: SolveMip, costs: Costs, how: LevelRows): Solved | null {
  const { problem, programme } = model;
  const rows = [...model.rows, ...how.rows];
  const answer = solve({ ...how, columnCount: programme.columns.length, costs, rows });
  if (!answer) return null;
  const picks = readPicks(problem, programme, answer.values);
  return { ...answer, picks, totals: totalUp(problem, picks) };
}

/** Total of whole-number costs over a solution. */
const amount = (costs: Costs, values: readonly number[]): number =>
  costs.reduce((sum, cost, index) => sum + ((values[index] ?? 0) > 0.5 ? cost : 0), 0);

/** Excludes one set of main competitors. */
export function noGoodRow(model: Model, picks: readonly Pick[]): Row | null {
  const { problem, programme } = model;
  const chosen = new Set(
    picks.filter(({ seat }) => seat === 'main').map((pick) => `${pick.studentId} ${pick.competencyId}`),
  );
  if (chosen.size === 0) return null;
  const columns = programme.columns.flatMap((column, index) => {
    if (column.kind !== 'place' || column.seat !== 'main') return [];
    const option = problem.options[column.option];
    return option && chosen.has(`${option.studentId} ${option.competencyId}`) ? [index] : [];
  });
  return sumRow(columns, { upper: chosen.size - 1 }, null);
}

/** What the main team is judged by, and the rows that keep what has been reached. */
export interface MainLevel {
  model: Model;
  costs: Costs;
  /** Rows of the weakest entry, when it comes first. */
  rows: Row[];
  solved: Solved;
}

/**
 * Finds the best main team.
 * @param cuts more conditions, for example that it is none of some teams
 * @returns null when the rules contradict each other
 */
export function solveMain(given: Model, solve: SolveMip, cuts: readonly Row[] = []): MainLevel | null {
  const { problem } = given;
  const model = cuts.length > 0 ? { ...given, rows: [...given.rows, ...cuts] } : given;
  const costs = mainLevelCosts(model);
  const idle = idleReserves(model);
  const first = solveLevel(model, solve, costs, { rows: [], closed: idle });
  if (!first) return null;
  if (problem.objective === 'total') return { model, costs, rows: [], solved: first };
  const read = (of: Model, values: readonly number[]): Pick[] => readPicks(problem, of.programme, values);
  const { closed, ...raised } = raiseEntries({ model, values: first.values, closed: idle }, { solve, read });
  const raisedCosts = mainLevelCosts(raised.model);
  const best = solveLevel(raised.model, solve, raisedCosts, { rows: raised.rows, closed });
  return best ? { ...raised, costs: raisedCosts, solved: best } : null;
}

/** More entries come first, then their values. */
function mainLevelCosts({ problem, programme }: Model): Costs {
  return addCosts(mainCosts(problem, programme), entryCosts(problem, programme), entryBonus(problem));
}

/** Keeps the level of the main team: as many entries and as great a value. */
function keepLevel(level: MainLevel): Row[] {
  return [...level.rows, atLeast(level.costs, amount(level.costs, level.solved.values))];
}

/**
 * Columns that no equally good team can use: with any of them the bound of the relaxation falls below the best
 * (reduced costs). What is left is small, however many candidates there are.
 */
function closeWorse({ solved, costs }: MainLevel): boolean[] {
  const best = amount(costs, solved.values);
  return solved.falls.map((fall) => solved.bound - fall < best - 0.25);
}

function breakTie(level: MainLevel, solve: SolveMip): { solved: Solved; isTie: boolean } {
  const cut = noGoodRow(level.model, level.solved.picks);
  const closed = closeWorse(level);
  const other = cut
    ? solveLevel(level.model, solve, level.costs, { rows: [...level.rows, cut], closed })
    : null;
  const best = amount(level.costs, level.solved.values);
  if (!other || amount(level.costs, other.values) < best) return { solved: level.solved, isTie: false };
  const { problem, programme } = level.model;
  const rows = keepLevel(level);
  let solved = level.solved;
  const steps = [drawCosts(problem, programme)];
  if (problem.tie.kind === 'published') steps.unshift(tieCosts(problem, programme));
  for (const costs of steps) {
    solved = solveLevel(level.model, solve, costs, { rows, start: solved.values, closed }) ?? solved;
    rows.push(atLeast(costs, amount(costs, solved.values)));
  }
  return { solved, isTie: true };
}

function fixMain(level: MainLevel, solved: Solved): Row[] {
  const { programme } = level.model;
  const main = programme.columns.flatMap((column, index) =>
    column.kind === 'place' && column.seat === 'main' ? [index] : [],
  );
  const isIn = (index: number): boolean => (solved.values[index] ?? 0) > 0.5;
  const chosen = main.filter(isIn);
  const others = main.filter((index) => !isIn(index));
  return [sumRow(chosen, { lower: chosen.length }, null), sumRow(others, { upper: 0 }, null)];
}

function addReserves(level: MainLevel, solve: SolveMip, solved: Solved): Solved {
  const { problem, programme } = level.model;
  if (!programme.columns.some((column) => column.kind === 'place' && column.seat === 'reserve'))
    return solved;
  const costs = reserveCosts(problem, programme);
  const rows = fixMain(level, solved);
  return solveLevel(level.model, solve, costs, { rows, start: solved.values }) ?? solved;
}

/**
 * Chooses the team: as many main entries as can be; then the best total, or the best weakest entry, the next weakest
 * and so on, and then the best total; ties by the rule of the problem; then the reserves.
 */
export function choose(problem: SelectionProblem, solve: SolveMip): Outcome {
  const model = buildModel(problem);
  const level = solveMain(model, solve);
  if (!level) return { kind: 'contradiction', groups: findContradiction(model, solve) };
  const { solved, isTie } = breakTie(level, solve);
  const { picks, totals } = addReserves(level, solve, solved);
  return { kind: 'chosen', choice: { picks, totals, isTie } };
}
