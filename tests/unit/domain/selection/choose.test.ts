import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { choose } from '#shared/domain/selection/choose.ts';
import { idleReserves } from '#shared/domain/selection/idleReserves.ts';
import { entryCosts, readPicks } from '#shared/domain/selection/levels.ts';
import { raiseEntries, sortedEntries } from '#shared/domain/selection/leximin.ts';
import { buildModel, type Model } from '#shared/domain/selection/model.ts';
import type { Option, Pick, SelectionProblem } from '#shared/domain/selection/problem.ts';
import { createHighsSolver } from '../../../../electron/workers/highsSolver.ts';
import { keyOfTeam, nameTeam, searchAll } from '../../../helpers/selectionSearch.ts';

const solve = createHighsSolver(await loadHighs());

function assignment(costs: readonly (readonly number[])[]): SelectionProblem {
  const most = 1000;
  return {
    seats: (costs[0] ?? []).map((_, column) => ({
      competencyId: `c${column}`,
      mainEntries: 1,
      reserveSeats: 0,
      teamSize: 1,
    })),
    people: [],
    options: costs.flatMap((row, index) =>
      row.map((cost, column) => ({
        studentId: `s${index}`,
        competencyId: `c${column}`,
        value: most - cost,
        isEligible: true,
        tieScore: 0,
      })),
    ),
    rules: [],
    pairValues: [],
    competenciesPerStudent: 1,
    objective: 'total',
    tie: { kind: 'seed', seed: 1 },
  };
}

describe('the assignment values', () => {
  test.each([
    [
      [
        [400, 150, 400],
        [400, 450, 600],
        [300, 225, 300],
      ],
      850,
    ],
    [
      [
        [400, 150, 400, 1],
        [400, 450, 600, 2],
        [300, 225, 300, 3],
      ],
      452,
    ],
    [
      [
        [10, 10, 8],
        [9, 8, 1],
        [9, 7, 4],
      ],
      18,
    ],
    [
      [
        [10, 10, 8, 11],
        [9, 8, 1, 1],
        [9, 7, 4, 10],
      ],
      15,
    ],
    [
      [
        [4, 1, 3],
        [2, 0, 5],
        [3, 2, 2],
      ],
      5,
    ],
  ])('%j cost %d', (costs, least) => {
    const outcome = choose(assignment(costs), solve);
    if (outcome.kind !== 'chosen') throw new Error('contradiction');
    expect(costs.length * 1000 - outcome.choice.totals.main).toBe(least);
  });
});

const STUDENTS = ['s1', 's2', 's3', 's4', 's5'];
const COMPETENCIES = ['c1', 'c2'];
const student = fc.constantFrom(...STUDENTS);
const competency = fc.constantFrom(...COMPETENCIES);
const where = fc.option(competency);
const seat = fc.constantFrom('main' as const, 'reserve' as const, 'any' as const);
const scope = fc.constantFrom('competency' as const, 'delegation' as const);
const couple = fc.tuple(student, student).filter(([a, b]) => a !== b);

const ruleKinds = [
  fc.record({ kind: fc.constant('must' as const), studentId: student, competencyId: where, seat }),
  fc.record({ kind: fc.constant('must_not' as const), studentId: student, competencyId: where, seat }),
  fc.record({ kind: fc.constant('together' as const), studentIds: couple, scope }),
  fc.record({ kind: fc.constant('apart' as const), studentIds: couple, scope }),
  fc.record({
    kind: fc.constant('quota' as const),
    attribute: fc.constant('group' as const),
    value: fc.constantFrom('g1', 'g2'),
    min: fc.option(fc.integer({ min: 0, max: 2 })),
    max: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  fc.record({
    kind: fc.constant('quota' as const),
    attribute: fc.constant('course' as const),
    value: fc.constantFrom('1', '2'),
    min: fc.option(fc.integer({ min: 0, max: 2 })),
    max: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  fc.record({
    kind: fc.constant('floor' as const),
    competencyId: where,
    minValue: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({ kind: fc.constant('fill' as const), competencyId: where }),
];

/** Small problems with few distinct values, so that ties are frequent. */
const problems: fc.Arbitrary<SelectionProblem> = fc
  .record({
    seats: fc.tuple(
      ...COMPETENCIES.map((competencyId) =>
        fc.record({
          competencyId: fc.constant(competencyId),
          mainEntries: fc.integer({ min: 0, max: 2 }),
          reserveSeats: fc.integer({ min: 0, max: 1 }),
          teamSize: fc.constantFrom(1, 1, 2, 3),
        }),
      ),
    ),
    values: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 10, maxLength: 10 }),
    shut: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    open: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    rules: fc.array(fc.oneof(...ruleKinds), { maxLength: 4 }),
    pairs: fc.array(
      fc.record({ competencyId: competency, studentIds: couple, bonus: fc.integer({ min: -6, max: 6 }) }),
      { maxLength: 2 },
    ),
    objective: fc.constantFrom('total' as const, 'weakest' as const),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ values, shut, open, rules, pairs, seed, ...rest }) => ({
    ...rest,
    people: STUDENTS.map((studentId, index) => ({
      studentId,
      group: index % 2 === 0 ? 'g1' : 'g2',
      course: index < 3 ? 1 : 2,
    })),
    options: STUDENTS.flatMap((studentId, row) =>
      COMPETENCIES.flatMap((competencyId, column): Option[] => {
        const index = row * 2 + column;
        if (open[index] === true && shut[index] === true) return [];
        const isEligible = !(shut[index] ?? false) || index % 3 === 0;
        return [{ studentId, competencyId, value: values[index] ?? 0, isEligible, tieScore: index }];
      }),
    ),
    rules: rules.map((rule, index) => ({ ...rule, id: `r${index}` })),
    pairValues: pairs,
    competenciesPerStudent: 1,
    tie: { kind: 'published' as const, seed },
  }));

test('agrees with an exhaustive search under all kinds of rules', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const outcome = choose(problem, solve);
      const { best, bestKey, bestTeams, reserveByTeam } = searchAll(problem);
      if (outcome.kind === 'contradiction') {
        expect(best).toBeNull();
        return;
      }
      const { totals, picks, isTie } = outcome.choice;
      expect(totals).toMatchObject({ entries: best?.entries, main: best?.main });
      // With the weakest first, every entry counts, from the weakest to the strongest.
      expect(keyOfTeam(problem, picks)).toEqual(bestKey);
      expect([...bestTeams]).toContain(nameTeam(picks));
      expect(isTie).toBe(bestTeams.size > 1);
      const { reserves, reserve } = totals;
      expect({ reserves, reserve }).toEqual(reserveByTeam.get(nameTeam(picks)));
    }),
    { numRuns: 400 },
  );
});

test('teams with too many line-ups to list them are raised as high as those with few', () => {
  const ofTeams = problems.map((problem) => ({
    ...problem,
    rules: problem.rules.filter(({ kind }) => kind === 'quota' || kind === 'apart'),
    objective: 'weakest' as const,
  }));
  const raise = (problem: SelectionProblem, mostLineups: number): number[] | null => {
    const model = buildModel(problem);
    const costs = entryCosts(problem, model.programme);
    const ask = (of: Model, closed: readonly boolean[] | null): readonly number[] | null => {
      const columnCount = of.programme.columns.length;
      const padded = of.programme.columns.map((_, column) => costs[column] ?? 0);
      return solve({ columnCount, costs: padded, rows: of.rows, closed })?.values ?? null;
    };
    const values = ask(model, null);
    if (!values) return null;
    const read = (of: Model, found: readonly number[]): Pick[] => readPicks(problem, of.programme, found);
    const start = { model, values, closed: idleReserves(model) };
    const raised = raiseEntries(start, { solve, read, mostLineups });
    const kept = { ...raised.model, rows: [...raised.model.rows, ...raised.rows] };
    return sortedEntries(problem, read(kept, ask(kept, raised.closed) ?? []));
  };
  fc.assert(
    fc.property(ofTeams, (problem) => {
      expect(raise(problem, 0)).toEqual(raise(problem, 5000));
    }),
    { numRuns: 300 },
  );
});

const twoEach: fc.Arbitrary<SelectionProblem> = fc
  .record({ base: problems, isConflict: fc.boolean(), mainEntries: fc.tuple(fc.nat(2), fc.nat(1)) })
  .map(({ base, isConflict, mainEntries }) => ({
    ...base,
    competenciesPerStudent: 2,
    pairValues: [],
    options: base.options.filter(({ studentId }) => studentId !== 's5'),
    seats: base.seats.map((seats, index) => ({
      ...seats,
      teamSize: 1,
      mainEntries: mainEntries[index] ?? 1,
    })),
    rules: isConflict
      ? [...base.rules, { kind: 'conflict' as const, id: 'conflict', competencyIds: ['c1', 'c2'] }]
      : base.rules,
  }));

test('agrees where a student may enter two competencies, some of which exclude each other', () => {
  fc.assert(
    fc.property(twoEach, (problem) => {
      const outcome = choose(problem, solve);
      const { best, bestKey, bestTeams } = searchAll(problem);
      if (outcome.kind === 'contradiction') {
        expect(best).toBeNull();
        return;
      }
      const { picks } = outcome.choice;
      expect(keyOfTeam(problem, picks)).toEqual(bestKey);
      expect([...bestTeams]).toContain(nameTeam(picks));
    }),
    { numRuns: 200 },
  );
});

test('raises the weakest competency, then the next weakest, whatever the total', () => {
  const worth: Record<string, readonly number[]> = { a: [50, 10, 10], b: [49, 70, 90], c: [10, 60, 95] };
  const problem: SelectionProblem = {
    seats: ['c1', 'c2', 'c3'].map((competencyId) => ({
      competencyId,
      mainEntries: 1,
      reserveSeats: 0,
      teamSize: 1,
    })),
    people: [],
    options: Object.entries(worth).flatMap(([studentId, values]) =>
      values.map((value, index) => ({
        studentId,
        competencyId: `c${index + 1}`,
        value,
        isEligible: true,
        tieScore: 0,
      })),
    ),
    rules: [],
    pairValues: [],
    competenciesPerStudent: 1,
    objective: 'weakest',
    tie: { kind: 'seed', seed: 1 },
  };
  const outcome = choose(problem, solve);
  if (outcome.kind !== 'chosen') throw new Error('contradiction');
  // 50, 70, 95 beats 50, 60, 90; a greater total with a weaker weakest entry would not.
  expect(outcome.choice.picks.map(({ value }) => value).sort()).toEqual([50, 70, 95]);
});

test('a contradiction names a smallest set of rules', () => {
  const asked = fc.array(fc.oneof(...ruleKinds), { minLength: 3, maxLength: 6 });
  let found = 0;
  fc.assert(
    fc.property(problems, asked, (base, rules) => {
      const named = rules.map((rule, index) => ({ ...rule, id: `r${index}` }));
      const problem = {
        ...base,
        rules: named,
        options: base.options.map((option) => ({ ...option, isEligible: true })),
      };
      const outcome = choose(problem, solve);
      if (outcome.kind === 'chosen') return;
      found += 1;
      const only = (groups: readonly string[]) => ({
        ...problem,
        rules: named.filter((rule) => groups.includes(rule.id)),
      });
      const own = outcome.groups.filter((group) => named.some((rule) => rule.id === group));
      expect(searchAll(only(own)).best).toBeNull();
      for (const group of own) {
        expect(searchAll(only(own.filter((one) => one !== group))).best, group).not.toBeNull();
      }
    }),
    { numRuns: 250 },
  );
  expect(found).toBeGreaterThan(20);
});
