import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import type { ActionTable, ChangeTable } from '../schema/records.ts';

/** One action of a damaged database of which every change could be read. */
export interface SalvagedAction {
  action: ActionTable;
  changes: ChangeTable[];
}

/** What could be read of the change log of a damaged database. */
export interface Salvage {
  /** Whole actions that were wanted, oldest first. */
  actions: SalvagedAction[];
  /** Actions whose changes could not all be read; known by name and moment. */
  incomplete: ActionTable[];
  /** Ids of all actions that could be read, oldest first. */
  actionIds: string[];
}

const NOTHING: Salvage = { actions: [], incomplete: [], actionIds: [] };
/** Rows read at once; a part that cannot be read is halved until the bad rows are left out. */
const PART = 512;
/** Where the end cannot be found, rows are looked for up to here. */
const MOST_ROWS = 20_000_000;
const MOST_EMPTY_PARTS = 200;

function findLast(driver: SqliteDriver.Database, table: string): number {
  try {
    return Number(driver.prepare(`select max(rowid) from ${table}`).pluck().get() ?? 0);
  } catch {
    return MOST_ROWS;
  }
}

/** Whether anything of a table can be reached: with its first page gone nothing can. */
function isReachable(statement: SqliteDriver.Statement): boolean {
  return Array.from({ length: 24 }, (_, power) => 2 ** power).some((row) => {
    try {
      statement.all(row, row);
      return true;
    } catch {
      return false;
    }
  });
}

function isJsonObject(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A damaged page may hold rows of another table: what is no action and no change is as good as unreadable. */
const isAction = (row: ActionTable): boolean =>
  [row.id, row.name, row.hlc, row.actor_id].every(isText) &&
  !Number.isNaN(Date.parse(row.at)) &&
  ['do', 'undo', 'redo'].includes(row.kind) &&
  Number.isSafeInteger(row.change_count) &&
  isJsonObject(row.params_json);

const isChange = (row: ChangeTable): boolean =>
  [row.action_id, row.entity, row.row_id, row.hlc, row.operation].every(isText) &&
  Number.isSafeInteger(row.sequence) &&
  isJsonObject(row.fields_json);

/** Reads rows by number, around pages that cannot be read. */
function readAround<Row>(driver: SqliteDriver.Database, table: string): Row[] {
  const found: Row[] = [];
  const statement = driver.prepare(`select * from ${table} where rowid between ? and ? order by rowid`);
  const read = (from: number, to: number): number => {
    try {
      const rows = statement.all(from, to) as Row[];
      for (const row of rows) found.push(row);
      return rows.length;
    } catch {
      if (from === to) return 0;
      const middle = Math.floor((from + to) / 2);
      return read(from, middle) + read(middle + 1, to);
    }
  };
  if (!isReachable(statement)) return found;
  const last = findLast(driver, table);
  let empty = 0;
  // Without a known end a long stretch without rows is taken for it.
  for (let from = 1; from <= last && (last < MOST_ROWS || empty < MOST_EMPTY_PARTS); from += PART) {
    empty = read(from, Math.min(last, from + PART - 1)) === 0 ? empty + 1 : 0;
  }
  return found;
}

function assemble(driver: SqliteDriver.Database, known: ReadonlySet<string>): Salvage {
  const rows = readAround<ActionTable>(driver, 'actions')
    .filter(isAction)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const wanted = new Map(
    rows.filter(({ id }) => !known.has(id)).map((action) => [action.id, [] as ChangeTable[]]),
  );
  if (wanted.size > 0) {
    for (const change of readAround<ChangeTable>(driver, 'changes').filter(isChange))
      wanted.get(change.action_id)?.push(change);
  }
  const salvage: Salvage = { actions: [], incomplete: [], actionIds: rows.map(({ id }) => id) };
  for (const action of rows) {
    const changes = wanted.get(action.id);
    if (!changes) continue;
    if (changes.length === action.change_count) {
      changes.sort((a, b) => a.sequence - b.sequence);
      salvage.actions.push({ action, changes });
    } else salvage.incomplete.push(action);
  }
  return salvage;
}

const FILES = ['shyng.sqlite', 'shyng.sqlite-wal'] as const;

/**
 * Reads what can be read of the change log of a damaged database. Works on a copy: what is kept aside stays as it is.
 * @param folder where `shyng.sqlite` and its write-ahead log lie
 * @param scratch empty folder for the copy; removed afterwards
 * @param known ids of actions that another copy has: their changes are not needed
 * @returns nothing at all when the file cannot be opened
 */
export function salvageLog(folder: string, scratch: string, known: readonly string[]): Salvage {
  if (!existsSync(join(folder, FILES[0]))) return NOTHING;
  mkdirSync(scratch, { recursive: true });
  let driver: SqliteDriver.Database | undefined;
  try {
    for (const name of FILES) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(scratch, name));
    }
    driver = new SqliteDriver(join(scratch, FILES[0]), { fileMustExist: true });
    return assemble(driver, new Set(known));
  } catch {
    return NOTHING;
  } finally {
    driver?.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
