import { atLeast, entryCosts, entrySums, seatsById, type Costs } from './levels.ts';
import type { Model, SolveMip } from './model.ts';
import type { Pick, SelectionProblem } from './problem.ts';
import type { Row } from './programme.ts';

/** Rows that keep what has been reached, and the model with the columns that they speak of. */
export interface RaisedModel {
  model: Model;
  rows: Row[];
}

/** Turns a solution into places. */
export type ReadPicks = (model: Model, values: readonly number[]) => Pick[];

/** Points that the shape of the objective may add for one person: far from the least difference that decides. */
const SHAPE = 1000;
/** How steeply the shape prefers raising the weak to raising the strong. */
const STEEPNESS = 6;

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Parts of a hundredth of a point in which the mean of every team is a whole number. */
export function grainOf(problem: SelectionProblem): number {
  return problem.seats.reduce(
    (grain, { teamSize }) => (grain * teamSize) / greatestCommonDivisor(grain, teamSize),
    1,
  );
}

/** Values of the entries in grains, weakest first. */
export function sortedEntries(problem: SelectionProblem, picks: readonly Pick[]): number[] {
  const grain = grainOf(problem);
  return entrySums(problem, picks)
    .map(({ sum, size }) => Math.round((sum * grain) / size))
    .sort((a, b) => a - b);
}

/** Less than 0 when the first is the better team by its weakest entry, then the next weakest, and so on. */
export function compareEntries(one: readonly number[], other: readonly number[]): number {
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (other[index] ?? -Infinity) - (one[index] ?? -Infinity);
    if (difference !== 0) return difference;
  }
  return 0;
}

interface Below {
  model: Model;
  rows: Row[];
  /** Columns that together count the entries below the threshold. */
  counted: number[];
}

interface TeamColumns {
  size: number;
  entry: number;
  columns: number[];
  coefficients: number[];
  /** What pair values can take away at most. */
  malus: number;
}

function teamsOf({ problem, programme }: Model): TeamColumns[] {
  const seats = seatsById(problem);
  const teams = new Map<string, TeamColumns>();
  programme.columns.forEach((column, index) => {
    if (column.kind !== 'entry') return;
    const size = seats.get(column.competencyId)?.teamSize ?? 1;
    teams.set(`${column.competencyId} ${column.entry}`, {
      size,
      entry: index,
      columns: [],
      coefficients: [],
      malus: 0,
    });
  });
  const add = (key: string, column: number, coefficient: number): void => {
    const team = teams.get(key);
    if (!team) return;
    team.columns.push(column);
    team.coefficients.push(coefficient);
    team.malus += Math.max(0, -coefficient);
  };
  programme.columns.forEach((column, index) => {
    if (column.kind === 'place' && column.seat === 'main') {
      const option = problem.options[column.option];
      if (option) add(`${option.competencyId} ${column.entry}`, index, option.value);
    } else if (column.kind === 'pair') {
      const pair = problem.pairValues[column.pair];
      if (pair) add(`${pair.competencyId} ${column.entry}`, index, pair.bonus);
    }
  });
  return [...teams.values()];
}

/** Columns of single competitors whose own value is below the threshold. */
function singlesBelow({ problem, programme }: Model, threshold: number, grain: number): number[] {
  const seats = seatsById(problem);
  return programme.columns.flatMap((column, index) => {
    if (column.kind !== 'place' || column.seat !== 'main') return [];
    const option = problem.options[column.option];
    if (!option || seats.get(option.competencyId)?.teamSize !== 1) return [];
    return option.value * grain < threshold ? [index] : [];
  });
}

/** Makes the entries below a threshold countable; a team needs a column that says so. */
function countBelow(model: Model, threshold: number): Below {
  const grain = grainOf(model.problem);
  const columns = [...model.programme.columns];
  const counted = singlesBelow(model, threshold, grain);
  const rows = teamsOf(model).map((team): Row => {
    // Sums are whole numbers, so that the bound can be one too: nothing is left to the solver's tolerance.
    const least = Math.ceil((team.size * threshold) / grain);
    const below = columns.push({ kind: 'below' }) - 1;
    counted.push(below);
    return {
      columns: [...team.columns, team.entry, below],
      coefficients: [...team.coefficients, -least, Math.max(0, least) + team.malus],
      lower: -0.25,
      upper: Infinity,
      group: null,
    };
  });
  return { model: { ...model, programme: { ...model.programme, columns } }, rows, counted };
}

/** Raising weak entries counts for more than raising strong ones: what is found is near the best of later steps too. */
function shapeOf({ problem, programme }: Model): Costs {
  const greatest = problem.options.reduce((most, { value }) => Math.max(most, value), 1);
  return programme.columns.map((column) => {
    if (column.kind !== 'place' || column.seat !== 'main') return 0;
    const value = problem.options[column.option]?.value ?? 0;
    return Math.round(SHAPE * (1 - Math.exp((-STEEPNESS * value) / greatest)));
  });
}

class Climb {
  model: Model;
  rows: Row[];
  entries: number[];
  /** Competitors who are too weak whatever else is decided: the solver need not look at them. */
  #closed: ReadonlySet<number> = new Set();
  readonly #solve: SolveMip;
  readonly #read: ReadPicks;

  constructor(
    start: { model: Model; values: readonly number[] },
    tools: { solve: SolveMip; read: ReadPicks },
  ) {
    this.model = start.model;
    this.#solve = tools.solve;
    this.#read = tools.read;
    this.entries = sortedEntries(start.model.problem, tools.read(start.model, start.values));
    const costs = entryCosts(start.model.problem, start.model.programme);
    this.rows = [atLeast(costs, this.entries.length)];
  }

  /** The solution with the fewest entries below a threshold, by the values of its entries. */
  #probe(threshold: number): number[] | null {
    const below = countBelow(this.model, threshold);
    const costs = shapeOf(below.model);
    const most = this.model.problem.seats.reduce((sum, seat) => sum + seat.mainEntries * seat.teamSize, 1);
    for (const column of below.counted) costs[column] = (costs[column] ?? 0) - most * SHAPE;
    const answer = this.#solve({
      columnCount: costs.length,
      costs,
      rows: [...this.model.rows, ...this.rows, ...below.rows],
      closed: costs.map((_, column) => this.#closed.has(column)),
    });
    return answer && sortedEntries(this.model.problem, this.#read(below.model, answer.values));
  }

  /**
   * Finds the best value of the weakest entry that is not settled yet and how many must be content with it, and keeps
   * it. @returns how many are settled then
   */
  raise(settled: number): number {
    let low = this.entries[settled] ?? 0;
    let high = Infinity;
    let stride = 1;
    let failed: number[] | null = null;
    while (low + 1 < high) {
      const next = Number.isFinite(high) ? low + Math.ceil((high - low) / 2) : low + stride;
      const entries = this.#probe(next);
      const own = entries?.[settled] ?? -Infinity;
      if (entries && own >= next) {
        this.entries = entries;
        low = own;
        stride *= 2;
      } else {
        high = next;
        failed = entries;
      }
    }
    this.#keep(low, settled);
    // The step that failed last counted those at this value, unless it gave up an earlier one for that.
    if (!failed || (failed[settled] ?? -Infinity) < low) failed = this.#probe(low + 1);
    if (failed) this.entries = failed;
    return Math.max(settled + 1, this.entries.filter((value) => value <= low).length);
  }

  /** No more entries than are settled may be below. */
  #keep(low: number, settled: number): void {
    const below = countBelow(this.model, low);
    if (settled === 0) this.#closed = new Set(singlesBelow(this.model, low, grainOf(this.model.problem)));
    this.model = below.model;
    const coefficients = below.counted.map(() => 1);
    const most = { columns: below.counted, coefficients, lower: -Infinity, upper: settled, group: null };
    this.rows.push(...below.rows, most);
  }
}

/**
 * Keeps the weakest entry as good as can be, then the next weakest, and so on to the strongest (lexicographic
 * max-min; R. Burkard & F. Rendl, Lexicographic bottleneck problems, Operations Research Letters 1991): level by
 * level, how high the weakest open entry can be, and how few have to be content with that.
 * @param start a solution with as many entries as can be
 */
export function raiseEntries(
  start: { model: Model; values: readonly number[] },
  tools: { solve: SolveMip; read: ReadPicks },
): RaisedModel {
  const climb = new Climb(start, tools);
  const count = climb.entries.length;
  let settled = 0;
  while (settled < count) settled = climb.raise(settled);
  return { model: climb.model, rows: climb.rows };
}
