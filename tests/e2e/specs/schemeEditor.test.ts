import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { writeWorkbook } from '../../../electron/workers/writeWorkbook.ts';
import { makeCisWorkbook } from '../../helpers/cisWorkbook.ts';
import { makeLongScheme } from '../../helpers/paperCollege.ts';
import { makeSampleScheme } from '../../helpers/sampleScheme.ts';
import { browserOnly, eachDoor } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

type Draft = RouteOutput<'schemes.getDraft'>['draft'];

const aspectsOf = (draft: Draft) =>
  draft.criteria.flatMap(({ subCriteria }) => subCriteria.flatMap(({ aspects }) => aspects));

async function onlyScheme(app: RunningApp): Promise<string> {
  const { schemes } = await app.call('schemes.list', {});
  const [scheme] = schemes;
  if (!scheme) throw new Error('There is no scheme');
  return scheme.id;
}

const draftOf = async (app: RunningApp, id: string): Promise<Draft> =>
  (await app.call('schemes.getDraft', { id })).draft;

/** Waits until main has what the page shows. */
async function untilStored(app: RunningApp, id: string, isThere: (draft: Draft) => boolean): Promise<Draft> {
  await expect.poll(async () => isThere(await draftOf(app, id)), { timeout: 10_000 }).toBe(true);
  return draftOf(app, id);
}

async function importSample(app: RunningApp, document = makeSampleScheme()): Promise<string> {
  const content = Buffer.from(await makeCisWorkbook(document)).toString('base64');
  const input = { fileName: 'scheme.xlsx', content, dryRun: false };
  const { schemeId } = await app.call('schemes.importWorkbook', input);
  return schemeId ?? '';
}

/** An attempt in progress at a scheme. */
async function useScheme(app: RunningApp, schemeId: string): Promise<string> {
  const { competencies } = await app.call('competencies.list', {});
  const competencyId = competencies.find(({ number }) => number === '15')?.id ?? '';
  const { id: studentId } = await app.call('people.createStudent', {
    surname: 'Шәріпбек',
    givenName: 'Айша',
    patronymic: '',
    birthDate: null,
    groupName: 'ВТ-21',
    course: null,
    speciality: '',
    status: 'active',
    consent: 'unknown',
    consentDate: null,
    notes: '',
  });
  await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId] });
  const { id: sessionId } = await app.call('training.createSession', {
    competencyId,
    date: '2026-03-02',
    durationMinutes: 180,
    workshop: '',
    expertId: null,
    notes: '',
  });
  const attempts = { sessionId, schemeId, studentIds: [studentId], subCriterionIds: null };
  const { attemptIds } = await app.call('training.addAttempts', attempts);
  return attemptIds[0] ?? '';
}

/** A table with labels that no layout has. */
async function unknownWorkbook(): Promise<Buffer> {
  const rows = [
    ['Nr', 'Was', 'Wie viel', 'Art'],
    ['A1', '', '', ''],
    ['', 'The seat sits straight', '1.5', 'M'],
    ['', 'It looks good', '2', 'J'],
  ];
  const cells = rows.map((row) => row.map((value) => ({ value, style: 'text' as const })));
  return Buffer.from(await writeWorkbook([{ name: 'Blatt 1', columnWidths: [10, 40, 10, 10], rows: cells }]));
}

async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

eachDoor('scheme editor', (test) => {
  test('makes a scheme by keyboard, puts a hint right, exports and imports it', async ({ app, page }) => {
    await app.goto('/schemes');
    await page.getByRole('button', { name: 'Схема құру' }).first().click();
    await page.getByRole('dialog').getByLabel('Атауы').fill('Модуль А');
    await page.keyboard.press('Enter');
    const outline = page.getByRole('treegrid');
    await outline.waitFor();
    const id = await onlyScheme(app);

    await outline.focus();
    for (const [text, mark] of [
      ['Құбыр түзу', '1,5'],
      ['Қысым ұстайды', '2'],
      ['Тігісі тегіс', '0,75'],
    ] as const) {
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type(text);
      await page.getByLabel('Ең жоғары балл').fill(mark);
    }
    await page.keyboard.press('Tab');
    const made = await untilStored(app, id, (draft) => aspectsOf(draft)[2]?.maxHundredths === 75);
    expect(aspectsOf(made).map(({ description, maxHundredths }) => [description, maxHundredths])).toEqual([
      ['Құбыр түзу', 150],
      ['Қысым ұстайды', 200],
      ['Тігісі тегіс', 75],
    ]);

    // The third is judged: its hint leads to the first level that says nothing.
    await page.getByText('Төрешілік', { exact: true }).click();
    await page
      .getByRole('button', { name: 'A1.J3: төрешілік бағалаудың 0–3 деңгейлерінің бәрі' })
      .press('Enter');
    for (const level of ['Нашар', 'Жарайды', 'Жақсы', 'Өте жақсы']) {
      await page.keyboard.type(level);
      await page.keyboard.press('Tab');
    }
    await untilStored(app, id, (draft) => aspectsOf(draft)[2]?.descriptors.length === 4);
    await page.getByText('A1.J3: төрешілік бағалаудың').waitFor({ state: 'detached' });

    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowUp');
    await untilStored(app, id, (draft) => aspectsOf(draft)[1]?.description === 'Тігісі тегіс');
    // An undo from anywhere reaches the open editor.
    await app.call('history.undo', {});
    const before = await untilStored(app, id, (draft) => aspectsOf(draft)[2]?.description === 'Тігісі тегіс');
    await outline.getByText('A1.J3').waitFor();

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel файлына шығару' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('Модуль А.xlsx');
    const path = join(app.dataFolder, 'export.xlsx');
    await download.saveAs(path);
    await app.goto('/schemes');
    await page.getByRole('button', { name: 'Схеманы импорттау' }).first().click();
    await page.locator('input[type="file"]').setInputFiles(path);
    const total = page.locator('[data-figure="total"]');
    await total.getByText('4,25').waitFor();
    await page.getByRole('button', { name: 'Импорттау', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Модуль А' }).waitFor();
    const { schemes } = await app.call('schemes.list', {});
    const copy = schemes.find((scheme) => scheme.id !== id);
    const again = await draftOf(app, copy?.id ?? '');
    const plain = (draft: Draft) => aspectsOf(draft).map(({ id: _id, ...rest }) => rest);
    expect(plain(again)).toEqual(plain(before));
    expect(app.problems).toEqual([]);
  });

  test('changes to a used scheme become its next version, with the difference and the open attempt', async ({
    app,
    page,
  }) => {
    const id = await importSample(app);
    const attemptId = await useScheme(app, id);
    await app.goto(`/schemes/${id}/edit`);
    await page.getByText('Осы схема бойынша 1 әрекет бағаланған').waitFor();
    await page.getByRole('treegrid').getByText('Distance of the riser').click();
    await page.getByLabel('Не бағаланады').fill('Distance of the riser from the tiles');
    await page.getByLabel('Ең жоғары балл').fill('11');
    await page.getByRole('treegrid').focus();
    await page.keyboard.press('Delete');
    await page.getByText('7 аспект', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('8 аспект', { exact: true }).waitFor();

    // What is not a version yet survives a visit elsewhere, and the scheme itself is as it was.
    await app.goto('/schemes');
    await app.goto(`/schemes/${id}/edit`);
    expect(aspectsOf(await draftOf(app, id))[0]?.maxHundredths).toBe(1050);
    await page.getByRole('button', { name: 'Нұсқа 2 етіп сақтау…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('10,50 → 11,00').waitFor();
    await dialog.getByLabel('Аяқталмаған 1 әрекетті көшіру').check();
    await dialog.getByRole('button', { name: 'Нұсқа 2 етіп сақтау' }).click();
    await page.getByText(/^Нұсқа 2, қолданыста/).waitFor();

    const { schemes } = await app.call('schemes.list', {});
    expect(schemes.map(({ version, attemptCount }) => [version, attemptCount])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect(aspectsOf(await draftOf(app, schemes[0]?.id ?? ''))[0]?.maxHundredths).toBe(1100);
    expect(attemptId).not.toBe('');
    await app.goto('/schemes');
    await page.getByRole('grid').getByText('нұсқа 1').waitFor();
    expect(app.problems).toEqual([]);
  });
});

browserOnly('scheme workbooks and rows', (test) => {
  test('an unknown layout is explained once, then it is known', async ({ app, page }) => {
    const file = { name: 'own.xlsx', mimeType: 'application/octet-stream', buffer: await unknownWorkbook() };
    await app.goto('/schemes');
    await page.getByRole('button', { name: 'Схеманы импорттау' }).first().click();
    await page.locator('input[type="file"]').setInputFiles(file);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Кітаптың түрі белгісіз').waitFor();
    expect(await dialog.getByLabel('Бағандағы мәлімет: B').inputValue()).toBe('description');
    await dialog.getByLabel('Бағандағы мәлімет: C').selectOption('maxMark');
    await dialog.getByRole('button', { name: 'Осы бағандармен оқу' }).click();
    await dialog.locator('[data-figure="aspects"]').getByText('2', { exact: true }).waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await dialog.getByLabel('Атауы').fill('Орындық');
    await dialog.getByRole('button', { name: 'Импорттау', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Орындық' }).waitFor();

    await app.goto('/schemes');
    await page.getByRole('button', { name: 'Схеманы импорттау' }).first().click();
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('[data-figure="total"]').getByText('3,50').waitFor();
  });

  test('rows of a spreadsheet are pasted, many changed at once, one found by a search', async ({
    app,
    page,
  }) => {
    const { id } = await app.call('schemes.create', {
      title: 'Модуль',
      competencyId: null,
      kind: 'official',
    });
    await app.goto(`/schemes/${id}/edit`);
    const outline = page.getByRole('treegrid');
    await outline.waitFor();
    await page.getByRole('button', { name: 'Қосу', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Кестеден жолдар кірістіру' }).click();
    const dialog = page.getByRole('dialog');
    const rows = [
      'M\tБірінші жұмыс орындалды\t1,5',
      'M\tЕкінші жұмыс орындалды\t2',
      'J\tЖалпы көрінісі жақсы\t0,5',
    ];
    await dialog.getByLabel('Жолдарды осында қойыңыз').fill(rows.join('\n'));
    await dialog.getByText('3 аспект, 4,00 балл').waitFor();
    await dialog.getByRole('button', { name: 'Қосу', exact: true }).click();
    await untilStored(app, id, (draft) => aspectsOf(draft).length === 3);

    await outline.focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('heading', { name: '3 аспект белгіленді' }).waitFor();
    await page.getByLabel('Ең жоғары балл').fill('2,25');
    await page.keyboard.press('Enter');
    await untilStored(app, id, (draft) =>
      aspectsOf(draft).every(({ maxHundredths }) => maxHundredths === 225),
    );
    expect(await findingsOn(page)).toEqual([]);

    await page.getByRole('searchbox').fill('екінші');
    await page.getByText('1 аспект', { exact: true }).waitFor();
    await outline.getByText('Екінші жұмыс').click();
    for (const kind of ['Нешеуі орындалды', 'Мақсатты мәннен әр қадамға шегерім']) {
      await page.locator('#scheme-field-calculation').click();
      await page.getByRole('option', { name: kind }).click();
    }
    await page.getByLabel('Мақсатты мән').fill('50');
    await page.getByLabel('Өлшенген мәнмен тексеру').fill('52,4');
    // Two whole steps of 1, each takes off 0.1 of 2.25.
    await page.getByText('Балы 2,05 болар еді.').waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await untilStored(app, id, (draft) => draft.calculations[0]?.calculation.kind === 'regular_difference');
  });
});

browserOnly('a scheme of 220 aspects', (test) => {
  test('an aspect is moved by a key held down: no press is lost, and all of them are stored', async ({
    app,
    page,
  }) => {
    const id = await importSample(app, makeLongScheme());
    const second = aspectsOf(await draftOf(app, id))[1]?.id ?? '';
    await app.goto(`/schemes/${id}/edit`);
    await page.getByRole('row', { name: /A1\.M2 / }).click();
    const outline = page.getByRole('treegrid');
    await outline.focus();
    await page.keyboard.down('Alt');
    for (let press = 0; press < 30; press += 1) await page.keyboard.down('ArrowDown');
    await page.keyboard.up('ArrowDown');
    await page.keyboard.up('Alt');
    await outline.locator('[data-active]').getByText('A1.M32', { exact: true }).waitFor();
    await untilStored(app, id, (draft) => aspectsOf(draft)[31]?.id === second);
    expect(app.problems).toEqual([]);
  });
});
