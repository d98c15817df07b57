import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  agreementStanding,
  currentEnd,
  daysUntil,
  dutyStanding,
  isInForce,
} from '#shared/domain/partners/agreements.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

const first = toDayNumber('2020-01-01');
const day = fc.integer({ min: 0, max: 5000 }).map((offset) => fromDayNumber(first + offset));
const term = fc.record({
  startDate: day,
  endDate: fc.option(day),
  renewalMonths: fc.integer({ min: 0, max: 24 }),
  terminatedDate: fc.option(day),
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe('an agreement', () => {
  const plain = { startDate: '2026-01-10', endDate: '2026-12-31', renewalMonths: 0, terminatedDate: null };

  it('goes through its states', () => {
    expect(agreementStanding(plain, '2026-01-09')).toBe('coming');
    expect(agreementStanding(plain, '2026-01-10')).toBe('active');
    expect(agreementStanding(plain, '2026-10-31')).toBe('active');
    expect(agreementStanding(plain, '2026-11-01')).toBe('ending');
    expect(agreementStanding(plain, '2026-12-31')).toBe('ending');
    expect(agreementStanding(plain, '2027-01-01')).toBe('ended');
  });

  it('renews itself by whole terms, counted from the first end', () => {
    const renewing = { ...plain, endDate: '2026-01-31', renewalMonths: 1 };
    expect(currentEnd(renewing, '2026-02-01')).toBe('2026-02-28');
    expect(currentEnd(renewing, '2026-03-01')).toBe('2026-03-31');
    expect(agreementStanding({ ...plain, renewalMonths: 12 }, '2027-11-20')).toBe('renewing');
    expect(agreementStanding({ ...plain, renewalMonths: 12 }, '2027-03-01')).toBe('active');
  });

  it('ends on the day of its termination and not later', () => {
    const ended = { ...plain, renewalMonths: 12, terminatedDate: '2027-02-01' };
    expect(agreementStanding(ended, '2027-01-20')).toBe('ending');
    expect(currentEnd(ended, '2027-01-20')).toBe('2027-02-01');
    expect(agreementStanding(ended, '2027-02-01')).toBe('terminated');
  });

  it('a renewing one that is not terminated never ends', () => {
    fc.assert(
      fc.property(term, day, (one, today) => {
        const { endDate, renewalMonths } = one;
        fc.pre(endDate !== null && renewalMonths > 0);
        const end = currentEnd({ ...one, terminatedDate: null }, today);
        expect(String(end) >= today).toBe(true);
        expect(agreementStanding({ ...one, terminatedDate: null }, today)).not.toBe('ended');
      }),
    );
  });

  it('binds exactly from its start to its running end', () => {
    fc.assert(
      fc.property(term, day, (one, today) => {
        const end = currentEnd(one, today);
        const isTerminated = one.terminatedDate !== null && one.terminatedDate <= today;
        const isWithin = one.startDate <= today && (end === null || today <= end);
        expect(isInForce(agreementStanding(one, today))).toBe(isWithin && !isTerminated);
      }),
    );
  });
});

describe('a duty', () => {
  it('is late only when its day is over, and never once it is done', () => {
    expect(dutyStanding({ state: 'open', dueDate: '2026-03-02' }, '2026-03-02')).toBe('soon');
    expect(dutyStanding({ state: 'open', dueDate: '2026-03-02' }, '2026-03-03')).toBe('late');
    expect(dutyStanding({ state: 'open', dueDate: '2026-03-17' }, '2026-03-02')).toBe('open');
    expect(dutyStanding({ state: 'open', dueDate: null }, '2026-03-02')).toBe('open');
    expect(dutyStanding({ state: 'done', dueDate: '2020-01-01' }, '2026-03-02')).toBe('done');
    expect(dutyStanding({ state: 'cancelled', dueDate: '2020-01-01' }, '2026-03-02')).toBe('waived');
  });

  it('counts days in both directions', () => {
    expect(daysUntil('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysUntil('2026-03-01', '2026-02-28')).toBe(-1);
  });
});
