/** What the values mean: names, an order, distances, or distances from a true zero. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Values that occur, how often each was given in pairs, and how often each pair met. */
interface Coincidences {
  values: number[];
  /** o(c, k): pairs of values within a unit, weighted so that a unit with more judges does not count more. */
  observed: number[][];
  totals: number[];
  total: number;
}

/** Values that judges gave to one unit, and how many units are like it. */
interface Unit {
  given: readonly number[];
  weight: number;
}

function countCoincidences(units: readonly Unit[]): Coincidences {
  const values = [...new Set(units.flatMap(({ given }) => given))].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const observed = values.map(() => values.map(() => 0));
  for (const { given, weight } of units) {
    const share = weight / (given.length - 1);
    for (const [i, first] of given.entries()) {
      for (const [j, second] of given.entries()) {
        if (i === j) continue;
        const row = observed[place.get(first) ?? 0];
        const column = place.get(second) ?? 0;
        if (row) row[column] = (row[column] ?? 0) + share;
      }
    }
  }
  const totals = observed.map((row) => row.reduce((sum, count) => sum + count, 0));
  return { values, observed, totals, total: totals.reduce((sum, count) => sum + count, 0) };
}

/** Squared difference of two values at a level (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"). */
function squaredDifference(
  { values, totals }: Coincidences,
  level: MeasurementLevel,
  pair: readonly [number, number],
): number {
  const [from, to] = pair;
  const low = values[from] ?? 0;
  const high = values[to] ?? 0;
  switch (level) {
    case 'nominal':
      return from === to ? 0 : 1;
    case 'interval':
      return (high - low) ** 2;
    case 'ratio':
      return low + high === 0 ? 0 : ((high - low) / (high + low)) ** 2;
    case 'ordinal': {
      const between = totals.slice(Math.min(from, to), Math.max(from, to) + 1);
      const ends = ((totals[from] ?? 0) + (totals[to] ?? 0)) / 2;
      return (between.reduce((sum, count) => sum + count, 0) - ends) ** 2;
    }
  }
}

/**
 * Krippendorff's alpha: agreement of any number of judges with gaps, 1 when they agree, 0 when as by chance.
 * @param judges one row a judge, one column a unit; null where a judge gave nothing
 * @param weights how many units are like that of a column; one where it is left out
 * @returns null when no unit has two values, or all values are the same: nothing varies that could agree
 */
export function krippendorffAlpha(
  judges: readonly (readonly (number | null)[])[],
  level: MeasurementLevel,
  weights?: readonly number[],
): number | null {
  const count = Math.max(0, ...judges.map((row) => row.length));
  const units = Array.from({ length: count }, (_, unit) => ({
    given: judges.map((row) => row[unit] ?? null).filter((value) => value !== null),
    weight: weights?.[unit] ?? 1,
  })).filter(({ given }) => given.length >= 2);
  const data = countCoincidences(units);
  let observed = 0;
  let expected = 0;
  for (const [from, row] of data.observed.entries()) {
    for (const [to, met] of row.entries()) {
      const difference = squaredDifference(data, level, [from, to]);
      observed += met * difference;
      expected += (data.totals[from] ?? 0) * (data.totals[to] ?? 0) * difference;
    }
  }
  return expected > 0 ? 1 - ((data.total - 1) * observed) / expected : null;
}
