import type { Result } from '#shared/contract/errors.ts';
import type { MainEvent } from '#shared/contract/events.ts';

/** What the page is told: events of main, and what happens to the connection itself. */
export type ClientEvent =
  MainEvent | { kind: 'connection_lost' } | { kind: 'connection_back' } | { kind: 'key_missing' };

/** One way to main. Features cannot tell which one is used. */
export interface Transport {
  /** @throws when nobody answers; every answer, also a refusal, is a result */
  call(route: string, input: unknown): Promise<Result<unknown>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: ClientEvent) => void): () => void;
}

/** What the preload puts on `window.shyng`. */
export interface Bridge {
  call(route: string, input: unknown): Promise<Result<unknown>>;
  onEvent(listener: (event: MainEvent) => void): () => void;
}

declare global {
  interface Window {
    /** There in the desktop app, absent in a browser. */
    shyng?: Bridge;
  }
}

/** The way through the preload of the desktop app. */
export function createBridgeTransport(bridge: Bridge): Transport {
  return {
    call: (route, input) => bridge.call(route, input),
    subscribe: (listener) => bridge.onEvent(listener),
  };
}
