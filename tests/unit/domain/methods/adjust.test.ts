import { describe, expect, test } from 'vitest';
import { adjustPercent, fitAdjustment } from '#shared/domain/methods/adjust.ts';
import { normalFrom, seededRandom } from '../../../helpers/normal.ts';

describe('adjustment for difficulty', () => {
  test('tells ability from difficulty when strong students met hard projects', () => {
    const random = seededRandom(7);
    const normal = normalFrom(random);
    const ability = Array.from({ length: 40 }, (_, index) => -15 + (30 * index) / 39);
    const difficulty = [-12, -6, 0, 6, 12];
    const results = ability.flatMap((able, student) =>
      Array.from({ length: 12 }, () => {
        // The stronger a student is, the likelier a hard project.
        const project = Math.min(4, Math.max(0, Math.round(2 - able / 8 + 1.2 * normal())));
        const percent = 60 + able + (difficulty[project] ?? 0) + 3 * normal();
        return { student: `s${student}`, project: `p${project}`, percent };
      }),
    );
    const fit = fitAdjustment(results)!;
    for (const [index, able] of ability.entries()) {
      expect(Math.abs(fit.students.get(`s${index}`)!.effect - able)).toBeLessThan(4);
    }
    const apart = fit.projects.get('p4')!.effect - fit.projects.get('p0')!.effect;
    expect(apart).toBeGreaterThan(20);
    expect(apart).toBeLessThan(26);
    expect(fit.residualDeviation).toBeGreaterThan(2.5);
    expect(fit.residualDeviation).toBeLessThan(3.5);
  });

  test('believes a student seen once less than one seen often', () => {
    const random = seededRandom(11);
    const normal = normalFrom(random);
    const often = Array.from({ length: 20 }, (_, index) => ({
      student: 'often',
      project: `p${index % 4}`,
      percent: 80 + 5 * normal(),
    }));
    const others = Array.from({ length: 60 }, (_, index) => ({
      student: `o${index % 6}`,
      project: `p${index % 4}`,
      percent: 55 + 2 * (index % 6) + 5 * normal(),
    }));
    const once = { student: 'once', project: 'p0', percent: 80 };
    const fit = fitAdjustment([...often, ...others, once]);
    const known = fit?.students.get('often');
    const guessed = fit?.students.get('once');
    expect(known?.effect ?? 0).toBeGreaterThan(guessed?.effect ?? 0);
    expect(known?.standardError ?? 0).toBeLessThan(guessed?.standardError ?? 0);
  });

  test('moves a result by the difficulty of its project only', () => {
    const results = ['a', 'b', 'c', 'd'].flatMap((student, index) => [
      { student, project: 'easy', percent: 80 + index },
      { student, project: 'hard', percent: 60 + index },
    ]);
    const fit = fitAdjustment(results);
    if (!fit) throw new Error('no fit');
    const easy = adjustPercent(fit, { student: 'a', project: 'easy', percent: 80 });
    const hard = adjustPercent(fit, { student: 'a', project: 'hard', percent: 60 });
    expect(easy).toBeLessThan(75);
    expect(hard).toBeGreaterThan(65);
    expect(adjustPercent(fit, { student: 'a', project: 'never seen', percent: 50 })).toBe(50);
    expect(fitAdjustment([])).toBeNull();
  });
});
