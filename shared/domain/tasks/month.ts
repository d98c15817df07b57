import { fromDayNumber, toDayNumber } from '../../lib/dayNumber.ts';
import { shiftDay, weekOf } from '../planning/phases.ts';

/** Days `YYYY-MM-DD`, both included. */
export interface DaySpan {
  from: string;
  to: string;
}

/** First day of the month that is `months` after the month of a day. */
export function stepMonth(day: string, months: number): string {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** First and last day of the month of a day. */
export const monthOf = (day: string): DaySpan => ({
  from: stepMonth(day, 0),
  to: shiftDay(stepMonth(day, 1), -1),
});

/** The whole weeks, Monday to Sunday, that the month of a day touches. */
export function weeksOfMonth(day: string): DaySpan {
  const { from, to } = monthOf(day);
  return { from: weekOf(from), to: shiftDay(weekOf(to), 6) };
}

/** All days of a span in order. */
export function daysOf({ from, to }: DaySpan): string[] {
  const first = toDayNumber(from);
  const length = Math.max(0, toDayNumber(to) - first + 1);
  return Array.from({ length }, (_, index) => fromDayNumber(first + index));
}
