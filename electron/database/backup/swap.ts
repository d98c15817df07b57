import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { syncFolder } from './syncFolder.ts';

/** What a restore exchanges; the database comes last, so that it never stands there without its attachments. */
const PARTS = ['attachments', 'shyng.sqlite-wal', 'shyng.sqlite-shm', 'shyng.sqlite'] as const;

const journalSchema = z.strictObject({
  /** Folders inside the data folder. */
  staged: z.string().regex(/^[\w-]+(?:\/[\w-]+)?$/),
  aside: z.string().regex(/^[\w-]+\/[\w-]+$/),
  phase: z.enum(['staged', 'moved']),
});
type Journal = z.infer<typeof journalSchema>;

const journalFile = (dataFolder: string): string => join(dataFolder, 'restore-running.json');

/** Writes a file whole and flushes it: the old one or the new one is there after a power cut, never half of it. */
export function replaceFile(file: string, content: string): void {
  const unfinished = `${file}.unfinished`;
  const handle = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, file);
}

function moveParts(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const part of PARTS) {
    if (existsSync(join(from, part))) renameSync(join(from, part), join(to, part));
  }
  syncFolder(to);
}

function run(dataFolder: string, journal: Journal): void {
  if (journal.phase === 'staged') {
    moveParts(dataFolder, join(dataFolder, journal.aside));
    replaceFile(journalFile(dataFolder), JSON.stringify({ ...journal, phase: 'moved' }));
  }
  moveParts(join(dataFolder, journal.staged), dataFolder);
  rmSync(journalFile(dataFolder));
  syncFolder(dataFolder);
  rmSync(join(dataFolder, journal.staged), { recursive: true, force: true });
}

/**
 * Exchanges database and attachments for staged ones by renaming; the former ones lie in `aside` afterwards. The
 * database must be closed. A power cut in between is made good by {@link finishSwap} at the next start.
 * @param staged folder inside the data folder with the new files
 * @param aside folder inside the data folder for the former ones
 */
export function swapDatabase(dataFolder: string, staged: string, aside: string): void {
  const journal: Journal = { staged, aside, phase: 'staged' };
  replaceFile(journalFile(dataFolder), JSON.stringify(journal));
  syncFolder(dataFolder);
  run(dataFolder, journal);
}

/** Finishes an exchange that a crash or a power cut interrupted. Runs before the database is opened. */
export function finishSwap(dataFolder: string): void {
  if (!existsSync(journalFile(dataFolder))) return;
  const parsed = journalSchema.safeParse(JSON.parse(readFileSync(journalFile(dataFolder), 'utf8')));
  if (parsed.success) run(dataFolder, parsed.data);
}
