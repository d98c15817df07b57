import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combinePrior,
  describeLearner,
  fitLearningCurve,
  hasClearTrend,
  valueAt,
} from '#shared/domain/methods/learningCurve.ts';

describe('learning curve', () => {
  test('reproduces the certified fit of NIST BoxBOD', () => {
    const trials = [
      [1, 109],
      [2, 149],
      [3, 149],
      [5, 191],
      [7, 213],
      [10, 224],
    ].map(([x = 0, y = 0]) => ({ x, y }));
    const curve = fitLearningCurve(trials, { fixedStart: 0, lowestRate: 0.01, highestRate: 5 });
    expect(curve.asymptote).toBeCloseTo(213.80940889, 5);
    expect(curve.rate).toBeCloseTo(0.54723748542, 7);
    expect(curve.rss).toBeCloseTo(1168.0088766, 6);
  });

  test('finds the curve that trials were made from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 60, max: 100, noNaN: true }),
        fc.double({ min: 5, max: 45, noNaN: true }),
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        (asymptote, start, rate) => {
          const trials = Array.from({ length: 30 }, (_, x) => ({
            x,
            y: valueAt({ asymptote, start, rate }, x),
          }));
          const curve = fitLearningCurve(trials);
          for (const { x, y } of trials) expect(valueAt(curve, x)).toBeCloseTo(y, 2);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a flat record has no clear trend, a rising one has', () => {
    const wobble = [1.2, -0.8, 0.3, -1.1, 0.9, -0.4, 0.6, -0.7, 0.2, -0.2];
    const flat = wobble.map((noise, x) => ({ x, y: 60 + noise }));
    const rising = wobble.map((noise, x) => ({ x, y: 40 + 4 * x + noise }));
    expect(hasClearTrend(flat, fitLearningCurve(flat))).toBe(false);
    expect(hasClearTrend(rising, fitLearningCurve(rising))).toBe(true);
  });

  test('a group of fewer than three, or records of fewer than five trials, say nothing', () => {
    const four = [40, 50, 55, 60].map((y, x) => ({ x, y }));
    const many = [40, 50, 55, 60, 62, 64].map((y, x) => ({ x, y }));
    expect(describeLearner(four)).toBeNull();
    const learner = describeLearner(many);
    expect(combinePrior(learner ? [learner, learner] : [])).toBeNull();
  });

  test('a short record is pulled towards the group', () => {
    const member = (asymptote: number) =>
      describeLearner(
        Array.from({ length: 20 }, (_, x) => ({
          x,
          y: valueAt({ asymptote, start: 30, rate: 0.2 }, x) + (x % 2),
        })),
      );
    const prior = combinePrior([member(78), member(80), member(82)].filter((one) => one !== null));
    expect(prior).not.toBeNull();
    const trials = [30, 44, 41].map((y, x) => ({ x, y }));
    const curve = fitLearningCurve(trials, prior ? { prior } : {});
    expect(curve.asymptote).toBeGreaterThan(70);
    expect(curve.asymptote).toBeLessThan(90);
  });
});
