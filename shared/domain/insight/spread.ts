/** Lowest, quartiles and highest of some values. */
export interface Spread {
  low: number;
  quarter: number;
  median: number;
  threeQuarters: number;
  high: number;
}

/** Quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). @param sorted ascending */
export function quantile(sorted: readonly number[], probability: number): number {
  const place = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    low: quantile(sorted, 0),
    quarter: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    threeQuarters: quantile(sorted, 0.75),
    high: quantile(sorted, 1),
  };
}

/** A group of values with a name of its own, and how they spread. */
export interface GroupSpread<K> extends Spread {
  key: K;
  count: number;
}

/** How the values of each group spread. @param least smaller groups are left out: two points are no distribution */
export function spreadsOf<K>(groups: ReadonlyMap<K, readonly number[]>, least: number): GroupSpread<K>[] {
  return [...groups]
    .filter(([, values]) => values.length >= least)
    .map(([key, values]) => ({ key, count: values.length, ...spreadOf(values) }));
}

/** Values of everybody's first attempt, second attempt and so on. @param records of one learner each, oldest first */
export function groupByNumber(records: readonly (readonly number[])[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const values of records) {
    for (const [index, value] of values.entries()) {
      const own = groups.get(index + 1) ?? [];
      own.push(value);
      groups.set(index + 1, own);
    }
  }
  return groups;
}
