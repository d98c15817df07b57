/** One trial: how much practice came before it, and the result. */
export interface Trial {
  x: number;
  y: number;
}

/** y = asymptote − (asymptote − start)·e^(−rate·x) */
export interface LearningCurve {
  asymptote: number;
  start: number;
  rate: number;
  /** Residual sum of squares over the trials it was fitted to. */
  rss: number;
}

/** What is known about learners like this one; pulls a fit from few trials towards them. */
export interface CurvePrior {
  asymptote: number;
  start: number;
  rate: number;
  /** Residual variance of single trials divided by the variance of the asymptote, and of the start, between learners. */
  asymptoteWeight: number;
  startWeight: number;
  /** The same for the logarithm of the rate. */
  logRateWeight: number;
}

/** What a fit may assume. */
export interface CurveOptions {
  prior?: CurvePrior;
  /** Fixes the start, for curves through a known point such as the origin. */
  fixedStart?: number;
  /** Rates that are looked at, per unit of x. */
  lowestRate?: number;
  highestRate?: number;
}

interface Linear {
  asymptote: number;
  start: number;
  cost: number;
  rss: number;
}

/** Value of the curve after x units of practice. */
export function valueAt(curve: Pick<LearningCurve, 'asymptote' | 'start' | 'rate'>, x: number): number {
  return curve.asymptote - (curve.asymptote - curve.start) * Math.exp(-curve.rate * x);
}

/** Nothing is known beforehand. */
const NO_PRIOR = { asymptote: 0, start: 0, asymptoteWeight: 0, startWeight: 0 };

/**
 * Best asymptote and start for a rate: for a given rate the curve is linear in both (variable projection), y = A·u + B·v
 * with v = e^(−rate·x), u = 1 − v; what is known beforehand enters as one more observation of each.
 */
function solveLinear(trials: readonly Trial[], rate: number, options: CurveOptions): Linear {
  const prior = options.prior ?? NO_PRIOR;
  const sums = { uu: prior.asymptoteWeight, vv: prior.startWeight, uv: 0, uy: 0, vy: 0 };
  sums.uy = prior.asymptoteWeight * prior.asymptote;
  sums.vy = prior.startWeight * prior.start;
  for (const { x, y } of trials) {
    const v = Math.exp(-rate * x);
    const u = 1 - v;
    sums.uu += u * u;
    sums.vv += v * v;
    sums.uv += u * v;
    sums.uy += u * y;
    sums.vy += v * y;
  }
  const start = options.fixedStart ?? solveStart(sums);
  const asymptote = sums.uu > 0 ? (sums.uy - sums.uv * start) / sums.uu : start;
  const curve = { asymptote, start, rate };
  const rss = sumOfSquares(trials, curve);
  return { asymptote, start, rss, cost: rss + penaltyOf(curve, options.prior) };
}

function solveStart({ uu, vv, uv, uy, vy }: Record<'uu' | 'vv' | 'uv' | 'uy' | 'vy', number>): number {
  const determinant = uu * vv - uv * uv;
  // A single day of practice: the start is all that is known.
  return determinant > 1e-12 * uu * vv ? (uu * vy - uv * uy) / determinant : vy / (vv || 1);
}

function penaltyOf(curve: Pick<LearningCurve, 'asymptote' | 'start' | 'rate'>, prior?: CurvePrior): number {
  if (!prior) return 0;
  return (
    prior.asymptoteWeight * (curve.asymptote - prior.asymptote) ** 2 +
    prior.startWeight * (curve.start - prior.start) ** 2 +
    prior.logRateWeight * Math.log(curve.rate / prior.rate) ** 2
  );
}

function sumOfSquares(
  trials: readonly Trial[],
  curve: Pick<LearningCurve, 'asymptote' | 'start' | 'rate'>,
): number {
  return trials.reduce((sum, { x, y }) => sum + (y - valueAt(curve, x)) ** 2, 0);
}

const GRID = 25;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Narrows an interval of log rates around its lowest cost by golden sections. */
function narrow(costAt: (logRate: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let leftCost = costAt(left);
  let rightCost = costAt(right);
  while (high - low > 1e-6) {
    if (leftCost <= rightCost) {
      high = right;
      right = left;
      rightCost = leftCost;
      left = high - GOLDEN * (high - low);
      leftCost = costAt(left);
    } else {
      low = left;
      left = right;
      leftCost = rightCost;
      right = low + GOLDEN * (high - low);
      rightCost = costAt(right);
    }
  }
  return (low + high) / 2;
}

/** Gauss–Newton steps on the rate alone, with asymptote and start projected out, to full precision. */
function polish(trials: readonly Trial[], logRate: number, options: CurveOptions): number {
  let at = logRate;
  const costAt = (value: number): number => solveLinear(trials, Math.exp(value), options).cost;
  for (let step = 0; step < 20; step += 1) {
    const h = 1e-4;
    const [before, here, after] = [costAt(at - h), costAt(at), costAt(at + h)];
    const curvature = (after - 2 * here + before) / (h * h);
    if (!(curvature > 0)) break;
    const move = (after - before) / (2 * h) / curvature;
    if (!(Math.abs(move) < 0.01) || costAt(at - move) > here) break;
    at -= move;
    if (Math.abs(move) < 1e-11) break;
  }
  return at;
}

/**
 * Fits the exponential curve of individual learning (Heathcote, Brown & Mewhort 2000) by least squares: a grid over the
 * rate finds the right valley whatever the data, golden sections and Newton steps go to its bottom.
 * @param trials at least one; with fewer than three, only a prior makes the curve mean anything
 */
export function fitLearningCurve(trials: readonly Trial[], options: CurveOptions = {}): LearningCurve {
  const low = Math.log(options.lowestRate ?? 0.01);
  const high = Math.log(options.highestRate ?? 2);
  const costAt = (logRate: number): number => solveLinear(trials, Math.exp(logRate), options).cost;
  const stride = (high - low) / (GRID - 1);
  const grid = Array.from({ length: GRID }, (_, index) => low + index * stride);
  const costs = grid.map(costAt);
  const best = grid[costs.indexOf(Math.min(...costs))] ?? low;
  const narrowed = narrow(costAt, Math.max(low, best - stride), Math.min(high, best + stride));
  const rate = Math.exp(polish(trials, narrowed, options));
  const { asymptote, start, rss } = solveLinear(trials, rate, options);
  return { asymptote, start, rate, rss };
}

/** Akaike's criterion with the correction for few observations (Hurvich & Tsai 1989); infinite when too few. */
export function correctedAkaike(rss: number, count: number, parameters: number): number {
  const k = parameters + 1;
  if (count - k - 1 <= 0) return Number.POSITIVE_INFINITY;
  const perTrial = Math.max(rss / count, 1e-9);
  return count * Math.log(perTrial) + 2 * k + (2 * k * (k + 1)) / (count - k - 1);
}

/** Whether the curve explains the trials clearly better than their mean does (two units of corrected AIC). */
export function hasClearTrend(trials: readonly Trial[], curve: LearningCurve): boolean {
  const mean = trials.reduce((sum, { y }) => sum + y, 0) / trials.length;
  const flat = trials.reduce((sum, { y }) => sum + (y - mean) ** 2, 0);
  const count = trials.length;
  return correctedAkaike(curve.rss, count, 3) + 2 < correctedAkaike(flat, count, 1);
}

const MOST_PRIOR_WEIGHT = 8;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? low;
  return (low + high) / 2;
}

/** Ratio of the noise of a trial to the spread between learners, kept between hardly and strongly. */
function weightOf(values: readonly number[], noise: number): number {
  const middle = median(values);
  // 1.4826 × MAD estimates a standard deviation and shrugs off a single wild fit.
  const spread = 1.4826 * median(values.map((value) => Math.abs(value - middle)));
  return spread > 0 ? Math.min(MOST_PRIOR_WEIGHT, Math.max(0.05, noise / spread ** 2)) : MOST_PRIOR_WEIGHT;
}

/** A learner's own curve and the variance of single trials around it. */
export interface LearnerCurve {
  curve: LearningCurve;
  noise: number;
}

/** Fits one learner alone, for {@link combinePrior}. @returns null with fewer than five trials: they say too little */
export function describeLearner(trials: readonly Trial[]): LearnerCurve | null {
  if (trials.length < 5) return null;
  const curve = fitLearningCurve(trials, { prior: vaguePrior(trials) });
  return { curve, noise: curve.rss / (trials.length - 3) };
}

/**
 * What learners of a group have in common, from a curve of each of them (never from the mean of the class, whose shape
 * is nobody's).
 * @returns null for fewer than three learners
 */
export function combinePrior(learners: readonly LearnerCurve[]): CurvePrior | null {
  if (learners.length < 3) return null;
  const within = (value: number): number => Math.min(100, Math.max(0, value));
  const noise = median(learners.map((learner) => learner.noise));
  const asymptotes = learners.map(({ curve }) => within(curve.asymptote));
  const starts = learners.map(({ curve }) => within(curve.start));
  const logRates = learners.map(({ curve }) => Math.log(curve.rate));
  return {
    asymptote: median(asymptotes),
    start: median(starts),
    rate: Math.exp(median(logRates)),
    asymptoteWeight: weightOf(asymptotes, noise),
    startWeight: weightOf(starts, noise),
    logRateWeight: weightOf(logRates, noise),
  };
}

/**
 * Hardly anything, for a learner without a group: the asymptote lies somewhat above the best that was seen, and the
 * rate makes half of the progress in about the trials there are. Keeps a straight-looking record from running away.
 */
export function vaguePrior(trials: readonly Trial[]): CurvePrior {
  const ys = trials.map((trial) => trial.y);
  const most = Math.max(...trials.map((trial) => trial.x), 1);
  const best = Math.max(...ys);
  return {
    asymptote: Math.min(100, best + 0.25 * (100 - best)),
    start: ys[0] ?? 0,
    rate: Math.LN2 / Math.max(2, most / 2),
    asymptoteWeight: 0.2,
    startWeight: 0.2,
    logRateWeight: 4,
  };
}
