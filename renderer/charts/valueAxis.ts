/** What the vertical axis measures. */
export interface ValueAxis {
  /** Lowest and highest value that is shown. */
  from: number;
  to: number;
  ticks: readonly number[];
  /** A value in words, with its unit. */
  format: (value: number) => string;
}

const STEPS = [1, 2, 5];
const MOST_TICKS = 6;

/** A round step that divides a range into a handful of parts. */
function stepFor(range: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(range, 1e-9) / MOST_TICKS));
  const step = [...STEPS, 10].find((one) => range / (one * power) <= MOST_TICKS) ?? 10;
  return step * power;
}

/**
 * An axis with round ticks around some values.
 * @param origin value that the axis always holds: zero for sizes, what is usual for comparisons
 */
export function axisAround(
  values: readonly number[],
  format: (value: number) => string,
  origin = 0,
): ValueAxis {
  const lowest = Math.min(origin, ...values);
  const highest = Math.max(origin + 1, ...values);
  const step = stepFor(highest - lowest);
  const from = Math.floor(lowest / step) * step;
  const to = Math.ceil(highest / step) * step;
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step), format };
}
