import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestTriangle } from '#shared/domain/methods/largestTriangle.ts';
import { trainingLoad } from '#shared/domain/methods/load.ts';

describe('training load', () => {
  test('42 days at 100 reach the known values', () => {
    const last = trainingLoad(Array.from({ length: 42 }, () => 100)).at(-1);
    expect(last?.chronic).toBeCloseTo(63.212056, 6);
    expect(last?.acute).toBeCloseTo(99.752125, 6);
  });

  test('rest makes fresh, hard weeks make tired', () => {
    const days = trainingLoad([
      ...Array.from({ length: 60 }, () => 90),
      ...Array.from({ length: 10 }, () => 0),
    ]);
    expect(days[30]?.freshness).toBeLessThan(0);
    expect(days.at(-1)?.freshness).toBeGreaterThan(0);
  });
});

describe('largest triangle', () => {
  test('keeps first and last, the number asked for, and the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 400 }),
        fc.integer({ min: 3, max: 50 }),
        (values, most) => {
          const points = values.map((y, x) => ({ x, y }));
          const kept = largestTriangle(points, most);
          expect(kept).toHaveLength(Math.min(points.length, most));
          expect(kept[0]).toBe(points[0]);
          expect(kept.at(-1)).toBe(points.at(-1));
          expect(kept.map(({ x }) => x)).toEqual(kept.map(({ x }) => x).toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test('keeps a spike', () => {
    const points = Array.from({ length: 1000 }, (_, x) => ({ x, y: x === 613 ? 100 : 50 }));
    expect(largestTriangle(points, 50).some(({ y }) => y === 100)).toBe(true);
  });
});
