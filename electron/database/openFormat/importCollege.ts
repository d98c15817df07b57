import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { Kysely } from 'kysely';
import { BackupError, damaged } from '../backup/header.ts';
import type { Progress } from '../backup/pack.ts';
import { inspectUnpacked, type UnpackJob, type Unpacked } from '../backup/unpack.ts';
import { openSqlite } from '../dialects/sqlite.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import type { Schema } from '../schema/schema.ts';
import { ZipReader } from './zipFile.ts';
import { LEFT_OUT, manifestSchema, partName, PART_ROWS, type CollegeManifest } from './manifest.ts';

type Value = string | number | null;

function readManifest(zip: ZipReader): CollegeManifest {
  const parsed = manifestSchema.safeParse(JSON.parse(zip.read('manifest.json').toString('utf8')));
  if (!parsed.success) throw damaged('the manifest is not one of ours');
  return parsed.data;
}

/** An empty database of the version that the archive was made with; it is brought up to date when it is opened. */
async function makeDatabase(file: string, schemaVersion: number): Promise<void> {
  const known = migrations.filter(({ number }) => number <= schemaVersion);
  if (known.at(-1)?.number !== schemaVersion) {
    throw new BackupError('backup_newer', `schema ${schemaVersion} is not known here`);
  }
  const connection = openSqlite(file);
  try {
    const db = new Kysely<Schema>({ dialect: connection.dialect });
    await migrate(db, { connection, migrations: known, backupFolder: dirname(file), wallClock: Date.now });
  } finally {
    connection.close();
  }
}

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** One line as the values of the table's columns. @throws BackupError when it holds something else */
function parseLine(line: string, columns: readonly string[]): Value[] {
  const row: unknown = JSON.parse(line);
  if (typeof row !== 'object' || row === null) throw damaged('a line is no row');
  const fields = row as Record<string, unknown>;
  if (Object.keys(fields).length !== columns.length) throw damaged('a row has other columns');
  return columns.map((name) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!isValue(value)) throw damaged('a row has other columns');
    return value;
  });
}

function readTable(driver: SqliteDriver.Database, zip: ZipReader, table: string, rows: number): void {
  const columns = (
    driver.prepare(`select name from pragma_table_info(?)`).pluck().all(table) as string[]
  ).slice();
  if (columns.length === 0 || LEFT_OUT.includes(table)) throw damaged('a table that is not ours');
  const names = columns.map((name) => `"${name}"`).join(', ');
  const statement = driver.prepare(
    `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
  );
  let count = 0;
  for (let part = 1; part <= Math.ceil(rows / PART_ROWS); part += 1) {
    for (const line of zip.read(partName(table, part)).toString('utf8').split('\n')) {
      if (line === '') continue;
      statement.run(parseLine(line, columns));
      count += 1;
    }
  }
  if (count !== rows) throw damaged('rows are missing');
}

function fillDatabase(file: string, zip: ZipReader, manifest: CollegeManifest, onProgress: Progress): void {
  const driver = new SqliteDriver(file, { fileMustExist: true });
  try {
    driver.pragma('foreign_keys = OFF');
    const tables = Object.entries(manifest.tables);
    driver.exec('begin');
    for (const [index, [table, rows]] of tables.entries()) {
      readTable(driver, zip, table, rows);
      onProgress(index + 1, tables.length);
    }
    const broken = driver.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw damaged('a row points to nothing');
    driver.exec('commit');
  } finally {
    driver.close();
  }
}

function unpackAttachments(folder: string, zip: ZipReader, manifest: CollegeManifest): void {
  for (const { name, bytes, sha256 } of manifest.attachments) {
    const content = zip.read(name);
    const hash = createHash('sha256').update(content).digest('hex');
    if (content.length !== bytes || hash !== sha256) throw damaged('an attachment is not what was written');
    const path = join(folder, ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
  }
}

/**
 * Makes a database and attachments of an archive in the open format, in an empty folder. Takes its time: runs in a
 * worker. Nothing of the archive is believed before it is checked.
 * @throws BackupError when anything is not as FORMAT.md says
 */
export async function importCollege(job: UnpackJob, onProgress: Progress): Promise<Unpacked> {
  const file = join(job.folder, 'shyng.sqlite');
  let zip: ZipReader | undefined;
  try {
    zip = new ZipReader(job.source);
    const manifest = readManifest(zip);
    await makeDatabase(file, manifest.schemaVersion);
    fillDatabase(file, zip, manifest, onProgress);
    unpackAttachments(job.folder, zip, manifest);
    return { ...inspectUnpacked(file, job), encrypted: false };
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError('backup_damaged', 'the archive cannot be read', { cause: error });
  } finally {
    zip?.close();
  }
}
