import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reducePoints } from '#shared/domain/progress/reducePoints.ts';

interface Point {
  place: number;
  value: number;
}

const points = fc
  .array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 400 })
  .map((values) => values.map((value, place): Point => ({ place, value })));
const most = fc.integer({ min: 4, max: 60 });
const reduce = (given: readonly Point[], limit: number): Point[] =>
  reducePoints(given, limit, (point) => point.value);

describe('reducePoints', () => {
  it('never gives more than asked for, and leaves few points alone', () => {
    fc.assert(
      fc.property(points, most, (given, limit) => {
        const kept = reduce(given, limit);
        expect(kept.length).toBeLessThanOrEqual(limit);
        if (given.length <= limit) expect(kept).toEqual(given);
      }),
    );
  });

  it('keeps the first, the last, the lowest and the highest', () => {
    fc.assert(
      fc.property(points, most, (given, limit) => {
        fc.pre(given.length > 0);
        const kept = reduce(given, limit);
        const values = kept.map((point) => point.value);
        expect(kept[0]).toBe(given[0]);
        expect(kept.at(-1)).toBe(given.at(-1));
        expect(Math.min(...values)).toBe(Math.min(...given.map((point) => point.value)));
        expect(Math.max(...values)).toBe(Math.max(...given.map((point) => point.value)));
      }),
    );
  });

  it('takes points as they are, in their order, none twice', () => {
    fc.assert(
      fc.property(points, most, (given, limit) => {
        const places = reduce(given, limit).map((point) => point.place);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places.every((place) => given[place] !== undefined)).toBe(true);
      }),
    );
  });

  it('keeps a single outlier among ten thousand', () => {
    const given = Array.from({ length: 10_000 }, (_, place) => ({ place, value: place === 7_321 ? 3 : 70 }));
    const kept = reduce(given, 500);
    expect(kept.length).toBeLessThanOrEqual(500);
    expect(kept.filter((point) => point.value === 3)).toEqual([{ place: 7_321, value: 3 }]);
  });
});
