import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ErrorCode, Result } from '#shared/contract/errors.ts';
import { securityHeaders } from '../security/csp.ts';
import { answerStatic } from '../security/staticFiles.ts';
import type { Dispatcher, EventSource, Sender } from './call.ts';
import { createEventStreams, type EventStreams } from './eventStream.ts';
import { MAX_BODY_BYTES, readBody } from './httpBody.ts';
import { allowedAuthorities, authority, isAnyAddress, isOwnOrigin, judgeRequest } from './httpGuard.ts';
import { statusOf } from './httpStatus.ts';

// Not imported: an import reads every name of the module, and with them a whole client that nobody needs (30 ms).
const { createServer } = process.getBuiltinModule('node:http');

/** What the browser's door needs. */
export interface HttpDoorOptions {
  dispatcher: Dispatcher;
  events: EventSource;
  /** Absolute path of the built renderer. */
  rendererFolder: string;
  /** Address to listen on; this machine alone unless told otherwise. */
  host?: string;
  /** 0 picks a free one. */
  port: number;
  /** How long a request may take to arrive in whole. */
  requestTimeoutMs?: number;
  maxBodyBytes?: number;
}

/** An open door. */
export interface HttpDoor {
  port: number;
  /** Random, new at each start. */
  key: string;
  /** What a person opens, with the key. */
  url: string;
  /** Lets requests that are under way finish, ends the event streams, and closes. */
  close(): Promise<void>;
}

interface Context extends Required<Pick<HttpDoorOptions, 'dispatcher' | 'rendererFolder' | 'maxBodyBytes'>> {
  key: string;
  allowed: ReadonlySet<string>;
  streams: EventStreams;
}

const API_HEADERS = { ...securityHeaders, 'Cache-Control': 'no-store' };
const API = '/api/';

const refusal = (code: ErrorCode, message: string): Result<never> => ({
  ok: false,
  error: { code, message },
});

function sendResult(response: ServerResponse, result: Result<unknown>): void {
  const status = statusOf(result);
  response.writeHead(status, {
    ...API_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  });
  response.end(JSON.stringify(result));
}

/**
 * Answers before the body has come in whole. The rest is thrown away as it comes (for as long as a request may take),
 * since closing at once would take the answer from a caller who is still sending.
 */
function refuseEarly(request: IncomingMessage, response: ServerResponse, result: Result<unknown>): void {
  sendResult(response, result);
  request.resume();
}

async function answerCall(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  route: string,
): Promise<void> {
  const sender = judgeRequest(request.headers, context.allowed, context.key);
  // A stranger's body is not read; the application words the refusal, as at every door.
  if (sender.kind === 'refused') {
    refuseEarly(request, response, await context.dispatcher.dispatch(route, undefined, sender));
    return;
  }
  const body = await readBody(request, context.maxBodyBytes);
  if (body === null) return;
  if (body.kind === 'too_large') {
    refuseEarly(request, response, refusal('payload_too_large', `More than ${context.maxBodyBytes} bytes`));
    return;
  }
  if (body.kind === 'malformed') {
    sendResult(response, refusal('bad_input', body.reason));
    return;
  }
  sendResult(response, await context.dispatcher.dispatch(route, body.input, sender));
}

async function answerEvents(context: Context, sender: Sender, response: ServerResponse): Promise<void> {
  if (sender.kind === 'refused') {
    sendResult(response, await context.dispatcher.dispatch('events', undefined, sender));
    return;
  }
  context.streams.add(response, API_HEADERS);
}

function refuseMethod(response: ServerResponse, allow: string): void {
  response.writeHead(405, { ...API_HEADERS, Allow: allow });
  response.end();
}

async function answerApi(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  if (name === 'events') {
    if (request.method !== 'GET') {
      refuseMethod(response, 'GET');
      return;
    }
    return answerEvents(context, judgeRequest(request.headers, context.allowed, context.key), response);
  }
  if (request.method !== 'POST') {
    refuseMethod(response, 'POST');
    return;
  }
  return answerCall(context, request, response, name);
}

async function answerFile(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuseMethod(response, 'GET, HEAD');
    return;
  }
  if (!isOwnOrigin(request.headers, context.allowed)) {
    refuseEarly(request, response, refusal('forbidden_sender', 'Not called by its own name'));
    return;
  }
  const answer = await answerStatic(context.rendererFolder, pathname);
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The path as it came: `URL` would resolve what containment has to judge.
  const pathname = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  if (pathname.startsWith(API)) return answerApi(context, request, response, pathname.slice(API.length));
  return answerFile(context, request, response, pathname);
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
  });
}

/**
 * Opens the browser's door: the page's files, `POST /api/<route>` and `GET /api/events`.
 * @throws the error of `listen` (EADDRINUSE, EACCES, EADDRNOTAVAIL) when the port cannot be had
 */
export async function openHttpDoor(options: HttpDoorOptions): Promise<HttpDoor> {
  const host = options.host ?? '127.0.0.1';
  const requestTimeout = options.requestTimeoutMs ?? 60_000;
  const streams = createEventStreams(options.events);
  const context: Context = {
    dispatcher: options.dispatcher,
    rendererFolder: options.rendererFolder,
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    key: randomBytes(24).toString('base64url'),
    allowed: new Set(),
    streams,
  };
  const server = createServer(
    {
      requestTimeout,
      headersTimeout: Math.min(requestTimeout, 10_000),
      connectionsCheckingInterval: Math.min(requestTimeout, 5_000),
    },
    (request, response) => {
      answer(context, request, response).catch(() => response.destroy());
    },
  );
  const port = await listen(server, options.port, host).catch((error: unknown) => {
    streams.close();
    throw error;
  });
  context.allowed = allowedAuthorities(host, port);
  return {
    port,
    key: context.key,
    url: `http://${authority(isAnyAddress(host) ? '127.0.0.1' : host, port)}/?key=${context.key}`,
    close() {
      streams.close();
      return closeServer(server);
    },
  };
}
