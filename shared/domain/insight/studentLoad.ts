import type { LoadPoint } from '../../contract/insight.ts';
import { fromDayNumber, toDayNumber } from '../../lib/dayNumber.ts';
import { largestTriangle } from '../methods/largestTriangle.ts';
import { trainingLoad } from '../methods/load.ts';
import { internshipDays, type InternshipHours } from '../partners/internshipDays.ts';

/** Points that a chart gets at most. */
export const MOST_POINTS = 500;

type DayMinutes = readonly { date: string; minutes: number }[];

function sumByDay(days: DayMinutes, today: number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { date, minutes } of days) {
    const day = toDayNumber(date);
    if (day <= today) sums.set(day, (sums.get(day) ?? 0) + minutes);
  }
  return sums;
}

/**
 * Load of a student day by day up to today, minutes a day: hours at an enterprise tire like hours of practice, so both
 * count. The load is linear in its days: the part of internships is the load of their days alone.
 */
export function describeLoad(
  practice: DayMinutes,
  internships: readonly InternshipHours[],
  today: string,
): LoadPoint[] {
  const last = toDayNumber(today);
  const practised = sumByDay(practice, last);
  const interned = sumByDay(
    internships.flatMap((one) => internshipDays(one)),
    last,
  );
  const known = [...practised.keys(), ...interned.keys()];
  if (known.length === 0) return [];
  const start = known.reduce((least, day) => Math.min(least, day), last);
  const span = Array.from({ length: last - start + 1 }, (_, index) => start + index);
  const all = trainingLoad(span.map((day) => (practised.get(day) ?? 0) + (interned.get(day) ?? 0)));
  const apart = trainingLoad(span.map((day) => interned.get(day) ?? 0));
  const days = all.map((load, index) => ({
    ...load,
    x: start + index,
    y: load.chronic,
    internship: apart[index]?.chronic ?? 0,
  }));
  return largestTriangle(days, MOST_POINTS).map(({ x, chronic, acute, freshness, internship }) => ({
    date: fromDayNumber(x),
    chronic,
    acute,
    freshness,
    internship,
  }));
}
