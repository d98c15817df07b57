import { Worker } from 'node:worker_threads';
import type { JobAnswers, SelectionJob } from '#shared/domain/selection/jobs.ts';
import type { SelectionMessage } from './selectionWorker.ts';

/** Why a job has no answer. */
export type SelectionFailure = 'solver_cancelled' | 'solver_too_long' | 'solver_failed';

/** A job that ended without an answer. */
export class SelectionJobError extends Error {
  readonly failure: SelectionFailure;

  constructor(failure: SelectionFailure, options?: ErrorOptions) {
    super(failure, options);
    this.name = 'SelectionJobError';
    this.failure = failure;
  }
}

export interface SelectionSolverOptions {
  /** `selectionWorker.ts` beside this file, or its bundle: only the caller knows which it runs from. */
  workerUrl: URL;
  /** How long the solver may go without telling of a step. */
  stepLimitMs?: number;
  memoryLimitMb?: number;
}

export interface SelectionTask {
  /** Chosen by who asks; {@link SelectionSolver.cancel} knows the task by it. */
  id: string;
  onStep?: (done: number, total: number | null) => void;
}

export interface SelectionSolver {
  /** Does a job in a worker of its own. @throws SelectionJobError */
  run<J extends SelectionJob>(job: J, task: SelectionTask): Promise<SolverAnswer<J['kind']>>;
  /** Ends a task; it then throws `solver_cancelled`. @returns false when there is none of this name */
  cancel(taskId: string): boolean;
}

/** The answer of a job and who gave it. */
export interface SolverAnswer<K extends SelectionJob['kind']> {
  answer: JobAnswers[K];
  /** Name and version of the solver. */
  solver: string;
}

const DEFAULT_STEP_LIMIT_MS = 10 * 60_000;
const DEFAULT_MEMORY_LIMIT_MB = 1024;
/** Steps are told at most this often. */
const STEP_EVERY_MS = 100;

interface Running {
  stop(failure: SelectionFailure): void;
}

function listen(
  worker: Worker,
  task: Pick<SelectionTask, 'onStep'> & { onAlive: () => void },
  end: { resolve: (message: SolverAnswer<SelectionJob['kind']>) => void; reject: (error: Error) => void },
): void {
  let told = 0;
  worker.on('message', (message: SelectionMessage) => {
    if (message.kind === 'answer') {
      end.resolve({ answer: message.answer, solver: message.solver });
      return;
    }
    task.onAlive();
    const now = performance.now();
    if (now - told < STEP_EVERY_MS) return;
    told = now;
    task.onStep?.(message.done, message.total);
  });
  worker.once('error', (cause) => end.reject(new SelectionJobError('solver_failed', { cause })));
  worker.once('exit', () => end.reject(new SelectionJobError('solver_failed')));
}

/** Makes the way to the solver: each job in a worker of its own, with bounded time and memory, and never left running. */
export function createSelectionSolver(options: SelectionSolverOptions): SelectionSolver {
  const { workerUrl, stepLimitMs = DEFAULT_STEP_LIMIT_MS, memoryLimitMb = DEFAULT_MEMORY_LIMIT_MB } = options;
  const tasks = new Map<string, Running>();

  async function run(job: SelectionJob, task: SelectionTask): Promise<SolverAnswer<SelectionJob['kind']>> {
    tasks.get(task.id)?.stop('solver_cancelled');
    const worker = new Worker(workerUrl, {
      workerData: { job },
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb, maxYoungGenerationSizeMb: 64 },
    });
    let timer: NodeJS.Timeout | undefined;
    let own: Running | undefined;
    try {
      return await new Promise((resolve, reject) => {
        own = { stop: (failure) => reject(new SelectionJobError(failure)) };
        tasks.set(task.id, own);
        timer = setTimeout(() => own?.stop('solver_too_long'), stepLimitMs);
        listen(worker, { ...task, onAlive: () => timer?.refresh() }, { resolve, reject });
      });
    } finally {
      clearTimeout(timer);
      if (tasks.get(task.id) === own) tasks.delete(task.id);
      await worker.terminate();
    }
  }

  return {
    run,
    cancel(taskId) {
      const task = tasks.get(taskId);
      task?.stop('solver_cancelled');
      return task !== undefined;
    },
  };
}
