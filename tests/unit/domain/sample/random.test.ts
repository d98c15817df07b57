import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, nextBits } from '#shared/domain/sample/random.ts';
import type { RandomState } from '#shared/domain/sample/random.ts';

const draw = (seed: number | string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};
const mean = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('nextBits', () => {
  it('gives the values of the reference implementation of xoshiro128** 1.1 for the state 1, 2, 3, 4', () => {
    const state: RandomState = [1, 2, 3, 4];
    expect(Array.from({ length: 10 }, () => nextBits(state))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('createRandom', () => {
  it('repeats itself for a seed and differs for another', () => {
    expect(draw(7, 20)).toEqual(draw(7, 20));
    expect(draw(7, 20)).not.toEqual(draw(8, 20));
    expect(draw('', 3)).toEqual(draw('', 3));
  });

  it('is uniform in [0, 1)', () => {
    const values = draw(1, 20_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = values.filter((one) => Math.floor(one * 10) === tenth).length / values.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
    }
  });

  it('draws normal values of mean 0 and deviation 1', () => {
    const random = createRandom(3);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    expect(values.every(Number.isFinite)).toBe(true);
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(Math.abs(mean(values.map((one) => one * one)) - 1)).toBeLessThan(0.04);
    expect(Math.abs(values.filter((one) => Math.abs(one) < 1.96).length / values.length - 0.95)).toBeLessThan(
      0.01,
    );
  });

  it('draws whole numbers within their bounds and reaches both ends', () => {
    const random = createRandom(4);
    const values = new Set(Array.from({ length: 500 }, () => random.integer(-1, 3)));
    expect([...values].sort((one, other) => one - other)).toEqual([-1, 0, 1, 2, 3]);
  });

  it('chooses by weight', () => {
    const random = createRandom(5);
    const chosen = Array.from({ length: 8000 }, () =>
      random.weighted([
        ['a', 3],
        ['b', 1],
        ['never', 0],
      ] as const),
    );
    expect(Math.abs(chosen.filter((one) => one === 'a').length / chosen.length - 0.75)).toBeLessThan(0.02);
    expect(chosen).not.toContain('never');
  });

  it('shuffles without losing or changing anything', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, values) => {
        const before = [...values];
        const shuffled = createRandom(seed).shuffle(values);
        expect(values).toEqual(before);
        expect([...shuffled].sort()).toEqual([...before].sort());
      }),
    );
  });

  it('forks streams that do not depend on what else was drawn', () => {
    const random = createRandom(6);
    const before = random.fork('part').next();
    random.next();
    expect(random.fork('part').next()).toBe(before);
    expect(random.fork('other').next()).not.toBe(before);
  });

  it('refuses to choose from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
    expect(() => createRandom(1).weighted([])).toThrow(RangeError);
  });
});
