import type { Result } from '#shared/contract/errors.ts';
import type { MainEvent } from '#shared/contract/events.ts';

/** What a door found out about who calls, before anything else is looked at: the first gate. */
export type Sender =
  | { kind: 'trusted'; door: 'window' | 'browser' }
  | { kind: 'refused'; code: 'forbidden_sender' | 'missing_key' };

/** What a door needs of the application. Both doors get the same one; features cannot tell them apart. */
export interface Dispatcher {
  /** Answers every call, also a wrong one, with a result; never rejects. */
  dispatch(route: unknown, input: unknown, sender: Sender): Promise<Result<unknown>>;
}

/** Where the application tells what happened. */
export interface EventSource {
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: MainEvent) => void): () => void;
}
