import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { finishSwap } from '../../../electron/database/backup/swap.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { backUp, namesIn, previewOf, stateOf } from '../../helpers/backup.ts';
import { aStudent } from '../../helpers/entries.ts';

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shyng-place-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const backupPath = (app: TestApplication, fileName: string): string =>
  join(app.dataFolder, 'backups', fileName);

function addAttachment(app: TestApplication): string {
  const folder = join(app.dataFolder, 'attachments', 'ab');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `ab${'0'.repeat(62)}`);
  writeFileSync(file, 'a photo');
  return file;
}

describe('a backup', () => {
  test('holds database, attachments and settings in one file, and tells what is inside', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({}));
    addAttachment(app);
    const fileName = await backUp(app);
    const status = await app.call('backup.getStatus', {});
    expect(status.backups).toHaveLength(1);
    expect(status.backups[0]).toMatchObject({ fileName, kind: 'manual', readable: true, encrypted: false });
    expect(status.backups[0]?.counts).toMatchObject({ students: 1, marks: 0 });
    expect(readFileSync(backupPath(app, fileName)).includes('Серікбаев')).toBe(false);
    // Nothing unfinished is left.
    expect(namesIn(app.dataFolder, 'backups')).toEqual([fileName]);
  });

  test('comes back into place, with attachments, and the restore can be taken back and back again', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    const attachment = addAttachment(app);
    const fileName = await backUp(app);
    const then = await stateOf(app);
    await app.call('people.createStudent', aStudent({ surname: 'Екінші' }));
    rmSync(attachment);
    const now = await stateOf(app);

    const preview = await previewOf(app, fileName);
    expect(preview.counts.students).toBe(1);
    expect(preview.countsNow?.students).toBe(2);
    expect(preview.lost.count).toBe(1);
    expect(preview.lost.newest.map(({ name }) => name)).toEqual(['people.createStudent']);
    expect(await stateOf(app)).toEqual(now);

    await app.call('backup.restore', { previewId: preview.previewId });
    expect(await stateOf(app)).toEqual(then);
    expect(readFileSync(attachment, 'utf8')).toBe('a photo');

    await app.call('backup.undoRestore', {});
    expect(await stateOf(app)).toEqual(now);
    expect(existsSync(attachment)).toBe(false);
    await app.call('backup.undoRestore', {});
    expect(await stateOf(app)).toEqual(then);
    await app.restart();
    expect(await stateOf(app)).toEqual(then);
  });

  test('lets the log go on under another device after a restore', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    const fileName = await backUp(app);
    await app.call('people.createStudent', aStudent({ surname: 'Жоғалған' }));
    const { previewId } = await previewOf(app, fileName);
    await app.call('backup.restore', { previewId });
    await app.call('people.createStudent', aStudent({ surname: 'Кейінгі' }));
    await app.call('history.undo', {});
    const { students } = await app.call('people.listStudents', {});
    expect(students.map(({ surname }) => surname)).toEqual(['Бірінші']);
  });

  test('opens to be looked at: reading works, writing is refused, closing brings the college back', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    const fileName = await backUp(app);
    await app.call('people.createStudent', aStudent({ surname: 'Екінші' }));
    const now = await stateOf(app);
    const { previewId } = await previewOf(app, fileName);
    await app.call('backup.openView', { previewId });
    expect((await app.call('people.listStudents', {})).students).toHaveLength(1);
    expect((await app.call('backup.getNotice', {})).viewing?.fileName).toBe(fileName);
    expect(await app.refused('people.createStudent', aStudent({}))).toBe('view_only');
    expect(await app.refused('history.undo', {})).toBe('view_only');
    await app.call('backup.closeView', {});
    expect(await stateOf(app)).toEqual(now);
    expect((await app.call('backup.getNotice', {})).viewing).toBeNull();
  });

  test('unpacks beside, as the data folder of an application of its own', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    const { previewId } = await previewOf(app, await backUp(app));
    const parent = folderOfTest();
    const folder = join(parent, 'beside');
    await app.call('backup.restoreBeside', { previewId, folder });
    expect(await app.refused('backup.restoreBeside', { previewId, folder })).toBe('folder_not_empty');
    expect(await app.refused('backup.restoreBeside', { previewId, folder: join(app.dataFolder, 'x') })).toBe(
      'place_not_writable',
    );
    await using beside = await openApplication({ dataFolder: folder });
    expect((await beside.call('people.listStudents', {})).students).toHaveLength(1);
  });

  test('is made of the college, also while the sample college is on the screen', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({}));
    await app.call('sample.open', {});
    const fileName = await backUp(app);
    const { backups } = await app.call('backup.getStatus', {});
    expect(backups.find((one) => one.fileName === fileName)?.counts?.students).toBe(1);
  });

  test('is made by itself once on a day of work', async () => {
    let now = Date.parse('2026-09-01T05:00:00Z');
    await using app = await openApplication({ wallClock: () => now });
    const due = () => app.application.makeDueBackup();
    expect(await due()).toBe(false);
    await app.call('people.createStudent', aStudent({}));
    expect(await due()).toBe(true);
    expect(await due()).toBe(false);
    now += 86_400_000;
    expect(await due()).toBe(false);
    await app.call('people.createStudent', aStudent({}));
    expect(await due()).toBe(true);
    expect((await app.call('backup.getStatus', {})).backups.map(({ kind }) => kind)).toEqual([
      'automatic',
      'automatic',
    ]);
  });
});

describe('an encrypted backup', () => {
  test('opens elsewhere with passphrase or recovery code, and with nothing else', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({}));
    const { recoveryCode } = await app.call('backup.setPassphrase', { passphrase: 'жеті қазына' });
    expect((await app.call('backup.getRecoveryCode', {})).recoveryCode).toBe(recoveryCode);
    const fileName = await backUp(app);
    // At home it needs no word.
    expect((await previewOf(app, fileName)).encrypted).toBe(true);

    await using other = await openApplication();
    const source = { kind: 'path' as const, path: backupPath(app, fileName) };
    const input = { source, task: 'test' };
    expect(await other.refused('backup.preview', input)).toBe('backup_passphrase_needed');
    expect(await other.refused('backup.preview', { ...input, secret: 'жеті казына' })).toBe(
      'backup_passphrase_wrong',
    );
    for (const secret of ['жеті қазына', recoveryCode ?? '']) {
      const preview = await other.call('backup.preview', { ...input, secret });
      expect(preview.counts.students).toBe(1);
    }
    expect(namesIn(other.dataFolder, 'restore')).toHaveLength(1);
  });

  test('cannot be changed in a single place without being noticed', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({}));
    for (const passphrase of [null, 'жеті қазына']) {
      await app.call('backup.setPassphrase', { passphrase });
      const fileName = await backUp(app);
      const whole = readFileSync(backupPath(app, fileName));
      const copy = join(folderOfTest(), 'copy.shyng');
      const input = { source: { kind: 'path', path: copy }, secret: 'жеті қазына', task: 'test' };
      const places = [0, 40, Math.floor(whole.length / 2), whole.length - 1];
      for (const place of places) {
        const changed = Buffer.from(whole);
        changed[place] = (changed[place] ?? 0) ^ 0x41;
        writeFileSync(copy, changed);
        expect(await app.refused('backup.preview', input), `byte ${place}`).toMatch(
          /^backup_(damaged|passphrase_wrong)$/,
        );
      }
      for (const length of [0, 100, whole.length - 1]) {
        writeFileSync(copy, whole.subarray(0, length));
        expect(await app.refused('backup.preview', input), `length ${length}`).toMatch(
          /^backup_(damaged|passphrase_wrong)$/,
        );
      }
    }
  });
});

describe('the second place', () => {
  test('gets each backup, and is known again under another path', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({}));
    const stick = folderOfTest();
    await app.call('backup.setSecondPlace', { path: stick });
    const fileName = await backUp(app);
    expect(namesIn(stick, 'Shyng')).toEqual([fileName, 'shyng-backups.json']);
    const { secondPlace } = await app.call('backup.getStatus', {});
    expect(secondPlace).toMatchObject({ path: join(stick, 'Shyng'), present: true });
    expect(secondPlace?.backups.map((one) => one.fileName)).toEqual([fileName]);
    const preview = await app.call('backup.preview', { source: { kind: 'second', fileName }, task: 'test' });
    expect(preview.counts.students).toBe(1);
  });

  test('that went away and came back gets what it missed', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({}));
    const stick = folderOfTest();
    await app.call('backup.setSecondPlace', { path: stick });
    const marker = join(stick, 'Shyng', 'shyng-backups.json');
    const elsewhere = join(folderOfTest(), 'marker');
    copyFileSync(marker, elsewhere);
    rmSync(marker);
    const fileName = await backUp(app);
    expect((await app.call('backup.getStatus', {})).secondPlace?.present).toBe(false);
    expect(namesIn(stick, 'Shyng')).toEqual([]);
    copyFileSync(elsewhere, marker);
    await app.application.makeDueBackup();
    expect(namesIn(stick, 'Shyng')).toContain(fileName);
  });

  test('that cannot be written to is refused', async () => {
    await using app = await openApplication();
    expect(await app.refused('backup.setSecondPlace', { path: '/no/such/folder' })).toBe(
      'place_not_writable',
    );
  });
});

describe('a restore that is cut off', () => {
  test.each(['staged', 'moved'] as const)('after %s is finished at the next start', async (phase) => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    const preview = await previewOf(app, await backUp(app));
    const then = await stateOf(app);
    await app.call('people.createStudent', aStudent({ surname: 'Екінші' }));
    await app.application.stop();
    const staged = `restore/${preview.previewId}`;
    const journal = { staged, aside: 'before-restore/2026-x', phase: 'staged' };
    const journalFile = join(app.dataFolder, 'restore-running.json');
    writeFileSync(journalFile, JSON.stringify(journal));
    if (phase === 'moved') {
      // As if the power had gone just after the former files were moved.
      mkdirSync(join(app.dataFolder, 'before-restore', '2026-x'), { recursive: true });
      copyFileSync(
        join(app.dataFolder, 'shyng.sqlite'),
        join(app.dataFolder, 'before-restore', '2026-x', 'shyng.sqlite'),
      );
      rmSync(join(app.dataFolder, 'shyng.sqlite'));
      writeFileSync(journalFile, JSON.stringify({ ...journal, phase: 'moved' }));
    }
    finishSwap(app.dataFolder);
    expect(existsSync(journalFile)).toBe(false);
    expect(statSync(join(app.dataFolder, 'before-restore', '2026-x', 'shyng.sqlite')).size).toBeGreaterThan(
      0,
    );
    await app.restart();
    expect(await stateOf(app)).toEqual(then);
  });
});
