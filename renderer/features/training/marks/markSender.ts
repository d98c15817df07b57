import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CellEntry } from '#shared/domain/training/markBlock.ts';
import { CallFailure } from '../../../client/callFailure.ts';
import type { FailureCode } from '../../../client/callFailure.ts';
import {
  acknowledge,
  cellKey,
  discardFailed,
  enqueue,
  fail,
  failAll,
  findNext,
  markSending,
  retryFailed,
} from './markQueue.ts';
import type { Batches, UnsentBatch } from './markQueue.ts';
import { forgetUnsent, keepUnsent, loadUnsent } from './unsentStorage.ts';
import type { TextStorage } from './unsentStorage.ts';

type Stored = RouteOutput<'training.setMarks'>;

/** A batch that was stored, and what main answered. */
export interface Acknowledged {
  /** Counts up from 1. */
  sequence: number;
  batch: UnsentBatch;
  answer: Stored;
}

/** What screens see of the sending. */
export interface SenderState {
  batches: Batches;
  /** Cells stored since the page was opened. */
  storedCount: number;
  /** Cells stored a moment ago, with the sequence of their acknowledgement: they show it for a while. */
  fresh: ReadonlyMap<string, number>;
}

/** What the sender works with. */
export interface SenderTools {
  send: (cells: readonly CellEntry[]) => Promise<Stored>;
  storage: TextStorage;
  newId: () => string;
  onStored: (stored: Acknowledged) => void;
}

/** With these, the next batch would not fare better. */
const NOBODY_THERE: ReadonlySet<FailureCode> = new Set(['unreachable', 'missing_key', 'forbidden_sender']);
/** Answers that a fetch on its way may have missed. */
const REMEMBERED = 300;

function codeOf(error: unknown): FailureCode {
  return error instanceof CallFailure ? error.code : 'internal';
}

/**
 * Sends what is entered in the grid, one batch after the other in the order it was entered, and keeps what is not
 * acknowledged in the page's storage. Nothing waits for a clock: a batch leaves when the one before is answered.
 */
export class MarkSender {
  readonly store: StoreApi<SenderState>;
  readonly #tools: SenderTools;
  #isSample: boolean;
  #sequence = 0;
  #acknowledged: Acknowledged[] = [];

  constructor(tools: SenderTools, isSample: boolean) {
    this.#tools = tools;
    this.#isSample = isSample;
    this.store = createStore<SenderState>()(() => ({
      batches: loadUnsent(tools.storage),
      storedCount: 0,
      fresh: new Map(),
    }));
    this.#sendNext();
  }

  /** Sequence of the last acknowledgement. */
  get sequence(): number {
    return this.#sequence;
  }

  /** What was acknowledged after a sequence: an answer asked for before may not hold it. */
  since(sequence: number): readonly Acknowledged[] {
    return this.#acknowledged.filter((one) => one.sequence > sequence);
  }

  /** Stores cells as one action of the history. */
  add(place: { sessionId: string; schemeId: string }, cells: readonly CellEntry[]): void {
    const { batches } = this.store.getState();
    const order = batches.reduce((highest, batch) => Math.max(highest, batch.order), 0) + 1;
    const batch: UnsentBatch = {
      id: this.#tools.newId(),
      order,
      isSample: this.#isSample,
      ...place,
      cells,
      state: 'waiting',
      failure: null,
    };
    keepUnsent(this.#tools.storage, batch);
    this.#setBatches(enqueue(batches, batch));
    this.#sendNext();
  }

  /** Tries what failed once more. */
  retry(): void {
    this.#setBatches(retryFailed(this.store.getState().batches));
    this.#sendNext();
  }

  /** Gives up what failed; the cells show what is stored. */
  discard(): void {
    this.#setBatches(discardFailed(this.store.getState().batches));
  }

  /** Another database is open: what is queued for the other one waits for it, or goes with a sample that is gone. */
  switchDatabase(isSample: boolean): void {
    this.#isSample = isSample;
    const { batches } = this.store.getState();
    if (!isSample) this.#setBatches(batches.filter((batch) => !batch.isSample));
    this.#sendNext();
  }

  /** The cells of an acknowledgement, and of those before it, have shown for long enough that they are stored. */
  settle(sequence: number): void {
    const { fresh } = this.store.getState();
    const left = [...fresh].filter(([, stored]) => stored > sequence);
    if (left.length < fresh.size) this.store.setState({ fresh: new Map(left) });
  }

  #setBatches(batches: Batches): void {
    const kept = new Map(batches.map((batch) => [batch.id, batch]));
    for (const before of this.store.getState().batches) {
      const after = kept.get(before.id);
      if (after === undefined) forgetUnsent(this.#tools.storage, before.id);
      // Cells that a newer value stands for must not come back after a reload.
      else if (after.cells !== before.cells) keepUnsent(this.#tools.storage, after);
    }
    this.store.setState({ batches });
  }

  #sendNext(): void {
    const next = findNext(this.store.getState().batches, this.#isSample);
    if (next === undefined) return;
    this.#setBatches(markSending(this.store.getState().batches, next.id));
    void this.#deliver(next);
  }

  async #deliver(batch: UnsentBatch): Promise<void> {
    try {
      this.#noteStored(batch, await this.#tools.send(batch.cells));
    } catch (error) {
      const code = codeOf(error);
      const { batches } = this.store.getState();
      this.#setBatches(NOBODY_THERE.has(code) ? failAll(batches, code) : fail(batches, batch.id, code));
    }
    this.#sendNext();
  }

  #noteStored(batch: UnsentBatch, answer: Stored): void {
    this.#sequence += 1;
    const stored = { sequence: this.#sequence, batch, answer };
    this.#acknowledged = [...this.#acknowledged, stored].slice(-REMEMBERED);
    // First the answer, then the end of waiting: the cells never show an old value in between.
    this.#tools.onStored(stored);
    const fresh = new Map(this.store.getState().fresh);
    for (const cell of batch.cells) fresh.set(cellKey(cell.attemptId, cell.aspectId), stored.sequence);
    this.store.setState((state) => ({ storedCount: state.storedCount + batch.cells.length, fresh }));
    this.#setBatches(acknowledge(this.store.getState().batches, batch.id));
  }
}
