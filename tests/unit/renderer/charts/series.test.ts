import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderPoints, styleSeries } from '../../../../renderer/charts/chartSeries.ts';
import type { ChartSeries } from '../../../../renderer/charts/chartSeries.ts';
import { legendOf } from '../../../../renderer/charts/legendItems.ts';
import { MOST_SERIES, seriesStyle, shapePath } from '../../../../renderer/charts/seriesStyle.ts';
import { drawSpark, sparkRange } from '../../../../renderer/charts/sparkPath.ts';

const point = (id: string, date: string, value: number) => ({ id, date, value, details: [] });
const series = (id: string, patch: Partial<ChartSeries> = {}): ChartSeries => ({
  id,
  label: id,
  points: [],
  line: [],
  ...patch,
});

describe('series', () => {
  it('differ in colour, in shape and in dash', () => {
    const styles = Array.from({ length: MOST_SERIES }, (_, index) => seriesStyle(index));
    for (const part of ['color', 'shape', 'dash'] as const) {
      expect(new Set(styles.map((style) => style[part])).size).toBe(MOST_SERIES);
    }
    const paths = styles.map((style) => shapePath(style.shape, [10, 10], 4));
    expect(paths.every((path) => path.startsWith('M') && path.endsWith('Z'))).toBe(true);
  });

  it('are read by day, on one day from the lowest up', () => {
    const styled = styleSeries([
      series('a', { points: [point('1', '2026-03-02', 80), point('2', '2026-01-05', 40)] }),
      series('b', { points: [point('3', '2026-03-02', 60)] }),
    ]);
    expect(orderPoints(styled).map(({ key }) => key)).toEqual(['a/2', 'b/3', 'a/1']);
  });

  it('have one sign, or two where the line has a name of its own', () => {
    const line = [{ date: '2026-01-01', value: 3 }];
    const points = [point('1', '2026-03-02', 80)];
    const styled = styleSeries([
      series('squad', { points, line, lineLabel: 'line' }),
      series('few', { points, lineLabel: 'line' }),
      series('one', { points, line }),
    ]);
    expect(legendOf(styled, 'target').map(({ id, has }) => [id, has])).toEqual([
      ['squad', 'points'],
      ['squad-line', 'line'],
      ['few', 'points'],
      ['one', 'both'],
      ['target', 'line'],
    ]);
  });
});

describe('sparklines', () => {
  const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 18 });

  it('span at least thirty points within 0…100, and hold all values', () => {
    fc.assert(
      fc.property(percents, (values) => {
        const { low, high } = sparkRange(values);
        expect(high - low).toBeGreaterThanOrEqual(30 - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(Math.min(...values) + 1e-9);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
      }),
    );
  });

  it('are drawn inside their box, the target too', () => {
    const box = { width: 100, height: 30, padding: 4 };
    fc.assert(
      fc.property(percents, fc.double({ min: 0, max: 100, noNaN: true }), (values, target) => {
        const { path, last, targetY } = drawSpark(values, target, box);
        const ys = [...path.matchAll(/ ([\d.]+)/g)].map((match) => Number(match[1]));
        for (const y of [...ys, last?.y ?? 0, targetY ?? 0]) {
          expect(y).toBeGreaterThanOrEqual(3.9);
          expect(y).toBeLessThanOrEqual(26.1);
        }
      }),
    );
  });

  it('are a dot for one value, and nothing for none', () => {
    const box = { width: 100, height: 30, padding: 4 };
    expect(drawSpark([50], null, box)).toMatchObject({ path: '', last: { x: 50 }, targetY: null });
    expect(drawSpark([], null, box).last).toBeNull();
  });
});
