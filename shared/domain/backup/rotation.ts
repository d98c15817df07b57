import { toDayNumber } from '../../lib/dayNumber.ts';
import type { BackupName } from './backupName.ts';

/** How many backups of each rung stay. */
export const KEPT = { daily: 12, weekly: 10, monthly: 9, beforeSteps: 6 } as const;

/** Day 0 is a Thursday: weeks begin on Monday. */
const weekOf = (backup: BackupName): string =>
  String(Math.floor((toDayNumber(backup.madeAt.slice(0, 10)) + 3) / 7));
const dayOf = (backup: BackupName): string => backup.madeAt.slice(0, 10);
const monthOf = (backup: BackupName): string => backup.madeAt.slice(0, 7);

/** The newest backup of each of the newest periods that have one. @param sorted newest first */
function newestOfPeriods(
  sorted: readonly BackupName[],
  periodOf: (backup: BackupName) => string,
  most: number,
): BackupName[] {
  const kept = new Map<string, BackupName>();
  for (const backup of sorted) {
    const period = periodOf(backup);
    if (kept.has(period)) continue;
    if (kept.size === most) break;
    kept.set(period, backup);
  }
  return [...kept.values()];
}

const byNewest = (a: BackupName, b: BackupName): number =>
  a.madeAt === b.madeAt ? (a.fileName < b.fileName ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1;

/**
 * Which backups may be deleted: all but the newest of each of 12 days, 10 weeks and 9 months that have one, the newest
 * six made before a migration, an import, a restore or an erasure, and all that people made by hand. Only days that
 * have a backup count, and no clock is asked: a computer left alone for a year, or whose clock went wrong, loses none.
 * @returns file names
 */
export function chooseSurplus(backups: readonly BackupName[]): string[] {
  const sorted = [...backups].sort(byNewest);
  const kept = new Set([
    ...newestOfPeriods(sorted, dayOf, KEPT.daily),
    ...newestOfPeriods(sorted, weekOf, KEPT.weekly),
    ...newestOfPeriods(sorted, monthOf, KEPT.monthly),
    ...sorted.filter((backup) => backup.kind.startsWith('before_')).slice(0, KEPT.beforeSteps),
    ...sorted.filter((backup) => backup.kind === 'manual'),
  ]);
  return sorted.filter((backup) => !kept.has(backup)).map((backup) => backup.fileName);
}
