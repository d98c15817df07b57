import { join } from 'node:path';
import type { MainEvent } from '#shared/contract/events.ts';
import type { BackupTools } from '../features/backup/backup.handlers.ts';
import { BackupKeeper } from '../features/backup/backupKeeper.ts';
import { bringBackLost } from '../features/backup/lostAttachments.ts';
import { Restorer } from '../features/backup/restorer.ts';
import type { BackupSettingsFile } from '../files/backupSettings.ts';
import type { LogError } from '../files/log.ts';
import type { PreferencesFile } from '../files/preferences.ts';
import { createBackupRunner } from '../workers/runBackup.ts';
import type { DatabaseHost } from './databaseHost.ts';

/** What backups need of the application. */
export interface BackupSurroundings {
  host: DatabaseHost;
  preferences: PreferencesFile;
  settings: BackupSettingsFile;
  publish: (event: MainEvent) => void;
  /** Another database is on the screen, or the college's own was exchanged. */
  switched: () => Promise<void>;
  logError: LogError;
  dataFolder: string;
  isReadOnly: boolean;
  version: string;
  workerUrl: URL;
  wallClock: () => number;
}

/** Puts keeper and restorer together with the database that is open. */
export function createBackups(given: BackupSurroundings): BackupTools {
  const { host, publish, logError, dataFolder, version, wallClock, preferences, settings } = given;
  const runner = createBackupRunner(given.workerUrl);
  const changed = (): void => publish({ kind: 'changed', entities: ['backups'] });
  const common = { dataFolder, settings, runner, wallClock };
  const backupFolder = join(dataFolder, 'backups');
  const bringBack = async (hashes: readonly string[]): Promise<void> => {
    // A folder that can only be read takes nothing back.
    if (given.isReadOnly) return;
    await bringBackLost(hashes, { ...common, backupFolder }).catch((error: unknown) =>
      logError('attachments', error),
    );
  };
  const keeper = new BackupKeeper({
    ...common,
    folder: backupFolder,
    bringBack,
    version,
    withOwn: (body) => host.withOwn(body),
    isOwnOpen: () => host.kind === 'own',
    onDamage: changed,
    logError,
  });
  const restorer = new Restorer({
    ...common,
    withOwn: (body) => host.withOwn(body),
    exchangeOwn: (exchange) => host.exchangeOwn(exchange),
    openView: (folder) => host.openView(folder),
    openOwn: () => host.openOwn(),
    reopenOwn: () => host.reopenOwn(),
    renewDevice: () => preferences.renewDevice(),
    switched: given.switched,
  });
  return {
    keeper,
    restorer,
    bringBack,
    isReadOnly: given.isReadOnly,
    settings,
    changed,
    onProgress: (task, done, total) => publish({ kind: 'progress', task, done, total }),
  };
}
