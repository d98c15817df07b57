import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listBackupNames } from './folder.ts';
import { readHeader } from './header.ts';
import { syncFolder } from './syncFolder.ts';

const FILES = ['shyng.sqlite', 'shyng.sqlite-wal', 'shyng.sqlite-shm'] as const;
const MARKER = 'running.json';

/** Moves a database that cannot be opened out of the way; nothing of it is deleted. @returns its folder, inside the data folder */
export function keepDamagedAside(dataFolder: string, now: Date): string {
  const aside = `damaged/${now.toISOString().replace(/[:.]/g, '-')}`;
  mkdirSync(join(dataFolder, aside), { recursive: true });
  for (const name of FILES) {
    if (existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(dataFolder, aside, name));
  }
  syncFolder(dataFolder);
  return aside;
}

/** Leaves a mark while the database is open: one that is there at the start tells of a crash or a power cut. */
export function markRunning(dataFolder: string, now: Date): void {
  try {
    writeFileSync(join(dataFolder, MARKER), `${JSON.stringify({ since: now.toISOString() })}\n`);
  } catch {
    // Where nothing can be written there is nothing to lose either.
  }
}

/** Takes the mark away: the database is about to be closed in order. */
export function unmarkRunning(dataFolder: string): void {
  rmSync(join(dataFolder, MARKER), { force: true });
}

/**
 * Whether the last run was cut off and its write-ahead log is gone: its last changes were in there. The log exists
 * for as long as the database is open, so a cut-off run always leaves it behind. To be asked before opening.
 */
export function isLogLost(dataFolder: string): boolean {
  const [database, log] = FILES;
  return (
    existsSync(join(dataFolder, MARKER)) &&
    existsSync(join(dataFolder, database)) &&
    !existsSync(join(dataFolder, log))
  );
}

/** Moment of the newest action in the newest backup that can be read; null when there is none. */
export async function findNewestBackedUp(
  folder: string,
): Promise<{ madeAt: string; lastActionAt: string } | null> {
  for (const { fileName } of await listBackupNames(folder)) {
    const header = fileName.endsWith('.shyng')
      ? await readHeader(join(folder, fileName)).catch(() => null)
      : null;
    if (header?.lastActionAt) return { madeAt: header.madeAt, lastActionAt: header.lastActionAt };
  }
  return null;
}
