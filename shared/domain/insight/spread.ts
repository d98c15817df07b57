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
