import { normalCdf, normalDensity } from './normal.ts';

/** A candidate's value and how sure it is: mean and standard deviation, in the same unit. */
export interface UncertainValue {
  mean: number;
  deviation: number;
}

/** What {@link describeRanks} says of one candidate. */
export interface RankForecast {
  /** Probability of being the best, 0…1. */
  best: number;
  /** Likely ranks (1 is the best): the truth lies between with at least 90 %. */
  rankFrom: number;
  rankTo: number;
}

/** Below this a value counts as certain; it keeps the integrals well-behaved. */
const LEAST_DEVIATION = 1e-3;
/** Places, in deviations, between which an integrand is smooth enough for one Gauss rule. */
const BREAKS = [-8, -4, -2, -1, 0, 1, 2, 4, 8];
/** Gauss–Legendre nodes and weights on [−1, 1], ten points. */
const NODES = [
  0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717,
];
const WEIGHTS = [
  0.2955242247147529, 0.2692667193099964, 0.219086362515982, 0.1494513491505806, 0.0666713443086881,
];
/** With more candidates than this, ranks are taken from mean and spread of the number of better ones. */
const MOST_EXACT = 24;
const RANK_STEPS = 160;
const ROUGH_PIECES = 12;
/** Keeps logarithms finite where a share is nothing. */
const LEAST_SHARE = 1e-300;

interface Point {
  x: number;
  weight: number;
}

const steady = (values: readonly UncertainValue[]): UncertainValue[] =>
  values.map(({ mean, deviation }) => ({ mean, deviation: Math.max(deviation, LEAST_DEVIATION) }));

/** Ends of the pieces of the integral, in order. Below the first, somebody is better with near certainty. */
function pieces(values: readonly UncertainValue[]): number[] {
  const from = Math.max(...values.map(({ mean, deviation }) => mean - 8 * deviation));
  const to = Math.max(...values.map(({ mean, deviation }) => mean + 8 * deviation));
  if (values.length > MOST_EXACT) {
    return Array.from(
      { length: ROUGH_PIECES + 1 },
      (_, index) => from + ((to - from) * index) / ROUGH_PIECES,
    );
  }
  const breaks = values.flatMap(({ mean, deviation }) => BREAKS.map((step) => mean + step * deviation));
  return [...new Set(breaks)].filter((x) => x >= from && x <= to).sort((a, b) => a - b);
}

function quadrature(values: readonly UncertainValue[]): Point[] {
  const ends = pieces(values);
  const points: Point[] = [];
  for (let index = 1; index < ends.length; index += 1) {
    const from = ends[index - 1] ?? 0;
    const half = ((ends[index] ?? 0) - from) / 2;
    NODES.forEach((node, place) => {
      const weight = (WEIGHTS[place] ?? 0) * half;
      points.push({ x: from + half * (1 - node), weight }, { x: from + half * (1 + node), weight });
    });
  }
  return points;
}

/** Adds what one point of the integral gives each; the product of all is taken once and divided by the own part. */
function addPoint(values: readonly UncertainValue[], { x, weight }: Point, sums: number[]): void {
  const below = values.map(({ mean, deviation }) => Math.max(LEAST_SHARE, normalCdf((x - mean) / deviation)));
  const logarithm = below.reduce((sum, share) => sum + Math.log(share), 0);
  values.forEach(({ mean, deviation }, index) => {
    const density = normalDensity((x - mean) / deviation) / deviation;
    const others = Math.exp(logarithm - Math.log(below[index] ?? 1));
    sums[index] = (sums[index] ?? 0) + density * others * weight;
  });
}

/**
 * Probability of each to be the best when values are independent and normal:
 * P(i best) = ∫ φᵢ(x) · ∏ⱼ≠ᵢ Φⱼ(x) dx, by piecewise Gauss–Legendre quadrature.
 * @returns shares that add up to 1; equal certain values share equally
 */
export function probabilityOfBest(values: readonly UncertainValue[]): number[] {
  const known = steady(values);
  const sums = known.map(() => 0);
  for (const point of quadrature(known)) addPoint(known, point, sums);
  const total = sums.reduce((sum, share) => sum + share, 0);
  return sums.map((share) => (total > 0 ? share / total : 0));
}

/** Distribution of the number of successes of independent trials with these probabilities (Poisson binomial). */
function countDistribution(probabilities: readonly number[]): number[] {
  const counts = [1];
  for (const probability of probabilities) {
    counts.push(0);
    for (let count = counts.length - 1; count >= 0; count -= 1) {
      const before = count > 0 ? (counts[count - 1] ?? 0) * probability : 0;
      counts[count] = (counts[count] ?? 0) * (1 - probability) + before;
    }
  }
  return counts;
}

/** P(rank = 1), P(rank = 2), … of one candidate. */
function rankDistribution(values: readonly UncertainValue[], index: number): number[] {
  const own = values[index];
  if (!own) return [];
  const others = values.filter((_, other) => other !== index);
  const ranks = values.map(() => 0);
  let total = 0;
  for (let step = 0; step < RANK_STEPS; step += 1) {
    const z = -5 + (10 * (step + 0.5)) / RANK_STEPS;
    const x = own.mean + z * own.deviation;
    const share = normalDensity(z);
    const better = others.map(({ mean, deviation }) => 1 - normalCdf((x - mean) / deviation));
    countDistribution(better).forEach((probability, count) => {
      ranks[count] = (ranks[count] ?? 0) + share * probability;
    });
    total += share;
  }
  return ranks.map((share) => share / total);
}

function exactInterval(values: readonly UncertainValue[], index: number): [number, number] {
  const ranks = rankDistribution(values, index);
  let sum = 0;
  let from = 1;
  for (const [place, share] of ranks.entries()) {
    sum += share;
    if (sum <= 0.05) from = place + 2;
    if (sum >= 0.95) return [from, place + 1];
  }
  return [from, ranks.length];
}

/** Values that are close together, counted as one. */
interface Bin extends UncertainValue {
  count: number;
}

const MOST_BINS = 48;

function binValues(values: readonly UncertainValue[]): Bin[] {
  const sorted = values.toSorted((a, b) => a.mean - b.mean);
  const size = Math.ceil(sorted.length / MOST_BINS);
  const bins: Bin[] = [];
  for (let at = 0; at < sorted.length; at += size) {
    const own = sorted.slice(at, at + size);
    const mean = own.reduce((sum, value) => sum + value.mean, 0) / own.length;
    const deviation = own.reduce((sum, value) => sum + value.deviation, 0) / own.length;
    bins.push({ mean, deviation, count: own.length });
  }
  return bins;
}

function roughInterval(own: UncertainValue, bins: readonly Bin[], count: number): [number, number] {
  // The candidate is in a bin too, where half of it counts as better than itself.
  let mean = 0.5;
  let variance = 0;
  for (const bin of bins) {
    const better = normalCdf((bin.mean - own.mean) / Math.hypot(own.deviation, bin.deviation));
    mean += bin.count * better;
    variance += bin.count * better * (1 - better);
  }
  const spread = 1.6449 * Math.sqrt(variance);
  return [Math.max(1, Math.floor(mean - spread)), Math.min(count, Math.ceil(mean + spread))];
}

/** Probability of being the best and the likely ranks of each. */
export function describeRanks(given: readonly UncertainValue[]): RankForecast[] {
  const values = steady(given);
  const best = probabilityOfBest(values);
  const bins = values.length > MOST_EXACT ? binValues(values) : [];
  return values.map((own, index) => {
    const [rankFrom, rankTo] =
      bins.length > 0 ? roughInterval(own, bins, values.length) : exactInterval(values, index);
    return { best: best[index] ?? 0, rankFrom, rankTo };
  });
}
