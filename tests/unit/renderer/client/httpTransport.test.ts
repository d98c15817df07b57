import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { CallFailure } from '../../../../renderer/client/callFailure.ts';
import { createClient } from '../../../../renderer/client/client.ts';
import { createHttpTransport } from '../../../../renderer/client/httpTransport.ts';
import type { ClientEvent } from '../../../../renderer/client/transport.ts';

let server: Server | undefined;

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const made = createServer(handle);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const retryMilliseconds = { first: 5, longest: 10 };

/** Collects events until there are so many. */
function collect(baseUrl: string, count: number): Promise<ClientEvent[]> {
  return new Promise((resolve) => {
    const events: ClientEvent[] = [];
    const stop = createHttpTransport({ baseUrl, key: 'k', retryMilliseconds }).subscribe((event) => {
      events.push(event);
      if (events.length < count) return;
      stop();
      resolve(events);
    });
  });
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

it('sends route, key and input, and gives the data of the answer', async () => {
  const seen: unknown[] = [];
  const baseUrl = await listen((request, response) => {
    void bodyOf(request).then((body) => {
      seen.push(request.method, request.url, request.headers.authorization, JSON.parse(body));
      response.end(JSON.stringify({ ok: true, data: { people: [] } }));
    });
  });
  const client = createClient(createHttpTransport({ baseUrl, key: 'secret' }));
  expect(await client.call('people.search', { text: 'Әсел' })).toEqual({ people: [] });
  expect(seen).toEqual(['POST', '/api/people.search', 'Bearer secret', { text: 'Әсел' }]);
});

it('throws the code and the data of a refusal', async () => {
  const baseUrl = await listen((_request, response) => {
    response.statusCode = 409;
    response.end(JSON.stringify({ ok: false, error: { code: 'in_use', message: 'x', data: { count: 2 } } }));
  });
  const client = createClient(createHttpTransport({ baseUrl, key: 'k' }));
  const failure = await client.call('schemes.remove', { id: 'x' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CallFailure);
  expect(failure).toMatchObject({ code: 'in_use', data: { count: 2 } });
});

it('says unreachable when nobody answers', async () => {
  const baseUrl = await listen((request) => request.destroy());
  const client = createClient(createHttpTransport({ baseUrl, key: 'k' }));
  await expect(client.call('app.getStatus', {})).rejects.toMatchObject({ code: 'unreachable' });
});

it('reads events line by line, also when a letter is cut between two pieces', async () => {
  const line = Buffer.from(`${JSON.stringify({ kind: 'changed', entities: ['ә'] })}\n`);
  const cut = line.indexOf(Buffer.from('ә')) + 1;
  const baseUrl = await listen((_request, response) => {
    response.write('\n');
    response.write(line.subarray(0, cut));
    setImmediate(() => {
      response.write(line.subarray(cut));
      response.write('{"kind":"preferences_changed"}\n');
    });
  });
  expect(await collect(baseUrl, 2)).toEqual([
    { kind: 'changed', entities: ['ә'] },
    { kind: 'preferences_changed' },
  ]);
});

it('opens the stream again after a break and tells both', async () => {
  let openings = 0;
  const baseUrl = await listen((_request, response) => {
    openings += 1;
    response.write('\n');
    if (openings === 1) setImmediate(() => response.destroy());
    else response.write('{"kind":"preferences_changed"}\n');
  });
  expect((await collect(baseUrl, 3)).map(({ kind }) => kind)).toEqual([
    'connection_lost',
    'connection_back',
    'preferences_changed',
  ]);
});

it('does not try again without the right key', async () => {
  const baseUrl = await listen((_request, response) => {
    response.statusCode = 401;
    response.end();
  });
  expect(await collect(baseUrl, 1)).toEqual([{ kind: 'key_missing' }]);
});

it('opens one stream for many listeners and ends it with the last', () => {
  let open = 0;
  const client = createClient({
    call: () => Promise.reject(new Error('not called')),
    subscribe: () => {
      open += 1;
      return () => (open -= 1);
    },
  });
  const endFirst = client.subscribe(() => undefined);
  const endSecond = client.subscribe(() => undefined);
  expect(open).toBe(1);
  endFirst();
  expect(open).toBe(1);
  endSecond();
  expect(open).toBe(0);
});

it('asks only when events are heard, so that no change is missed in between', async () => {
  const seen: string[] = [];
  const baseUrl = await listen((request, response) => {
    if (request.url === '/api/events') {
      setImmediate(() => {
        seen.push('stream is open');
        response.write('\n');
      });
      return;
    }
    seen.push(request.url ?? '');
    response.end(JSON.stringify({ ok: true, data: {} }));
  });
  const client = createClient(createHttpTransport({ baseUrl, key: 'k', retryMilliseconds }));
  const stop = client.subscribe(() => undefined);
  await client.call('people.listStudents', {});
  expect(seen).toEqual(['stream is open', '/api/people.listStudents']);
  stop();
});
