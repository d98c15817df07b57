import type { ErrorCode } from '#shared/contract/errors.ts';

/** The database cannot be opened or written; the code has its sentence in every language. */
export class DatabaseError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}

const CODES: readonly [prefix: string, code: ErrorCode][] = [
  ['SQLITE_BUSY', 'database_busy'],
  ['SQLITE_LOCKED', 'database_busy'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'database_read_only'],
  ['SQLITE_CANTOPEN', 'database_read_only'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EROFS', 'database_read_only'],
  ['SQLITE_IOERR', 'disk_failed'],
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_NOTADB', 'database_damaged'],
  // Something points to a row that is not there: the caller knew it from before it was gone, or made its id up.
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'not_found'],
];

/** Tells what an error of the driver means for the user; undefined when it is none of those that a user can act on. */
export function databaseErrorCode(error: unknown): ErrorCode | undefined {
  if (error instanceof DatabaseError) return error.code;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES.find(([prefix]) => code.startsWith(prefix))?.[1];
}
