/** How sure an interval is: the share of outcomes that it should hold. */
export type IntervalLevel = 0.8 | 0.9 | 0.95;

/** How many residuals a level needs before its quantile exists: 4 for 80 %, 9 for 90 %, 19 for 95 %. */
export function neededResiduals(level: IntervalLevel): number {
  return Math.ceil(1 / (1 - level) - 1e-9) - 1;
}

/**
 * Half width of a split-conformal interval (Vovk et al. 2005; Lei et al. 2018): the ⌈(n+1)·level⌉-th smallest absolute
 * residual.
 * @returns null when there are too few residuals: an interval would promise what nobody knows
 */
export function conformalHalfWidth(residuals: readonly number[], level: IntervalLevel): number | null {
  const rank = Math.ceil((residuals.length + 1) * level - 1e-9);
  if (rank > residuals.length || rank < 1) return null;
  const sorted = residuals.map(Math.abs).sort((a, b) => a - b);
  return sorted[rank - 1] ?? null;
}

/**
 * The latest residuals, as many as make the rank a whole number: 4, 9, 14 or 19 for 80 %. Forecasts that were made from
 * three trials were worse than those of today, and rounding the rank up would widen the interval beyond its promise.
 */
export function latestResiduals(residuals: readonly number[], level: IntervalLevel): number[] {
  const step = neededResiduals(level) + 1;
  const groups = Math.min(MOST_GROUPS, Math.floor((residuals.length + 1) / step));
  return groups < 1 ? [...residuals] : residuals.slice(residuals.length - (groups * step - 1));
}

const MOST_GROUPS = 4;

/** How often earlier intervals held what came next. */
export interface Coverage {
  inside: number;
  total: number;
}

/**
 * Goes through the residuals in the order of time: from each set of earlier ones an interval is made, and the next
 * residual falls inside or not. This is how often the promise has been kept so far.
 */
export function coverageSoFar(residuals: readonly number[], level: IntervalLevel): Coverage {
  const coverage = { inside: 0, total: 0 };
  for (let next = neededResiduals(level); next < residuals.length; next += 1) {
    const half = conformalHalfWidth(latestResiduals(residuals.slice(0, next), level), level);
    const residual = residuals[next];
    if (half === null || residual === undefined) continue;
    coverage.total += 1;
    if (Math.abs(residual) <= half) coverage.inside += 1;
  }
  return coverage;
}
