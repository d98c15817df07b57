import { describe, expect, test } from 'vitest';
import {
  conformalHalfWidth,
  coverageSoFar,
  latestResiduals,
  neededResiduals,
} from '#shared/domain/methods/conformal.ts';
import { chanceOfReaching, forecastLearner, forecastSquad } from '#shared/domain/methods/forecast.ts';
import { valueAt } from '#shared/domain/methods/learningCurve.ts';
import { normalFrom, seededRandom } from '../../../helpers/normal.ts';

describe('split-conformal interval', () => {
  test('is refused below 4, 9 and 19 residuals', () => {
    for (const [level, needed] of [
      [0.8, 4],
      [0.9, 9],
      [0.95, 19],
    ] as const) {
      expect(neededResiduals(level)).toBe(needed);
      const residuals = Array.from({ length: needed }, (_, index) => index + 1);
      expect(conformalHalfWidth(residuals, level)).toBe(needed);
      expect(conformalHalfWidth(residuals.slice(1), level)).toBeNull();
    }
  });

  test('takes the residual of the right rank, whatever the signs', () => {
    expect(conformalHalfWidth([-5, 1, 3, -2, 4, 0.5, -0.1, 2.5, 1.5], 0.8)).toBe(4);
  });

  test('uses the latest residuals that make the rank a whole number', () => {
    const residuals = Array.from({ length: 30 }, (_, index) => index);
    expect(latestResiduals(residuals.slice(0, 8), 0.8)).toEqual([4, 5, 6, 7]);
    expect(latestResiduals(residuals, 0.8)).toHaveLength(19);
    expect(latestResiduals(residuals, 0.95)).toHaveLength(19);
  });

  test('counts how often it has been kept', () => {
    expect(coverageSoFar([1, 2, 3, 4, 2, 9, 1], 0.8)).toEqual({ inside: 2, total: 3 });
  });
});

/** Forty learners with curves of their own, as squads have them, and what they did later. */
function generateSquad(seed: number, attempts: (random: () => number) => number) {
  const random = seededRandom(seed);
  const normal = normalFrom(random);
  return Array.from({ length: 40 }, () => {
    const curve = {
      asymptote: 78 + 7 * normal(),
      start: 38 + 7 * normal(),
      rate: 0.12 * Math.exp(0.4 * normal()),
    };
    const count = attempts(random);
    const ahead = 1 + Math.floor(random() * 6);
    const result = (x: number): number => Math.min(100, Math.max(0, valueAt(curve, x) + 4 * normal()));
    return {
      values: Array.from({ length: count }, (_, x) => result(x)),
      ahead,
      outcome: result(count - 1 + ahead),
    };
  });
}

function coverageOver(seeds: number, attempts: (random: () => number) => number): number {
  let inside = 0;
  let total = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const squad = generateSquad(seed, attempts);
    const forecasts = forecastSquad(
      squad.map((one) => one.values),
      { ahead: squad.map((one) => one.ahead), level: 0.8 },
    );
    for (const [index, forecast] of forecasts.entries()) {
      const outcome = squad[index]?.outcome ?? 0;
      if (forecast.kind !== 'forecast') continue;
      total += 1;
      if (outcome >= forecast.low && outcome <= forecast.high) inside += 1;
    }
  }
  return inside / total;
}

describe('forecast', () => {
  test('is refused with too few attempts, and says how many are needed', () => {
    expect(forecastLearner([50, 55, 60, 61, 62, 63], { ahead: 3, level: 0.8, prior: null })).toEqual({
      kind: 'refused',
      reason: 'too_few',
      have: 6,
      need: 7,
    });
    expect(forecastLearner([50, 55, 60, 61, 62, 63, 64], { ahead: 3, level: 0.8, prior: null }).kind).toBe(
      'forecast',
    );
    expect(
      forecastLearner([50, 55, 60, 61, 62, 63, 64], { ahead: 3, level: 0.95, prior: null }),
    ).toMatchObject({ kind: 'refused', need: 22 });
  });

  test('holds 75 to 85 % of what comes, for squads with one to two years of practice', () => {
    const coverage = coverageOver(25, (random) => 12 + Math.floor(random() * 30));
    expect(coverage).toBeGreaterThan(0.75);
    expect(coverage).toBeLessThan(0.85);
  });

  test('does not promise more than it keeps when records are short', () => {
    const coverage = coverageOver(15, (random) => 7 + Math.floor(random() * 4));
    expect(coverage).toBeGreaterThan(0.75);
  });

  test('a flat record is forecast at its level and is said to have no clear trend', () => {
    const values = [60, 62, 59, 61, 60, 58, 61, 62, 60, 59, 61, 60];
    const forecast = forecastLearner(values, { ahead: 4, level: 0.8, prior: null });
    expect(forecast).toMatchObject({ kind: 'forecast', trend: false });
    if (forecast.kind !== 'forecast') return;
    expect(Math.abs(forecast.value - 60.3)).toBeLessThan(1);
    expect(chanceOfReaching(forecast, 40)).toBeGreaterThanOrEqual(0.9);
    expect(chanceOfReaching(forecast, 90)).toBeLessThanOrEqual(0.1);
  });
});
