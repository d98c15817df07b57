import type { ContestEntryResults } from '#shared/contract/contest.ts';
import { medalPoints, type MedalKind } from '#shared/domain/assessment/medals.ts';

/** Medals of a student group in all competencies. */
export interface MedalCount extends Record<MedalKind, number> {
  groupName: string;
  points: number;
}

/** Medals by the group of a team's first member, most points first. A team's medal counts once. */
export function countMedals(entries: readonly ContestEntryResults[]): MedalCount[] {
  const counts = new Map<string, MedalCount>();
  for (const { medal, members } of entries.flatMap((entry) => entry.results)) {
    if (medal === null) continue;
    const groupName = members[0]?.groupName ?? '';
    const count = counts.get(groupName) ?? {
      groupName,
      gold: 0,
      silver: 0,
      bronze: 0,
      medallion: 0,
      points: 0,
    };
    count[medal.kind] += 1;
    count.points += medalPoints[medal.kind];
    counts.set(groupName, count);
  }
  return [...counts.values()].sort(
    (a, b) => b.points - a.points || b.gold - a.gold || (a.groupName < b.groupName ? -1 : 1),
  );
}
