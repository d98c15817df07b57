import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

/** Phases in the order of time: from the broad to the day itself. */
export const phaseKinds = ['general', 'special', 'competition', 'taper'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** A part of the way to the championship. */
export interface Phase {
  kind: PhaseKind;
  /** First and last day, both within the phase. */
  startDate: string;
  endDate: string;
  /** Practice a week. */
  weeklyMinutes: number;
}

/** Share of the weekly hours that a phase asks for: most before the end, half of it in the taper (Bosquet 2007: 40–60 %). */
const LOAD: Record<PhaseKind, number> = { general: 0.8, special: 1, competition: 1.1, taper: 0.5 };
const TAPER_DAYS = 14;
/** With less time before the taper there is only one thing to practise: the project itself. */
const LEAST_DAYS_FOR_THREE = 21;

/** Lengths of the phases in days, in the order of time. */
function divide(total: number): [PhaseKind, number][] {
  const taper = Math.min(TAPER_DAYS, Math.max(1, Math.round(total / 5)));
  const rest = total - taper;
  if (rest < LEAST_DAYS_FOR_THREE) {
    return [
      ['competition', rest],
      ['taper', taper],
    ];
  }
  const competition = Math.round(rest * 0.25);
  const special = Math.round(rest * 0.4);
  return [
    ['general', rest - special - competition],
    ['special', special],
    ['competition', competition],
    ['taper', taper],
  ];
}

/**
 * Divides the days to a championship backwards from it: the last two weeks taper, before them a quarter of the rest is
 * competition-like, before that two fifths special, and what is left general.
 * @param weeklyMinutes practice in a full week
 * @returns none when the championship is not after the start
 */
export function planPhases(startDate: string, championshipDate: string, weeklyMinutes: number): Phase[] {
  const start = toDayNumber(startDate);
  const total = toDayNumber(championshipDate) - start;
  if (total < 1) return [];
  let first = start;
  return divide(total).flatMap(([kind, days]) => {
    if (days < 1) return [];
    const phase = {
      kind,
      startDate: fromDayNumber(first),
      endDate: fromDayNumber(first + days - 1),
      weeklyMinutes: Math.round((weeklyMinutes * LOAD[kind]) / 5) * 5,
    };
    first += days;
    return [phase];
  });
}

/** What the sessions of a plan are laid out by. */
export interface WeeklyPattern {
  /** Days of the week, Monday is 1. */
  weekdays: readonly number[];
  /** Longest single session. */
  longestMinutes: number;
}

/** A session of a plan before it is stored. */
export interface LaidSession {
  date: string;
  durationMinutes: number;
  kind: 'practice' | 'mock';
  phase: PhaseKind;
}

/** Monday is 1, Sunday 7. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

/**
 * Lays sessions over the weekdays of each phase so that a week adds up to the phase's minutes; in the competition-like
 * phase the last session of every second week is a mock championship.
 */
export function layOutSessions(phases: readonly Phase[], pattern: WeeklyPattern): LaidSession[] {
  const days = [...new Set(pattern.weekdays)].sort((a, b) => a - b);
  const lastWeekday = days.at(-1);
  if (lastWeekday === undefined) return [];
  return phases.flatMap((phase) => {
    const each = Math.min(pattern.longestMinutes, Math.round(phase.weeklyMinutes / days.length / 5) * 5);
    if (each < 5) return [];
    const from = toDayNumber(phase.startDate);
    const sessions: LaidSession[] = [];
    for (let day = from; day <= toDayNumber(phase.endDate); day += 1) {
      const weekday = weekdayOf(day);
      if (!days.includes(weekday)) continue;
      const isMockWeek = phase.kind === 'competition' && Math.floor((day - from) / 7) % 2 === 1;
      const isMock = isMockWeek && weekday === lastWeekday;
      sessions.push({
        date: fromDayNumber(day),
        durationMinutes: isMock ? pattern.longestMinutes : each,
        kind: isMock ? 'mock' : 'practice',
        phase: phase.kind,
      });
    }
    return sessions;
  });
}

/** A day moved by a number of days. */
export function shiftDay(date: string, days: number): string {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Monday of the week of a day. */
export function weekOf(date: string): string {
  const day = toDayNumber(date);
  return fromDayNumber(day - weekdayOf(day) + 1);
}
