import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  criteriaOf,
  normalise,
  presetNames,
  valueCandidate,
  valueSquad,
  type CriterionSetting,
  type Figure,
} from '#shared/domain/selection/criteria.ts';
import { listTippingFigures } from '#shared/domain/selection/tipping.ts';

const known = (value: number, deviation: number | null = null): Figure => ({ value, deviation, count: 5 });
const criterion = (key: string, weight: number): CriterionSetting => ({
  key,
  name: '',
  weight,
  normalisation: { kind: 'fixed', from: 0, to: 100 },
});

describe('normalisation', () => {
  test('is straight between the ends and stays within 0…100', () => {
    expect(normalise(60, { from: 50, to: 70 })).toBe(50);
    expect(normalise(40, { from: 50, to: 70 })).toBe(0);
    expect(normalise(90, { from: 50, to: 70 })).toBe(100);
    // A scale may run down: less is better.
    expect(normalise(10, { from: 40, to: 0 })).toBe(75);
  });

  test('within the competency the least candidate is 0 and the greatest 100', () => {
    const within = { ...criterion('level', 1), normalisation: { kind: 'within_competency' as const } };
    const squad = [40, 55, 60].map((value) => ({ level: known(value) }));
    const { values, ranges } = valueSquad([within], squad, 'leave_out');
    expect(ranges['level']).toEqual({ from: 40, to: 60 });
    expect(values.map(({ value }) => value)).toEqual([0, 75, 100]);
  });
});

describe('the value', () => {
  test('is the weighted mean, and its parts add up to it', () => {
    const criteria = [criterion('level', 30), criterion('attendance', 10)];
    const { value, parts } = valueCandidate(
      criteria,
      { level: known(80), attendance: known(60) },
      {},
      'leave_out',
    );
    expect(value).toBe(75);
    expect(parts.map(({ share, points }) => [share, points])).toEqual([
      [0.75, 60],
      [0.25, 15],
    ]);
  });

  test('leaves out what is missing, or counts it as nothing', () => {
    const criteria = [criterion('level', 30), criterion('attendance', 10)];
    const figures = { level: known(80), attendance: { value: null, deviation: null, count: 0 } };
    expect(valueCandidate(criteria, figures, {}, 'leave_out').value).toBe(80);
    expect(valueCandidate(criteria, figures, {}, 'zero').value).toBe(60);
  });

  test('figures of the same marks err together, others apart', () => {
    const criteria = [criterion('level', 50), criterion('forecast', 50)];
    const both = valueCandidate(criteria, { level: known(70, 6), forecast: known(70, 8) }, {}, 'leave_out');
    expect(both.deviation).toBeCloseTo(7, 12);
    const apart = valueCandidate(
      [criterion('level', 50), criterion('composure', 50)],
      { level: known(70, 6), composure: known(70, 8) },
      {},
      'leave_out',
    );
    expect(apart.deviation).toBeCloseTo(5, 12);
  });

  test('stays within 0…100, and a greater figure never lowers it', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    const figures = fc.array(fc.option(fc.float({ min: 0, max: 100, noNaN: true })), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        weights,
        figures,
        fc.nat(2),
        fc.float({ min: 0, max: 20, noNaN: true }),
        (w, f, at, more) => {
          const keys = ['level', 'speed', 'attendance'];
          const criteria = keys.map((key, index) => criterion(key, w[index] ?? 0));
          const valueOf = (add: number): number =>
            valueCandidate(
              criteria,
              Object.fromEntries(
                keys.map((key, index) => {
                  const value = f[index] ?? null;
                  const raised = value === null ? null : value + (index === at ? add : 0);
                  return [key, { value: raised, deviation: null, count: 1 }];
                }),
              ),
              {},
              'leave_out',
            ).value;
          expect(valueOf(0)).toBeGreaterThanOrEqual(0);
          expect(valueOf(0)).toBeLessThanOrEqual(100 + 1e-9);
          expect(valueOf(more)).toBeGreaterThanOrEqual(valueOf(0) - 1e-9);
        },
      ),
    );
  });

  test('presets weigh 100 together', () => {
    for (const name of presetNames) {
      expect(
        criteriaOf(name).reduce((sum, { weight }) => sum + weight, 0),
        name,
      ).toBe(100);
    }
  });
});

test('a figure that would tip the decision moves the value by what is asked', () => {
  const criteria = [criterion('level', 40), criterion('speed', 60)];
  const percent = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(percent, percent, fc.integer({ min: -40, max: 40 }), (level, speed, points) => {
      const before = valueCandidate(criteria, { level: known(level), speed: known(speed) }, {}, 'leave_out');
      for (const { key, from, to } of listTippingFigures(before.parts, criteria, points)) {
        expect(from).toBe(key === 'level' ? level : speed);
        const figures = { level: known(level), speed: known(speed), [key]: known(to) };
        const after = valueCandidate(criteria, figures, {}, 'leave_out').value;
        const moved = (after - before.value) * Math.sign(points || 1);
        // Rounded to a tenth, away from the decision as it is.
        expect(moved).toBeGreaterThanOrEqual(Math.abs(points) - 1e-6);
        expect(moved).toBeLessThan(Math.abs(points) + 0.1);
      }
    }),
  );
});
