import { Buffer } from 'node:buffer';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { attachmentPath, contentHash } from '../../../electron/files/attachmentFiles.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { backUp } from '../../helpers/backup.ts';
import { aStudent } from '../../helpers/entries.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nтуралы анықтама\n');

const fileOf = (app: TestApplication, content: Buffer): string =>
  attachmentPath(app.dataFolder, contentHash(content));

async function addFile(app: TestApplication, content = PDF): Promise<string> {
  const { id: ownerId } = await app.call('people.createStudent', aStudent({ birthDate: null }));
  const input = { fileName: 'келісім.pdf', content: content.toString('base64') };
  return (await app.call('attachments.add', { entity: 'students', ownerId, ...input })).id;
}

async function read(app: TestApplication, id: string): Promise<string> {
  const { content } = await app.call('attachments.read', { id });
  return Buffer.from(content, 'base64').toString();
}

/** Nothing of what was unpacked on the way stays. */
const leftovers = (app: TestApplication): string[] =>
  readdirSync(app.dataFolder).filter((name) => name.startsWith('bring-back'));

describe('an attachment that is lost on the disk', () => {
  test.each<[string, (path: string) => void]>([
    ['gone', (path) => rmSync(path)],
    ['cut', (path) => writeFileSync(path, PDF.subarray(0, 9))],
    ['changed', (path) => writeFileSync(path, 'басқа мазмұн')],
    ['gone with all the others', (path) => rmSync(join(path, '..', '..'), { recursive: true })],
  ])('%s: is fetched from the backup that holds it, and stays', async (_, harm) => {
    await using app = await openApplication();
    const id = await addFile(app);
    await backUp(app);
    harm(fileOf(app, PDF));
    expect(await read(app, id)).toBe(PDF.toString());
    expect(existsSync(fileOf(app, PDF))).toBe(true);
    expect(leftovers(app)).toEqual([]);
    await app.restart();
    expect(await read(app, id)).toBe(PDF.toString());
  });

  test('comes back from encrypted backups too, and from the second place when the others are gone', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'shyng-stick-'));
    onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
    await using app = await openApplication();
    await app.call('backup.setPassphrase', { passphrase: 'жеті қазына' });
    await app.call('backup.setSecondPlace', { path: stick });
    const id = await addFile(app);
    await backUp(app);
    rmSync(join(app.dataFolder, 'backups'), { recursive: true });
    rmSync(fileOf(app, PDF));
    expect(await read(app, id)).toBe(PDF.toString());
  });

  test('is back before the next backup is made, so that rotation takes no last copy', async () => {
    await using app = await openApplication();
    await addFile(app);
    await backUp(app);
    rmSync(fileOf(app, PDF));
    await app.call('people.createStudent', aStudent({ surname: 'Кейінгі', birthDate: null }));
    await backUp(app);
    expect(existsSync(fileOf(app, PDF))).toBe(true);
  });

  test('that no copy holds is told, and everything else goes on', async () => {
    await using app = await openApplication();
    const id = await addFile(app);
    rmSync(fileOf(app, PDF));
    expect(await app.refused('attachments.read', { id })).toBe('attachment_missing');
    await backUp(app);
    expect(await app.refused('attachments.read', { id })).toBe('attachment_missing');
    const other = Buffer.from('%PDF-1.7\nбасқа\n');
    expect(await read(app, await addFile(app, other))).toBe(other.toString());
    expect((await app.call('backup.getNotice', {})).damage).toBeNull();
  });

  test('of a person who was erased comes back from nowhere', async () => {
    await using app = await openApplication();
    const { id: studentId } = await app.call('people.createStudent', aStudent({ birthDate: null }));
    const input = { fileName: 'x.pdf', content: PDF.toString('base64') };
    const { id } = await app.call('attachments.add', { entity: 'students', ownerId: studentId, ...input });
    await backUp(app);
    await app.call('privacy.erase', { studentId, reason: 'request' });
    expect(await app.refused('attachments.read', { id })).toBe('not_found');
    await backUp(app);
    expect(existsSync(fileOf(app, PDF))).toBe(false);
  });
});
