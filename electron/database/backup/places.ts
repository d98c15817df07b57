import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './header.ts';
import { listBackupNames, rotateBackups } from './folder.ts';
import { hashOfFile } from './hash.ts';

/** The folder that is made in the place that people choose. */
const FOLDER = 'Shyng';
const MARKER = 'shyng-backups.json';
const markerSchema = z.object({ id: z.uuid() });

/** A second place for backups: a stick, another disk, a folder of the network. */
export interface Place {
  path: string;
  /** What its marker file carries: the stick is known by it, whatever letter it comes back under. */
  id: string;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function listFolders(parent: string): string[] {
  try {
    return readdirSync(parent)
      .map((name) => join(parent, name))
      .filter(isFolder);
  } catch {
    return [];
  }
}

/** Where sticks and other disks show up. */
export function listMounts(
  platform: NodeJS.Platform = process.platform,
  user = process.env['USER'] ?? '',
): string[] {
  if (platform === 'win32') {
    return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`).filter(isFolder);
  }
  if (platform === 'darwin') return listFolders('/Volumes');
  return ['/media', '/run/media', '/mnt']
    .flatMap((root) => [...(user === '' ? [] : listFolders(join(root, user))), ...listFolders(root)])
    .filter((path) => basename(path) !== user);
}

async function readMarker(folder: string): Promise<string | null> {
  try {
    return markerSchema.parse(JSON.parse(await readFile(join(folder, MARKER), 'utf8'))).id;
  } catch {
    return null;
  }
}

/**
 * Makes a folder of a place and marks it; one that is marked already keeps its mark.
 * @throws BackupError `place_not_writable`
 */
export async function markPlace(chosen: string): Promise<Place> {
  const path = basename(chosen) === FOLDER ? chosen : join(chosen, FOLDER);
  try {
    if (!isFolder(chosen)) throw new Error('no such folder');
    await mkdir(path, { recursive: true });
    const known = await readMarker(path);
    if (known !== null) return { path, id: known };
    const id = randomUUID();
    await writeFile(join(path, MARKER), `${JSON.stringify({ id })}\n`);
    return { path, id };
  } catch (error) {
    throw new BackupError('place_not_writable', 'the place cannot be written to', { cause: error });
  }
}

/** Where the place is now; null while it is away. */
export async function findPlace(place: Place, mounts: readonly string[]): Promise<string | null> {
  for (const path of [place.path, ...mounts.map((mount) => join(mount, FOLDER))]) {
    if ((await readMarker(path)) === place.id) return path;
  }
  return null;
}

async function copyProven(source: string, target: string): Promise<void> {
  const unfinished = `${target}.unfinished`;
  try {
    await copyFile(source, unfinished);
    const handle = await open(unfinished, 'r+');
    await handle.sync().finally(() => handle.close());
    if ((await hashOfFile(source)) !== (await hashOfFile(unfinished))) {
      throw new BackupError('place_not_writable', 'the copy differs from the backup');
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Brings the newest backup of a folder to the place, proves the copy, and rotates there too.
 * @returns whether a backup was copied
 */
export async function copyNewest(folder: string, place: string): Promise<boolean> {
  const [newest] = await listBackupNames(folder);
  const there = new Set((await listBackupNames(place)).map(({ fileName }) => fileName));
  if (!newest || there.has(newest.fileName)) return false;
  await copyProven(join(folder, newest.fileName), join(place, newest.fileName));
  await rotateBackups(place);
  return true;
}
