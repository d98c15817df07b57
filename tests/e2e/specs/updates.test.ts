import { Buffer } from 'node:buffer';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import { signUpdate } from '../../../electron/updates/signUpdate.ts';
import { aStudent } from '../../helpers/entries.ts';
import { copyProgram } from '../../helpers/programCopy.ts';
import { createTranslator } from '../../helpers/translator.ts';
import { standInOnly, windowOnly, type RunningApp } from '../fixtures.ts';

const publisher = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const INSTALLER = Buffer.from('орнатқыш '.repeat(20_000));

/** An update of this computer's system, signed by somebody. @returns its path */
async function makeUpdate(folder: string, name: string, signer: typeof publisher): Promise<string> {
  const installer = join(folder, `${name}-setup.exe`);
  writeFileSync(installer, INSTALLER);
  const target = join(folder, `${name}.shyng-update`);
  const platform = process.platform;
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') throw new Error(platform);
  await signUpdate(installer, target, signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), {
    version: '9.0.0',
    platform,
    arch: process.arch,
    notes: { kk: 'Жаңа беттер', ru: 'Новые страницы', en: 'New pages' },
  });
  return target;
}

/** Types the path of a file on the page of updates and has it looked at. */
async function look({ page }: RunningApp, path: string): Promise<void> {
  await page.getByLabel('Файлдың жолы').fill(path);
  await page.getByRole('button', { name: 'Файлды тексеру' }).click();
}

standInOnly('an update file', (test) => {
  test('of the publisher is opened from the file manager and handed over after a backup; forged ones are refused in words', async ({
    start,
    dataFolder,
  }) => {
    const program = copyProgram(publisher.publicKey);
    onTestFinished(program.remove);
    const good = await makeUpdate(dataFolder, 'good', publisher);
    const forged = await makeUpdate(dataFolder, 'forged', stranger);
    const altered = join(dataFolder, 'altered.shyng-update');
    const bytes = readFileSync(good);
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
    writeFileSync(altered, bytes);

    // A double click on a file that somebody else has signed.
    const app = await start({ program: program.folder, file: forged });
    const { page } = app;
    await app.call('people.createStudent', aStudent({}));
    const prepare = page.getByRole('button', { name: 'Орнатқышты шығару' });
    for (const language of languages) {
      await app.setLanguage(language);
      const texts = await createTranslator(language);
      await page.getByText(texts.t('errors:update_not_signed')).waitFor();
    }
    await app.setLanguage('kk');
    expect(await prepare.count()).toBe(0);
    const { fingerprint } = await app.call('updates.getState', {});
    await page.getByText(fingerprint ?? 'no key').waitFor();

    // Signed rightly, but one byte of the installer is another one: nothing of it is left.
    await look(app, altered);
    await page.getByText('Жариялаушының қолы дұрыс').waitFor();
    await prepare.click();
    await page
      .getByText('Жаңарту файлы бүлінген немесе толық көшірілмеген. Оны қайта көшіріп алыңыз.')
      .waitFor();
    expect(readdirSync(join(dataFolder, 'updates'))).toEqual([]);

    await look(app, good);
    await page.getByText('Жаңа беттер').waitFor();
    await page.getByText('9.0.0', { exact: true }).waitFor();
    await prepare.click();
    await page.getByText('Орнатқыш дайын').waitFor();
    const installer = join(dataFolder, 'updates', 'good-setup.exe');
    await page.getByText(installer, { exact: false }).waitFor();
    await app.screenshot('update');
    expect(readFileSync(installer).equals(INSTALLER)).toBe(true);
    const { backups } = await app.call('backup.getStatus', {});
    expect(backups.map(({ kind }) => kind)).toContain('before_update');
    expect(app.problems).toEqual([]);
  });
});

windowOnly('without a key of a publisher', (test) => {
  test('an update file is refused with that reason, and nothing is written', async ({
    start,
    dataFolder,
  }) => {
    const file = await makeUpdate(dataFolder, 'good', publisher);
    const { page } = await start({ file });
    await page.getByText(/^Бұл бағдарламаға жариялаушының кілті салынбаған/).waitFor();
    expect(await page.getByRole('button', { name: 'Файлды тексеру' }).count()).toBe(0);
    expect(existsSync(join(dataFolder, 'updates'))).toBe(false);
  });
});
