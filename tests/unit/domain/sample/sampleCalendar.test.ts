import { describe, expect, it } from 'vitest';
import { createRandom } from '#shared/domain/sample/random.ts';
import {
  getAcademicYear,
  getWeekday,
  isTeachingDay,
  listTrainingDays,
  toDay,
  toDayNumber,
} from '#shared/domain/sample/sampleCalendar.ts';

describe('days', () => {
  it('turns days into numbers and back, over a leap day', () => {
    expect(toDayNumber('1970-01-01')).toBe(0);
    expect(toDay(toDayNumber('2024-02-28') + 1)).toBe('2024-02-29');
    expect(toDay(toDayNumber('2024-02-29') + 1)).toBe('2024-03-01');
  });

  it.each(['2023-02-29', '2024-13-01', 'yesterday', ''])('refuses %s', (day) => {
    expect(() => toDayNumber(day)).toThrow(RangeError);
  });

  it('knows weekdays and academic years', () => {
    expect(getWeekday(toDayNumber('2026-09-22'))).toBe(2);
    expect(getWeekday(toDayNumber('2026-09-27'))).toBe(7);
    expect(getAcademicYear('2026-08-31')).toBe(2025);
    expect(getAcademicYear('2026-09-01')).toBe(2026);
  });

  it.each([
    ['2025-10-20', true],
    ['2025-10-19', false],
    ['2025-10-25', false],
    ['2025-12-31', false],
    ['2026-03-23', false],
    ['2026-07-01', false],
    ['2026-08-31', false],
    ['2026-09-01', true],
  ])('teaches on %s: %s', (day, expected) => {
    expect(isTeachingDay(toDayNumber(day))).toBe(expected);
  });
});

describe('listTrainingDays', () => {
  const span = { first: toDayNumber('2025-09-01'), last: toDayNumber('2026-06-30') };

  it.each([0, 1, 2, 3, 4, 5, 6])(
    'gives squad %i at most three days a week, all of them in term time',
    (squad) => {
      const days = listTrainingDays(createRandom(squad), squad, span);
      const perWeek = new Map<number, number>();
      for (const day of days) {
        const week = Math.floor((day + 3) / 7);
        perWeek.set(week, (perWeek.get(week) ?? 0) + 1);
      }
      expect(Math.max(...perWeek.values())).toBeLessThanOrEqual(3);
      expect(days.length / perWeek.size).toBeGreaterThan(2);
      expect(days.every(isTeachingDay)).toBe(true);
      expect(days).toEqual([...new Set(days)].sort((one, other) => one - other));
    },
  );
});
