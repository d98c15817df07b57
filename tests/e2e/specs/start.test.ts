import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runServe, startServe } from '../../helpers/browserDoor.ts';
import { exitOf } from '../../helpers/desktop.ts';

const START = join(import.meta.dirname, '..', '..', '..', 'electron', 'tools', 'start.ts');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shyng-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('serve', () => {
  it('prints one line, with the port it listens on, and ends in order', async () => {
    const served = await startServe(['--data', folder, '--port', '0']);
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/\?key=[\w-]{32}$/);
    const page = await fetch(served.url);
    expect(page.status).toBe(200);
    expect(await served.stop()).toEqual({ code: 0, signal: null });
    expect(served.output()).toBe(`Shyng is at ${served.url}\n`);
  });

  it('ends in order while a page listens to its events', async () => {
    const served = await startServe(['--data', folder, '--port', '0']);
    const headers = { Authorization: `Bearer ${served.key}` };
    const stream = await fetch(`${served.origin}/api/events`, { headers });
    const ended = stream.text();
    expect(await served.stop()).toEqual({ code: 0, signal: null });
    await ended;
  });

  it('says in one line why it does not start', async () => {
    const first = await startServe(['--data', folder, '--port', '0']);
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const port = new URL(first.origin).port;
    const attempts = [
      await runServe(['--port', '0']),
      await runServe(['--data', join(file, 'below'), '--port', '0']),
      await runServe(['--data', folder, '--port', '0']),
      await runServe(['--data', join(folder, 'other'), '--port', port]),
    ];
    await first.stop();
    for (const { code, output, errors } of attempts) {
      expect(code).toBe(1);
      expect(output).toBe('');
      expect(errors).toMatch(/^Shyng could not start: [^\n]+\n$/);
    }
    const reasons = attempts.map(({ errors }) => errors);
    expect(reasons[0]).toContain('--data is missing');
    expect(reasons[1]).toContain('cannot be written to');
    expect(reasons[2]).toContain('open in another Shyng');
    expect(reasons[3]).toContain('the port is taken');
  });

  it('opens where a database is damaged, and keeps what was there to the byte', async () => {
    const text = 'this is no database, but somebody may know how to save it'.repeat(100);
    writeFileSync(join(folder, 'shyng.sqlite'), text);
    const served = await startServe(['--data', folder, '--port', '0']);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const kept = files.filter(
      ({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8') === text,
    );
    expect(kept).toHaveLength(1);
    expect(await served.stop()).toEqual({ code: 0, signal: null });
  });
});

it('start opens the browser door where there is no runtime, and says so in one line', async () => {
  const child = spawn(process.execPath, [START, '--data', folder], {
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
      BROWSER: 'none',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const exited = exitOf(child);
  if (child.stdout === null) throw new Error('No output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toMatch(/Electron: .+ opening Shyng in the browser instead/);
  expect((await lines.next()).value).toMatch(/^Shyng is at http:/);
  child.disconnect();
  expect(await exited).toEqual({ code: 0, signal: null });
});
