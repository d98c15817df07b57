import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { CallFailure } from './callFailure.ts';

/** What the indicator in the shell says about writing. UI state only: the values live in the database. */
export interface SaveState {
  /** Commands that were sent and not answered yet. */
  pending: number;
  /** When the last command was acknowledged, milliseconds since 1970; null before the first one. */
  savedAt: number | null;
  /** Why the last command was refused; null when it was stored. */
  failure: CallFailure | null;
}

const initial: SaveState = { pending: 0, savedAt: null, failure: null };

/** The one store of {@link SaveState}; commands feed it by themselves. */
export const saveStore = createStore<SaveState>()(() => initial);

/** Follows a write, so that the shell can show that it is stored or that it failed. */
export async function followSave<T>(write: Promise<T>): Promise<T> {
  saveStore.setState((state) => ({ pending: state.pending + 1 }));
  try {
    const answer = await write;
    saveStore.setState((state) => ({ pending: state.pending - 1, savedAt: Date.now(), failure: null }));
    return answer;
  } catch (error) {
    saveStore.setState((state) => ({ pending: state.pending - 1, failure: error as CallFailure }));
    throw error;
  }
}

/** State of writing, for the shell. */
export function useSaveState(): SaveState {
  return useStore(saveStore);
}
