import SqliteDriver from 'better-sqlite3';
import type { BackupCounts } from './header.ts';

/** What a closed database file holds, without names. */
export interface FileSummary {
  schemaVersion: number;
  counts: BackupCounts;
  lastActionAt: string | null;
}

const COUNTED = ['students', 'sessions', 'attempts', 'marks'] as const;

function readSummary(driver: SqliteDriver.Database): FileSummary {
  const count = (sql: string): number => Number(driver.prepare(sql).pluck().get());
  const rows = COUNTED.map((table) => count(`select count(*) from ${table} where deleted_at is null`));
  const [students = 0, sessions = 0, attempts = 0, marks = 0] = rows;
  const lastActionAt = driver.prepare('select max(at) from actions').pluck().get();
  return {
    schemaVersion: count('select max(number) from schema_migrations'),
    counts: { students, sessions, attempts, marks, actions: count('select count(*) from actions') },
    lastActionAt: typeof lastActionAt === 'string' ? lastActionAt : null,
  };
}

function withFile<T>(file: string, read: (driver: SqliteDriver.Database) => T): T {
  const driver = new SqliteDriver(file, { readonly: true, fileMustExist: true });
  try {
    return read(driver);
  } finally {
    driver.close();
  }
}

/** Counts what a closed file holds. @throws the driver's error when the file is damaged or not ours */
export function summarizeFile(file: string): FileSummary {
  return withFile(file, readSummary);
}

/** Ids of all actions of a closed file, oldest first. @throws the driver's error when it is damaged or not ours */
export function listActionIds(file: string): string[] {
  return withFile(
    file,
    (driver) => driver.prepare('select id from actions order by id').pluck().all() as string[],
  );
}
