import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { readSheets } from '../../../electron/workers/workbookSheets.ts';
import { aTable, aThing, anItem } from '../../helpers/baseEntries.ts';
import { addExpert } from '../../helpers/championship.ts';
import { aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';
import { browserOnly, todayThere, type RunningApp } from '../fixtures.ts';

/** A field that opens a list; how the component library calls it depends on its version. */
function choiceOf(page: Page, name: string | RegExp): Locator {
  const drawer = page.getByRole('dialog');
  return drawer.getByRole('combobox', { name }).or(drawer.getByRole('textbox', { name }));
}

async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Four students weld; one source for each two of them is in the list for module C, and one is there. */
async function makeBase(app: RunningApp): Promise<{ competencyId: string; listId: string; dates: string[] }> {
  const competencyId = await findCompetency(app, '10');
  const studentIds: string[] = [];
  for (const surname of ['Айтжан', 'Бекова', 'Ғалиев', 'Дүйсен'])
    studentIds.push((await app.call('people.createStudent', aStudent({ surname }))).id);
  await app.call('competencies.addCandidates', { competencyId, studentIds });
  const list = { competencyId, title: 'Парақ', edition: '2026', notes: '' };
  const { id: listId } = await app.call('base.createList', list);
  const source = anItem({
    rule: 'per_n_competitors',
    groupSize: 2,
    modules: 'C',
    unit: 'дана',
    amps: '16 A',
  });
  const rods = anItem({ name: 'Электрод', category: 'consumables', unit: 'кг', normHundredths: 100 });
  for (const [item, quantityHundredths] of [
    [source, 100],
    [rods, 500],
  ] as const) {
    const { id: itemId } = await app.call('base.addItem', { listId, ...item });
    const { name, category, unit } = item;
    const { id } = await app.call('base.addInventory', aThing({ name, category, unit, quantityHundredths }));
    await app.call('base.setLinks', { itemId, inventoryIds: [id] });
  }
  const dates = [3, 5].map((days) => fromDayNumber(toDayNumber(todayThere()) + days));
  for (const date of dates)
    await app.call('plan.createSession', {
      competencyId,
      planId: null,
      date,
      startTime: '09:00',
      durationMinutes: 180,
      kind: 'practice',
      workshop: '',
      focus: 'C модулі',
      expertId: null,
      schemeId: null,
      sectionNumbers: [],
      studentIds: null,
    });
  return { competencyId, listId, dates };
}

browserOnly('base', (test) => {
  test('says which session lacks what and when the stock runs out, and what to buy, who and until when', async ({
    app,
    page,
  }) => {
    const { competencyId, listId } = await makeBase(app);
    await addExpert(app, 'Ахметов');
    await app.goto(`/base/gap/${competencyId}`);
    const blocks = page.getByRole('listitem').filter({ hasText: 'C модулі' });
    await blocks.first().getByText('Дәнекерлеу көзі: тағы 1 дана керек').waitFor();
    // Five kilograms, four students a day: the second day lacks three.
    await blocks
      .last()
      .getByText('Электрод: осы жаттығудан бастап қор жетпейді, жоспарға тағы 3 кг керек')
      .waitFor();

    await page.getByRole('button', { name: 'Жетпейтінін сатып алу тізіміне қосу' }).click();
    await page.getByText(/Сатып алу тізіміне қосылғаны/).waitFor();
    const bought = async () =>
      (await app.call('base.listPurchases', {})).purchases.find(({ name }) => name === 'Дәнекерлеу көзі');
    await app.goto(`/base/purchases/${(await bought())?.id ?? ''}`);
    const drawer = page.getByRole('dialog');
    await choiceOf(page, 'Жауапты сарапшы').click();
    await page.getByRole('option', { name: /Ахметов/ }).click();
    await drawer.getByLabel('Мерзімі').fill('1.2.2027');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    expect(await bought()).toMatchObject({
      priority: 'urgent',
      quantityHundredths: 100,
      expertName: expect.stringContaining('Ахметов') as string,
      dueDate: '2027-02-01',
    });

    await app.goto('/base/stock');
    await page
      .getByRole('row', { name: /Электрод/ })
      .getByText('күнінен жетпейді, тағы 3 кг керек')
      .waitFor();

    // The list goes out with the columns that it came with.
    await app.goto(`/base/lists/${listId}`);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Экспорт' }).click();
    await page.getByRole('menuitem').first().click();
    const path = join(app.dataFolder, 'list.xlsx');
    await (await waiting).saveAs(path);
    const [sheet] = await readSheets(await readFile(path));
    expect(sheet?.rows[0]).toHaveLength(23);
    expect(sheet?.rows[1]).toEqual(expect.arrayContaining(['Дәнекерлеу көзі', '16 A', 450_000]));
    expect(app.problems).toEqual([]);
  });

  test('teaches where nothing is, and takes a list, an item and a thing by keyboard', async ({
    app,
    page,
  }) => {
    await app.goto('/base');
    await page.getByRole('heading', { name: 'База әлі сипатталмаған' }).waitFor();
    await page.getByRole('link', { name: 'Инфрақұрылымдық парақтан бастау' }).press('Enter');
    await page.getByRole('button', { name: 'Парақ қосу' }).press('Enter');
    const drawer = page.getByRole('dialog');
    await choiceOf(page, 'Құзыреттілік').fill('Дәнекерлеу');
    await page.getByRole('option', { name: 'Дәнекерлеу технологиясы' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await drawer.getByLabel('Атауы').fill('2026 парағы');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: '2026 парағы' }).waitFor();

    await page.getByRole('button', { name: 'Қосу', exact: true }).first().press('Enter');
    await drawer.getByLabel('Не керек').fill('Дәнекерлеу көзі');
    await drawer.getByLabel('Бағасы').fill('485 000');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('gridcell', { name: 'Дәнекерлеу көзі' }).waitFor();
    const { lists } = await app.call('base.listLists', {});
    const { items } = await app.call('base.getList', { id: lists[0]?.id ?? '' });
    expect(items).toMatchObject([{ quantityHundredths: 100, priceTiyn: 48_500_000 }]);

    await app.goto('/base/inventory');
    await page.getByRole('button', { name: 'Жабдық қосу', exact: true }).press('Enter');
    await drawer.getByLabel('Атауы').fill('Дәнекерлеу көзі');
    await drawer.getByLabel('Инвентарлық нөмірі').fill('01-001');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('gridcell', { name: '01-001' }).waitFor();
    expect(await findingsOn(page)).toEqual([]);

    // Found from anywhere by its number.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('01-001');
    await page.getByRole('option', { name: /Дәнекерлеу көзі/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Жабдық' }).getByLabel('Инвентарлық нөмірі').waitFor();
    expect(app.problems).toEqual([]);
  });

  test('imports a table after its columns were named, and says by row what is wrong', async ({
    app,
    page,
  }) => {
    const { competencies } = await app.call('competencies.list', {});
    const welding = competencies.find(({ number }) => number === '10');
    const content = await aTable([
      ['Нәрсе', 'Бағасы'],
      ['Маска', '28 500'],
      ['Қолғап', 'қымбат'],
      ['', '12'],
    ]);
    await app.goto('/base/lists');
    await page.getByRole('button', { name: 'Кестені импорттау' }).first().press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.locator('input[type=file]').setInputFiles({
      name: 'кесте.xlsx',
      mimeType: 'application/zip',
      buffer: Buffer.from(content, 'base64'),
    });
    await choiceOf(page, /^Атауы/)
      .last()
      .click();
    await page.getByRole('option', { name: 'Нәрсе · Маска' }).click();
    await drawer.getByText('Оқылғаны: 2').waitFor();
    await drawer.getByText(/Жол: 4\. Атауы жоқ/).waitFor();
    await drawer.getByText(/Жол: 3\. Баға түсініксіз, бос қалады: қымбат/).waitFor();
    expect((await app.call('base.listLists', {})).lists).toEqual([]);
    await choiceOf(page, 'Құзыреттілік').fill('Дәнекерлеу');
    await page.getByRole('option', { name: 'Дәнекерлеу технологиясы' }).click();
    await drawer.getByRole('button', { name: 'Импорттау', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'кесте.xlsx' }).waitFor();
    const { lists } = await app.call('base.listLists', {});
    expect(lists).toMatchObject([{ competencyId: welding?.id, itemCount: 2, unsetCount: 2 }]);
    expect(app.problems).toEqual([]);
  });

  test('shows the gap of the sample college and plans what to buy; axe finds nothing', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const found: string[] = [];
    await app.goto('/base');
    await page.getByRole('table', { name: 'Құзыреттіліктер бойынша дайындық' }).waitFor();
    await page.getByRole('slider', { name: 'Базаның өсуі' }).waitFor();
    found.push(...(await findingsOn(page)));
    await page.getByRole('link', { name: 'Дәнекерлеу технологиясы' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Дәнекерлеу технологиясы' }).waitFor();
    await page
      .getByText(/C модулі: резервуар/)
      .first()
      .waitFor();
    found.push(...(await findingsOn(page)));
    await page.getByRole('button', { name: 'Жетпейтінін сатып алу тізіміне қосу' }).press('Enter');
    await page.getByText(/Сатып алу тізіміне қосылғаны/).waitFor();
    for (const [view, name] of [
      ['purchases', 'Сатып алу тізімі'],
      ['stock', 'Шығын материалдары'],
      ['lists', 'Инфрақұрылымдық парақтар'],
    ] as const) {
      await app.goto(`/base/${view}`);
      await page.getByRole('table', { name }).waitFor();
      found.push(...(await findingsOn(page)).map((finding) => `${view} ${finding}`));
    }
    const { purchases } = await app.call('base.listPurchases', {});
    expect(purchases.length).toBeGreaterThan(0);
    // On paper the list has a language of its own.
    await app.goto('/base/purchases/print');
    const paper = page.getByRole('article');
    await paper
      .getByRole('cell', { name: purchases[0]?.name ?? '' })
      .first()
      .waitFor();
    await page.getByRole('combobox', { name: 'Қағаздың тілі' }).click();
    await page.getByRole('option', { name: 'Орысша' }).click();
    await paper.getByRole('heading', { name: 'Список закупок' }).waitFor();
    found.push(...(await findingsOn(page)));
    expect(found).toEqual([]);
    expect(app.problems).toEqual([]);
  });
});
