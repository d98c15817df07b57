import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgeGoal, listWholeTimes } from '#shared/domain/insight/goals.ts';
import type { GoalQuestion } from '#shared/domain/insight/goals.ts';
import type { AttemptResult } from '#shared/domain/insight/results.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

const start = toDayNumber('2026-01-05');
const series = (values: readonly number[]): GoalQuestion['results'] =>
  values.map((value, index) => ({ date: fromDayNumber(start + 7 * index), value }));

const question = (patch: Partial<GoalQuestion>): GoalQuestion => ({
  results: [],
  target: 80,
  setDate: '2026-01-01',
  dueDate: '2026-06-01',
  today: '2026-04-01',
  better: 'higher',
  scale: 100,
  others: [],
  ...patch,
});

it('is reached by the first result that is as good, from the day it was set on', () => {
  const results = series([82, 60, 79, 80, 90]);
  expect(judgeGoal(question({ results, setDate: '2026-01-06' }))).toMatchObject({
    state: 'reached',
    reachedOn: '2026-01-26',
    best: 90,
    chance: null,
  });
});

it('is missed when its day is over, and says nothing where the record is short', () => {
  expect(judgeGoal(question({ results: series([60]), dueDate: '2026-03-01' })).state).toBe('missed');
  expect(judgeGoal(question({ results: series([60, 61]) }))).toMatchObject({
    state: 'open',
    chance: null,
    have: 2,
    need: 7,
  });
});

it('less time is better', () => {
  const results = series([400, 380, 370, 350]);
  expect(judgeGoal(question({ results, target: 360, better: 'lower', scale: 1440 }))).toMatchObject({
    state: 'reached',
    best: 350,
    reachedOn: '2026-01-26',
  });
});

it('a higher target is never more likely, and chances lie between nothing and certain', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 20, max: 70, noNaN: true }), { minLength: 8, maxLength: 20 }),
      fc.double({ min: 71, max: 85, noNaN: true }),
      fc.double({ min: 0, max: 15, noNaN: true }),
      (values, low, more) => {
        const results = series(values);
        const at = (target: number): number => judgeGoal(question({ results, target })).chance ?? -1;
        expect(at(low + more)).toBeLessThanOrEqual(at(low));
        expect(at(low)).toBeGreaterThan(0);
        expect(at(low)).toBeLessThan(1);
      },
    ),
    { numRuns: 40 },
  );
});

const attempt = (patch: Partial<AttemptResult>): AttemptResult => ({
  attemptId: 'a',
  sessionId: 's',
  studentId: 'x',
  expertId: null,
  date: '2026-01-05',
  schemeId: 'k',
  scope: null,
  schemeTitle: '',
  percent: 70,
  markHundredths: 7000,
  markedMaxHundredths: 10_000,
  durationMinutes: 100,
  ...patch,
});

it('the pace at a part counts for the whole', () => {
  const squad = [
    attempt({ studentId: 'x', durationMinutes: 500 }),
    attempt({ studentId: 'y', durationMinutes: 300 }),
    attempt({ studentId: 'x', scope: '["p"]', durationMinutes: 90, date: '2026-02-01' }),
    attempt({ studentId: 'y', scope: '["p"]', durationMinutes: 110, date: '2026-02-01' }),
  ];
  const times = listWholeTimes(squad).get('x') ?? [];
  expect(times[0]).toEqual({ date: '2026-01-05', value: 500 });
  expect(times[1]?.date).toBe('2026-02-01');
  expect(times[1]?.value).toBeCloseTo(360, 9);
  expect(listWholeTimes(squad.slice(2)).size).toBe(0);
});
