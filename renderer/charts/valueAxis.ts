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

/** An axis with round ticks around some values; it always holds zero. */
export function axisAround(values: readonly number[], format: (value: number) => string): ValueAxis {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(1, ...values);
  const step = stepFor(highest - lowest);
  const from = Math.floor(lowest / step) * step;
  const to = Math.ceil(highest / step) * step;
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step), format };
}
