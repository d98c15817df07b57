/** Room and scale of a sparkline. */
export interface SparkBox {
  width: number;
  height: number;
  padding: number;
}

/** A sparkline as a path, its last point, and where the target lies. */
export interface SparkDrawing {
  path: string;
  last: { x: number; y: number } | null;
  targetY: number | null;
}

/** Least span of values that fills the height: smaller changes must not look large. */
const LEAST_SPAN = 30;

/** The values that the height stands for, at least thirty percentage points, within 0…100. */
export function sparkRange(values: readonly number[]): { low: number; high: number } {
  const least = values.reduce((low, value) => Math.min(low, value), 100);
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  const missing = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  const low = Math.max(0, Math.min(least - missing, 100 - LEAST_SPAN));
  return { low, high: Math.min(100, Math.max(most + missing, low + LEAST_SPAN)) };
}

/** Draws percentages from left to right, equally far apart. */
export function drawSpark(values: readonly number[], target: number | null, box: SparkBox): SparkDrawing {
  const { low, high } = sparkRange(target === null ? values : [...values, target]);
  const toY = (value: number): number => {
    const share = (value - low) / (high - low);
    return round(box.height - box.padding - share * (box.height - 2 * box.padding));
  };
  const room = box.width - 2 * box.padding;
  const toX = (index: number): number =>
    round(values.length === 1 ? box.width / 2 : box.padding + (room * index) / (values.length - 1));
  const places = values.map((value, index) => ({ x: toX(index), y: toY(value) }));
  return {
    path: places.length < 2 ? '' : `M${places.map(({ x, y }) => `${x} ${y}`).join('L')}`,
    last: places.at(-1) ?? null,
    targetY: target === null ? null : toY(target),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
