import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { ArchiveError } from './archiveGuard.ts';
import { readSheets, type WorkbookReading } from './workbookSheets.ts';

/** Entry of a worker thread: gets the bytes of one workbook, answers with its cells or a code, and ends. */
async function answer(): Promise<WorkbookReading> {
  const { bytes } = workerData as { bytes: Uint8Array };
  try {
    return {
      ok: true,
      sheets: await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    };
  } catch (error) {
    return { ok: false, code: error instanceof ArchiveError ? error.code : 'workbook_unreadable' };
  }
}

parentPort?.postMessage(await answer());
