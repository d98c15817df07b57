import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST_BYTES = 1_000_000;

/** Writes a line: where something went wrong and where in the code, never what people entered. */
export type LogError = (where: string, error: unknown) => void;

/** Frames of the stack only: the message of an error can hold what somebody typed. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return `${error.name}${code} ${frames.join(' | ')}`;
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MOST_BYTES) renameSync(file, `${file}.old`);
}

/** Opens the log in its folder; two files of a megabyte at most. A log that cannot be written stops nothing. */
export function openLog(dataFolder: string): LogError {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'shyng.log');
  return (where, error) => {
    try {
      mkdirSync(folder, { recursive: true });
      rotate(file);
      appendFileSync(file, `${new Date().toISOString()} ${where} ${describe(error)}\n`);
    } catch {
      // A full disk must not turn one error into two.
    }
  };
}
