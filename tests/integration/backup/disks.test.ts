import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openApplication } from '../../helpers/application.ts';
import { onReadOnlyDisk, onSmallDisk, type DiskApplication } from '../../helpers/disks.ts';
import { aStudent } from '../../helpers/entries.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shyng-disk-'));
  onTestFinished(() => {
    // Rights that a test took away stand in the way of its own folder's end.
    for (const name of ['data']) if (readdirSync(folder).includes(name)) chmodSync(join(folder, name), 0o755);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const codeOf = async (app: DiskApplication, route: string, input: unknown): Promise<string> => {
  const answer = await app.call(route, input);
  return answer.ok ? 'ok' : answer.error.code;
};

async function surnames(app: DiskApplication): Promise<string[]> {
  const answer = await app.call('people.listStudents', {});
  if (!answer.ok) throw new Error(answer.error.code);
  const { students } = answer.data as { students: { surname: string }[] };
  return students.map(({ surname }) => surname).toSorted();
}

/** Notes of the longest kind: a few hundred of them fill any small disk. */
const long = 'ұзақ жазба '.repeat(400);

/** Adds students until one is refused. @returns the surnames that were acknowledged, and the code of the refusal */
async function addUntilRefused(app: DiskApplication): Promise<{ stored: string[]; code: string }> {
  const stored: string[] = [];
  for (let count = 0; count < 5000; count += 1) {
    const surname = `Оқушы${count}`;
    const code = await codeOf(
      app,
      'people.createStudent',
      aStudent({ surname, birthDate: null, notes: long }),
    );
    if (code !== 'ok') return { stored, code };
    stored.push(surname);
  }
  throw new Error('the disk did not become full');
}

/** Windows has neither mounts nor limits that a test could set without rights. */
const hasSmallDisks = process.platform !== 'win32';

test.runIf(hasSmallDisks)(
  'a full disk: what was acknowledged stays, reading goes on, and writing goes on when there is room',
  async () => {
    const folder = makeFolder();
    const app = await onSmallDisk(folder, 24);
    if (app.way === 'mounted') await app.send('fill');
    const { stored, code } = await addUntilRefused(app);
    expect(app.way === 'mounted' ? ['disk_full'] : ['disk_full', 'disk_failed']).toContain(code);
    // Nothing of the refused one is there, nothing of the others is missing; again and again.
    expect(await surnames(app)).toEqual(stored.toSorted());
    expect(await codeOf(app, 'people.createStudent', aStudent({ notes: long }))).toBe(code);
    expect(await codeOf(app, 'backup.make', { task: 'full' })).not.toBe('ok');
    expect(await surnames(app)).toEqual(stored.toSorted());
    // A start on the full disk opens it as well.
    await app.send('restart');
    expect(await surnames(app)).toEqual(stored.toSorted());
    if (app.way === 'mounted') {
      await app.send('free');
      expect(await codeOf(app, 'people.createStudent', aStudent({ surname: 'Соңғы' }))).toBe('ok');
      expect(await surnames(app)).toEqual([...stored, 'Соңғы'].toSorted());
      expect(await codeOf(app, 'backup.make', { task: 'room' })).toBe('ok');
    }
    expect(await app.stop()).toBe(0);
  },
);

test('a disk that can only be read: everything is there to read, each command says why nothing is stored', async () => {
  const folder = makeFolder();
  const data = join(folder, 'data');
  const before = await openApplication({ dataFolder: data });
  for (const surname of ['Бірінші', 'Екінші']) {
    await before.call('people.createStudent', aStudent({ surname, birthDate: null }));
  }
  await before.call('backup.make', { task: 'before' });
  await before.application.stop();
  const files = (await readdir(data)).toSorted();

  const app = await onReadOnlyDisk(folder);
  const notice = await app.call('backup.getNotice', {});
  expect(notice).toMatchObject({ ok: true, data: { isReadOnly: true, damage: null } });
  expect(await surnames(app)).toEqual(['Бірінші', 'Екінші'].toSorted());
  expect(await codeOf(app, 'people.createStudent', aStudent({}))).toBe('database_read_only');
  expect(await codeOf(app, 'history.undo', {})).toBe('database_read_only');
  expect(await codeOf(app, 'history.list', { limit: 5 })).toBe('ok');
  const status = await app.call('backup.getStatus', {});
  expect(status).toMatchObject({ ok: true });
  expect(await app.stop()).toBe(0);

  // Nothing was changed there; with the right to write all goes on.
  chmodSync(data, 0o755);
  for (const name of await readdir(data)) chmodSync(join(data, name), 0o755);
  expect((await readdir(data)).toSorted()).toEqual(files);
  await using after = await openApplication({ dataFolder: data });
  expect((await after.call('backup.getNotice', {})).isReadOnly).toBe(false);
  await after.call('people.createStudent', aStudent({ surname: 'Үшінші', birthDate: null }));
  expect((await after.call('people.listStudents', {})).students).toHaveLength(3);
});
