import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/contract/errors.ts';
import type { MainEvent } from '#shared/contract/events.ts';
import { openHttpDoor, type HttpDoor, type HttpDoorOptions } from '../../../electron/router/httpDoor.ts';
import { createTinyApplication, type TinyApplication } from '../../helpers/tinyApplication.ts';
import { ask, readLines, speak, type Ask, type Answer } from './httpClient.ts';

let base: string;
let application: TinyApplication;
let door: HttpDoor;

async function open(options: Partial<HttpDoorOptions> = {}): Promise<HttpDoor> {
  return openHttpDoor({
    dispatcher: application,
    events: application.events,
    rendererFolder: join(base, 'renderer'),
    port: 0,
    ...options,
  });
}

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'shyng-door-'));
  mkdirSync(join(base, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(base, 'renderer', 'index.html'), '<!doctype html><title>Shyng</title>');
  writeFileSync(join(base, 'renderer', 'assets', 'index-AbCdEf12.js'), 'export {};');
  writeFileSync(join(base, 'secret.txt'), 'secret');
  application = createTinyApplication();
  door = await open();
});

afterEach(async () => {
  await door.close();
  rmSync(base, { recursive: true, force: true });
});

const withKey = () => ({ Authorization: `Bearer ${door.key}` });

const post = (route: string, more: Partial<Ask> = {}): Promise<Answer> =>
  ask(door.port, { method: 'POST', path: `/api/${route}`, headers: withKey(), body: '{}', ...more });

const codeOf = (answer: Answer): string => {
  const result = JSON.parse(answer.text) as Result<unknown>;
  return result.ok ? 'ok' : result.error.code;
};

describe('a call', () => {
  it('comes through with the key, and is answered with the envelope', async () => {
    const body = JSON.stringify({ text: 'Әсел', limit: 5 });
    const answer = await post('people.search', { body });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, data: { text: 'Әсел' } });
    expect(application.calls[0]?.sender).toEqual({ kind: 'trusted', door: 'browser' });
  });

  it('needs no body where the input is empty', async () => {
    expect(codeOf(await post('app.getStatus', { body: '' }))).toBe('ok');
  });

  it.each([
    ['no.such', '{}', 404, 'unknown_route'],
    ['toString', '{}', 404, 'unknown_route'],
    ['__proto__', '{}', 404, 'unknown_route'],
    ['../app.getStatus', '{}', 404, 'unknown_route'],
    ['app.getStatus', '{"more":1}', 400, 'bad_input'],
    ['app.getStatus', 'text', 400, 'bad_input'],
    ['app.getStatus', '{"__proto__":{"a":1}}', 400, 'bad_input'],
    ['app.getStatus', '['.repeat(1_000_000), 400, 'bad_input'],
    ['people.removeStudent', '{"id":"018f3f3e-0000-7000-8000-000000000000"}', 500, 'internal'],
  ])('of %s with %.30s is answered with %d %s', async (route, body, status, code) => {
    const answer = await post(route, { body });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });
});

describe('a stranger', () => {
  it.each([
    ['no key', {}],
    ['a wrong key', { Authorization: 'Bearer wrong' }],
    ['another scheme', { Authorization: 'Basic wrong' }],
    ['an empty key', { Authorization: 'Bearer ' }],
  ])('with %s is refused, and the body is not looked at', async (_name, headers) => {
    const answer = await post('app.getStatus', { headers });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'missing_key']);
    expect(application.calls[0]).toMatchObject({ input: undefined, sender: { kind: 'refused' } });
  });

  it('who heard the key of an earlier start and says it again is refused', async () => {
    const former = withKey();
    expect((await post('app.getStatus', { headers: former })).status).toBe(200);
    await door.close();
    door = await open();
    const answer = await post('app.getStatus', { headers: former });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'missing_key']);
    expect((await ask(door.port, { path: '/api/events', headers: former })).status).toBe(401);
    expect((await post('app.getStatus')).status).toBe(200);
  });

  it('does not get in with the key in the address or in a cookie', async () => {
    const path = `/api/app.getStatus?key=${door.key}`;
    const answer = await post('app.getStatus', { path, headers: { Cookie: `key=${door.key}` } });
    expect(answer.status).toBe(401);
  });

  it.each(['evil.example', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example:80', '127.0.0.1:x'])(
    'who calls us %s is refused even with the key',
    async (host) => {
      const answer = await post('app.getStatus', { headers: { ...withKey(), Host: host } });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden_sender']);
      const file = await ask(door.port, { path: '/', headers: { Host: host } });
      expect(file.status).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'app://shyng'])(
    'on a page of %s is refused even with the key',
    async (origin) => {
      const answer = await post('app.getStatus', { headers: { ...withKey(), Origin: origin } });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden_sender']);
    },
  );

  it('gets no permission to call from another origin', async () => {
    const headers = { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' };
    const answer = await ask(door.port, { method: 'OPTIONS', path: '/api/app.getStatus', headers });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('cannot call with %s', async (method) => {
    const answer = await ask(door.port, { method, path: '/api/app.getStatus', headers: withKey() });
    expect(answer.status).toBe(405);
    expect(application.calls).toEqual([]);
  });
});

it('lets our own page in under both of its names', async () => {
  for (const name of ['127.0.0.1', 'localhost']) {
    const host = `${name}:${door.port}`;
    const headers = { ...withKey(), Host: host, Origin: `http://${host}` };
    expect((await post('app.getStatus', { headers })).status).toBe(200);
  }
});

describe('a body', () => {
  it('that says it is too large is refused at once', async () => {
    await door.close();
    door = await open({ maxBodyBytes: 1000 });
    const answer = await post('app.getStatus', { body: ' '.repeat(1001) });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'payload_too_large']);
    expect(application.calls).toEqual([]);
  });

  it('that turns out too large is refused while it comes', async () => {
    await door.close();
    door = await open({ maxBodyBytes: 1000 });
    const headers = { ...withKey(), 'Transfer-Encoding': 'chunked' };
    const answer = await post('app.getStatus', { headers, body: ' '.repeat(200_000) });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'payload_too_large']);
  });

  it('of the size of a large workbook comes through', async () => {
    const answer = await post('app.getStatus', { body: `{}${' '.repeat(25_000_000)}` });
    expect(codeOf(answer)).toBe('ok');
  });

  it('that does not come is given up', async () => {
    await door.close();
    door = await open({ requestTimeoutMs: 50 });
    const head = `POST /api/app.getStatus HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nAuthorization: Bearer ${door.key}\r\n`;
    const { closed } = speak(door.port, `${head}Content-Length: 10\r\n\r\n{`);
    expect(await closed).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect(application.calls).toEqual([]);
  });

  it('whose head does not end is given up', async () => {
    await door.close();
    door = await open({ requestTimeoutMs: 50 });
    const { closed } = speak(door.port, 'POST /api/app.getStatus HTTP/1.1\r\nHost: ');
    expect(await closed).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('whose sender went away disturbs nobody', async () => {
    const head = `POST /api/app.getStatus HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nAuthorization: Bearer ${door.key}\r\n`;
    const { socket, closed } = speak(door.port, `${head}Content-Length: 10\r\n\r\n{`);
    socket.end();
    await closed;
    expect(codeOf(await post('app.getStatus'))).toBe('ok');
    expect(application.calls).toHaveLength(1);
  });

  it('with two lengths (request smuggling) is refused', async () => {
    const head = `POST /api/app.getStatus HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n`;
    const { closed } = speak(door.port, `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`);
    expect(await closed).toContain('400 Bad Request');
    expect(application.calls).toEqual([]);
  });
});

describe('files', () => {
  it('come with the policy and the other headers', async () => {
    const page = await ask(door.port, { path: '/' });
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const script = await ask(door.port, { path: '/assets/index-AbCdEf12.js' });
    expect(script.headers['cache-control']).toContain('immutable');
    expect(page.headers['x-powered-by']).toBeUndefined();
  });

  it('never come from outside the folder', async () => {
    const paths = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '//secret.txt',
      '/..%5csecret.txt',
    ];
    for (const path of paths) {
      const answer = await ask(door.port, { path });
      expect(answer.text).not.toContain('secret');
    }
  });

  it('are told of without being sent', async () => {
    const answer = await ask(door.port, { method: 'HEAD', path: '/assets/index-AbCdEf12.js' });
    expect([answer.status, answer.text, answer.headers['content-length']]).toEqual([200, '', '10']);
  });
});

describe('events', () => {
  const listen = () => fetch(`http://127.0.0.1:${door.port}/api/events`, { headers: withKey() });

  it('reach every page that listens, a line each', async () => {
    const responses = await Promise.all([listen(), listen()]);
    const told: MainEvent = { kind: 'changed', entities: ['student'] };
    application.publish(told);
    application.publish({ kind: 'preferences_changed' });
    for (const response of responses) {
      expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
      const lines = readLines(response);
      expect(JSON.parse((await lines.next()).value ?? '')).toEqual(told);
      expect(JSON.parse((await lines.next()).value ?? '')).toEqual({ kind: 'preferences_changed' });
      await lines.return();
    }
  });

  it('are for those with the key only', async () => {
    const answer = await ask(door.port, { path: '/api/events' });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'missing_key']);
    expect((await ask(door.port, { method: 'POST', path: '/api/events', headers: withKey() })).status).toBe(
      405,
    );
  });

  it('end when the door closes, and nobody listens to the application any more', async () => {
    const lines = readLines(await listen());
    await door.close();
    expect((await lines.next()).done).toBe(true);
    expect(application.listeners).toBe(0);
  });
});

it('picks another key at each start', async () => {
  const other = await open();
  expect(other.key).not.toBe(door.key);
  expect(other.key).toMatch(/^[\w-]{32}$/);
  expect(other.url).toBe(`http://127.0.0.1:${other.port}/?key=${other.key}`);
  await other.close();
});

it('says when the port is taken, and lets go of the application', async () => {
  await expect(open({ port: door.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(application.listeners).toBe(1);
});
