import type { MainEvent } from '#shared/contract/events.ts';
import type { EventSource } from '../router/call.ts';

/** Passes what happened on to every door that listens. */
export class EventBus implements EventSource {
  readonly #listeners = new Set<(event: MainEvent) => void>();

  /** @returns a function that ends the subscription */
  subscribe(listener: (event: MainEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Tells every listener. */
  publish(event: MainEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
