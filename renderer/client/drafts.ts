/*
 * What was typed and is not stored yet. It is kept in IndexedDB, not in localStorage: the latter reaches the disk only
 * seconds later, and the program may be gone by then.
 */
const DATABASE = 'shyng.drafts';
const STORE = 'drafts';
/** Older than this, nobody remembers what it was about. */
const LONGEST_MS = 14 * 86_400_000;

let opened: Promise<IDBDatabase | null> | undefined;

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      // Typing goes on; only the safety net is missing.
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

async function withStore(
  mode: 'readonly' | 'readwrite',
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await open();
  if (database === null) return undefined;
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => resolve(undefined);
      transaction.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

/** Keeps what stands in a field or form now. */
export async function keepDraft(key: string, value: unknown): Promise<void> {
  await withStore('readwrite', (store) => store.put({ value, at: Date.now() }, key));
}

/** Forgets it: it is stored, or given up. */
export async function dropDraft(key: string): Promise<void> {
  await withStore('readwrite', (store) => store.delete(key));
}

/** What an earlier page kept; undefined when there is nothing, or it is weeks old. */
export async function readDraft(key: string): Promise<unknown> {
  const found = await withStore('readonly', (store) => store.get(key));
  if (typeof found !== 'object' || found === null || !('value' in found) || !('at' in found))
    return undefined;
  return typeof found.at === 'number' && Date.now() - found.at < LONGEST_MS ? found.value : undefined;
}
