import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorCodes, type ErrorCode } from '#shared/contract/errors.ts';

/** What the command line of the browser's door says. */
export interface ServeOptions {
  dataFolder: string;
  port: number;
  host?: string;
  /** Language of the first start instead of the system's. */
  language?: string;
  sample: boolean;
  /** Also open the person's browser. */
  open: boolean;
}

const USAGE =
  'usage: npm run serve -- --data DIR --port N [--host ADDRESS] [--language kk|ru|en] [--sample] [--open]';

/**
 * Reads the command line.
 * @throws Error whose message is one line for the person
 */
export function parseServeOptions(argv: readonly string[]): ServeOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        language: { type: 'string' },
        sample: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    const [why] = error instanceof Error ? error.message.split('\n', 1) : [];
    throw new Error(`${why ?? 'Bad options'}; ${USAGE}`, { cause: error });
  }
  if (!values.data) throw new Error(`--data is missing; ${USAGE}`);
  const port = Number(values.port ?? '0');
  if (!/^\d+$/.test(values.port ?? '0') || port > 65_535)
    throw new Error(`--port is no port: ${String(values.port)}`);
  return {
    dataFolder: resolve(values.data),
    port,
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values.language === undefined ? {} : { language: values.language }),
    sample: values.sample,
    open: values.open,
  };
}

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  database_newer: 'the database was made by a newer version of Shyng; install that version',
  database_damaged: 'the database is damaged; restore a backup',
  database_busy: 'the database is open in another Shyng',
  database_read_only: 'the folder of the data cannot be written to',
  disk_full: 'the disk is full',
};

const SYSTEM: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken; choose another with --port',
  EADDRNOTAVAIL: 'the address given with --host is not one of this machine',
  EACCES: 'not allowed: the folder cannot be written to, or the port needs more rights',
  EPERM: 'not allowed: the folder cannot be written to, or the port needs more rights',
  EROFS: 'the folder is on a disk that can only be read',
  ENOTDIR: 'the path of the folder leads through a file',
  EEXIST: 'the path of the folder is a file',
  ENOSPC: 'the disk is full',
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

const isErrorCode = (code: string): code is ErrorCode => errorCodes.some((known) => known === code);

/** Why the program could not start, as one line in English (the command line is for whoever looks after it). */
export function describeStartError(error: unknown): string {
  const code = codeOf(error);
  const sentence = (isErrorCode(code) ? SENTENCES[code] : undefined) ?? SYSTEM[code];
  const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  if (sentence === undefined) return message;
  return `${sentence} (${message})`;
}
