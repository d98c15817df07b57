import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithinHours, type WeeklyHours } from '#shared/domain/planning/availability.ts';
import { findConflicts } from '#shared/domain/planning/conflicts.ts';

/** 2026-03-02 is a Monday. */
const moment = (startTime: string, durationMinutes = 120, date = '2026-03-02') => ({
  date,
  startTime,
  durationMinutes,
});
const hours = (patch: Partial<WeeklyHours>): WeeklyHours => ({
  studentId: 's1',
  kind: 'cannot',
  weekdays: [1],
  fromTime: '08:00',
  toTime: '10:00',
  ...patch,
});

describe('weekly hours', () => {
  test('what cannot be forbids whatever touches it, on its weekdays only', () => {
    const never = [hours({})];
    expect(isWithinHours([], moment('09:00'))).toBe(true);
    expect(isWithinHours(never, moment('09:59', 5))).toBe(false);
    expect(isWithinHours(never, moment('06:00', 121))).toBe(false);
    expect(isWithinHours(never, moment('06:00', 120))).toBe(true);
    expect(isWithinHours(never, moment('10:00'))).toBe(true);
    expect(isWithinHours(never, moment('09:00', 120, '2026-03-03'))).toBe(true);
  });

  test('once hours are said to be possible, a session lies within them; those that touch count as one', () => {
    const can = [
      hours({ kind: 'can', fromTime: '14:00', toTime: '16:00' }),
      hours({ kind: 'can', fromTime: '16:00', toTime: '18:00', weekdays: [1, 3] }),
    ];
    expect(isWithinHours(can, moment('14:00', 240))).toBe(true);
    expect(isWithinHours(can, moment('13:59', 60))).toBe(false);
    expect(isWithinHours(can, moment('15:00', 241))).toBe(false);
    expect(isWithinHours(can, moment('15:00', 60, '2026-03-03'))).toBe(false);
    expect(isWithinHours(can, moment('16:00', 60, '2026-03-04'))).toBe(true);
    // Both at once: what cannot be wins.
    expect(isWithinHours([...can, hours({ fromTime: '15:00', toTime: '15:30' })], moment('14:00', 90))).toBe(
      false,
    );
  });

  test('an open time is forbidden by a whole day, or by a day without possible hours', () => {
    expect(isWithinHours([hours({})], moment(''))).toBe(true);
    expect(isWithinHours([hours({ fromTime: '', toTime: '' })], moment(''))).toBe(false);
    expect(isWithinHours([hours({ kind: 'can', weekdays: [2] })], moment(''))).toBe(false);
    expect(isWithinHours([hours({ kind: 'can' })], moment(''))).toBe(true);
  });

  test('forbidding more never allows more', () => {
    const anHour = fc.integer({ min: 0, max: 22 });
    const rule = fc.record({ from: anHour, length: fc.integer({ min: 1, max: 8 }) });
    const text = (hour: number): string => `${String(Math.min(23, hour)).padStart(2, '0')}:00`;
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), rule, anHour, (rules, more, start) => {
        const toHours = (one: { from: number; length: number }): WeeklyHours =>
          hours({ fromTime: text(one.from), toTime: text(one.from + one.length) });
        const before = isWithinHours(rules.map(toHours), moment(text(start), 60));
        const after = isWithinHours([...rules, more].map(toHours), moment(text(start), 60));
        expect(after && !before).toBe(false);
      }),
    );
  });

  test('is a conflict of its own, beside days away: who is away that day is told once', () => {
    const session = {
      id: 'a',
      date: '2026-03-02',
      startTime: '09:00',
      durationMinutes: 120,
      workshop: '',
      expertId: null,
      studentIds: ['s1', 's2'],
    };
    const away = [{ studentId: 's1', fromDate: '2026-03-01', toDate: '2026-03-02' }];
    const weekly = [hours({}), hours({ studentId: 's2' })];
    expect(findConflicts([session], [], weekly)).toEqual([
      { kind: 'hours', sessionId: 'a', otherId: null, studentIds: ['s1', 's2'] },
    ]);
    expect(findConflicts([session], away, weekly).map(({ kind, studentIds }) => [kind, studentIds])).toEqual([
      ['absence', ['s1']],
      ['hours', ['s2']],
    ]);
  });
});
