import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { aPurchase, aWorkshop } from '../../helpers/baseEntries.ts';
import { anAgreement, anEvent, anInternship, aPartner, aStudent, aVisit } from '../../helpers/entries.ts';
import { browserOnly, eachDoor } from '../fixtures.ts';

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

const PDF = Buffer.from('%PDF-1.7 шот');

browserOnly('files of the base, of partners and of events', (test) => {
  test('are attached in their forms, opened, and refused by kind and by size', async ({ app, page }) => {
    await app.call('base.addWorkshop', aWorkshop);
    await app.call('base.addPurchase', aPurchase);
    const { id: studentId } = await app.call('people.createStudent', aStudent({}));
    const { id: partnerId } = await app.call('partners.save', aPartner);
    await app.call('partners.saveInternship', anInternship({ studentId, partnerId }));
    const { id: visitId } = await app.call('partners.saveVisit', aVisit(partnerId));
    await app.call('partners.saveAgreement', anAgreement(partnerId));
    const { id: eventId } = await app.call('events.save', anEvent);
    const drawer = page.getByRole('dialog').filter({ has: page.locator('form') });
    const attach = async (name: string, buffer: Buffer, place = drawer): Promise<void> => {
      const file = { name, mimeType: 'application/pdf', buffer };
      await place.locator('input[type=file]').setInputFiles(file);
    };
    /** A PDF is attached, saved by pressing it, and is as it was. */
    const attachAndOpen = async (name: string, place = drawer): Promise<void> => {
      await attach(name, PDF, place);
      const tile = place.getByRole('button', { name: `${name}: ашу` });
      await tile.waitFor();
      const waiting = page.waitForEvent('download');
      await tile.click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(name);
      const path = join(app.dataFolder, name);
      await download.saveAs(path);
      expect(readFileSync(path).equals(PDF)).toBe(true);
    };
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
    };

    await app.goto('/base/inventory/workshops');
    await page.getByRole('button', { name: aWorkshop.name, exact: true }).click();
    await attachAndOpen('паспорт.pdf');
    await attach('ойын.pdf', Buffer.from('MZ program'));
    await page.getByText('Мұндай файл сақталмайды', { exact: false }).waitFor();
    await attach('үлкен.pdf', Buffer.concat([PDF, Buffer.alloc(12_000_000)]));
    await page.getByText('Файл тым үлкен: ең көбі 12 МБ', { exact: false }).waitFor();
    expect(await drawer.getByRole('button', { name: /: ашу$/ }).count()).toBe(1);
    await close();

    const { purchases } = await app.call('base.listPurchases', {});
    await app.goto(`/base/purchases/${purchases[0]?.id ?? ''}`);
    await attachAndOpen('шот.pdf');
    await close();

    await app.goto(`/partners/${partnerId}`);
    await page.getByRole('button', { name: /^Өзгерту: Серікбаев/ }).click();
    await attachAndOpen('күнделік.pdf');
    await close();

    await page.getByRole('button', { name: 'Өзгерту: Бірлескен дайындық' }).click();
    await attachAndOpen('скан.pdf');
    await close();
    await app.goto(`/partners/visits/${visitId}`);
    await page.getByRole('heading', { level: 1, name: 'Жабдықпен танысу' }).waitFor();
    await attachAndOpen('бағдарлама.pdf', page.getByRole('main'));
    await app.goto(`/events/${eventId}`);
    await page.getByRole('heading', { level: 1, name: anEvent.title }).waitFor();
    await attachAndOpen('дәлел.pdf', page.getByRole('main'));

    // The one search finds a file by its name and leads to the record that it belongs to.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('шот');
    await page.getByRole('option', { name: /шот\.pdf/ }).click();
    await drawer.getByRole('button', { name: 'шот.pdf: ашу' }).waitFor();
  });
});
