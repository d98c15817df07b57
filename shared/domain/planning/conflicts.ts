import { isWithinHours, type WeeklyHours } from './availability.ts';
import { minutesOf } from './clock.ts';

/** A planned session as conflicts see it. */
export interface Occupancy {
  id: string;
  date: string;
  /** `HH:MM`; empty: the time is open. */
  startTime: string;
  durationMinutes: number;
  workshop: string;
  expertId: string | null;
  studentIds: readonly string[];
}

/** Days on which a student cannot come, both included. */
export interface Away {
  studentId: string;
  fromDate: string;
  toDate: string;
}

/** Two sessions that cannot both be, or a session that a student cannot come to. */
export interface Conflict {
  kind: 'workshop' | 'expert' | 'student' | 'absence' | 'hours';
  sessionId: string;
  /** The other session; null when it is about a student alone. */
  otherId: string | null;
  /** Whom it concerns. */
  studentIds: string[];
}

/** Whether two sessions of a day meet; one with an open time meets nothing that can be told. */
function overlap(a: Occupancy, b: Occupancy): boolean {
  if (a.startTime === '' || b.startTime === '') return false;
  const [startA, startB] = [minutesOf(a.startTime), minutesOf(b.startTime)];
  return startA < startB + b.durationMinutes && startB < startA + a.durationMinutes;
}

function conflictsOf(a: Occupancy, b: Occupancy): Conflict[] {
  const found: Conflict[] = [];
  const pair = { sessionId: b.id, otherId: a.id };
  if (a.workshop !== '' && a.workshop.toLowerCase() === b.workshop.toLowerCase())
    found.push({ kind: 'workshop', ...pair, studentIds: [] });
  if (a.expertId !== null && a.expertId === b.expertId)
    found.push({ kind: 'expert', ...pair, studentIds: [] });
  const own = new Set(a.studentIds);
  const shared = b.studentIds.filter((id) => own.has(id));
  if (shared.length > 0) found.push({ kind: 'student', ...pair, studentIds: shared });
  return found;
}

/** Students of a session whose weekly hours do not allow it. */
function outsideHours(session: Occupancy, hours: ReadonlyMap<string, WeeklyHours[]>): string[] {
  return session.studentIds.filter((id) => !isWithinHours(hours.get(id) ?? [], session));
}

/** All conflicts among sessions, with days on which students are away, and with their weekly hours. */
export function findConflicts(
  sessions: readonly Occupancy[],
  away: readonly Away[],
  weekly: readonly WeeklyHours[] = [],
): Conflict[] {
  const hours = Map.groupBy(weekly, (one) => one.studentId);
  const conflicts: Conflict[] = [];
  for (const day of Map.groupBy(sessions, (session) => session.date).values()) {
    for (const [index, later] of day.entries()) {
      for (const earlier of day.slice(0, index)) {
        if (overlap(earlier, later)) conflicts.push(...conflictsOf(earlier, later));
      }
    }
  }
  for (const session of sessions) {
    const studentIds = session.studentIds.filter((id) =>
      away.some((one) => one.studentId === id && one.fromDate <= session.date && one.toDate >= session.date),
    );
    if (studentIds.length > 0)
      conflicts.push({ kind: 'absence', sessionId: session.id, otherId: null, studentIds });
    const outside = outsideHours(session, hours).filter((id) => !studentIds.includes(id));
    if (outside.length > 0)
      conflicts.push({ kind: 'hours', sessionId: session.id, otherId: null, studentIds: outside });
  }
  return conflicts;
}
