import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { Database } from '../../../electron/database/database.ts';
import { checkSqliteFile, openSqlite } from '../../../electron/database/dialects/sqlite.ts';
import { migrate } from '../../../electron/database/migrate.ts';
import { migrations } from '../../../electron/database/migrations/index.ts';
import type { Schema } from '../../../electron/database/schema/schema.ts';
import { makeDataFolder, openApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = makeDataFolder();
  folders.push(folder);
  return folder;
};
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const open = (folder: string) =>
  Database.open({
    file: join(folder, 'shyng.sqlite'),
    backupFolder: join(folder, 'backups'),
    deviceId: '019b76da-0000-7000-8000-000000000001',
    wallClock: Date.now,
  });

describe('migrations', () => {
  test('are numbered in order and have names', () => {
    const numbers = migrations.map((step) => step.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('a database of a newer program is refused and left as it was', async () => {
    const folder = newFolder();
    const database = await open(folder);
    await database.db
      .insertInto('schema_migrations')
      .values({ number: 99_990, name: 'of-the-future', applied_at: '2030-01-01T00:00:00Z' })
      .execute();
    await database.close();
    await expect(open(folder)).rejects.toMatchObject({ code: 'database_newer' });
    expect(checkSqliteFile(join(folder, 'shyng.sqlite'))).toBe('ok');
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  test('a database that holds something is copied, checked and hashed before a step', async () => {
    const folder = newFolder();
    const file = join(folder, 'shyng.sqlite');
    await (await open(folder)).close();
    const connection = openSqlite(file);
    const db = new Kysely<Schema>({ dialect: connection.dialect });
    const next = { number: 99_990, name: 'adds-nothing', up: () => Promise.resolve() };
    const options = { connection, backupFolder: join(folder, 'backups'), wallClock: Date.now };
    await migrate(db, { ...options, migrations: [...migrations, next] });
    const files = readdirSync(join(folder, 'backups'));
    expect(files.filter((name) => name.endsWith('-before_migration.sqlite'))).toHaveLength(1);
    expect(files.filter((name) => name.endsWith('-before_migration.sqlite.sha256'))).toHaveLength(1);
    expect(files).toHaveLength(2);
    const copy = files.find((name) => name.endsWith('.sqlite')) ?? '';
    expect(checkSqliteFile(join(folder, 'backups', copy))).toBe('ok');
    connection.close();
  });

  test('a step that fails leaves the schema as it was', async () => {
    const folder = newFolder();
    const connection = openSqlite(join(folder, 'shyng.sqlite'));
    const db = new Kysely<Schema>({ dialect: connection.dialect });
    const options = { connection, backupFolder: join(folder, 'backups'), wallClock: Date.now };
    await migrate(db, { ...options, migrations });
    const broken = {
      number: 99_990,
      name: 'breaks',
      up: async (transaction: { schema: Kysely<unknown>['schema'] }) => {
        await transaction.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('broken');
      },
    };
    await expect(migrate(db, { ...options, migrations: [...migrations, broken] })).rejects.toThrow('broken');
    const tables = await db.introspection.getTables();
    expect(tables.map((table) => table.name)).not.toContain('half');
    connection.close();
  });
});

describe('opening', () => {
  test('a second program on the same folder is told that the file is in use', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({}));
    await expect(open(app.dataFolder)).rejects.toMatchObject({ code: 'database_busy' });
  });

  test('a file that is no database is refused and left as it is', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'shyng.sqlite'), 'this is a text and no database at all'.repeat(100));
    await expect(open(folder)).rejects.toMatchObject({ code: 'database_damaged' });
  });

  test('an orderly stop leaves no write-ahead log, and all is there at the next start', async () => {
    await using app = await openApplication();
    const { id } = await app.call('people.createStudent', aStudent({ surname: 'Жұмабек' }));
    await app.application.stop();
    expect(readdirSync(app.dataFolder).filter((name) => name.includes('-wal'))).toEqual([]);
    await app.restart();
    expect((await app.call('people.getStudent', { id })).surname).toBe('Жұмабек');
    expect((await app.call('history.getUndoState', {})).undo?.name).toBe('people.createStudent');
  });
});
