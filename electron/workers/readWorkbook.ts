import { Worker } from 'node:worker_threads';
import { MAX_ARCHIVE_BYTES } from './archiveGuard.ts';
import type { WorkbookReading } from './workbookSheets.ts';

export interface WorkbookReaderOptions {
  /** `workbookWorker.ts` beside this file, or its bundle: only the caller knows which it runs from. */
  workerUrl: URL;
  /** A real workbook takes a tenth of a second. */
  timeLimitMs?: number;
  memoryLimitMb?: number;
}

export interface WorkbookReader {
  /** Reads one workbook; never rejects. Several are read one after the other, so that memory stays bounded. */
  read(bytes: Uint8Array): Promise<WorkbookReading>;
}

const DEFAULT_TIME_LIMIT_MS = 20_000;
const DEFAULT_MEMORY_LIMIT_MB = 384;

function toReading(error: unknown): WorkbookReading {
  const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return { ok: false, code: isTooMuch ? 'workbook_too_large' : 'workbook_unreadable' };
}

/** Runs one worker to its first answer, its end, or the time limit, and never leaves it running. */
async function runWorker(
  bytes: Uint8Array,
  options: Required<WorkbookReaderOptions>,
): Promise<WorkbookReading> {
  // A copy that the worker owns: the caller's bytes stay usable. (`slice` of a Buffer would be no copy.)
  const copy = Uint8Array.from(bytes);
  const worker = new Worker(options.workerUrl, {
    workerData: { bytes: copy },
    transferList: [copy.buffer],
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb, maxYoungGenerationSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<WorkbookReading>((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, code: 'workbook_too_large' }), options.timeLimitMs);
      worker.once('message', (reading: WorkbookReading) => resolve(reading));
      worker.once('error', (error) => resolve(toReading(error)));
      worker.once('exit', () => resolve({ ok: false, code: 'workbook_unreadable' }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Makes a reader of workbooks that came from outside: each is read in a worker with bounded time and memory. */
export function createWorkbookReader(options: WorkbookReaderOptions): WorkbookReader {
  const limits = {
    timeLimitMs: DEFAULT_TIME_LIMIT_MS,
    memoryLimitMb: DEFAULT_MEMORY_LIMIT_MB,
    ...options,
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    async read(bytes) {
      if (bytes.length === 0) {
        return { ok: false, code: 'not_a_workbook' };
      }
      if (bytes.length > MAX_ARCHIVE_BYTES) {
        return { ok: false, code: 'workbook_too_large' };
      }
      const reading = last.then(() => runWorker(bytes, limits)).catch(toReading);
      last = reading;
      return reading;
    },
  };
}
