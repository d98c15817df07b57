import type { TimerRow } from '#shared/contract/practice.ts';
import { elapsedAt, waitingAt } from '#shared/domain/planning/stopwatch.ts';

/** The stopwatches of one student. */
export interface StudentClock {
  studentId: string;
  /** The one that is not stopped; null: none. */
  open: TimerRow | null;
  /** Modules that are done, in order, each with its seconds. */
  past: { label: string; seconds: number }[];
}

/** Stopwatches by student, in the order of the students; a module that was stopped and taken up again counts once. */
export function listClocks(studentIds: readonly string[], timers: readonly TimerRow[]): StudentClock[] {
  const byStudent = Map.groupBy(timers, (timer) => timer.studentId);
  return studentIds.map((studentId) => {
    const own = byStudent.get(studentId) ?? [];
    const stopped = own.filter((timer) => timer.state === 'stopped');
    const past = [...Map.groupBy(stopped, (timer) => timer.label)].map(([label, parts]) => ({
      label,
      seconds: parts.reduce((sum, timer) => sum + timer.elapsedSeconds, 0),
    }));
    return { studentId, open: own.findLast((timer) => timer.state !== 'stopped') ?? null, past };
  });
}

/** Seconds as `1:05:09` or `05:09`. */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return minutes >= 60 ? `${Math.floor(minutes / 60)}:${rest}` : rest;
}

/** What a stopwatch shows at a moment. */
export function readClock(timer: TimerRow, now: string): { work: string; waiting: string | null } {
  const waiting = waitingAt(timer, now);
  return { work: clockText(elapsedAt(timer, now)), waiting: waiting > 0 ? clockText(waiting) : null };
}

/** What a key does to the stopwatch of the line. */
export type ClockAction = 'toggle' | 'waiting' | 'stop' | 'incident';

/** Keys by place, the same whatever the layout. */
const ACTIONS: Readonly<Record<string, ClockAction>> = {
  Space: 'toggle',
  Enter: 'toggle',
  NumpadEnter: 'toggle',
  KeyW: 'waiting',
  KeyX: 'stop',
  KeyI: 'incident',
};

/** The action of a key; null for any other key. */
export function actionOfKey(code: string): ClockAction | null {
  return ACTIONS[code] ?? null;
}
