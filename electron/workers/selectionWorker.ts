import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { runJob, type JobAnswer, type SelectionJob } from '#shared/domain/selection/jobs.ts';
import { createHighsSolver } from './highsSolver.ts';

/** What the worker tells: how far it is, and in the end the answer with the version of the solver. */
export type SelectionMessage =
  | { kind: 'step'; done: number; total: number | null }
  | { kind: 'answer'; answer: JobAnswer; solver: string };

const post = (message: SelectionMessage): void => parentPort?.postMessage(message);

/** Entry of a worker thread: does one job and ends. What is thrown ends the worker with an error. */
async function work(): Promise<void> {
  const { job } = workerData as { job: SelectionJob };
  const highs = await loadHighs();
  const solve = createHighsSolver(highs);
  const answer = runJob(job, solve, (done, total) => post({ kind: 'step', done, total }));
  post({ kind: 'answer', answer, solver: `HiGHS ${highs.version.string}` });
}

await work();
