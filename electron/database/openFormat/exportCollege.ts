import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import SqliteDriver from 'better-sqlite3';
import type { PackedFile, Progress } from '../backup/pack.ts';
import { sealSqliteCopy } from '../dialects/sqlite.ts';
import { ZipWriter } from './zipFile.ts';
import { LEFT_OUT, PART_ROWS, partName, type CollegeManifest } from './manifest.ts';

/** What {@link exportCollege} writes. */
export interface ExportJob {
  /** Path of the archive; must not exist. */
  target: string;
  madeAt: string;
  /** Copy of the database; deleted afterwards. */
  databaseCopy: string;
  attachments: readonly PackedFile[];
}

function listTables(driver: SqliteDriver.Database): string[] {
  const names = driver
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return names.filter((name) => !LEFT_OUT.includes(name));
}

function writeTable(driver: SqliteDriver.Database, zip: ZipWriter, table: string): number {
  const statement = driver.prepare(`select * from "${table}" order by rowid`);
  let part = 1;
  let rows = 0;
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length === 0) return;
    zip.add(partName(table, part), Buffer.from(`${lines.join('\n')}\n`));
    part += 1;
    lines = [];
  };
  for (const row of statement.iterate()) {
    lines.push(JSON.stringify(row));
    rows += 1;
    if (lines.length === PART_ROWS) flush();
  }
  flush();
  return rows;
}

function writeAttachments(zip: ZipWriter, files: readonly PackedFile[]): CollegeManifest['attachments'] {
  return files.map(({ name, path }) => {
    const content = readFileSync(path);
    zip.add(name, content);
    return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
}

function writeArchive(
  driver: SqliteDriver.Database,
  zip: ZipWriter,
  job: ExportJob,
  onProgress: Progress,
): void {
  const tables: Record<string, number> = {};
  const names = listTables(driver);
  for (const [index, table] of names.entries()) {
    tables[table] = writeTable(driver, zip, table);
    onProgress(index + 1, names.length + 1);
  }
  const manifest: CollegeManifest = {
    format: 'shyng-college',
    version: 1,
    schemaVersion: Number(driver.prepare('select max(number) from schema_migrations').pluck().get()),
    madeAt: job.madeAt,
    tables,
    attachments: writeAttachments(zip, job.attachments),
  };
  zip.add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  zip.finish();
}

/** Writes all of the college as the open format of FORMAT.md. Takes its time: runs in a worker. */
export function exportCollege(job: ExportJob, onProgress: Progress): void {
  const unfinished = `${job.target}.unfinished`;
  sealSqliteCopy(job.databaseCopy);
  rmSync(unfinished, { force: true });
  const driver = new SqliteDriver(job.databaseCopy, { readonly: true });
  try {
    writeArchive(driver, new ZipWriter(unfinished), job, onProgress);
    renameSync(unfinished, job.target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    driver.close();
    rmSync(job.databaseCopy, { force: true });
  }
}
