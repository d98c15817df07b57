import { Worker } from 'node:worker_threads';
import type { IntervalLevel } from '#shared/domain/methods/conformal.ts';
import type { Forecast, ForecastRefusal } from '#shared/domain/methods/forecast.ts';

/** What the worker computes: one record a student, results in percent, oldest first. */
export interface ForecastTask {
  records: number[][];
  ahead: number[];
  level: IntervalLevel;
}

/** What the worker tells. */
export type ForecastMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; forecasts: (Forecast | ForecastRefusal)[] };

/** How a computation ended. */
export type ForecastOutcome =
  { kind: 'done'; forecasts: (Forecast | ForecastRefusal)[] } | { kind: 'cancelled' } | { kind: 'failed' };

/** Who waits for a computation, and where it tells how far it is. */
export interface ForecastRun {
  id: string;
  onProgress: (done: number, total: number) => void;
}

export interface ForecastComputer {
  /** Forecasts a squad aside; never rejects. */
  compute(task: ForecastTask, run: ForecastRun): Promise<ForecastOutcome>;
  /** Ends a computation at once; does nothing when there is none with this id. */
  cancel(id: string): void;
}

/** Two hundred students take a few seconds; longer means something is wrong. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 256;

/** Makes a computer of forecasts whose work runs in worker threads and can be ended. @param workerUrl its entry */
export function createForecastComputer(workerUrl: URL): ForecastComputer {
  const running = new Map<string, () => void>();
  return {
    compute: (task, run) => computeAside({ workerUrl, running }, task, run),
    cancel: (id) => running.get(id)?.(),
  };
}

async function computeAside(
  tools: { workerUrl: URL; running: Map<string, () => void> },
  task: ForecastTask,
  run: ForecastRun,
): Promise<ForecastOutcome> {
  const worker = new Worker(tools.workerUrl, {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ForecastOutcome>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'failed' }), TIME_LIMIT_MS);
      tools.running.set(run.id, () => resolve({ kind: 'cancelled' }));
      worker.on('message', (message: ForecastMessage) => {
        if (message.kind === 'done') resolve(message);
        else run.onProgress(message.done, message.total);
      });
      worker.once('error', () => resolve({ kind: 'failed' }));
      worker.once('exit', () => resolve({ kind: 'failed' }));
    });
  } finally {
    clearTimeout(timer);
    tools.running.delete(run.id);
    await worker.terminate();
  }
}
