import { closeSync, existsSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Small files that the program reads at its start, and the database with its log. */
const COPIED = ['preferences.json', 'backup-settings.json', 'shyng.sqlite-wal', 'shyng.sqlite'] as const;
/** Folders that are only read from: they stay where they are. */
const LINKED = ['attachments', 'backups'] as const;

const REFUSED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

function isRefused(body: () => number): boolean {
  try {
    closeSync(body());
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && REFUSED.has(String(error.code));
  }
}

/** Whether nothing can be written into a folder, or into the database in it. A full disk is another matter. */
export function isReadOnly(dataFolder: string): boolean {
  const probe = join(dataFolder, 'write-probe');
  const database = join(dataFolder, 'shyng.sqlite');
  const isShut = isRefused(() => openSync(probe, 'w'));
  rmSync(probe, { force: true });
  return isShut || (existsSync(database) && isRefused(() => openSync(database, 'r+')));
}

/** The folder that the program works in. */
export interface WorkFolder {
  folder: string;
  /** True: it is a copy of one that cannot be written to, so nothing may be written. */
  isReadOnly: boolean;
  /** Takes the copy away. */
  remove: () => void;
}

/**
 * The data folder itself, or, where a disk or the rights allow only reading, a copy of it in the system's folder for
 * temporary files: SQLite cannot open a database with a write-ahead log on a disk that it cannot write to, and people
 * must be able to read all they have. The copy is removed when the program stops.
 */
export async function openWorkFolder(dataFolder: string): Promise<WorkFolder> {
  const isShut = existsSync(join(dataFolder, 'shyng.sqlite')) && isReadOnly(dataFolder);
  if (!isShut) return { folder: dataFolder, isReadOnly: false, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'shyng-read-only-'));
  for (const name of COPIED) {
    if (existsSync(join(dataFolder, name))) await copyFile(join(dataFolder, name), join(folder, name));
  }
  for (const name of LINKED) {
    if (existsSync(join(dataFolder, name)))
      symlinkSync(join(dataFolder, name), join(folder, name), 'junction');
  }
  return { folder, isReadOnly: true, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
