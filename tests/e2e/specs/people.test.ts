import { expect } from 'vitest';
import { browserOnly, eachDoor } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

const ASEL = {
  surname: 'Серікова',
  givenName: 'Әсел',
  patronymic: 'Нұрланқызы',
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
    await drawer.getByLabel('Тегі').waitFor();
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
