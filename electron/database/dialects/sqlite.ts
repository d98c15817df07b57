import SqliteDriver from 'better-sqlite3';
import { SqliteDialect, type Dialect } from 'kysely';
import { DatabaseError, databaseErrorCode } from '../errors.ts';
import { Flusher } from './flusher.ts';

/** 'SHNG': tells our files from other SQLite databases. */
const APPLICATION_ID = 0x53484e47;
/** Older releases can corrupt a database in WAL mode (sqlite.org/wal.html, "WAL-reset bug"). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;
/** Statements kept prepared; one screen needs a few dozen. */
const MOST_CACHED_STATEMENTS = 300;

/** Copied at once while people work: two megabytes, a few milliseconds. */
const PAGES_A_STEP = 512;

type Row = Record<string, unknown>;

/** What differs between SQLite and PostgreSQL, in one place. */
export interface Connection {
  dialect: Dialect;
  /** Writes many rows of one shape with one prepared statement: several times quicker than one long statement. */
  insertMany(table: string, columns: readonly string[], rows: readonly Row[]): void;
  /** Sets fields of one row; the statement is kept prepared. */
  updateRow(table: string, id: string, values: Row): void;
  /** Copies the whole database into a new file while it is in use, a few megabytes at a time. */
  copyTo(file: string, onProgress?: (donePages: number, totalPages: number) => void): Promise<void>;
  /** Columns of entities that point to rows of a table. */
  referencesTo(table: string): { table: string; column: string }[];
  /** Rewrites the whole file, so that nothing of deleted or overwritten content is left in it or beside it. */
  wipe(): void;
  /** The database's own check. @returns 'ok' or what is wrong */
  check(): string;
  /** Moves the log into the file and closes. Safe to call twice. */
  close(): void;
}

function cachedPrepare(driver: SqliteDriver.Database): (statement: string) => SqliteDriver.Statement {
  const cache = new Map<string, SqliteDriver.Statement>();
  return (statement) => {
    const known = cache.get(statement);
    if (known && !known.busy) return known;
    const prepared = driver.prepare(statement);
    if (cache.size >= MOST_CACHED_STATEMENTS) cache.clear();
    cache.set(statement, prepared);
    return prepared;
  };
}

/**
 * After some errors, a full disk above all, SQLite has rolled back by itself; a second `rollback` would be an error that
 * stands before the true one.
 */
function tolerantOfEndedTransactions(
  driver: SqliteDriver.Database,
  prepare: (statement: string) => SqliteDriver.Statement,
): (statement: string) => SqliteDriver.Statement {
  return (statement) =>
    statement === 'rollback' && !driver.inTransaction ? prepare('select 1 where 0') : prepare(statement);
}

function assertSetting(driver: SqliteDriver.Database, name: string, expected: unknown): void {
  const actual: unknown = driver.pragma(name, { simple: true });
  if (actual !== expected) {
    throw new DatabaseError('internal', `pragma ${name} is ${String(actual)}, not ${String(expected)}`);
  }
}

function assertVersion(driver: SqliteDriver.Database): void {
  const version = String(driver.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const difference = OLDEST_SAFE_SQLITE.map((oldest, index) => (parts[index] ?? 0) - oldest).find(
    (d) => d !== 0,
  );
  if (difference !== undefined && difference < 0) {
    throw new DatabaseError('internal', `SQLite ${version} can corrupt WAL files; 3.51.3 or newer is needed`);
  }
}

function assertOurs(driver: SqliteDriver.Database): void {
  const stamp = driver.pragma('application_id', { simple: true });
  if (stamp === APPLICATION_ID) return;
  const tables = driver.prepare('select count(*) from sqlite_schema').pluck().get();
  if (stamp !== 0 || tables !== 0) {
    throw new DatabaseError('database_damaged', 'the file is a database of another program');
  }
  driver.pragma(`application_id = ${APPLICATION_ID}`);
}

/** The settings that safety rests on, each read back: a setting that did not take is an error, not a hope. */
function applySettings(driver: SqliteDriver.Database): void {
  // One program a file: a second one would number the change log differently. Held until the file is closed. It stands
  // first: with it the index of the log is kept in memory, and a full disk is opened without a byte being written.
  driver.pragma('locking_mode = EXCLUSIVE');
  assertVersion(driver);
  assertOurs(driver);
  driver.pragma('journal_mode = WAL');
  driver.pragma('synchronous = FULL');
  driver.pragma('foreign_keys = ON');
  driver.pragma('busy_timeout = 2000');
  driver.pragma('temp_store = MEMORY');
  driver.pragma('cache_size = -65536');
  driver.pragma('trusted_schema = OFF');
  assertSetting(driver, 'journal_mode', 'wal');
  assertSetting(driver, 'synchronous', 2);
  assertSetting(driver, 'foreign_keys', 1);
  // Takes the lock now, so that a second program is told at its start and not at its first write.
  driver.exec('begin immediate; commit');
}

function checkedOpen(file: string): SqliteDriver.Database {
  let driver: SqliteDriver.Database | undefined;
  try {
    driver = new SqliteDriver(file, { timeout: 2000 });
    applySettings(driver);
    return driver;
  } catch (error) {
    driver?.close();
    const code = databaseErrorCode(error);
    if (code) throw new DatabaseError(code, `cannot open the database: ${code}`, { cause: error });
    throw error;
  }
}

/** Only entities count: what is derived from them follows by itself. */
function findReferences(driver: SqliteDriver.Database, target: string): { table: string; column: string }[] {
  return driver
    .prepare(
      `select s.name as "table", f."from" as "column"
       from sqlite_schema s, pragma_foreign_key_list(s.name) f
       where s.type = 'table' and f."table" = ?
         and exists (select 1 from pragma_table_info(s.name) where name = 'deleted_at')`,
    )
    .all(target) as { table: string; column: string }[];
}

/** Copies a database that is in use into a new file, a step at a time, so that work goes on in between. */
async function copyInUse(
  driver: SqliteDriver.Database,
  target: string,
  onProgress?: (donePages: number, totalPages: number) => void,
): Promise<void> {
  const pageBytes = Number(driver.pragma('page_size', { simple: true }));
  const flusher = new Flusher(target);
  try {
    await driver.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        const done = totalPages - remainingPages;
        onProgress?.(done, totalPages);
        const isNearEnd = remainingPages <= PAGES_A_STEP;
        const isFlushing = flusher.written(done * pageBytes, isNearEnd);
        return isNearEnd && isFlushing ? 0 : PAGES_A_STEP;
      },
    });
  } finally {
    await flusher.close();
  }
}

/**
 * Opens a SQLite file for one writer.
 * @throws DatabaseError busy, read-only, damaged (also: not a database, or another program's), full
 */
export function openSqlite(file: string): Connection {
  const driver = checkedOpen(file);
  const prepare = cachedPrepare(driver);
  return {
    dialect: new SqliteDialect({
      database: { prepare: tolerantOfEndedTransactions(driver, prepare), close: () => undefined },
    }),
    insertMany(table, columns, rows) {
      const names = columns.map((name) => `"${name}"`).join(', ');
      const places = columns.map(() => '?').join(', ');
      const statement = prepare(`insert into "${table}" (${names}) values (${places})`);
      for (const row of rows) statement.run(columns.map((name) => row[name] ?? null));
    },
    updateRow(table, id, values) {
      const names = Object.keys(values);
      const assignments = names.map((name) => `"${name}" = ?`).join(', ');
      const statement = prepare(`update "${table}" set ${assignments} where id = ?`);
      statement.run([...names.map((name) => values[name]), id]);
    },
    copyTo: (target, onProgress) => copyInUse(driver, target, onProgress),
    referencesTo: (table) => findReferences(driver, table),
    wipe() {
      driver.exec('vacuum');
      driver.pragma('wal_checkpoint(TRUNCATE)');
    },
    check: () => String(driver.pragma('quick_check', { simple: true })),
    close() {
      if (!driver.open) return;
      try {
        driver.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // On a full disk the log stays beside the file: nothing is lost, and the next start reads both.
      }
      driver.close();
    },
  };
}

/** Makes a fresh copy one plain file: without a write-ahead log beside it, so that it can be carried about alone. */
export function sealSqliteCopy(file: string): void {
  const driver = new SqliteDriver(file, { fileMustExist: true });
  try {
    driver.pragma('journal_mode = DELETE');
  } finally {
    driver.close();
  }
}

/** Checks a closed file from its first page to its last. @returns 'ok' or what is wrong */
export function checkSqliteFile(file: string): string {
  const driver = new SqliteDriver(file, { readonly: true, fileMustExist: true });
  try {
    return String(driver.pragma('integrity_check', { simple: true }));
  } finally {
    driver.close();
  }
}
