import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { askWhy, listAlternatives } from '#shared/domain/selection/analyses.ts';
import { choose } from '#shared/domain/selection/choose.ts';
import { criteriaOf } from '#shared/domain/selection/criteria.ts';
import type { SelectionInputs } from '#shared/domain/selection/inputs.ts';
import type { Choice, SelectionProblem } from '#shared/domain/selection/problem.ts';
import { measureStability } from '#shared/domain/selection/stability.ts';
import { createHighsSolver } from '../../../../electron/workers/highsSolver.ts';
import { nameTeam, searchAll } from '../../../helpers/selectionSearch.ts';

const solve = createHighsSolver(await loadHighs());

const STUDENTS = ['s1', 's2', 's3', 's4'];
const problems: fc.Arbitrary<SelectionProblem> = fc
  .record({
    values: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 }),
    objective: fc.constantFrom('total' as const, 'weakest' as const),
  })
  .map(({ values, objective }) => ({
    objective,
    seats: ['c1', 'c2'].map((competencyId) => ({
      competencyId,
      mainEntries: 1,
      reserveSeats: 0,
      teamSize: 1,
    })),
    people: [],
    options: STUDENTS.flatMap((studentId, row) =>
      ['c1', 'c2'].map((competencyId, column) => ({
        studentId,
        competencyId,
        value: values[2 * row + column] ?? 0,
        isEligible: true,
        tieScore: 0,
      })),
    ),
    rules: [],
    pairValues: [],
    competenciesPerStudent: 1,
    tie: { kind: 'seed' as const, seed: 3 },
  }));

const chosen = (problem: SelectionProblem): Choice => {
  const outcome = choose(problem, solve);
  if (outcome.kind !== 'chosen') throw new Error('contradiction');
  return outcome.choice;
};

const isMain = ({ picks }: Choice, who: { studentId: string; competencyId: string }): boolean =>
  picks.some((pick) => pick.studentId === who.studentId && pick.competencyId === who.competencyId);

describe('why not', () => {
  test('the loss is that of the best team with the opposite forced, and the tipping point tips it', () => {
    fc.assert(
      fc.property(problems, fc.nat(3), fc.constantFrom('c1', 'c2'), (problem, index, competencyId) => {
        const who = { studentId: STUDENTS[index] ?? '', competencyId };
        const choice = chosen(problem);
        const why = askWhy(problem, choice, who, solve);
        if (why.kind !== 'loss') throw new Error('forbidden');
        const wasMain = isMain(choice, who);
        const kind = wasMain ? ('must_not' as const) : ('must' as const);
        const rule = { kind, id: 'q', ...who, seat: 'main' as const };
        const { best } = searchAll({ ...problem, rules: [rule] });
        expect(why.main).toBe(choice.totals.main - (best?.main ?? 0));
        if (why.tippingPoint === null) return;
        const moved = (by: number): Choice =>
          chosen({
            ...problem,
            options: problem.options.map((option) =>
              option.studentId === who.studentId && option.competencyId === competencyId
                ? { ...option, value: option.value + (wasMain ? -by : by) }
                : option,
            ),
          });
        // At the point itself both are as good, unless the tie rule has decided already.
        const beyond = problem.objective === 'total' ? why.tippingPoint + 1 : why.tippingPoint;
        expect(isMain(moved(beyond), who)).toBe(!wasMain);
        if (why.tippingPoint > 0) expect(isMain(moved(why.tippingPoint - 1), who)).toBe(wasMain);
      }),
      { numRuns: 40 },
    );
  });

  test('a rule that forbids it is named', () => {
    const [problem] = fc.sample(problems, { numRuns: 1, seed: 5 });
    if (!problem) throw new Error('none');
    const rule = {
      kind: 'must_not' as const,
      id: 'no',
      studentId: 's1',
      competencyId: null,
      seat: 'any' as const,
    };
    const bound = { ...problem, rules: [rule] };
    const why = askWhy(bound, chosen(bound), { studentId: 's1', competencyId: 'c1' }, solve);
    expect(why).toEqual({ kind: 'forbidden', groups: ['no'] });
  });
});

test('alternatives are all other teams, best first, and equal ones say so', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const choice = chosen(problem);
      const found = listAlternatives(problem, choice, solve, { limit: 4 });
      const teams = [choice.picks, ...found.map(({ picks }) => picks)].map(nameTeam);
      expect(new Set(teams).size).toBe(teams.length);
      const { bestTeams } = searchAll(problem);
      expect(found.filter(({ isEqual }) => isEqual)).toHaveLength(Math.min(4, bestTeams.size - 1));
      for (const [index, one] of found.entries()) {
        if (one.isEqual) expect([...bestTeams]).toContain(nameTeam(one.picks));
        const before = index === 0 ? choice.totals : found[index - 1]?.totals;
        if (problem.objective === 'total') expect(one.totals.main).toBeLessThanOrEqual(before?.main ?? 0);
        else expect(one.totals.weakest ?? 0).toBeLessThanOrEqual(before?.weakest ?? 0);
      }
    }),
    { numRuns: 80 },
  );
});

describe('stability', () => {
  const inputs = (levels: readonly [number, number], deviation: number): SelectionInputs => ({
    seats: [{ competencyId: 'c', mainEntries: 1, reserveSeats: 0, teamSize: 1 }],
    candidates: levels.map((level, index) => ({
      studentId: `s${index + 1}`,
      competencyId: 'c',
      group: '',
      course: null,
      isEligible: true,
      figures: {
        level: { value: level, deviation, count: 9 },
        attendance: { value: index === 0 ? 50 : 90, deviation: null, count: 9 },
      },
    })),
    criteria: criteriaOf('marks'),
    missing: 'leave_out',
    rules: [],
    pairValues: [],
    competenciesPerStudent: 1,
    objective: 'total',
    tie: { kind: 'seed', seed: 11 },
  });

  test('who is far ahead keeps the place, a close one wins about as often as the probability says', () => {
    const far = measureStability(inputs([80, 50], 2), solve, { draws: 60 });
    expect(far).toMatchObject({ sameUnderWeights: 1, sameUnderMarks: 1 });
    const close = measureStability(inputs([80, 77], 3.5355), solve, { draws: 400 });
    // N(80, 3.54) against N(77, 3.54): the first is better with Φ(3/5) = .7257.
    expect(close.sameUnderMarks).toBeGreaterThan(0.65);
    expect(close.sameUnderMarks).toBeLessThan(0.8);
    expect(measureStability(inputs([80, 77], 3.5355), solve, { draws: 400 })).toEqual(close);
  });

  test('the weight at which the decision changes is found', () => {
    const base = inputs([80, 75], 1);
    const criteria = base.criteria.map((one) =>
      one.key === 'attendance' ? { ...one, weight: 12 } : { ...one, weight: one.key === 'level' ? 100 : 0 },
    );
    // 80 + .12 · 50 = 86 against 75 + .12 · 90 = 85.8: 5 % more attendance turn it.
    const { effects } = measureStability({ ...base, criteria }, solve, { draws: 5 });
    expect(effects.find(({ key }) => key === 'attendance')).toEqual({
      key: 'attendance',
      changesBelow: null,
      changesAbove: 1.05,
    });
  });
});
