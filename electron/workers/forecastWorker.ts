import { parentPort, workerData } from 'node:worker_threads';
import { forecastSquad } from '#shared/domain/methods/forecast.ts';
import type { ForecastMessage, ForecastTask } from './computeForecasts.ts';

/** Entry of a worker thread: forecasts a squad student by student, telling how far it is. */
function run(): void {
  const task = workerData as ForecastTask;
  const tell = (message: ForecastMessage): void => parentPort?.postMessage(message);
  const total = task.records.length;
  const forecasts = forecastSquad(task.records, task, (done) => tell({ kind: 'progress', done, total }));
  tell({ kind: 'done', forecasts });
}

run();
