import { Buffer } from 'node:buffer';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compareVersions } from '#shared/domain/updates/updateHeader.ts';
import { signUpdate, type UpdateDetails } from '../../../electron/updates/signUpdate.ts';
import { signedBytes } from '../../../electron/updates/updateFile.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';

const publisher = generateKeyPairSync('ed25519');
const secretKey = publisher.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const INSTALLER = Buffer.from('орнатқыш '.repeat(50_000));

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shyng-update-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An update of this computer's system, signed by the publisher of the test. */
async function makeUpdate(details: Partial<UpdateDetails> = {}): Promise<string> {
  const folder = makeFolder();
  const installer = join(folder, 'Shyng-2.0.0-setup.exe');
  writeFileSync(installer, INSTALLER);
  const target = `${installer}.shyng-update`;
  await signUpdate(installer, target, secretKey, {
    version: '2.0.0',
    platform: process.platform as UpdateDetails['platform'],
    arch: process.arch,
    notes: { kk: 'Жаңа беттер', ru: 'Новые страницы', en: 'New pages' },
    ...details,
  });
  return target;
}

/** A header of anybody's making, signed rightly: even the publisher's word is read with care. */
function writeSigned(header: unknown, payload: Buffer): string {
  const path = join(makeFolder(), 'x.shyng-update');
  const signed = signedBytes(Buffer.from(JSON.stringify(header)));
  writeFileSync(path, Buffer.concat([signed, sign(null, signed, publisher.privateKey), payload]));
  return path;
}

const goodHeader = (payload: Buffer) => ({
  format: 1,
  version: '2.0.0',
  platform: process.platform,
  arch: process.arch,
  fileName: 'setup.exe',
  size: payload.length,
  sha256: createHash('sha256').update(payload).digest('hex'),
  notes: { kk: '', ru: '', en: '' },
});

interface Opened {
  app: TestApplication;
  shown: string[];
}

async function open(): Promise<Opened> {
  const shown: string[] = [];
  const app = await openApplication({
    publisherKey: publisher.publicKey,
    showFile: (path) => shown.push(path),
  });
  return { app, shown };
}

describe('a signed update file', () => {
  test('says what it is; its installer is checked, a backup is made, and it is shown, not started', async () => {
    const { app, shown } = await open();
    await using _ = app;
    await app.call('people.createStudent', aStudent({}));
    const path = await makeUpdate();
    expect(await app.call('updates.inspect', { path })).toMatchObject({
      version: '2.0.0',
      currentVersion: '0.0.0-test',
      fileName: 'Shyng-2.0.0-setup.exe',
      size: INSTALLER.length,
      notes: { kk: 'Жаңа беттер' },
    });
    expect((await app.call('updates.getState', {})).fingerprint).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(shown).toEqual([]);
    const { installer } = await app.call('updates.prepare', { path });
    expect(shown).toEqual([installer]);
    expect(readFileSync(installer).equals(INSTALLER)).toBe(true);
    const { backups } = await app.call('backup.getStatus', {});
    expect(backups.map(({ kind }) => kind)).toEqual(['before_update']);
  });

  test('every single byte that is changed is noticed, and nothing is left of it', async () => {
    const { app, shown } = await open();
    await using _ = app;
    const path = await makeUpdate();
    const whole = readFileSync(path);
    const headerEnd = whole.length - INSTALLER.length;
    const altered = join(makeFolder(), 'altered.shyng-update');
    const places = [0, 14, 16, 19, 40, headerEnd - 64, headerEnd - 1];
    for (const place of places) {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(altered, bytes);
      const code = await app.refused('updates.prepare', { path: altered });
      expect([place, code]).toEqual([place, place < 19 ? code : 'update_not_signed']);
      expect(['update_not_ours', 'update_not_signed']).toContain(code);
    }
    for (const place of [headerEnd, Math.floor(headerEnd + INSTALLER.length / 2), whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(altered, bytes);
      expect(await app.refused('updates.prepare', { path: altered })).toBe('update_altered');
    }
    writeFileSync(altered, whole.subarray(0, whole.length - 1));
    expect(await app.refused('updates.inspect', { path: altered })).toBe('update_altered');
    writeFileSync(altered, Buffer.concat([whole, Buffer.from('x')]));
    expect(await app.refused('updates.inspect', { path: altered })).toBe('update_altered');
    expect(shown).toEqual([]);
    expect(readdirSync(join(app.dataFolder, 'updates'))).toEqual([]);
  });

  test('another publisher, no signature, an older version, another computer, other files: each has its answer', async () => {
    const { app } = await open();
    await using _ = app;
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const signed = signedBytes(Buffer.from(JSON.stringify(goodHeader(INSTALLER))));
    const strange = join(makeFolder(), 'strange.shyng-update');
    writeFileSync(strange, Buffer.concat([signed, sign(null, signed, stranger), INSTALLER]));
    const unsigned = join(makeFolder(), 'unsigned.shyng-update');
    writeFileSync(unsigned, Buffer.concat([signed, Buffer.alloc(64), INSTALLER]));
    const other = join(makeFolder(), 'other.shyng-update');
    writeFileSync(other, 'PK\u0003\u0004 something else');
    const other2 = process.arch === 'x64' ? 'arm64' : 'x64';
    const answers: [string, string][] = [
      [strange, 'update_not_signed'],
      [unsigned, 'update_not_signed'],
      [other, 'update_not_ours'],
      [await makeUpdate({ version: '0.0.0-aaa' }), 'update_not_newer'],
      [await makeUpdate({ version: '0.0.0-test' }), 'update_not_newer'],
      [await makeUpdate({ arch: other2 }), 'update_other_computer'],
      [join(makeFolder(), 'missing.shyng-update'), 'not_found'],
    ];
    for (const [path, code] of answers) {
      expect([path, await app.refused('updates.inspect', { path })]).toEqual([path, code]);
      expect(await app.refused('updates.prepare', { path })).toBe(code);
    }
  });

  test('even a signed header names no place outside of its folder', async () => {
    const { app } = await open();
    await using _ = app;
    const names = ['../evil.exe', '/etc/passwd', 'C:\\evil.exe', '..', '.hidden', 'a\u0000b', ''];
    for (const fileName of names) {
      const path = writeSigned({ ...goodHeader(INSTALLER), fileName }, INSTALLER);
      expect([fileName, await app.refused('updates.prepare', { path })]).toEqual([
        fileName,
        'update_not_ours',
      ]);
    }
    const huge = writeSigned({ ...goodHeader(INSTALLER), more: 'x'.repeat(70_000) }, INSTALLER);
    expect(await app.refused('updates.inspect', { path: huge })).toBe('update_not_ours');
  });

  test('without a key of the publisher the program says so', async () => {
    await using app = await openApplication();
    const path = await makeUpdate();
    expect((await app.call('updates.getState', {})).fingerprint).toBeNull();
    expect(await app.refused('updates.inspect', { path })).toBe('update_no_key');
    expect(await app.refused('updates.prepare', { path })).toBe('update_no_key');
  });
});

test('versions are compared as people read them', () => {
  const sorted = [
    '0.9.9',
    '0.10.0',
    '1.0.0-alpha',
    '1.0.0-beta',
    '1.0.0',
    '1.0.1',
    '1.2.0',
    '1.10.0',
    '10.0.0',
  ];
  expect(sorted.toReversed().toSorted(compareVersions)).toEqual(sorted);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
});
