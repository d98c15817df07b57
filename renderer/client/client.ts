import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/registry.ts';
import { takeAccessKey } from './accessKey.ts';
import { CallFailure } from './callFailure.ts';
import { createHttpTransport } from './httpTransport.ts';
import { createBridgeTransport } from './transport.ts';
import type { ClientEvent, Transport } from './transport.ts';

/** What screens reach main through. */
export interface Client {
  /** @throws CallFailure with the code of the refusal, or `unreachable` */
  call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: ClientEvent) => void): () => void;
}

/** Gives one subscription of the transport to many listeners; it is opened with the first of them. */
function shareEvents(transport: Transport): Client['subscribe'] {
  const listeners = new Set<(event: ClientEvent) => void>();
  let end: (() => void) | null = null;
  const tellAll = (event: ClientEvent): void => listeners.forEach((listener) => listener(event));
  return (listener) => {
    listeners.add(listener);
    end ??= transport.subscribe(tellAll);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      end?.();
      end = null;
    };
  };
}

/** A typed client over any transport. */
export function createClient(transport: Transport): Client {
  return {
    subscribe: shareEvents(transport),
    async call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
      const result = await transport.call(route, input).catch((cause: unknown) => {
        throw new CallFailure('unreachable', `${route} was not answered: ${String(cause)}`);
      });
      if (!result.ok) throw new CallFailure(result.error.code, result.error.message, result.error.data);
      // Main parses what it answers with against the same schema.
      return result.data as RouteOutput<R>;
    },
  };
}

/** The client of this page: through the preload where there is one, over HTTP otherwise. */
export function createPageClient(page: Window): Client {
  const transport = page.shyng
    ? createBridgeTransport(page.shyng)
    : createHttpTransport({ baseUrl: '', key: takeAccessKey(page) });
  return createClient(transport);
}
