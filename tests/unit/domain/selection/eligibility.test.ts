import { describe, expect, test } from 'vitest';
import {
  checkEligibility,
  isEligible,
  type EligibilityFacts,
  type EligibilityRule,
} from '#shared/domain/selection/eligibility.ts';

const facts: EligibilityFacts = {
  studentId: 's',
  competencyId: 'c1',
  birthDate: '2006-12-31',
  consent: 'given',
  studentStatus: 'active',
  candidateStatus: 'training',
  attemptDays: ['2026-01-10', '2026-03-01', '2026-03-20'],
  levelPercent: 61,
  mockCount: 1,
  squadIds: ['c1'],
};
const frame = { year: 2026, day: '2026-04-01', maxAge: 22 };

const stateOf = (rule: EligibilityRule, patch: Partial<EligibilityFacts> = {}, own = frame) =>
  checkEligibility([rule], { ...facts, ...patch }, own)[0];

describe('age', () => {
  test('counts in the year of the championship, whatever the day of birth', () => {
    expect(stateOf({ kind: 'age' })).toMatchObject({ state: 'pass', found: 20, limit: 22 });
    expect(stateOf({ kind: 'age' }, { birthDate: '2004-12-31' })?.state).toBe('pass');
    expect(stateOf({ kind: 'age' }, { birthDate: '2003-12-31' })).toMatchObject({ state: 'fail', found: 23 });
  });

  test('is unknown without a birth date, and no question without a limit', () => {
    expect(stateOf({ kind: 'age' }, { birthDate: null })?.state).toBe('unknown');
    const free = checkEligibility(
      [{ kind: 'age' }],
      { ...facts, birthDate: null },
      { ...frame, maxAge: null },
    );
    expect(free[0]?.state).toBe('pass');
  });
});

test('consent has to be given, not only not refused', () => {
  expect(stateOf({ kind: 'consent' })?.state).toBe('pass');
  for (const consent of ['unknown', 'refused', 'withdrawn'])
    expect(stateOf({ kind: 'consent' }, { consent })?.state).toBe('fail');
});

test('status asks for both the student and the place in the squad', () => {
  expect(stateOf({ kind: 'status' }, { candidateStatus: 'reserve' })?.state).toBe('pass');
  expect(stateOf({ kind: 'status' }, { candidateStatus: 'paused' })?.state).toBe('fail');
  expect(stateOf({ kind: 'status' }, { studentStatus: 'on_leave' })?.state).toBe('fail');
});

test('attempts are counted in the period, both its days included', () => {
  const rule = (count: number, days: number) => ({ kind: 'min_attempts' as const, count, days });
  expect(stateOf(rule(2, 31))).toMatchObject({ state: 'pass', found: 2 });
  expect(stateOf(rule(3, 31))).toMatchObject({ state: 'fail', found: 2, limit: 3 });
  expect(stateOf(rule(3, 81))).toMatchObject({ state: 'pass', found: 3 });
  expect(stateOf(rule(1, 30), { attemptDays: ['2026-04-02'] })).toMatchObject({ state: 'fail', found: 0 });
});

test('level, mock championships, own rules', () => {
  expect(stateOf({ kind: 'min_percent', percent: 61 })?.state).toBe('pass');
  expect(stateOf({ kind: 'min_percent', percent: 61.1 })?.state).toBe('fail');
  expect(stateOf({ kind: 'min_percent', percent: 0 }, { levelPercent: null })?.state).toBe('unknown');
  expect(stateOf({ kind: 'mock_required', count: 1 })?.state).toBe('pass');
  expect(stateOf({ kind: 'mock_required', count: 2 })).toMatchObject({ state: 'fail', found: 1, limit: 2 });
  const own = (ids: string[]) => ({
    kind: 'own' as const,
    id: 'x',
    text: 'Оқу үлгерімі',
    failingStudentIds: ids,
  });
  expect(stateOf(own([]))?.state).toBe('pass');
  expect(stateOf(own(['s']))).toMatchObject({ state: 'fail', rule: 'own:x', text: 'Оқу үлгерімі' });
});

test('two competencies that exclude each other concern only who is in both squads', () => {
  const rule: EligibilityRule = { kind: 'conflict', competencyIds: ['c1', 'c2'] };
  expect(stateOf(rule)?.state).toBe('pass');
  expect(stateOf(rule, { squadIds: ['c1', 'c2'] })?.state).toBe('fail');
  expect(stateOf(rule, { squadIds: ['c1', 'c2', 'c3'], competencyId: 'c3' })?.state).toBe('pass');
});

test('an exception holds for its rule, student and competency alone', () => {
  const checks = checkEligibility(
    [{ kind: 'consent' }, { kind: 'status' }],
    { ...facts, consent: 'unknown' },
    frame,
  );
  const who = { studentId: 's', competencyId: 'c1' };
  const exception = { studentId: 's', competencyId: 'c1', rule: 'consent' };
  expect(isEligible(checks, who, [])).toBe(false);
  expect(isEligible(checks, who, [exception])).toBe(true);
  expect(isEligible(checks, who, [{ ...exception, competencyId: null }])).toBe(true);
  expect(isEligible(checks, who, [{ ...exception, competencyId: 'c2' }])).toBe(false);
  expect(isEligible(checks, who, [{ ...exception, studentId: 't' }])).toBe(false);
  expect(isEligible(checks, who, [{ ...exception, rule: 'status' }])).toBe(false);
});
