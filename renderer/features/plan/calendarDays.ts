import { shiftDay, weekOf } from '#shared/domain/planning/phases.ts';
import type { CalendarView } from './plan.store.ts';

/** The days that a view shows, both included. */
export interface DaySpan {
  from: string;
  to: string;
}

const DAYS_OF_LIST = 42;

function endOfMonth(day: string): string {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Days of a view around a day: whole weeks of the month, the week, or six weeks from the day's week on. */
export function spanOf(view: CalendarView, day: string): DaySpan {
  if (view === 'week') return { from: weekOf(day), to: shiftDay(weekOf(day), 6) };
  if (view === 'list') return { from: weekOf(day), to: shiftDay(weekOf(day), DAYS_OF_LIST - 1) };
  return { from: weekOf(`${day.slice(0, 7)}-01`), to: shiftDay(weekOf(endOfMonth(day)), 6) };
}

/** The day that the next or former view is around. */
export function stepDay(view: CalendarView, day: string, direction: 1 | -1): string {
  if (view === 'week') return shiftDay(day, 7 * direction);
  if (view === 'list') return shiftDay(day, DAYS_OF_LIST * direction);
  const first = `${day.slice(0, 7)}-01`;
  return direction === 1 ? shiftDay(endOfMonth(day), 1) : `${shiftDay(first, -1).slice(0, 7)}-01`;
}

/** All days of a span in order. */
export function daysOf({ from, to }: DaySpan): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** How far an arrow key moves a session, in days; null for other keys. */
export function daysOfKey(key: string): number | null {
  const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  return moves[key] ?? null;
}
