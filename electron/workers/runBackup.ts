import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { BackupError, type BackupHeader } from '../database/backup/header.ts';
import type { PackJob, Progress } from '../database/backup/pack.ts';
import type { ExportJob } from '../database/openFormat/exportCollege.ts';
import type { Salvage } from '../database/backup/salvage.ts';
import type { UnpackJob, Unpacked } from '../database/backup/unpack.ts';

/** What the worker does. */
export type BackupJob =
  | ({ kind: 'pack' } & PackJob)
  | ({ kind: 'unpack' } & UnpackJob)
  /** Reads the change log of a damaged database, but for the actions that are known. */
  /** All of the college as an open format, and back. */
  | ({ kind: 'export' } & ExportJob)
  | ({ kind: 'import' } & UnpackJob)
  | { kind: 'salvage'; folder: string; scratch: string; known: readonly string[] };

/** What it answers with. */
export interface BackupAnswers {
  pack: BackupHeader;
  unpack: Unpacked;
  salvage: Salvage;
  export: null;
  import: Unpacked;
}

/** What it posts. */
export type BackupMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'answer'; answer: BackupAnswers[BackupJob['kind']] }
  /** `code`: of the backup, or of the system (ENOSPC, SQLITE_FULL …). */
  | { kind: 'failure'; code: string; isBackupError: boolean };

/** A failure of the system while a backup was packed or unpacked; keeps its code. */
export class BackupJobError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`the backup's worker failed: ${code}`);
    this.name = 'BackupJobError';
    this.code = code;
  }
}

/** The way to the worker. */
export interface BackupRunner {
  /** @throws BackupError, BackupJobError */
  run<J extends BackupJob>(job: J, onProgress: Progress): Promise<BackupAnswers[J['kind']]>;
}

/**
 * After its answer a worker closes its database and ends by itself. Stopped earlier, in the midst of native code, it could
 * take the whole program with it.
 */
const ENDS_WITHIN_MS = 5000;

const toError = (message: Extract<BackupMessage, { kind: 'failure' }>): Error =>
  message.isBackupError
    ? new BackupError(message.code as BackupError['code'], 'refused by the worker')
    : new BackupJobError(message.code);

/** Runs each job in a worker of its own, which never outlives it. */
export function createBackupRunner(workerUrl: URL): BackupRunner {
  const run = async (job: BackupJob, onProgress: Progress): Promise<BackupAnswers[BackupJob['kind']]> => {
    const worker = new Worker(workerUrl, { workerData: job, env: {}, execArgv: [] });
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    try {
      return await new Promise((resolve, reject) => {
        worker.on('message', (message: BackupMessage) => {
          if (message.kind === 'progress') onProgress(message.done, message.total);
          else if (message.kind === 'answer') resolve(message.answer);
          else reject(toError(message));
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new BackupJobError('EXIT')));
      });
    } finally {
      await Promise.race([ended, delay(ENDS_WITHIN_MS, undefined, { ref: false })]);
      await worker.terminate();
    }
  };
  return { run: run as BackupRunner['run'] };
}
