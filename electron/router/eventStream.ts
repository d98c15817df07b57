import type { ServerResponse } from 'node:http';
import type { EventSource } from './call.ts';

/** Pages that may listen at once, and how much may wait for one that does not read. */
const MAX_STREAMS = 64;
const MAX_WAITING_BYTES = 1024 * 1024;
/** An empty line now and then shows a page that its stream still lives. */
const HEARTBEAT_MS = 20_000;

/** Streams of events to browsers: one JSON object a line; empty lines are to be skipped. */
export interface EventStreams {
  /** Starts a stream; when too many are open, the oldest one ends. */
  add(response: ServerResponse, headers: Record<string, string>): void;
  close(): void;
}

/** Sends what happens in the application to every stream that was added. */
export function createEventStreams(events: EventSource): EventStreams {
  const open = new Set<ServerResponse>();
  const send = (line: string) => {
    for (const response of open) {
      if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
      else response.write(line);
    }
  };
  const heartbeat = setInterval(() => send('\n'), HEARTBEAT_MS).unref();
  const unsubscribe = events.subscribe((event) => send(`${JSON.stringify(event)}\n`));
  return {
    add(response, headers) {
      if (open.size >= MAX_STREAMS) open.values().next().value?.end();
      response.writeHead(200, { ...headers, 'Content-Type': 'application/x-ndjson; charset=utf-8' });
      response.on('close', () => open.delete(response));
      open.add(response);
      // The first byte tells the page that from now on it misses nothing.
      response.write('\n');
    },
    close() {
      clearInterval(heartbeat);
      unsubscribe();
      for (const response of open) response.end();
    },
  };
}
