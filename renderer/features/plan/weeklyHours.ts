import type { RouteInput } from '#shared/contract/registry.ts';

/** The form of weekly hours. */
export interface HoursDraft {
  studentId: string | null;
  kind: 'can' | 'cannot';
  weekdays: string[];
  fromTime: string;
  toTime: string;
  reason: string;
}

/** What the form begins with. */
export const emptyHours: HoursDraft = {
  studentId: null,
  kind: 'cannot',
  weekdays: [],
  fromTime: '',
  toTime: '',
  reason: '',
};

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A typed time as `HH:MM`: `9.00` and `9:00` are understood; empty stays empty; null when it is no time. */
export function typedTime(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const parts = TIME.exec(trimmed);
  return parts === null ? null : `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}`;
}

/** What is wrong with the times: one of them is no time, one is missing, or the end is not after the start. */
export function timesProblem({ fromTime, toTime }: Pick<HoursDraft, 'fromTime' | 'toTime'>): boolean {
  const [from, to] = [typedTime(fromTime), typedTime(toTime)];
  if (from === null || to === null) return true;
  return (from === '') !== (to === '') || (from !== '' && from >= to);
}

/** What main takes; null while something is missing or wrong. */
export function hoursInput(draft: HoursDraft): RouteInput<'plan.addWeeklyHours'> | null {
  const { studentId, kind, weekdays, reason } = draft;
  if (studentId === null || weekdays.length === 0 || timesProblem(draft)) return null;
  return {
    studentId,
    kind,
    weekdays: weekdays.map(Number),
    fromTime: typedTime(draft.fromTime) ?? '',
    toTime: typedTime(draft.toTime) ?? '',
    reason: reason.trim(),
  };
}
