import { quantileOfT, twoSidedT } from './distributions.ts';

/** How a judge's strictness moves with time. */
export interface Drift {
  /** Change per step of time. */
  slope: number;
  /** Probability of a slope at least this steep when there is none, computed when it is asked for. */
  probability(): number;
  /** 95 % interval of the slope (Student's t), computed when it is asked for. */
  interval(): { low: number; high: number };
}

/** Sums that a drift follows from: they can be added up, for parts of a judge's record. */
export interface DriftSums {
  count: number;
  at: number;
  atSquares: number;
  deviation: number;
  deviationSquares: number;
  products: number;
}

/** A deviation from what the others make expected, at a moment. */
export interface Deviation {
  at: number;
  deviation: number;
}

/** 1 January 2025: moments are counted from here, so that their squares stay small and sums of them exact. */
const FIRST_DAY = 20089;

/** A day as a moment, in steps of thirty days. */
export const momentOf = (dayNumber: number): number => (dayNumber - FIRST_DAY) / 30;

/** Sums of nothing. */
export const noDeviations = (): DriftSums => ({
  count: 0,
  at: 0,
  atSquares: 0,
  deviation: 0,
  deviationSquares: 0,
  products: 0,
});

/** Adds a deviation to sums; moments close to zero keep them exact. @param weight how often it occurred */
export function addDeviation(sums: DriftSums, { at, deviation }: Deviation, weight = 1): void {
  sums.count += weight;
  sums.at += weight * at;
  sums.atSquares += weight * at * at;
  sums.deviation += weight * deviation;
  sums.deviationSquares += weight * deviation * deviation;
  sums.products += weight * at * deviation;
}

/** Adds sums to sums. */
export function addDriftSums(sums: DriftSums, more: DriftSums): void {
  sums.count += more.count;
  sums.at += more.at;
  sums.atSquares += more.atSquares;
  sums.deviation += more.deviation;
  sums.deviationSquares += more.deviationSquares;
  sums.products += more.products;
}

/** Below this share of the sum of squares a difference of sums is nothing but rounding. */
const ROUNDING = 1e-12;

const differenceOf = (squares: number, correction: number): number =>
  squares - correction > ROUNDING * squares ? squares - correction : 0;

/** Sum of the squared differences of the deviations from their mean. */
export const squaresAroundMean = ({ count, deviation, deviationSquares }: DriftSums): number =>
  differenceOf(deviationSquares, deviation ** 2 / count);

/**
 * Slope of the deviations over time (least squares).
 * @returns null below five deviations, or when all are of one moment
 */
export function driftOf(sums: DriftSums): Drift | null {
  const { count: n } = sums;
  if (n < 5) return null;
  const spread = differenceOf(sums.atSquares, sums.at ** 2 / n);
  if (spread === 0) return null;
  const along = sums.products - (sums.at * sums.deviation) / n;
  const slope = along / spread;
  const rss = differenceOf(squaresAroundMean(sums), along ** 2 / spread);
  const standardError = Math.sqrt(rss / (n - 2) / spread);
  return {
    slope,
    probability: () => (standardError > 0 ? twoSidedT(slope / standardError, n - 2) : Number(slope === 0)),
    interval: () => {
      const half = quantileOfT(0.975, n - 2) * standardError;
      return { low: slope - half, high: slope + half };
    },
  };
}

/** Drift of single deviations. @returns null below five deviations, or when all are of one moment */
export function severityDrift(deviations: readonly Deviation[]): Drift | null {
  const first = deviations[0]?.at ?? 0;
  const sums = noDeviations();
  for (const { at, deviation } of deviations) addDeviation(sums, { at: at - first, deviation });
  return driftOf(sums);
}
