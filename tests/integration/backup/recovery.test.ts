import {
  copyFileSync,
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { backUp, namesIn, previewOf } from '../../helpers/backup.ts';
import { aStudent } from '../../helpers/entries.ts';

const file = (app: TestApplication, name = 'shyng.sqlite'): string => join(app.dataFolder, name);

async function addStudents(app: TestApplication, ...surnames: string[]): Promise<void> {
  for (const surname of surnames)
    await app.call('people.createStudent', aStudent({ surname, birthDate: null }));
}

const surnames = async (app: TestApplication): Promise<string[]> =>
  (await app.call('people.listStudents', {})).students.map(({ surname }) => surname).toSorted();

const damageKind = async (app: TestApplication): Promise<string | null> =>
  (await app.call('backup.getNotice', {})).damage?.kind ?? null;

/** Overwrites bytes in the middle of a file. */
function scratch(path: string, from: number, length: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(handle);
}

/** Bytes of a page. */
const PAGE = 4096;

/** Stops in order, so that all is in the file, does harm to it, and starts again. */
async function harm(app: TestApplication, body: (path: string) => void): Promise<void> {
  await app.application.stop();
  body(file(app));
  await app.restart();
}

describe('a file that cannot be opened', () => {
  test.each([
    ['truncated', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['cut to less than a page', (path: string) => truncateSync(path, 100)],
    ['overwritten at its head', (path: string) => scratch(path, 0, 2 * PAGE)],
    [
      'replaced by another program',
      (path: string) => writeFileSync(path, 'PK\u0003\u0004 not a database'.repeat(200)),
    ],
  ])('%s: is kept aside, nothing is written, a backup brings the college back', async (_, damage) => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші', 'Екінші');
    const fileName = await backUp(app);
    await harm(app, damage);
    expect(await damageKind(app)).toBe('unreadable');
    expect(namesIn(app.dataFolder, 'damaged')).toHaveLength(1);
    expect(await surnames(app)).toEqual([]);
    expect(await app.refused('people.createStudent', aStudent({}))).toBe('database_damaged');
    // Also after another start: nothing is forgotten.
    await app.restart();
    expect(await app.refused('people.createStudent', aStudent({}))).toBe('database_damaged');

    const { previewId } = await previewOf(app, fileName);
    await app.call('backup.restore', { previewId });
    expect(await damageKind(app)).toBeNull();
    expect(await surnames(app)).toEqual(['Бірінші', 'Екінші'].toSorted());
    await addStudents(app, 'Үшінші');
    expect(namesIn(app.dataFolder, 'damaged')).toHaveLength(1);
  });

  test('without any backup people can begin anew, and the damaged file stays', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    await harm(app, (path) => truncateSync(path, 5000));
    await app.call('backup.acceptDamage', {});
    await addStudents(app, 'Жаңа');
    expect(await surnames(app)).toEqual(['Жаңа']);
    expect(namesIn(app.dataFolder, 'damaged')).toHaveLength(1);
  });
});

describe('changes after the backup', () => {
  test('are read from the damaged log and done once more, with their history', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const fileName = await backUp(app);
    await addStudents(app, 'Кейінгі', 'Соңғы');
    const { students } = await app.call('people.listStudents', {});
    const first = students.find(({ surname }) => surname === 'Бірінші');
    await app.call('people.removeStudent', { id: first?.id ?? '' });
    await app.call('history.undo', {});
    // The table of students is gone, the log is not.
    await harm(app, (path) => {
      const root = rootPage(path, 'students');
      scratch(path, (root - 1) * PAGE, PAGE);
    });
    expect(
      (await app.application.dispatch('people.listStudents', {}, { kind: 'trusted', door: 'window' })).ok,
    ).toBe(false);
    expect(await damageKind(app)).toBe('damaged');

    const preview = await previewOf(app, fileName);
    expect(preview.countsNow).toBeNull();
    expect(preview.lost).toMatchObject({ count: 4, recoverable: 4 });
    const restored = await app.call('backup.restore', { previewId: preview.previewId });
    expect(restored).toEqual({ recovered: 4, missing: [] });
    expect(await surnames(app)).toEqual(['Бірінші', 'Кейінгі', 'Соңғы'].toSorted());
    const { actions } = await app.call('history.list', { limit: 10 });
    expect(actions[0]?.kind).toBe('undo');
    await app.call('history.redo', {});
    expect(await surnames(app)).toEqual(['Кейінгі', 'Соңғы'].toSorted());
  });

  test('that cannot be read are named', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const fileName = await backUp(app);
    await addStudents(app, 'Кейінгі');
    await harm(app, (path) => {
      scratch(path, (rootPage(path, 'students') - 1) * PAGE, PAGE);
      scratch(path, (rootPage(path, 'changes') - 1) * PAGE, PAGE);
    });
    await app.application.dispatch('people.listStudents', {}, { kind: 'trusted', door: 'window' });
    const preview = await previewOf(app, fileName);
    expect(preview.lost).toMatchObject({ count: 1, recoverable: 0 });
    const restored = await app.call('backup.restore', { previewId: preview.previewId });
    expect(restored.recovered).toBe(0);
    expect(restored.missing.map(({ name }) => name)).toEqual(['people.createStudent']);
    expect(await surnames(app)).toEqual(['Бірінші']);
  });
});

describe('pages that were exchanged', () => {
  const asks = async (app: TestApplication): Promise<void> => {
    for (const route of ['people.listStudents', 'backup.make']) {
      await app.application.dispatch(route, route === 'backup.make' ? { task: 't' } : {}, {
        kind: 'trusted',
        door: 'window',
      });
    }
  };

  test.each([
    ['students', 'experts', ['Бірінші', 'Кейінгі']],
    ['students', 'settings', ['Бірінші', 'Кейінгі']],
    // The log itself is unreadable: what only it held is told as lost, and nothing else is.
    ['students', 'changes', ['Бірінші']],
    ['students', 'actions', ['Бірінші']],
    ['changes', 'actions', ['Бірінші']],
  ])('%s with %s: is told, and what any copy still has comes back', async (one, other, expected) => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const fileName = await backUp(app);
    await addStudents(app, 'Кейінгі');
    await harm(app, (path) => exchangePages(path, rootPage(path, one), rootPage(path, other)));
    await asks(app);
    expect(await damageKind(app)).not.toBeNull();
    const { previewId } = await previewOf(app, fileName);
    await app.call('backup.restore', { previewId });
    expect(await surnames(app)).toEqual(expected.toSorted());
    expect(await damageKind(app)).toBeNull();
    await addStudents(app, 'Жаңа');
    await backUp(app);
  });
});

describe('damage found while a backup is made', () => {
  test('is told, and old backups are kept', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const fileName = await backUp(app);
    await harm(app, (path) => scratch(path, (rootPage(path, 'experts') - 1) * PAGE, PAGE));
    expect(await app.refused('backup.make', { task: 'test' })).toBe('backup_damaged');
    expect(await damageKind(app)).toBe('damaged');
    expect(namesIn(app.dataFolder, 'backups')).toEqual([fileName]);
  });
});

describe('the write-ahead log', () => {
  /** Takes the files as a power cut would leave them: the program is still running. */
  function powerCut(app: TestApplication): { database: Buffer; log: Buffer } {
    return { database: readFileSync(file(app)), log: readFileSync(file(app, 'shyng.sqlite-wal')) };
  }

  async function after(app: TestApplication, left: { database: Buffer; log: Buffer | null }): Promise<void> {
    await app.application.stop();
    writeFileSync(file(app), left.database);
    if (left.log) writeFileSync(file(app, 'shyng.sqlite-wal'), left.log);
    writeFileSync(file(app, 'running.json'), '{}');
    await app.restart();
  }

  test('brings back all that was acknowledged', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const left = powerCut(app);
    await after(app, left);
    expect(await surnames(app)).toEqual(['Бірінші']);
    expect(await damageKind(app)).toBeNull();
  });

  test('with a torn tail loses only what was not acknowledged', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const { database, log } = powerCut(app);
    for (const tail of [Buffer.alloc(700, 0x5a), Buffer.alloc(5000, 0), Buffer.from('x')]) {
      await after(app, { database, log: Buffer.concat([log, tail]) });
      expect(await surnames(app)).toEqual(['Бірінші']);
      expect(await damageKind(app)).toBeNull();
    }
  });

  test('that is gone after a crash is told; a backup that holds more brings it back', async () => {
    await using app = await openApplication();
    await app.restart();
    const { database } = powerCut(app);
    await addStudents(app, 'Бірінші');
    const fileName = await backUp(app);
    await after(app, { database, log: null });
    expect(await surnames(app)).toEqual([]);
    expect(await damageKind(app)).toBe('changes_lost');
    // People may go on meanwhile; what they do is brought along.
    await addStudents(app, 'Аралық');
    const preview = await previewOf(app, fileName);
    expect(preview.gained).toBe(1);
    expect(preview.lost).toMatchObject({ count: 1, recoverable: 1 });
    await app.call('backup.restore', { previewId: preview.previewId });
    expect(await surnames(app)).toEqual(['Аралық', 'Бірінші'].toSorted());
    expect(await damageKind(app)).toBeNull();
  });
});

describe('a database older than its newest backup', () => {
  test('is told, unless people restored it themselves', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const first = await backUp(app);
    await app.application.stop();
    const old = `${file(app)}.old`;
    copyFileSync(file(app), old);
    await app.restart();
    await addStudents(app, 'Екінші');
    await backUp(app);
    await harm(app, (path) => copyFileSync(old, path));
    expect(await damageKind(app)).toBe('changes_lost');
    await app.call('backup.acceptDamage', {});
    const { previewId } = await previewOf(app, first);
    await app.call('backup.restore', { previewId });
    await app.restart();
    expect(await damageKind(app)).toBeNull();
  });
});

describe('other trouble', () => {
  test('a second program on the same folder is told that it is in use, and harms nothing', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    await expect(openApplication({ dataFolder: app.dataFolder })).rejects.toMatchObject({
      code: 'database_busy',
    });
    await addStudents(app, 'Екінші');
    await app.restart();
    expect(await surnames(app)).toEqual(['Бірінші', 'Екінші'].toSorted());
    expect(await damageKind(app)).toBeNull();
  });

  test('a clock that is set back years stops neither history, nor undo, nor backups', async () => {
    let now = Date.parse('2026-09-01T05:00:00Z');
    await using app = await openApplication({ wallClock: () => now });
    await addStudents(app, 'Бірінші');
    expect(await app.application.makeDueBackup()).toBe(true);
    now = Date.parse('2019-01-01T00:00:00Z');
    await app.restart();
    await addStudents(app, 'Екінші');
    expect(await app.application.makeDueBackup()).toBe(true);
    expect(await app.application.makeDueBackup()).toBe(false);
    const { actions } = await app.call('history.list', { limit: 10 });
    expect(actions[0]?.name).toBe('people.createStudent');
    await app.call('history.undo', {});
    expect(await surnames(app)).toEqual(['Бірінші']);
    expect(await damageKind(app)).toBeNull();
    expect(namesIn(app.dataFolder, 'backups')).toHaveLength(2);
  });

  test('an unfinished file of a backup that was cut off is no backup', async () => {
    await using app = await openApplication();
    await addStudents(app, 'Бірінші');
    const fileName = await backUp(app);
    writeFileSync(join(app.dataFolder, 'backups', `${fileName}.unfinished`), 'half');
    expect((await app.call('backup.getStatus', {})).backups.map((one) => one.fileName)).toEqual([fileName]);
    rmSync(join(app.dataFolder, 'backups'), { recursive: true });
    expect((await app.call('backup.getStatus', {})).backups).toEqual([]);
    expect(await app.refused('backup.preview', { source: { kind: 'own', fileName }, task: 't' })).toBe(
      'backup_not_found',
    );
    expect(existsSync(file(app))).toBe(true);
  });
});

/** Number of the first page of a table, from the closed file. */
function rootPage(path: string, table: string): number {
  const driver = new SqliteDriver(path, { readonly: true });
  try {
    return Number(driver.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table));
  } finally {
    driver.close();
  }
}

/** Puts two pages of a closed file in each other's place. */
function exchangePages(path: string, one: number, other: number): void {
  const bytes = readFileSync(path);
  const [first, second] = [one, other].map((page) =>
    Buffer.from(bytes.subarray((page - 1) * PAGE, page * PAGE)),
  );
  second?.copy(bytes, (one - 1) * PAGE);
  first?.copy(bytes, (other - 1) * PAGE);
  writeFileSync(path, bytes);
}
