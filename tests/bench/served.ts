import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');
const READY = 'Shyng is at ';

/** The built program in a process of its own, as people start it. */
export interface Served {
  /** From the start of the process to the line that says it is ready. */
  readyMs: number;
  /** Calls a route through the browser's door. @throws when it is refused */
  call(route: string, input: unknown): Promise<unknown>;
  /** Orderly stop. */
  stop(): Promise<void>;
  /** The process ends at once, as in a power cut. */
  kill(): Promise<void>;
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  server.kill(signal);
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}

async function readUrl(server: ChildProcess): Promise<URL> {
  if (!server.stdout) throw new Error('the program has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith(READY)) return new URL(line.slice(READY.length));
  }
  throw new Error('the program did not start');
}

/** Starts the built program on a data folder and waits until it is ready. */
export async function serve(dataFolder: string): Promise<Served> {
  const start = performance.now();
  const server = spawn(
    process.execPath,
    [join(root, 'out/main/serve.js'), '--data', dataFolder, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await readUrl(server);
  const readyMs = performance.now() - start;
  const headers = {
    Authorization: `Bearer ${url.searchParams.get('key') ?? ''}`,
    'Content-Type': 'application/json',
    Origin: url.origin,
  };
  return {
    readyMs,
    async call(route, input) {
      const body = JSON.stringify(input);
      const response = await fetch(`${url.origin}/api/${route}`, { method: 'POST', headers, body });
      const answer = (await response.json()) as { ok: boolean; data?: unknown };
      if (!answer.ok) throw new Error(`${route} was refused`);
      return answer.data;
    },
    stop: () => ended(server, 'SIGTERM'),
    kill: () => ended(server, 'SIGKILL'),
  };
}
