import { growthAims, type GrowthAim } from '../../contract/developmentEvents.ts';

/** How often each aim was met, all aims in order. */
export function countAims(
  events: readonly { aims: readonly GrowthAim[] }[],
): { aim: GrowthAim; count: number }[] {
  return growthAims.map((aim) => ({
    aim,
    count: events.filter((event) => event.aims.includes(aim)).length,
  }));
}

interface GroupMember {
  groupName: string;
  eventCount: number;
}

/** Participation of one group. */
export interface GroupShare {
  groupName: string;
  studentCount: number;
  /** Students who were at one event at least. */
  reachedCount: number;
  /** Visits of all its students to all events. */
  visitCount: number;
}

/** Participation by group, in the order in which groups first occur. */
export function groupShares(students: readonly GroupMember[]): GroupShare[] {
  return [...Map.groupBy(students, (one) => one.groupName)].map(([groupName, own]) => ({
    groupName,
    studentCount: own.length,
    reachedCount: own.filter((one) => one.eventCount > 0).length,
    visitCount: own.reduce((sum, one) => sum + one.eventCount, 0),
  }));
}
