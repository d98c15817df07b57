import { parentPort, workerData } from 'node:worker_threads';
import { BackupError } from '../database/backup/header.ts';
import { packBackup } from '../database/backup/pack.ts';
import { salvageLog } from '../database/backup/salvage.ts';
import { unpackBackup } from '../database/backup/unpack.ts';
import { exportCollege } from '../database/openFormat/exportCollege.ts';
import { importCollege } from '../database/openFormat/importCollege.ts';
import type { BackupAnswers, BackupJob, BackupMessage } from './runBackup.ts';

/** Progress is told at most this often. */
const TELL_EVERY_MS = 100;

let told = 0;
const onProgress = (done: number, total: number): void => {
  const now = performance.now();
  if (now - told < TELL_EVERY_MS) return;
  told = now;
  parentPort?.postMessage({ kind: 'progress', done, total } satisfies BackupMessage);
};

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

async function answerOf(job: BackupJob): Promise<BackupAnswers[BackupJob['kind']]> {
  switch (job.kind) {
    case 'pack':
      return packBackup(job, onProgress);
    case 'unpack':
      return unpackBackup(job, onProgress);
    case 'export':
      exportCollege(job, onProgress);
      return null;
    case 'import':
      return importCollege(job, onProgress);
    case 'salvage':
      return salvageLog(job.folder, job.scratch, job.known);
  }
}

/** Entry of a worker thread: packs or unpacks one backup, tells how far it is, answers, and ends. */
async function work(job: BackupJob): Promise<BackupMessage> {
  try {
    return { kind: 'answer', answer: await answerOf(job) };
  } catch (error) {
    const code = error instanceof BackupError ? error.code : systemCode(error);
    return { kind: 'failure', code, isBackupError: error instanceof BackupError };
  }
}

parentPort?.postMessage(await work(workerData as BackupJob));
