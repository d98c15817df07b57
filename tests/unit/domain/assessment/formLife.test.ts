import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formAfter,
  markingFormSteps,
  mayVerifyRest,
  resultOfForms,
  standingOf,
  takeFormStep,
  type FormRecord,
} from '#shared/domain/assessment/formLife.ts';

const blank: FormRecord = { state: 'draft', completedBy: null, verifiedBy: null };
const complete: FormRecord = { state: 'complete', completedBy: 'anna', verifiedBy: null };
const verified: FormRecord = { state: 'verified', completedBy: 'anna', verifiedBy: 'bolat' };
const draftResult = { state: 'draft', completedBy: null, verifiedBy: null } as const;

describe('where a marking form stands', () => {
  test('in an open result, on its own record', () => {
    expect(standingOf(draftResult, undefined)).toEqual(blank);
    expect(standingOf(draftResult, verified)).toEqual(verified);
  });

  test('a step of the whole result is one of all its forms', () => {
    const whole = { state: 'complete', completedBy: 'sara', verifiedBy: null } as const;
    expect(standingOf(whole, undefined)).toEqual({ ...complete, completedBy: 'sara' });
    expect(standingOf(whole, complete)).toEqual(complete);
    expect(standingOf(whole, verified)).toEqual(verified);
    const locked = { state: 'locked', completedBy: 'sara', verifiedBy: 'temir' } as const;
    expect(standingOf(locked, undefined)).toEqual({
      state: 'verified',
      completedBy: 'sara',
      verifiedBy: 'temir',
    });
    expect(standingOf(locked, complete)).toEqual({ ...verified, verifiedBy: 'temir' });
  });

  test('who is out of the competition has none', () => {
    expect(standingOf({ ...draftResult, state: 'absent' }, verified)).toBeNull();
  });
});

describe('steps of a marking form', () => {
  const step = (form: FormRecord, name: 'complete' | 'verify' | 'reopen', by: string | null, reason = '') =>
    takeFormStep({ ...form, missingCount: 0 }, { step: name, by, reason });

  test('a second person verifies, and opening again needs a reason', () => {
    expect(step(complete, 'verify', 'anna')).toEqual({ ok: false, problem: 'same_person' });
    expect(step(complete, 'verify', null)).toEqual({ ok: false, problem: 'person_needed' });
    expect(step(complete, 'verify', 'bolat')).toEqual({ ok: true, state: 'verified' });
    expect(step(blank, 'verify', 'bolat')).toEqual({ ok: false, problem: 'wrong_state' });
    expect(step(verified, 'reopen', 'bolat')).toEqual({ ok: false, problem: 'reason_needed' });
    expect(step(verified, 'reopen', 'bolat', 'typo')).toEqual({ ok: true, state: 'draft' });
    expect(step(complete, 'reopen', 'anna')).toEqual({ ok: true, state: 'draft' });
    expect(takeFormStep({ ...blank, missingCount: 1 }, { step: 'complete', by: 'anna', reason: '' })).toEqual(
      { ok: false, problem: 'marks_missing' },
    );
  });

  test('what is on record agrees with the state, whatever the steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...markingFormSteps), fc.constantFrom('a', 'b'))),
        (taken) => {
          let form = blank;
          for (const [name, by] of taken) {
            const result = step(form, name, by, 'why');
            if (!result.ok) continue;
            form = formAfter(form, name, by);
            expect(form.state).toBe(result.state);
            expect(form.completedBy === null).toBe(form.state === 'draft');
            expect(form.verifiedBy === null).toBe(form.state !== 'verified');
            if (form.state === 'verified') expect(form.verifiedBy).not.toBe(form.completedBy);
          }
        },
      ),
    );
  });
});

test('the result follows its forms', () => {
  expect(resultOfForms([])).toBe('draft');
  expect(resultOfForms([verified, blank])).toBe('draft');
  expect(resultOfForms([verified, complete])).toBe('complete');
  expect(resultOfForms([verified, verified])).toBe('verified');
});

test('nobody verifies the rest of a result where the same person finished a form', () => {
  expect(mayVerifyRest([complete, verified], 'anna')).toBe(false);
  expect(mayVerifyRest([complete, verified], 'bolat')).toBe(true);
  expect(mayVerifyRest([verified], 'anna')).toBe(true);
});
