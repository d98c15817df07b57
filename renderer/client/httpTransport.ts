import type { Result } from '#shared/contract/errors.ts';
import type { MainEvent } from '#shared/contract/events.ts';
import { readLines } from './readLines.ts';
import type { ClientEvent, Transport } from './transport.ts';

interface HttpOptions {
  /** Where the door is, without a trailing slash; empty: where the page came from. */
  baseUrl: string;
  key: string;
  /** First and longest wait before the event stream is opened again. */
  retryMilliseconds?: { first: number; longest: number };
}

const RETRY = { first: 300, longest: 5000 };

/** The way over HTTP, for a page in a browser. */
export function createHttpTransport(options: HttpOptions): Transport {
  const headers = { authorization: `Bearer ${options.key}` };
  let stream: Stream | undefined;
  return {
    async call(route, input) {
      // What is asked before main is listened to could change without a word.
      await stream?.opened;
      const response = await fetch(`${options.baseUrl}/api/${route}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Result<unknown>;
    },
    subscribe(listener) {
      const own = followEvents(options, headers, listener);
      stream = own;
      return () => {
        own.stop();
        if (stream === own) stream = undefined;
      };
    },
  };
}

/** One subscription to the events of main. */
interface Stream {
  /** Settles when events are heard, or when it is known that they are not. */
  opened: Promise<null>;
  stop: () => void;
}

/** Keeps one event stream open, opening it again after each break. */
function followEvents(
  options: HttpOptions,
  headers: Record<string, string>,
  listener: (event: ClientEvent) => void,
): Stream {
  const stop = new AbortController();
  const { promise: opened, resolve } = Promise.withResolvers<null>();
  const settle = (): void => resolve(null);
  const retry = options.retryMilliseconds ?? RETRY;
  let wait = retry.first;
  let lost = false;

  const onOpen = (): void => {
    wait = retry.first;
    if (lost) listener({ kind: 'connection_back' });
    lost = false;
    settle();
  };
  const onBreak = (): void => {
    settle();
    if (stop.signal.aborted) return;
    if (!lost) listener({ kind: 'connection_lost' });
    lost = true;
    setTimeout(() => void run(), wait);
    wait = Math.min(wait * 2, retry.longest);
  };
  const run = async (): Promise<void> => {
    try {
      const response = await fetch(`${options.baseUrl}/api/events`, { headers, signal: stop.signal });
      if (response.status === 401 || response.status === 403) {
        settle();
        listener({ kind: 'key_missing' });
        return;
      }
      if (!response.ok || response.body === null) throw new Error('no event stream');
      onOpen();
      await readLines(response.body, (line) => listener(JSON.parse(line) as MainEvent));
      onBreak();
    } catch {
      onBreak();
    }
  };
  void run();
  return { opened, stop: () => stop.abort() };
}
