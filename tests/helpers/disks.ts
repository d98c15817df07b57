import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Result } from '#shared/contract/errors.ts';

const worker = resolve(import.meta.dirname, 'diskWorker.ts');

/** The real application on a disk of a test's own making. */
export interface DiskApplication {
  /** Tells of the disk how it was made: a mounted one answers with other errors than a limit of the process. */
  way: 'mounted' | 'limited';
  /** The first line of the worker: it is open. */
  ready(): Promise<unknown>;
  call(route: string, input: unknown): Promise<Result<Record<string, unknown>>>;
  send(command: 'fill' | 'free' | 'restart'): Promise<unknown>;
  /** Stops in order. @returns the code that the process ended with */
  stop(): Promise<number | null>;
}

/** A namespace of mounts: of root's own, or of a user who is root in there. Null where the system allows neither. */
function mountNamespace(): string[] | null {
  for (const flags of ['-m', '-Urm']) {
    const tried = spawnSync('unshare', [flags, 'sh', '-c', 'mount -t tmpfs none /mnt']);
    if (tried.status === 0) return ['unshare', flags];
  }
  return null;
}

function talkTo(child: ChildProcess, way: DiskApplication['way']): DiskApplication {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('the worker has no pipes');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('the worker ended');
    return JSON.parse(line.value);
  };
  const send = (command: unknown): Promise<unknown> => {
    stdin.write(`${JSON.stringify(command)}\n`);
    return next();
  };
  return {
    way,
    ready: next,
    send,
    call: async (route, input) => (await send({ route, input })) as Result<Record<string, unknown>>,
    stop: async () => {
      const ended = once(child, 'exit');
      stdin.end();
      await ended;
      return child.exitCode;
    },
  };
}

const PIPES: ['pipe', 'pipe', 'inherit'] = ['pipe', 'pipe', 'inherit'];

async function ready(application: DiskApplication): Promise<DiskApplication> {
  if ((await application.ready()) !== 'ready') throw new Error('the application did not start');
  return application;
}

async function start(
  script: string,
  arguments_: readonly string[],
  way: DiskApplication['way'],
  prefix: string[],
): Promise<DiskApplication> {
  const values = ['sh', '-c', script, 'sh', process.execPath, worker, ...arguments_];
  const [command = '', ...words] = prefix.concat(values);
  const child = spawn(command, words, { stdio: PIPES });
  return ready(talkTo(child, way));
}

/**
 * On a disk of a few megabytes: a real one in memory where mounting is allowed; otherwise files of the process may not
 * grow beyond so many blocks, which the system refuses in the same place with another error.
 */
export async function onSmallDisk(folder: string, megabytes: number): Promise<DiskApplication> {
  const namespace = mountNamespace();
  const data = join(folder, 'data');
  if (namespace === null) {
    const script = `ulimit -f ${megabytes * 1024}; exec "$1" "$2" "$3"`;
    return start(script, [data], 'limited', []);
  }
  const script = `mount -t tmpfs -o size=${megabytes}m none "$4" && exec "$1" "$2" "$3"`;
  return start(script, [data, folder], 'mounted', namespace);
}

/** On a disk that can only be read: mounted so, or, for a user without such rights, with no right to write. */
export async function onReadOnlyDisk(folder: string): Promise<DiskApplication> {
  const namespace = mountNamespace();
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  if (process.platform === 'win32') {
    // There the attribute of the file counts for everybody.
    chmodSync(join(data, 'shyng.sqlite'), 0o444);
    return ready(talkTo(spawn(process.execPath, [worker, data], { stdio: PIPES }), 'limited'));
  }
  if (namespace === null) {
    return start('chmod -R a-w "$3"; exec "$1" "$2" "$3"', [data], 'limited', []);
  }
  const script = 'mount --bind "$3" "$3" && mount -o remount,ro,bind "$3" && exec "$1" "$2" "$3"';
  return start(script, [data], 'mounted', namespace);
}
