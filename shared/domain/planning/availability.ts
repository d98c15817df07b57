import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { minutesOf } from './clock.ts';
import { weekdayOf } from './phases.ts';

/** Hours of the week in which a student can come, or cannot, week after week. */
export interface WeeklyHours {
  studentId: string;
  kind: 'can' | 'cannot';
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[];
  /** `HH:MM`; both empty: the whole day. */
  fromTime: string;
  toTime: string;
}

/** When a session is held. */
export interface Moment {
  date: string;
  /** `HH:MM`; empty: the time is open. */
  startTime: string;
  durationMinutes: number;
}

/** Minutes of a day, the end left out. */
interface Window {
  from: number;
  to: number;
}

const WHOLE_DAY: Window = { from: 0, to: 1440 };

const windowOf = ({ fromTime, toTime }: WeeklyHours): Window =>
  fromTime === '' || toTime === '' ? WHOLE_DAY : { from: minutesOf(fromTime), to: minutesOf(toTime) };

/** Windows that touch or overlap as one, in the order of time. */
function joinWindows(windows: readonly Window[]): Window[] {
  const joined: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && window.from <= last.to) last.to = Math.max(last.to, window.to);
    else joined.push({ ...window });
  }
  return joined;
}

const isWhole = ({ from, to }: Window): boolean => from === 0 && to === 1440;

/**
 * Whether a student's weekly hours allow a session. Hours that are noted as impossible forbid what touches them; once
 * hours are noted as possible, a session has to lie within them. A session with an open time is only forbidden by a
 * whole day.
 * @param hours of this student; none: always
 */
export function isWithinHours(hours: readonly WeeklyHours[], moment: Moment): boolean {
  const weekday = weekdayOf(toDayNumber(moment.date));
  const today = hours.filter((one) => one.weekdays.includes(weekday));
  const never = today.filter((one) => one.kind === 'cannot').map(windowOf);
  const isBound = hours.some((one) => one.kind === 'can');
  const possible = joinWindows(today.filter((one) => one.kind === 'can').map(windowOf));
  if (moment.startTime === '') return !never.some(isWhole) && (!isBound || possible.length > 0);
  const from = minutesOf(moment.startTime);
  const to = from + moment.durationMinutes;
  if (never.some((window) => from < window.to && window.from < to)) return false;
  return !isBound || possible.some((window) => window.from <= from && Math.min(to, 1440) <= window.to);
}
