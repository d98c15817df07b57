import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { setUpTraining } from '../../helpers/training.ts';

/** Passwords, what the schema itself writes, and figures that are computed anew from the rest. */
const APART = ['credentials', 'kept_figures', 'schema_migrations'];

/** Every row of every table of a closed database. */
function dump(dataFolder: string): Record<string, unknown[]> {
  const driver = new SqliteDriver(join(dataFolder, 'shyng.sqlite'), { readonly: true });
  try {
    const names = driver
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      names
        .filter((name) => !APART.includes(name))
        .map((name) => [name, driver.prepare(`select * from "${name}" order by rowid`).all()]),
    );
  } finally {
    driver.close();
  }
}

async function fill(app: TestApplication): Promise<void> {
  const { attemptIds, aspects, studentIds } = await setUpTraining(app);
  await app.call('training.setMarks', {
    marks: attemptIds.flatMap((attemptId) =>
      aspects.map(({ id: aspectId }) => ({ attemptId, aspectId, entry: { kind: 'not_attempted' as const } })),
    ),
  });
  await app.call('people.removeStudent', { id: studentIds[1] ?? '' });
  await app.call('history.undo', {});
  const folder = join(app.dataFolder, 'attachments', 'ab');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `ab${'1'.repeat(62)}`), 'a photo');
}

describe('the open format', () => {
  test('holds all of the college, and gives the same database back', async () => {
    await using app = await openApplication();
    await fill(app);
    const { path } = await app.call('backup.exportCollege', { task: 't' });
    const entries = unzipSync(readFileSync(path));
    const manifest = JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString()) as {
      tables: Record<string, number>;
    };
    expect(manifest.tables['students']).toBe(2);
    expect(Object.keys(entries)).toContain('data/marks-0001.ndjson');
    expect(Object.keys(manifest.tables).filter((name) => APART.includes(name))).toEqual([]);

    await using other = await openApplication();
    const preview = await other.call('backup.preview', { source: { kind: 'path', path }, task: 't' });
    expect(preview.counts.students).toBe(2);
    await other.call('backup.restore', { previewId: preview.previewId });
    expect((await other.call('people.listStudents', {})).students).toHaveLength(2);
    expect(readFileSync(join(other.dataFolder, 'attachments', 'ab', `ab${'1'.repeat(62)}`), 'utf8')).toBe(
      'a photo',
    );
    await app.application.stop();
    await other.application.stop();
    expect(dump(other.dataFolder)).toEqual(dump(app.dataFolder));
    await app.restart();
    await other.restart();
  });

  test('is taken back like a restore', async () => {
    await using app = await openApplication();
    await fill(app);
    const { path } = await app.call('backup.exportCollege', { task: 't' });
    await using other = await openApplication();
    const { previewId } = await other.call('backup.preview', { source: { kind: 'path', path }, task: 't' });
    await other.call('backup.restore', { previewId });
    await other.call('backup.undoRestore', {});
    expect((await other.call('people.listStudents', {})).students).toEqual([]);
  });

  type Entries = Record<string, Uint8Array>;
  const text = (entries: Entries, name: string): string => Buffer.from(entries[name] ?? []).toString();
  const edit = (name: string, change: (content: string) => string) => (entries: Entries) => {
    entries[name] = Buffer.from(change(text(entries, name)));
  };
  const STUDENTS = 'data/students-0001.ndjson';

  test.each<[string, (entries: Entries) => void]>([
    ['a row less', edit(STUDENTS, (rows) => rows.split('\n').slice(1).join('\n'))],
    ['a column more', edit(STUDENTS, (rows) => rows.replaceAll('{"id"', '{"x":1,"id"'))],
    ['a column of another name', edit(STUDENTS, (rows) => rows.replaceAll('"surname"', '"sur name"'))],
    ['a prototype key', edit(STUDENTS, (rows) => rows.replaceAll('"surname"', '"__proto__"'))],
    ['an object for a value', edit(STUDENTS, (rows) => rows.replaceAll('"notes":""', '"notes":{}'))],
    ['no JSON', edit(STUDENTS, () => 'surname;name\n')],
    [
      'a reference to nothing',
      edit('data/attempts-0001.ndjson', (rows) =>
        rows.replace(/"student_id":"[0-9a-f]{8}/, '"student_id":"00000000'),
      ),
    ],
    [
      'a table that is not ours',
      edit('manifest.json', (json) => json.replace('"students"', '"sqlite_schema"')),
    ],
    [
      'passwords',
      edit('manifest.json', (json) => json.replace('"students": 2', '"students": 2, "credentials": 0')),
    ],
    [
      'a path outside',
      edit('manifest.json', (json) => json.replace('attachments/ab/ab', 'attachments/../../ab')),
    ],
    ['an attachment changed', edit(`attachments/ab/ab${'1'.repeat(62)}`, () => 'another')],
    [
      'a newer schema',
      edit('manifest.json', (json) => json.replace(/"schemaVersion": \d+/, '"schemaVersion": 99999')),
    ],
    ['no manifest', (entries) => delete entries['manifest.json']],
  ])('is refused with %s, and nothing changes', async (_, harm) => {
    await using app = await openApplication();
    await fill(app);
    const { path } = await app.call('backup.exportCollege', { task: 't' });
    const entries = unzipSync(readFileSync(path));
    harm(entries);
    writeFileSync(path, zipSync(entries));
    const code = await app.refused('backup.preview', { source: { kind: 'path', path }, task: 't' });
    expect(code).toMatch(/^backup_(damaged|newer)$/);
    expect((await app.call('people.listStudents', {})).students).toHaveLength(2);
  });
});
