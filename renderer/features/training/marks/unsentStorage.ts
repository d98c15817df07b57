import type { UnsentBatch } from './markQueue.ts';

/** What is needed of `localStorage`. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'shyng.unsentMarks.';

/** Each batch has a key of its own, so that two open pages do not overwrite each other's. */
const keyOf = (id: string): string => PREFIX + id;

function isBatch(value: unknown): value is UnsentBatch {
  if (typeof value !== 'object' || value === null) return false;
  const batch = value as Partial<Record<keyof UnsentBatch, unknown>>;
  const texts = [batch.id, batch.sessionId, batch.schemeId];
  return (
    texts.every((text) => typeof text === 'string') &&
    typeof batch.order === 'number' &&
    typeof batch.isSample === 'boolean' &&
    Array.isArray(batch.cells)
  );
}

function read(storage: TextStorage, key: string): UnsentBatch | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return isBatch(value) ? { ...value, state: 'waiting', failure: null } : null;
  } catch {
    return null;
  }
}

/** Batches that an earlier page could not send, in their order. */
export function loadUnsent(storage: TextStorage): UnsentBatch[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  return keys
    .filter((key) => key?.startsWith(PREFIX) === true)
    .flatMap((key) => read(storage, key ?? '') ?? [])
    .sort((a, b) => a.order - b.order);
}

/** Keeps a batch until it is acknowledged. A full storage is no reason not to send it. */
export function keepUnsent(storage: TextStorage, batch: UnsentBatch): void {
  try {
    storage.setItem(keyOf(batch.id), JSON.stringify(batch));
  } catch {
    // Sending goes on; only the safety net is missing.
  }
}

/** Forgets a batch that is stored or given up. */
export function forgetUnsent(storage: TextStorage, id: string): void {
  storage.removeItem(keyOf(id));
}
