import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { SelectionJob } from '#shared/domain/selection/jobs.ts';
import { createSelectionSolver } from '../../../../electron/workers/runSelection.ts';
import { makeInputs } from '../../../bench/selection.ts';
import { makeDataFolder } from '../../../helpers/application.ts';

const workerUrl = new URL('../../../../electron/workers/selectionWorker.ts', import.meta.url);
const job: SelectionJob = { kind: 'solve', inputs: { ...makeInputs(30, 4), rules: [] } };

test('a job is answered, with the version of the solver, and tells its steps', async () => {
  const steps: (number | null)[] = [];
  const { answer, solver } = await createSelectionSolver({ workerUrl }).run(job, {
    id: 'one',
    onStep: (done) => steps.push(done),
  });
  expect(answer).toMatchObject({ outcome: { kind: 'chosen' } });
  expect(solver).toMatch(/^HiGHS \d/);
  expect(steps[0]).toBe(1);
});

test('a cancelled job ends without an answer, and only that one', async () => {
  const solver = createSelectionSolver({ workerUrl });
  const one = solver.run({ ...job, inputs: makeInputs(500, 60) }, { id: 'one' });
  const other = solver.run(job, { id: 'other' });
  expect(solver.cancel('one')).toBe(true);
  await expect(one).rejects.toMatchObject({ failure: 'solver_cancelled' });
  await expect(other).resolves.toMatchObject({ answer: { outcome: { kind: 'chosen' } } });
  expect(solver.cancel('one')).toBe(false);
});

/** A worker that goes on for long but tells of its steps, or that tells of none. */
async function workerThat(doesStep: boolean): Promise<URL> {
  const file = join(makeDataFolder(), 'worker.mjs');
  await writeFile(
    file,
    `import { parentPort } from 'node:worker_threads';
let done = 0;
setInterval(() => {
  done += 1;
  if (done < 30) ${doesStep ? "parentPort.postMessage({ kind: 'step', done, total: null })" : 'return'};
  else parentPort.postMessage({ kind: 'answer', answer: done, solver: 'test' });
}, 100);
`,
  );
  return pathToFileURL(file);
}

test('a long job goes on while it tells of its steps; one that has gone silent is ended', async () => {
  const run = async (doesStep: boolean) =>
    createSelectionSolver({ workerUrl: await workerThat(doesStep), stepLimitMs: 2000 }).run(job, { id: 't' });
  const [long, silent] = await Promise.allSettled([run(true), run(false)]);
  expect(long).toMatchObject({ status: 'fulfilled', value: { answer: 30 } });
  expect(silent).toMatchObject({ status: 'rejected', reason: { failure: 'solver_too_long' } });
});
