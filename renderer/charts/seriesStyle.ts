/** Shapes of points: series are told apart by shape, dash and label, never by colour alone. */
export type PointShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'ring';

/** How a series is drawn. */
export interface SeriesStyle {
  /** CSS colour, a token of the theme. */
  color: string;
  shape: PointShape;
  /** SVG dash pattern of its line; empty for a solid one. */
  dash: string;
}

const SHAPES: readonly PointShape[] = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'];
const DASHES: readonly string[] = ['', '8 3', '3 3', '10 3 2 3', '1.5 3', '14 4'];

/** Most series that can be told apart in one chart. */
export const MOST_SERIES = SHAPES.length;

/** Style of the n-th series (from 0); after the sixth they repeat. */
export function seriesStyle(index: number): SeriesStyle {
  const place = index % MOST_SERIES;
  return {
    color: `var(--shyng-series-${place + 1})`,
    shape: SHAPES[place] ?? 'circle',
    dash: DASHES[place] ?? '',
  };
}

/** Points that stand behind others as a background. */
export const quietStyle: SeriesStyle = { color: 'var(--shyng-chart-quiet)', shape: 'ring', dash: '' };

/** The line that a series works towards. */
export const targetStyle: SeriesStyle = { color: 'var(--shyng-accent)', shape: 'ring', dash: '6 5' };

/** What a bar is compared with. */
export const besideStyle: SeriesStyle = { color: 'var(--shyng-series-3)', shape: 'diamond', dash: '' };

const polygon = (corners: readonly (readonly [number, number])[]): string =>
  `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;

const round = (value: number): number => Math.round(value * 100) / 100;

function circle(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/**
 * Path of one point.
 * @param r half of its width in pixels; shapes of one `r` look equally large
 */
export function shapePath(shape: PointShape, [x, y]: readonly [number, number], r: number): string {
  const wide = r * 1.2;
  switch (shape) {
    case 'circle':
    case 'ring':
      return circle(x, y, r);
    case 'square':
      return polygon([
        [x - r * 0.9, y - r * 0.9],
        [x + r * 0.9, y - r * 0.9],
        [x + r * 0.9, y + r * 0.9],
        [x - r * 0.9, y + r * 0.9],
      ]);
    case 'triangle':
      return polygon([
        [x, y - wide],
        [x + wide, y + r * 0.9],
        [x - wide, y + r * 0.9],
      ]);
    case 'diamond':
      return polygon([
        [x, y - wide],
        [x + wide, y],
        [x, y + wide],
        [x - wide, y],
      ]);
    case 'cross':
      return cross(x, y, r);
  }
}

/** A plus sign as an outline, so that it can be filled like the others. */
function cross(x: number, y: number, r: number): string {
  const arm = r * 1.15;
  const half = r * 0.38;
  return polygon([
    [x - half, y - arm],
    [x + half, y - arm],
    [x + half, y - half],
    [x + arm, y - half],
    [x + arm, y + half],
    [x + half, y + half],
    [x + half, y + arm],
    [x - half, y + arm],
    [x - half, y + half],
    [x - arm, y + half],
    [x - arm, y - half],
    [x - half, y - half],
  ]);
}
