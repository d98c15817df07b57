import { join } from 'node:path';
import { expect } from 'vitest';
import { Database } from '../../../electron/database/database.ts';
import { createStudent } from '../../../electron/features/people/people.service.ts';
import { Keyboard } from '../keyboard.ts';
import { browserOnly, eachDoor } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

const ASEL = {
  surname: 'Серікова',
  givenName: 'Әсел',
  patronymic: 'Нұрланқызы',
  sex: null,
  birthDate: '2008-03-05',
  groupName: 'ВТ-21',
  course: 2,
  speciality: '',
  status: 'active' as const,
  consent: 'given' as const,
  consentDate: null,
  notes: '',
};

async function namesIn(app: RunningApp): Promise<string[]> {
  const cells = app.page.getByRole('grid').locator('[role=gridcell][aria-colindex="1"]');
  return cells.allInnerTexts();
}

eachDoor('students', (test) => {
  test('adds a student with the keyboard alone', async ({ app, page }) => {
    await app.goto('/students');
    await page.getByRole('button', { name: 'Студент қосу', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Жаңа студент' });
    await new Keyboard(page).arriveAt(drawer.getByLabel('Тегі'));
    await page.keyboard.type('Әбдіқадыр');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Гүлнұр');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('5.3.2008');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Әбдіқадыр Гүлнұр' }).waitFor();
    const { students } = await app.call('people.listStudents', {});
    expect(students).toMatchObject([
      { surname: 'Әбдіқадыр', givenName: 'Гүлнұр', birthDate: '2008-03-05', status: 'active' },
    ]);
    expect(app.problems).toEqual([]);
  });

  test('says which field is missing and goes there', async ({ app, page }) => {
    await app.goto('/students');
    await page.getByRole('button', { name: 'Студент қосу', exact: true }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Тегі').fill('Ким');
    await page.keyboard.press('Control+Enter');
    await drawer.getByText('Бұл өрісті толтырыңыз.').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    expect((await app.call('people.listStudents', {})).students).toEqual([]);
  });

  test('warns of a student with the same name before storing, and stores when told so', async ({
    app,
    page,
  }) => {
    await app.call('people.createStudent', ASEL);
    await app.goto('/students');
    await page.getByRole('button', { name: 'Студент қосу', exact: true }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Тегі').fill('серікова');
    await drawer.getByLabel('Аты', { exact: false }).first().fill('ӘСЕЛ');
    await drawer.getByRole('button', { name: 'Қосу', exact: true }).click();
    await drawer.getByText('Осындай 1 студент бар').waitFor();
    expect((await app.call('people.listStudents', {})).students).toHaveLength(1);
    await drawer.getByRole('button', { name: 'Бәрібір сақтау' }).click();
    await drawer.waitFor({ state: 'detached' });
    expect((await app.call('people.listStudents', {})).students).toHaveLength(2);
  });

  test('finds «Әсел» typed on a Russian and on a Latin keyboard', async ({ app, page }) => {
    await app.call('people.createStudent', ASEL);
    await app.call('people.createStudent', { ...ASEL, surname: 'Петров', givenName: 'Иван', patronymic: '' });
    await app.goto('/students');
    const search = page.getByRole('searchbox');
    const count = page.getByRole('status').filter({ hasText: 'студент' });
    for (const typed of ['асел', 'asel', 'СЕРИКОВА']) {
      await search.fill(typed);
      await count.filter({ hasText: /^1 студент$/ }).waitFor();
      expect(await namesIn(app)).toEqual(['Серікова Әсел Нұрланқызы']);
    }
    await page.keyboard.press('Escape');
    await count.filter({ hasText: /^2 студент$/ }).waitFor();
  });

  test('removes a student and takes it back from the notice', async ({ app, page }) => {
    const { id } = await app.call('people.createStudent', ASEL);
    await app.goto(`/students/${id}`);
    await page.getByRole('button', { name: 'Өшіру' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'студентті өшіру' });
    await notice.getByRole('button', { name: 'Болдырмау' }).click();
    await page.getByRole('grid').getByText('Серікова').waitFor();
    expect((await app.call('people.listStudents', {})).students).toHaveLength(1);
  });
});

/** Puts students into the data folder of a program that does not run, as one action. */
async function storeStudents(dataFolder: string, names: readonly { surname: string; givenName: string }[]) {
  const database = await Database.open({
    file: join(dataFolder, 'shyng.sqlite'),
    backupFolder: join(dataFolder, 'backups'),
    deviceId: '019b76da-0000-7000-8000-000000000001',
    wallClock: Date.now,
  });
  await database.commit({ name: 'people.createStudent', actor: { id: 'test', name: '' } }, (work) => {
    for (const name of names) createStudent(work, { ...ASEL, ...name, patronymic: '' });
    return Promise.resolve();
  });
  await database.close();
}

browserOnly('ten thousand students', (test) => {
  test('scroll with few rows in the page, and are searched in any alphabet', async ({
    dataFolder,
    start,
  }) => {
    await (await start()).stop();
    const surnames = ['Ысқақ', 'Ілияс', 'Ұлан', 'Үсен', 'Әлі', 'Аман', 'Қали', 'Кәрім'];
    const names = Array.from({ length: 10_000 }, (_, index) => ({
      surname: `${surnames[index % surnames.length] ?? ''} ${index}`,
      givenName: index === 7777 ? 'Әсел' : 'Дана',
    }));
    await storeStudents(dataFolder, names);
    const app = await start();
    const { page } = app;
    await app.goto('/students');
    const grid = page.getByRole('grid');
    await grid.getByText('Аман').first().waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe('10001');
    const counts: number[] = [];
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      await grid.evaluate((element, part) => {
        element.scrollTop = element.scrollHeight * part;
      }, share);
      const wanted = String(Math.round(share * 9_999) + 2);
      const isNear = (index: number): boolean => Math.abs(index - Number(wanted)) < 60;
      await expect
        .poll(async () => {
          const rows = await grid
            .locator('[aria-rowindex]')
            .evaluateAll((all) => all.map((row) => row.ariaRowIndex));
          return rows.some((row) => isNear(Number(row)));
        })
        .toBe(true);
      counts.push(await grid.getByRole('row').count());
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
    for (const typed of ['асел', 'asel']) {
      await page.getByRole('searchbox').fill(typed);
      await page
        .getByRole('status')
        .filter({ hasText: /^1 студент$/ })
        .waitFor();
      expect(await namesIn(app)).toEqual(['Ілияс 7777 Әсел']);
    }
    expect(app.problems).toEqual([]);
  });
});

browserOnly('what a page shows', (test) => {
  test('is left when it is gone: undoing who was just added leads back to the list', async ({
    app,
    page,
  }) => {
    await app.goto('/students');
    await app.call('people.createStudent', { ...ASEL, surname: 'Қалған' });
    const { id } = await app.call('people.createStudent', ASEL);
    await app.goto(`/students/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Серікова Әсел Нұрланқызы' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('grid').getByText('Қалған').waitFor();
    await page.getByRole('alert').filter({ hasText: 'Бұл жазба енді жоқ' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/students');
  });

  test('is the expert that the search found', async ({ app, page }) => {
    const empty = { patronymic: '', organisation: '', position: '', phone: '', email: '', notes: '' };
    await app.call('people.createExpert', { ...empty, surname: 'Тұрғынбек', givenName: 'Бауыржан' });
    const keyboard = new Keyboard(page);
    await keyboard.press('Control+k');
    await keyboard.arriveAt(page.getByRole('dialog').getByRole('combobox'));
    await keyboard.type('тургынбек');
    await page.getByRole('option', { name: /Тұрғынбек/ }).waitFor();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Сарапшы деректерін өзгерту' });
    expect(await drawer.getByLabel('Тегі').inputValue()).toBe('Тұрғынбек');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.hash === '#/experts');
  });
});

browserOnly('a long list', (test) => {
  test('keeps few rows in the page, sorts by the alphabet and opens by keyboard', async ({ app, page }) => {
    const surnames = ['Ысқақ', 'Ілияс', 'Ұлан', 'Үсен', 'Әлі', 'Аман', 'Қали', 'Кәрім'];
    for (let index = 0; index < 160; index += 1) {
      const surname = `${surnames[index % surnames.length] ?? ''} ${index}`;
      await app.call('people.createStudent', { ...ASEL, surname, givenName: 'Дана', patronymic: '' });
    }
    await app.goto('/students');
    const grid = page.getByRole('grid');
    await grid.getByText('Аман 5 Дана').waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe('161');
    expect(await grid.getByRole('row').count()).toBeLessThanOrEqual(60);
    await grid.focus();
    await page.keyboard.press('End');
    await grid.getByText('Ілияс 153 Дана').waitFor();
    expect(await grid.getByRole('row').count()).toBeLessThanOrEqual(60);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ілияс 153 Дана' }).waitFor();
  });
});

eachDoor('experts', (test) => {
  test('adds, changes and removes an expert', async ({ app, page }) => {
    await app.goto('/experts');
    await page.getByRole('button', { name: 'Сарапшы қосу', exact: true }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Тегі').fill('Тұрғынбек');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Бауыржан');
    await page.keyboard.press('Enter');
    const grid = page.getByRole('grid');
    await grid.getByText('Тұрғынбек Бауыржан').click();
    await drawer.getByLabel('Лауазымы').fill('Шебер');
    await page.keyboard.press('Enter');
    await grid.getByText('Шебер').click();
    await drawer.getByRole('button', { name: 'Өшіру' }).click();
    await page.getByText('Әзірге бірде-бір сарапшы жоқ').waitFor();
    expect((await app.call('people.listExperts', {})).experts).toEqual([]);
  });
});
