import type { InternshipRow } from '../../contract/partnerRecords.ts';
import { fromDayNumber, toDayNumber } from '../../lib/dayNumber.ts';

/** What the hours of an internship follow from. */
export type InternshipHours = Pick<InternshipRow, 'startDate' | 'endDate' | 'weeklyMinutes' | 'doneMinutes'>;

/** Working days of a week, Monday to Friday. */
const WORKING_DAYS = 5;
/**
 * Minutes of a working day where only the dates of an internship are known: six hours, that is eight academic hours of
 * 45 minutes. The form and the page of the student say so.
 */
export const ASSUMED_DAY_MINUTES = 360;

/** Whether nobody said how many hours it has, so that they are assumed. */
export const isAssumed = ({ weeklyMinutes, doneMinutes }: InternshipHours): boolean =>
  doneMinutes === null && weeklyMinutes === 0;

/** The first day of 1970 was a Thursday. */
const isWorkingDay = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < WORKING_DAYS;

function workingDays(one: InternshipHours): number[] {
  const first = toDayNumber(one.startDate);
  const length = Math.max(0, toDayNumber(one.endDate) - first + 1);
  const all = Array.from({ length }, (_, index) => first + index);
  const working = all.filter(isWorkingDay);
  return working.length > 0 ? working : all;
}

/**
 * Minutes of an internship by day, over its working days (over all its days when it is only a weekend): what was written
 * down is spread evenly, else each day has a fifth of the weekly minutes, else {@link ASSUMED_DAY_MINUTES}.
 * @param until last day that is given; the days after it are not
 */
export function internshipDays(
  one: InternshipHours,
  until = one.endDate,
): { date: string; minutes: number }[] {
  const days = workingDays(one);
  const assumed = isAssumed(one) ? ASSUMED_DAY_MINUTES : one.weeklyMinutes / WORKING_DAYS;
  const minutes = one.doneMinutes === null ? assumed : one.doneMinutes / days.length;
  const last = toDayNumber(until);
  return days.filter((day) => day <= last).map((day) => ({ date: fromDayNumber(day), minutes }));
}
