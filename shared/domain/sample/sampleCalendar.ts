import type { Random } from './random.ts';

const MILLISECONDS_OF_DAY = 86_400_000;

/** Days off for everybody, as month and day: public holidays of Kazakhstan. */
const holidays = new Set(['03-08', '03-21', '03-22', '03-23', '05-01', '05-07', '05-09', '10-25', '12-16']);

/** Weekdays (Monday 1 … Saturday 6) on which squads train, one row for each in turn. */
const patterns: readonly (readonly number[])[] = [
  [1, 3, 5],
  [2, 4, 6],
  [1, 4, 6],
  [2, 3, 5],
  [1, 3, 6],
  [2, 4, 5],
];

/** Days since 1970-01-01 of a day `YYYY-MM-DD`. Throws a RangeError when there is no such day. */
export function toDayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_OF_DAY;
  if (!Number.isInteger(number) || toDay(number) !== day) {
    throw new RangeError(`no such day: ${day}`);
  }
  return number;
}

/** The day `YYYY-MM-DD` that lies so many days after 1970-01-01. */
export function toDay(dayNumber: number): string {
  return new Date(dayNumber * MILLISECONDS_OF_DAY).toISOString().slice(0, 10);
}

/** Monday 1 … Sunday 7. */
export function getWeekday(dayNumber: number): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** First calendar year of the academic year that holds the day: it begins in September. */
export function getAcademicYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) >= '09' ? year : year - 1;
}

/** Whether the college teaches on that day: no Sundays, holidays, winter break, nor July and August. */
export function isTeachingDay(dayNumber: number): boolean {
  const monthDay = toDay(dayNumber).slice(5);
  const isSummer = monthDay >= '07-01' && monthDay <= '08-31';
  const isWinter = monthDay >= '12-29' || monthDay <= '01-10';
  return getWeekday(dayNumber) !== 7 && !isSummer && !isWinter && !holidays.has(monthDay);
}

/**
 * Days on which a squad trains, from the first day to the last, both included: two or three times a week in term
 * time, now and then one falls out.
 */
export function listTrainingDays(
  random: Random,
  squad: number,
  span: { first: number; last: number },
): number[] {
  const weekdays = patterns[squad % patterns.length] ?? [];
  const days: number[] = [];
  let dropped = 0;
  for (let day = span.first; day <= span.last; day += 1) {
    const weekday = getWeekday(day);
    if (weekday === 1 || day === span.first) {
      dropped = random.chance(0.5) ? random.pick(weekdays) : 0;
    }
    if (weekdays.includes(weekday) && weekday !== dropped && isTeachingDay(day) && !random.chance(0.03)) {
      days.push(day);
    }
  }
  return days;
}
