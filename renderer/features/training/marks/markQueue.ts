import type { CellEntry } from '#shared/domain/training/markBlock.ts';
import type { FailureCode } from '../../../client/callFailure.ts';

/** Cells that were entered in one go and are not acknowledged yet. */
export interface UnsentBatch {
  id: string;
  /** Batches are sent in this order, across reloads of the page too. */
  order: number;
  /** Whether they belong to the sample college or to the college's own database. */
  isSample: boolean;
  sessionId: string;
  schemeId: string;
  cells: readonly CellEntry[];
  state: 'waiting' | 'sending' | 'failed';
  /** Why it failed; null otherwise. */
  failure: FailureCode | null;
}

export type Batches = readonly UnsentBatch[];

/** Key of a cell of the grid. */
export function cellKey(attemptId: string, aspectId: string): string {
  return `${attemptId} ${aspectId}`;
}

const keyOf = (cell: CellEntry): string => cellKey(cell.attemptId, cell.aspectId);

/** Takes cells out of failed batches that a newer value stands for; batches without cells go. */
function supersede(batches: Batches, newer: readonly CellEntry[]): UnsentBatch[] {
  const keys = new Set(newer.map(keyOf));
  return batches.flatMap((batch) => {
    if (batch.state !== 'failed') return [batch];
    const cells = batch.cells.filter((cell) => !keys.has(keyOf(cell)));
    if (cells.length === batch.cells.length) return [batch];
    return cells.length === 0 ? [] : [{ ...batch, cells }];
  });
}

/** Puts a batch at the end of the queue. */
export function enqueue(batches: Batches, batch: UnsentBatch): Batches {
  return [...supersede(batches, batch.cells), batch];
}

/** The batch to send next; undefined while one is on its way, or none waits. */
export function findNext(batches: Batches, isSample: boolean): UnsentBatch | undefined {
  if (batches.some((batch) => batch.state === 'sending')) return undefined;
  return batches.find((batch) => batch.state === 'waiting' && batch.isSample === isSample);
}

/** Notes that a batch is on its way. */
export function markSending(batches: Batches, id: string): Batches {
  return batches.map((batch) => (batch.id === id ? { ...batch, state: 'sending' } : batch));
}

/** Takes a stored batch out. */
export function acknowledge(batches: Batches, id: string): Batches {
  return batches.filter((batch) => batch.id !== id);
}

/** Notes that a batch was refused; cells that have a newer value in a later batch are no longer its business. */
export function fail(batches: Batches, id: string, failure: FailureCode): Batches {
  const at = batches.findIndex((batch) => batch.id === id);
  const failed = batches.map((batch): UnsentBatch =>
    batch.id === id ? { ...batch, state: 'failed', failure } : batch,
  );
  const later = batches.slice(at + 1).flatMap((batch) => batch.cells);
  return [...supersede(failed.slice(0, at + 1), later), ...failed.slice(at + 1)];
}

/** Nobody answers: nothing of what is queued can be sent now. */
export function failAll(batches: Batches, failure: FailureCode): Batches {
  return batches.map((batch) => (batch.state === 'failed' ? batch : { ...batch, state: 'failed', failure }));
}

/** Lines the failed batches up again, in their old places. */
export function retryFailed(batches: Batches): Batches {
  return batches.map((batch) =>
    batch.state === 'failed' ? { ...batch, state: 'waiting', failure: null } : batch,
  );
}

/** Gives up the failed batches. */
export function discardFailed(batches: Batches): Batches {
  return batches.filter((batch) => batch.state !== 'failed');
}

/** How many cells are not stored yet, and how many of them failed. */
export function countUnsent(batches: Batches): { unsent: number; failed: number } {
  let unsent = 0;
  let failed = 0;
  for (const batch of batches) {
    unsent += batch.cells.length;
    if (batch.state === 'failed') failed += batch.cells.length;
  }
  return { unsent, failed };
}
