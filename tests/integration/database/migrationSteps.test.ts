import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { checkSqliteFile, openSqlite, type Connection } from '../../../electron/database/dialects/sqlite.ts';
import { migrate } from '../../../electron/database/migrate.ts';
import { migrations } from '../../../electron/database/migrations/index.ts';
import type { Schema } from '../../../electron/database/schema/schema.ts';
import { makeDataFolder, openApplication } from '../../helpers/application.ts';

/** A column as SQLite tells of it. */
interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

interface Table {
  name: string;
  columns: Column[];
  /** Table that a column points to. */
  parents: Map<string, string>;
}

type Row = Record<string, string | number | null>;
type Db = Kysely<Schema>;

interface Level {
  db: Db;
  connection: Connection;
  folder: string;
}

const folders: string[] = [];
const connections: Connection[] = [];
afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const file = (folder: string) => join(folder, 'shyng.sqlite');
const optionsOf = ({ connection, folder }: Level, count: number) => ({
  connection,
  backupFolder: join(folder, 'backups'),
  wallClock: Date.now,
  migrations: migrations.slice(0, count),
});

/** A database as the program of that time left it: only its first steps were known. */
async function openAt(count: number): Promise<Level> {
  const folder = makeDataFolder();
  folders.push(folder);
  const connection = openSqlite(file(folder));
  connections.push(connection);
  const level = { db: new Kysely<Schema>({ dialect: connection.dialect }), connection, folder };
  await migrate(level.db, optionsOf(level, count));
  return level;
}

async function readTables(db: Db): Promise<Table[]> {
  const { rows: names } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid`.execute(
    db,
  );
  const tables: Table[] = [];
  for (const { name } of names.filter((one) => one.name !== 'schema_migrations')) {
    const { rows: columns } = await sql<Column>`select * from pragma_table_info(${name})`.execute(db);
    const { rows: keys } = await sql<{ from: string; table: string }>`
      select "from", "table" from pragma_foreign_key_list(${name})`.execute(db);
    tables.push({ name, columns, parents: new Map(keys.map((key) => [key.from, key.table])) });
  }
  return tables;
}

/** What people, crashes and older programs leave behind: empty, endless, of another script, out of any range. */
const TEXTS = [
  '',
  `Ә'"; drop table students; --\u0000\u202e${'ұзын '.repeat(400)}`,
  ' \n\t\u00a0',
  '[]',
  '💥',
];
const NUMBERS = [0, -1, Number.MAX_SAFE_INTEGER, 1, 99_999];
const ROWS = 5;

const isInteger = (column: Column): boolean => column.type === 'INTEGER';
/** Every other row leaves out what may be left out. */
const isLeftOut = (column: Column, row: number): boolean => column.notnull === 0 && row % 2 === 1;

function dirtyValue(column: Column, row: number): string | number {
  if (isInteger(column)) return NUMBERS[row % NUMBERS.length] ?? 0;
  return column.name.endsWith('_json') ? '[]' : (TEXTS[row % TEXTS.length] ?? '');
}

function valueOf(table: Table, column: Column, row: number): string | number | null {
  const parent = table.parents.get(column.name);
  if (parent === table.name || (column.pk === 0 && isLeftOut(column, row))) return null;
  if (parent !== undefined) return `${parent}-${row}`;
  if (column.pk > 0) return isInteger(column) ? row + 1 : `${table.name}-${row}`;
  return dirtyValue(column, row);
}

/** Fills every table with rows that no form would let through; every other one is removed already. */
async function fillDirty(db: Db, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    for (let row = 0; row < ROWS; row += 1) {
      const values = table.columns.map((column) => sql`${valueOf(table, column, row)}`);
      const names = table.columns.map(({ name }) => sql.ref(name));
      await sql`insert into ${sql.table(table.name)} (${sql.join(names)}) values (${sql.join(values)})`.execute(
        db,
      );
    }
  }
}

async function readRows(db: Db, table: Table): Promise<Row[]> {
  const names = table.columns.map(({ name }) => sql.ref(name));
  const { rows } = await sql<Row>`
    select ${sql.join(names)} from ${sql.table(table.name)} order by rowid`.execute(db);
  return rows;
}

const steps = migrations.map((step, index) => ({ index, label: `${step.number} ${step.name}` }));

describe.each(steps.slice(1))('step $label', ({ index }) => {
  test('keeps every dirty row of the step before, and gives new columns what they need', async () => {
    const level = await openAt(index);
    const tables = await readTables(level.db);
    await fillDirty(level.db, tables);
    const before = new Map<string, Row[]>();
    for (const table of tables) before.set(table.name, await readRows(level.db, table));

    await migrate(level.db, optionsOf(level, index + 1));

    for (const table of tables) {
      const rows = await readRows(level.db, table);
      expect(rows, table.name).toEqual(before.get(table.name));
      expect(rows, table.name).toHaveLength(ROWS);
    }
    const { rows: broken } = await sql`select * from pragma_foreign_key_check`.execute(level.db);
    expect(broken).toEqual([]);
    const { rows: verdict } = await sql`select * from pragma_integrity_check`.execute(level.db);
    expect(verdict).toEqual([{ integrity_check: 'ok' }]);
  });

  test('is preceded by a whole copy that holds the rows of before', async () => {
    const level = await openAt(index);
    const tables = await readTables(level.db);
    await fillDirty(level.db, tables);
    await migrate(level.db, optionsOf(level, index + 1));
    const backups = join(level.folder, 'backups');
    const name = readdirSync(backups)
      .filter((one) => one.endsWith('.sqlite'))
      .at(-1);
    const copy = join(backups, name ?? '');
    expect(checkSqliteFile(copy)).toBe('ok');
    const connection = openSqlite(copy);
    connections.push(connection);
    const db = new Kysely<Schema>({ dialect: connection.dialect });
    expect((await readTables(db)).map((table) => table.name)).toEqual(tables.map((table) => table.name));
    const students = tables.find((table) => table.name === 'students');
    expect(students && (await readRows(db, students))).toHaveLength(ROWS);
    const { rows } = await sql<{ number: number }>`select number from schema_migrations`.execute(db);
    expect(rows).toHaveLength(index);
  });
});

test('the program opens what the first program wrote, all steps at once', async () => {
  const level = await openAt(1);
  const at = '2026-01-01T00:00:00.000Z';
  await sql`insert into students values ('s1', 'Қасым', 'Әсел', '', null, '', null, '', 'active', 'unknown', null,
    '', 'касым асел kasym asel', ${at}, ${at}, null)`.execute(level.db);
  level.connection.close();
  connections.length = 0;
  await using app = await openApplication({ dataFolder: level.folder });
  expect((await app.call('people.listStudents', { search: 'асел' })).students).toMatchObject([
    { id: 's1', surname: 'Қасым' },
  ]);
  expect(await app.call('training.listSessions', { limit: 5 })).toMatchObject({ total: 0 });
});
