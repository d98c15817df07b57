import type { Dirent } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBackupName, type BackupName } from '#shared/domain/backup/backupName.ts';
import { chooseSurplus } from '#shared/domain/backup/rotation.ts';
import { readHeader, type BackupCounts } from './header.ts';
import type { PackedFile } from './pack.ts';

/** A backup in a folder, as its name and its header tell. */
export interface BackupEntry extends BackupName {
  bytes: number;
  encrypted: boolean;
  /** Null: a plain copy made before a migration, or a header that cannot be read. */
  counts: BackupCounts | null;
  lastActionAt: string | null;
  readable: boolean;
}

/** Names of the backups in a folder, newest first; none when there is no such folder. */
export async function listBackupNames(folder: string): Promise<BackupName[]> {
  const files = await readdir(folder).catch((): string[] => []);
  return files
    .map(parseBackupName)
    .filter((name) => name !== null)
    .sort((a, b) => (a.fileName < b.fileName ? 1 : -1));
}

async function readEntry(folder: string, name: BackupName): Promise<BackupEntry> {
  const file = join(folder, name.fileName);
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  const plain = { ...name, bytes: size, encrypted: false, counts: null, lastActionAt: null };
  if (name.fileName.endsWith('.sqlite')) return { ...plain, readable: size > 0 };
  const header = await readHeader(file).catch(() => null);
  if (!header) return { ...plain, readable: false };
  const { counts, lastActionAt, encryption } = header;
  return { ...plain, encrypted: encryption !== null, counts, lastActionAt, readable: true };
}

/** Backups in a folder with what their headers say, newest first. */
export async function listBackups(folder: string): Promise<BackupEntry[]> {
  const names = await listBackupNames(folder);
  return Promise.all(names.map((name) => readEntry(folder, name)));
}

/** Deletes what the rule of rotation lets go. @returns names of the deleted files */
export async function rotateBackups(folder: string): Promise<string[]> {
  const surplus = chooseSurplus(await listBackupNames(folder));
  for (const fileName of surplus) await removeBackup(folder, fileName);
  return surplus;
}

/** Deletes a backup and the hash beside it. */
export async function removeBackup(folder: string, fileName: string): Promise<void> {
  await rm(join(folder, fileName), { force: true });
  await rm(join(folder, `${fileName}.sha256`), { force: true });
}

const KEPT_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

async function listBelow(folder: string, prefix: string): Promise<PackedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const found: PackedFile[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (!KEPT_NAME.test(entry.name) || entry.name.endsWith('.unfinished')) continue;
    if (entry.isDirectory()) found.push(...(await listBelow(path, `${prefix}/${entry.name}`)));
    else if (entry.isFile()) found.push({ name: `${prefix}/${entry.name}`, path });
  }
  return found;
}

/** What a backup holds beside the database: settings of the computer and attachments. */
export async function listOtherFiles(dataFolder: string): Promise<PackedFile[]> {
  const preferences = join(dataFolder, 'preferences.json');
  const isThere = await stat(preferences).then(
    (found) => found.isFile(),
    () => false,
  );
  const attachments = await listBelow(join(dataFolder, 'attachments'), 'attachments');
  return [...(isThere ? [{ name: 'preferences.json', path: preferences }] : []), ...attachments];
}
