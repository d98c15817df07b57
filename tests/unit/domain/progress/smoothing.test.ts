import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothAt, smoothEnd, smoothLine, smoothPercentAt } from '#shared/domain/progress/smoothing.ts';
import type { Observation } from '#shared/domain/progress/smoothing.ts';

const FIRST_DAY = 20_000;
const days = fc.uniqueArray(fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 700 }), {
  minLength: 3,
  maxLength: 60,
});
const percents = fc.double({ min: 0, max: 100, noNaN: true });
const record = days.chain((chosen) =>
  fc
    .array(percents, { minLength: chosen.length, maxLength: chosen.length })
    .map((values) =>
      chosen
        .map((day, index): Observation => ({ day, value: values[index] ?? 0 }))
        .sort((a, b) => a.day - b.day),
    ),
);

describe('smoothLine', () => {
  it('stays within 0…100, from the first day to the last, in order, with at most 60 points', () => {
    fc.assert(
      fc.property(record, (observations) => {
        const line = smoothLine(observations);
        expect(line.length).toBeGreaterThan(1);
        expect(line.length).toBeLessThanOrEqual(60);
        expect(line[0]?.day).toBe(observations[0]?.day);
        expect(line.at(-1)?.day).toBe(observations.at(-1)?.day);
        expect(line.every((point) => point.value >= 0 && point.value <= 100)).toBe(true);
        const places = line.map((point) => point.day);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });

  it('is constant for a constant record', () => {
    fc.assert(
      fc.property(days, percents, (chosen, value) => {
        for (const point of smoothLine(chosen.map((day) => ({ day, value })))) {
          expect(point.value).toBeCloseTo(value, 6);
        }
      }),
    );
  });

  it('reproduces a straight line', () => {
    fc.assert(
      fc.property(days, percents, percents, (chosen, start, end) => {
        const first = Math.min(...chosen);
        const span = Math.max(...chosen) - first;
        // Two days apart by almost nothing leave no slope to be told.
        fc.pre(span >= 14);
        const valueOn = (day: number): number => start + ((end - start) * (day - first)) / span;
        for (const point of smoothLine(chosen.map((day) => ({ day, value: valueOn(day) })))) {
          expect(point.value).toBeCloseTo(valueOn(point.day), 4);
        }
      }),
    );
  });

  it('does not depend on the order of observations', () => {
    fc.assert(
      fc.property(record, (observations) => {
        const there = smoothLine(observations);
        const back = smoothLine([...observations].reverse());
        expect(back.map((point) => point.day)).toEqual(there.map((point) => point.day));
        for (const [index, point] of there.entries()) expect(back[index]?.value).toBeCloseTo(point.value, 6);
      }),
    );
  });

  it('weighs a day with several attempts like the attempts themselves', () => {
    const single = [
      { day: 0, value: 40 },
      { day: 20, value: 60 },
      { day: 20, value: 70 },
      { day: 40, value: 80 },
    ];
    const byDay = [
      { day: 0, value: 40 },
      { day: 20, value: 65, weight: 2 },
      { day: 40, value: 80 },
    ];
    for (const day of [0, 11, 20, 40])
      expect(smoothAt(byDay, day, 10)).toBeCloseTo(smoothAt(single, day, 10), 9);
  });

  it('promises nothing for two observations, or for a single day', () => {
    const two = [
      { day: 0, value: 40 },
      { day: 30, value: 60 },
    ];
    const oneDay = [50, 60, 70].map((value) => ({ day: 5, value }));
    for (const observations of [[], two, oneDay]) {
      expect(smoothLine(observations)).toEqual([]);
      expect(smoothEnd(observations)).toBeNull();
    }
  });

  it('ends where smoothEnd says, and is what smoothPercentAt says on each of its days', () => {
    fc.assert(
      fc.property(record, (observations) => {
        const line = smoothLine(observations);
        expect(smoothEnd(observations)).toBeCloseTo(line.at(-1)?.value ?? -1, 9);
        for (const point of line)
          expect(smoothPercentAt(observations, point.day)).toBeCloseTo(point.value, 9);
      }),
    );
  });
});
