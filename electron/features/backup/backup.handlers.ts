import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { BackupFile, BackupSource } from '#shared/contract/backup.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { parseBackupName } from '#shared/domain/backup/backupName.ts';
import { listBackups, removeBackup, type BackupEntry } from '../../database/backup/folder.ts';
import { BackupError } from '../../database/backup/header.ts';
import { formatRecoveryCode, makeBackupKey } from '../../database/backup/keys.ts';
import type { Progress } from '../../database/backup/pack.ts';
import { findPlace, listMounts, markPlace } from '../../database/backup/places.ts';
import { toHistoryAction } from '../../database/changes/historyAction.ts';
import { databaseErrorCode } from '../../database/errors.ts';
import type { BackupSettingsFile } from '../../files/backupSettings.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { Refusal } from '../../router/refusal.ts';
import type { BackupKeeper } from './backupKeeper.ts';
import type { Preview, Restorer } from './restorer.ts';

/** What the handlers work with. */
export interface BackupTools {
  /** Brings attachments back that are lost on the disk, as far as a backup holds them. */
  bringBack: (hashes: readonly string[]) => Promise<void>;
  /** The data folder cannot be written to. */
  isReadOnly: boolean;
  keeper: BackupKeeper;
  restorer: Restorer;
  settings: BackupSettingsFile;
  onProgress(task: string, done: number, total: number): void;
  /** What the notice or the list says may have changed. */
  changed(): void;
}

const PROGRESS_EVERY_MS = 100;

/** Progress under a name, told at most ten times a second. */
function progressOf(tools: BackupTools, task: string): Progress {
  let told = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - told < PROGRESS_EVERY_MS) return;
    told = now;
    tools.onProgress(task, done, total);
  };
}

/** Refusals of backups as the contract writes them. */
async function refusing<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof BackupError) throw new Refusal(error.code, error.message);
    throw error;
  }
}

const toFile = (entry: BackupEntry): BackupFile => ({ ...entry });

async function getStatus(tools: BackupTools): Promise<RouteOutput<'backup.getStatus'>> {
  const { secondPlace, key, restored, damage } = tools.settings.values;
  const mounts = listMounts();
  const path = secondPlace && (await findPlace(secondPlace, mounts));
  return {
    folder: tools.keeper.folder,
    backups: (await listBackups(tools.keeper.folder)).map(toFile),
    secondPlace: secondPlace && {
      path: path ?? secondPlace.path,
      present: path !== null,
      copiedAt: secondPlace.copiedAt,
      backups: path === null ? [] : (await listBackups(path)).map(toFile),
    },
    mounts,
    encrypted: key !== null,
    restored: restored && { at: restored.at, fileName: restored.fileName },
    damage: damage && { foundAt: damage.foundAt, kind: damage.kind },
  };
}

async function locate(tools: BackupTools, source: BackupSource): Promise<{ path: string; fileName: string }> {
  if (source.kind === 'path') return { path: source.path, fileName: basename(source.path) };
  if (source.kind === 'own') {
    return { path: join(tools.keeper.folder, source.fileName), fileName: source.fileName };
  }
  const { secondPlace } = tools.settings.values;
  const folder = secondPlace && (await findPlace(secondPlace, listMounts()));
  if (!folder) throw new Refusal('backup_not_found', 'the second place is not there');
  return { path: join(folder, source.fileName), fileName: source.fileName };
}

const toPreview = ({ difference, recoverable, ...preview }: Preview): RouteOutput<'backup.preview'> => ({
  ...preview,
  lost: { count: difference.onlyHere, newest: difference.newestOnlyHere.map(toHistoryAction), recoverable },
  gained: difference.onlyThere,
});

async function setSecondPlace(tools: BackupTools, path: string | null): Promise<void> {
  if (path === null) {
    tools.settings.update({ secondPlace: null });
    return;
  }
  const place = await markPlace(path);
  tools.settings.update({ secondPlace: { ...place, copiedAt: null } });
  await tools.keeper.copyToSecondPlace();
}

async function setPassphrase(tools: BackupTools, passphrase: string | null): Promise<string | null> {
  if (passphrase === null) {
    tools.settings.update({ key: null });
    return null;
  }
  const known = tools.settings.values.key;
  // The same key under another passphrase: the recovery sheet that hangs on the wall stays good.
  const made = await makeBackupKey(passphrase, known ? Buffer.from(known.key, 'hex') : undefined);
  tools.settings.update({ key: { ...made, key: made.key.toString('hex') } });
  return formatRecoveryCode(made.key);
}

async function exportTo(tools: BackupTools, folder: string | undefined, task: string): Promise<string> {
  const target = folder ?? join(dirname(tools.keeper.folder), 'exports');
  if (!isAbsolute(target)) throw new Refusal('place_not_writable', 'not a full path');
  try {
    return await tools.keeper.exportCollege(target, progressOf(tools, task));
  } catch (error) {
    if (error instanceof BackupError || databaseErrorCode(error)) throw error;
    throw new Refusal('place_not_writable', 'the folder cannot be written to');
  }
}

const nothing = (): Record<string, never> => ({});

/** Runs what changes backups; the screen hears of it, whether it came to its end or not. */
function changingOf(tools: BackupTools): <T>(body: () => Promise<T>) => Promise<T> {
  return async (body) => {
    try {
      return await refusing(body);
    } finally {
      tools.changed();
    }
  };
}

type Restoring =
  | 'backup.preview'
  | 'backup.restore'
  | 'backup.acceptDamage'
  | 'backup.undoRestore'
  | 'backup.restoreBeside'
  | 'backup.openView'
  | 'backup.closeView';

/** Looking into a backup, going back to it and back again. */
function restoreHandlers(tools: BackupTools): Pick<FeatureHandlers<'backup'>, Restoring> {
  const { restorer } = tools;
  const changing = changingOf(tools);
  return {
    'backup.preview': ({ source, secret, task }) =>
      refusing(async () => {
        const place = await locate(tools, source);
        return toPreview(
          await restorer.preview({ ...place, secret: secret ?? null }, progressOf(tools, task)),
        );
      }),
    'backup.restore': ({ previewId }) =>
      changing(async () => {
        const { recovered, missing } = await restorer.restoreInPlace(previewId);
        return { recovered, missing: missing.map(toHistoryAction) };
      }),
    'backup.acceptDamage': () => changing(() => restorer.acceptDamage().then(nothing)),
    'backup.undoRestore': () => changing(() => restorer.undoRestore().then(nothing)),
    'backup.restoreBeside': ({ previewId, folder }) =>
      changing(() => restorer.restoreBeside(previewId, folder).then(nothing)),
    'backup.openView': ({ previewId }) => changing(() => restorer.openView(previewId).then(nothing)),
    'backup.closeView': () => changing(() => restorer.closeView().then(nothing)),
  };
}

/** Backups: making, looking into, restoring, the second place, encryption. */
export function createBackupHandlers(tools: BackupTools): FeatureHandlers<'backup'> {
  const { keeper, restorer, settings } = tools;
  const changing = changingOf(tools);
  return {
    ...restoreHandlers(tools),
    'backup.getNotice': () => {
      const fileName = restorer.viewedFileName;
      const viewing =
        fileName === null ? null : { fileName, madeAt: parseBackupName(fileName)?.madeAt ?? null };
      const { damage } = settings.values;
      return {
        viewing,
        isReadOnly: tools.isReadOnly,
        damage: damage && { foundAt: damage.foundAt, kind: damage.kind },
      };
    },
    'backup.getStatus': () => getStatus(tools),
    'backup.make': ({ task }) =>
      changing(async () => ({ fileName: await keeper.make('manual', progressOf(tools, task)) })),
    'backup.remove': ({ fileName }) =>
      changing(async () => {
        if (!existsSync(join(keeper.folder, fileName))) throw new Refusal('not_found', 'no such backup');
        await removeBackup(keeper.folder, fileName);
        return {};
      }),
    'backup.exportCollege': ({ folder, task }) =>
      refusing(async () => ({ path: await exportTo(tools, folder, task) })),
    'backup.setSecondPlace': ({ path }) => changing(() => setSecondPlace(tools, path).then(nothing)),
    'backup.setPassphrase': ({ passphrase }) =>
      changing(async () => ({ recoveryCode: await setPassphrase(tools, passphrase) })),
    'backup.getRecoveryCode': () => {
      const { key } = settings.values;
      return { recoveryCode: key && formatRecoveryCode(Buffer.from(key.key, 'hex')) };
    },
  };
}
