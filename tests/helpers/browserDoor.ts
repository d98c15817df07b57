import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { exitOf, type Exit } from './desktop.ts';

/** The built entry of the browser's door. */
const SERVE_ENTRY = fileURLToPath(new URL('../../out/main/serve.js', import.meta.url));

/** The program serving a browser, in a process of its own. */
export interface Served {
  /** With the key. */
  url: string;
  key: string;
  origin: string;
  exited: Promise<Exit>;
  stop(): Promise<Exit>;
  kill(): Promise<Exit>;
  output(): string;
}

/** Ends with what the process wrote and how it ended. */
export interface Ended extends Exit {
  output: string;
  errors: string;
}

function start(args: readonly string[], environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [SERVE_ENTRY, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.stdout === null || child.stderr === null) throw new Error('No outputs');
  const written = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.errors += text));
  const closed = exitOf(child);
  return { child, output: child.stdout, written, closed };
}

/** Windows knows no signal that a program could hear: there, closing the channel asks it to stop. */
function askToStop(child: ChildProcess): void {
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGTERM');
}

/**
 * Starts the browser's door and waits for its line.
 * @throws when it ends instead, with what it wrote
 */
export async function startServe(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Served> {
  const { child, output, written, closed } = start(args, environment);
  const line = new Promise<string>((found) => {
    createInterface({ input: output }).once('line', found);
  });
  const first = await Promise.race([line, closed]);
  const address = typeof first === 'string' ? /^Shyng is at (\S+)$/.exec(first)?.[1] : undefined;
  if (address === undefined) throw new Error(`No address: ${written.output}${written.errors}`);
  const { origin, searchParams } = new URL(address);
  return {
    url: address,
    origin,
    key: searchParams.get('key') ?? '',
    exited: closed,
    stop: () => {
      askToStop(child);
      return closed;
    },
    kill: () => {
      child.kill('SIGKILL');
      return closed;
    },
    output: () => written.output + written.errors,
  };
}

/** Runs the browser's door where it is expected not to start. */
export async function runServe(args: readonly string[]): Promise<Ended> {
  const { written, closed } = start(args, process.env);
  return { ...(await closed), ...written };
}
