import { countBelow, hopelessBelow, type Known } from './entriesBelow.ts';
import { atLeast, entryCosts, entrySums, type Costs } from './levels.ts';
import { listLineups } from './lineups.ts';
import type { Model, SolveMip } from './model.ts';
import type { Pick, SelectionProblem } from './problem.ts';
import type { Row } from './programme.ts';
import { grainOf } from './teamColumns.ts';

/** Rows that keep what has been reached, and the model with the columns that they speak of. */
export interface RaisedModel {
  model: Model;
  rows: Row[];
  /** Columns that cannot be used, or are not needed. */
  closed: boolean[];
}

/** A solution to climb from. */
export interface Start {
  model: Model;
  values: readonly number[];
  /** Columns that are not needed. */
  closed: readonly boolean[];
}

/** What the climb is done with. */
export interface Tools {
  solve: SolveMip;
  /** Turns a solution into places. */
  read: (model: Model, values: readonly number[]) => Pick[];
  /** Teams with more possible line-ups are not listed. */
  mostLineups?: number;
}

/** Points that the shape of the objective may add for one person: far from the least difference that decides. */
const SHAPE = 1000;
/** How steeply the shape prefers raising the weak to raising the strong. */
const STEEPNESS = 6;
/** Reduced costs are not exact. */
const TOLERANCE = 1e-3;

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

/** Raising weak entries counts for more than raising strong ones: what is found is near the best of later steps too. */
function shapeOf({ problem, programme }: Model): Costs {
  const greatest = problem.options.reduce((most, { value }) => Math.max(most, value), 1);
  return programme.columns.map((column) => {
    if (column.kind !== 'place' || column.seat !== 'main') return 0;
    const value = problem.options[column.option]?.value ?? 0;
    return Math.round(SHAPE * (1 - Math.exp((-STEEPNESS * value) / greatest)));
  });
}

/** The rows without closed columns, as far as they then still exclude anything. */
function withoutClosed(rows: readonly Row[], closed: readonly boolean[]): Row[] {
  return rows
    .map((row) => {
      const open = row.columns.flatMap((column, index) => (closed[column] ? [] : [index]));
      const columns = open.map((index) => row.columns[index] ?? 0);
      return { ...row, columns, coefficients: open.map((index) => row.coefficients[index] ?? 0) };
    })
    .filter(({ coefficients, lower, upper }) => {
      const least = coefficients.reduce((sum, coefficient) => sum + Math.min(0, coefficient), 0);
      const most = coefficients.reduce((sum, coefficient) => sum + Math.max(0, coefficient), 0);
      return least < lower || most > upper;
    });
}

interface Probe {
  /** Values of the entries in grains, weakest first. */
  entries: number[];
  /** By column: no fewer entries are below the threshold when it is used (of the relaxation). */
  fewest: number[];
}

class Climb {
  model: Model;
  rows: Row[];
  entries: number[];
  /** Columns that the solver need not look at, among them competitors who are too weak whatever else is decided. */
  closed: boolean[];
  /** The weakest entry of all, once it is settled. */
  #floor: number | null = null;
  /** The model's rows. */
  #open: readonly Row[];
  /** What was found last: the next is often near. */
  #last: readonly number[] | null = null;
  readonly #tools: Tools;

  constructor(start: Start, tools: Tools) {
    this.model = start.model;
    this.closed = [...start.closed];
    this.#open = start.model.rows;
    this.#tools = tools;
    this.entries = sortedEntries(start.model.problem, tools.read(start.model, start.values));
    const costs = entryCosts(start.model.problem, start.model.programme);
    this.rows = [atLeast(costs, this.entries.length)];
  }

  /** The solution with the fewest entries below a threshold, by the values of its entries. */
  #probe(threshold: number): Probe | null {
    const below = countBelow(this.model, threshold, this.#known());
    const costs = shapeOf(below.model);
    const most = this.model.problem.seats.reduce((sum, seat) => sum + seat.mainEntries * seat.teamSize, 1);
    const penalty = most * SHAPE;
    for (const column of below.counted) costs[column] = (costs[column] ?? 0) - penalty;
    const answer = this.#tools.solve({
      columnCount: costs.length,
      costs,
      rows: [...this.#open, ...this.rows, ...below.rows],
      closed: this.closed,
      ...(this.#last ? { start: this.#last } : {}),
    });
    if (!answer) return null;
    if (this.#floor !== null) this.#last = answer.values;
    const entries = sortedEntries(this.model.problem, this.#tools.read(below.model, answer.values));
    // The shape is never less than 0 and always less than one penalty.
    const bounds = answer.falls
      .slice(0, this.model.programme.columns.length)
      .map((fall) => (fall - answer.bound) / penalty);
    return { entries, fewest: bounds };
  }

  /**
   * Finds the best value of the weakest entry that is not settled yet and how many must be content with it, and keeps
   * it. @returns how many are settled then
   */
  raise(settled: number): number {
    const { low, above } = this.#search(settled);
    this.#keep(low, settled);
    // The step just above counted those at this value, unless it gave up an earlier one for that.
    const counted = above && (above.entries[settled] ?? -Infinity) >= low ? above : this.#probe(low + 1);
    if (!counted) return settled + 1;
    this.entries = counted.entries;
    const now = Math.max(settled + 1, this.entries.filter((value) => value <= low).length);
    counted.fewest.forEach((fewest, column) => {
      if (fewest > now + TOLERANCE) this.closed[column] = true;
    });
    return now;
  }

  /** The best value of the weakest open entry, and what was found when one more was asked for. */
  #search(settled: number): { low: number; above: Probe | null } {
    let low = this.entries[settled] ?? 0;
    let high = Infinity;
    let stride = 1;
    let above: Probe | null = null;
    while (low + 1 < high) {
      const next = Number.isFinite(high) ? low + Math.ceil((high - low) / 2) : low + stride;
      const probe = this.#probe(next);
      const own = probe?.entries[settled] ?? -Infinity;
      if (probe && own >= next) {
        this.entries = probe.entries;
        low = own;
        stride *= 2;
      } else {
        high = next;
        above = probe;
      }
    }
    return { low, above };
  }

  /** Closes who would be below the weakest entry; rows without them are quicker to go through, again and again. */
  #close(low: number): void {
    for (const column of hopelessBelow(this.model, low, this.closed)) this.closed[column] = true;
    this.model = listLineups(this.model, this.closed, this.#tools.mostLineups);
    for (const column of hopelessBelow(this.model, low, this.closed)) this.closed[column] = true;
    this.#open = withoutClosed(this.model.rows, this.closed);
    this.rows = withoutClosed(this.rows, this.closed);
  }

  #known(): Known {
    return { floor: this.#floor, closed: this.closed };
  }

  /** No more entries than are settled may be below. */
  #keep(low: number, settled: number): void {
    if (settled === 0) this.#close(low);
    const below = countBelow(this.model, low, this.#known());
    this.model = below.model;
    const coefficients = below.counted.map(() => 1);
    const most = { columns: below.counted, coefficients, lower: -Infinity, upper: settled, group: null };
    this.rows.push(...below.rows, most);
    if (settled === 0) this.#floor = low;
  }
}

/**
 * Keeps the weakest entry as good as can be, then the next weakest, and so on to the strongest (lexicographic
 * max-min; R. Burkard & F. Rendl, Lexicographic bottleneck problems, Operations Research Letters 1991): level by
 * level, how high the weakest open entry can be, and how few have to be content with that.
 * @param start a solution with as many entries as can be
 */
export function raiseEntries(start: Start, tools: Tools): RaisedModel {
  const climb = new Climb(start, tools);
  const count = climb.entries.length;
  let settled = 0;
  while (settled < count) settled = climb.raise(settled);
  return { model: climb.model, rows: climb.rows, closed: climb.closed };
}
