import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeRanks, probabilityOfBest } from '#shared/domain/selection/best.ts';
import { normalCdf } from '#shared/domain/selection/normal.ts';

const value = (mean: number, deviation: number) => ({ mean, deviation });

test('the normal distribution function', () => {
  expect(normalCdf(0)).toBeCloseTo(0.5, 14);
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
  expect(normalCdf(-8)).toBeCloseTo(6.22096057e-16, 22);
});

describe('the probability of being the best', () => {
  test.each([
    [
      [value(80, 3), value(77, 4)],
      [0.725747, 0.274253],
    ],
    [
      [value(80, 3), value(78, 4), value(76, 5)],
      [0.531663, 0.284229, 0.184107],
    ],
    [
      [value(50, 2), value(50, 2), value(50, 2)],
      [1 / 3, 1 / 3, 1 / 3],
    ],
    [
      [value(50, 0), value(50, 0)],
      [0.5, 0.5],
    ],
    [
      [value(51, 0), value(50, 0)],
      [1, 0],
    ],
    [[value(60, 5)], [1]],
  ])('%j', (values, expected) => {
    probabilityOfBest(values).forEach((share, index) => expect(share).toBeCloseTo(expected[index] ?? 0, 6));
  });

  test('agrees with the closed form of two', () => {
    const some = fc.record({
      mean: fc.double({ min: 0, max: 100, noNaN: true }),
      deviation: fc.double({ min: 0.2, max: 15, noNaN: true }),
    });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const exact = normalCdf((a.mean - b.mean) / Math.hypot(a.deviation, b.deviation));
        expect(probabilityOfBest([a, b])[0]).toBeCloseTo(exact, 5);
      }),
    );
  });

  test('of many equals that of few with the rest far below', () => {
    const few = [value(80, 3), value(77, 4)];
    const many = [...few, ...Array.from({ length: 60 }, (_, index) => value(20 - index / 10, 2))];
    expect(probabilityOfBest(many)[0]).toBeCloseTo(0.725747, 4);
  });
});

test('likely ranks hold the own place and widen with uncertainty', () => {
  const sure = describeRanks([value(90, 1), value(70, 1), value(50, 1)]);
  expect(sure.map(({ rankFrom, rankTo }) => [rankFrom, rankTo])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  const unsure = describeRanks([value(71, 10), value(70, 10), value(69, 10)]);
  expect(unsure.map(({ rankFrom, rankTo }) => [rankFrom, rankTo])).toEqual([
    [1, 3],
    [1, 3],
    [1, 3],
  ]);
});
