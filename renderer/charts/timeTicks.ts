import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

/** How far apart the ticks of a time axis stand. */
interface TickStep {
  unit: 'day' | 'month';
  count: number;
}

/** A mark on a time axis: where it stands, and what its label says. */
export interface TimeTick {
  /** Day number, see shared/lib/dayNumber.ts. */
  day: number;
  /** `YYYY-MM-DD` of it. */
  date: string;
  /** `day`: day and month; `month`: the month; `year`: the year alone. */
  label: 'day' | 'month' | 'year';
  /** The year is written under the first tick and wherever it changes. */
  withYear: boolean;
}

const STEPS: readonly TickStep[] = [
  ...[1, 2, 7, 14].map((count) => ({ unit: 'day' as const, count })),
  ...[1, 2, 3, 6, 12, 24, 60, 120].map((count) => ({ unit: 'month' as const, count })),
];

/** 1970-01-05 was a Monday: weekly ticks stand on Mondays. */
const FIRST_MONDAY = 4;

function daysBetween(from: number, to: number, step: number): number[] {
  const anchor = step % 7 === 0 ? FIRST_MONDAY : 0;
  const first = Math.ceil((from - anchor) / step) * step + anchor;
  return range(first, to, step);
}

function range(first: number, last: number, step: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / step) + 1) },
    (_, i) => first + i * step,
  );
}

/** Months counted from the year 0. */
function monthOf(day: number): number {
  const date = fromDayNumber(day);
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function firstDayOf(month: number): number {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return toDayNumber(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

function monthsBetween(from: number, to: number, step: number): number[] {
  const first = Math.ceil(monthOf(from) / step) * step;
  return range(first, monthOf(to), step)
    .map(firstDayOf)
    .filter((day) => day >= from && day <= to);
}

const daysOf = (step: TickStep, from: number, to: number): number[] =>
  step.unit === 'day' ? daysBetween(from, to, step.count) : monthsBetween(from, to, step.count);

function labelOf(step: TickStep): TimeTick['label'] {
  if (step.unit === 'day') return 'day';
  return step.count % 12 === 0 ? 'year' : 'month';
}

/**
 * Ticks of a time axis on real dates: days, Mondays, firsts of a month or of a year, as dense as room allows.
 * @param from first day number of the axis
 * @param to last day number of the axis
 * @param most how many labels have room
 */
export function chooseTimeTicks(from: number, to: number, most: number): TimeTick[] {
  const room = Math.max(1, most);
  const coarsest: TickStep = { unit: 'month', count: 120 };
  const step = STEPS.find((candidate) => daysOf(candidate, from, to).length <= room) ?? coarsest;
  const days = daysOf(step, from, to);
  const label = labelOf(step);
  return days.map((day, index) => {
    const date = fromDayNumber(day);
    const before = days[index - 1];
    const isNewYear = before === undefined || fromDayNumber(before).slice(0, 4) !== date.slice(0, 4);
    return { day, date, label, withYear: label !== 'year' && isNewYear };
  });
}

/** The days that an axis spans: what is asked for, or what there is, with some room at both ends. */
export function spanOf(
  days: readonly number[],
  period: { from?: number | undefined; to?: number | undefined },
): { from: number; to: number } {
  const known = [...days, ...[period.from, period.to].filter((day) => day !== undefined)];
  if (known.length === 0) return { from: 0, to: 1 };
  const first = known.reduce((least, day) => Math.min(least, day));
  const last = known.reduce((most, day) => Math.max(most, day));
  // A single day stands in the middle of a week, otherwise the outermost points would sit on the frame.
  const room = last === first ? 3 : Math.max(1, (last - first) * 0.02);
  return { from: first - room, to: last + room };
}
