import { join } from 'node:path';
import { findNewestBackedUp, isLogLost, keepDamagedAside, markRunning } from '../database/backup/damage.ts';
import { findLastActionAt } from '../database/backup/contents.ts';
import { databaseErrorCode } from '../database/errors.ts';
import type { BackupSettingsFile, Damage } from '../files/backupSettings.ts';
import type { DatabaseHost } from './databaseHost.ts';

/** What opening with care needs. */
export interface SafeOpening {
  dataFolder: string;
  settings: BackupSettingsFile;
  wallClock: () => number;
  open: () => Promise<DatabaseHost>;
  /** Numbers of the log that were given out may be gone: the log goes on under another device id. */
  renewDevice: () => Promise<void>;
}

function note({ settings, wallClock }: SafeOpening, kind: Damage['kind'], aside: string | null): void {
  settings.update({ damage: { foundAt: new Date(wallClock()).toISOString(), kind, aside } });
}

/** Opens the database; one that cannot be read is kept aside and an empty one takes its place. */
async function openOrKeepAside(opening: SafeOpening): Promise<DatabaseHost> {
  try {
    return await opening.open();
  } catch (error) {
    if (databaseErrorCode(error) !== 'database_damaged') throw error;
    const aside = keepDamagedAside(opening.dataFolder, new Date(opening.wallClock()));
    note(opening, 'unreadable', aside);
    await opening.renewDevice();
    return opening.open();
  }
}

/** Whether the newest backup knows of changes that the database does not, though nothing older was restored. */
async function isOlderThanBackup(
  host: DatabaseHost,
  { dataFolder, settings }: SafeOpening,
): Promise<boolean> {
  const newest = await findNewestBackedUp(join(dataFolder, 'backups'));
  const { restored } = settings.values;
  if (!newest || (restored && restored.at > newest.madeAt)) return false;
  const lastActionAt = await findLastActionAt(host.current.db);
  return lastActionAt === null || lastActionAt < newest.lastActionAt;
}

/**
 * Opens the college's own database whatever state it is in. Damage is said, never hidden: an unreadable file is kept
 * aside and nothing is written until people have restored a backup or chosen to begin anew; a lost write-ahead log
 * and a database older than its own backup are told.
 * @throws DatabaseError busy, read-only, newer: nothing was touched then
 */
export async function openSafely(opening: SafeOpening): Promise<DatabaseHost> {
  const { dataFolder, settings } = opening;
  const logLost = isLogLost(dataFolder);
  const host = await openOrKeepAside(opening);
  markRunning(dataFolder, new Date(opening.wallClock()));
  if (settings.values.damage === null && (logLost || (await isOlderThanBackup(host, opening)))) {
    note(opening, 'changes_lost', null);
    await opening.renewDevice();
    await host.reopenOwn();
  }
  if (settings.values.damage?.kind === 'unreadable') host.current.refuseWrites('database_damaged');
  return host;
}
