import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eachDoor } from '../fixtures.ts';
import { aStudent } from '../../helpers/entries.ts';

/** A photo of two by two pixels with a note in its EXIF that must not be kept. */
async function photoWithNote(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2, 2);
    canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  });
  const plain = Buffer.from(base64, 'base64');
  const note = Buffer.from('GPS 43.30 N 68.25 E', 'latin1');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note]);
  return Buffer.concat([plain.subarray(0, 2), comment, plain.subarray(2)]);
}

eachDoor('files of a student', (test) => {
  test('are added, shown without what the camera wrote, and removed with undo', async ({ app, page }) => {
    const { id } = await app.call('people.createStudent', aStudent({}));
    await app.goto(`/students/${id}`);
    const add = page.locator('input[type=file]');
    await add.setInputFiles({ name: 'сурет.jpg', mimeType: 'image/jpeg', buffer: await photoWithNote(page) });
    const tile = page.getByRole('button', { name: 'сурет.jpg: ашу' });
    await tile.waitFor();
    const { attachments } = await app.call('attachments.list', { entity: 'students', ownerId: id });
    const { content } = await app.call('attachments.read', { id: attachments[0]?.id ?? '' });
    expect(Buffer.from(content, 'base64').includes('GPS')).toBe(false);
    await tile.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Сурет: сурет.jpg' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'сурет.jpg: өшіру' }).click();
    await tile.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await tile.waitFor();
    expect(app.problems).toEqual([]);
  });

  test('of other kinds are refused with a sentence', async ({ app, page }) => {
    const { id } = await app.call('people.createStudent', aStudent({}));
    await app.goto(`/students/${id}`);
    const file = { name: 'ойын.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ program') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Мұндай файл сақталмайды', { exact: false }).waitFor();
    expect((await app.call('attachments.list', { entity: 'students', ownerId: id })).attachments).toEqual([]);
  });
});
