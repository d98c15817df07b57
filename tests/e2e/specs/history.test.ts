import { expect } from 'vitest';
import { browserOnly, eachDoor } from '../fixtures.ts';
import { Keyboard } from '../keyboard.ts';

const student = (surname: string) => ({
  surname,
  givenName: 'Айша',
  patronymic: '',
  birthDate: null,
  groupName: '',
  course: null,
  speciality: '',
  status: 'active' as const,
  consent: 'unknown' as const,
  consentDate: null,
  notes: '',
});

eachDoor('undo and redo', (test) => {
  test('by keyboard, each named before it is done, whatever the layout', async ({ app, page }) => {
    await app.call('people.createStudent', student('Бекболат'));
    await app.goto('/students');
    const row = page.getByRole('grid').getByText('Бекболат Айша');
    await row.waitFor();
    await page.getByRole('button', { name: 'Болдырмау: студент қосу' }).waitFor();
    await page.keyboard.press('Control+KeyZ');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Қайта орындау: студент қосу' }).waitFor();
    // On a Kazakh or Russian layout the same key gives another letter.
    await page.evaluate(() => {
      const init = { code: 'KeyZ', key: 'Я', ctrlKey: true, shiftKey: true, bubbles: true };
      document.documentElement.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    await row.waitFor();
  });

  test('leaves Ctrl+Z to a text field that is being typed into', async ({ app, page }) => {
    await app.call('people.createStudent', student('Бекболат'));
    await app.goto('/students');
    await page.getByRole('searchbox').fill('x');
    await page.keyboard.press('Control+KeyZ');
    await page.getByRole('button', { name: 'Болдырмау: студент қосу' }).waitFor();
    expect((await app.call('people.listStudents', {})).students).toHaveLength(1);
  });

  test('lists what was done, also what was undone, and survives a restart', async ({ app, start }) => {
    await app.call('people.createStudent', student('Бекболат'));
    await app.call('people.createStudent', student('Шәріпбек'));
    await app.call('history.undo', {});
    await app.stop();
    const again = await start();
    await again.goto('/history');
    const rows = again.page.getByRole('grid').getByRole('row');
    await rows.filter({ hasText: 'Күші жойылды: студент қосу' }).waitFor();
    await rows.filter({ hasText: 'Күші жойылған' }).waitFor();
    await again.page.getByRole('main').getByRole('button', { name: 'Қайта орындау: студент қосу' }).click();
    await rows.filter({ hasText: 'Қайта орындалды: студент қосу' }).waitFor();
    expect((await again.call('people.listStudents', {})).students).toHaveLength(2);
  });
});

eachDoor('language and theme', (test) => {
  test('are switched without loading the page again, and stay', async ({ app, page, start }) => {
    await app.goto('/settings');
    await page.evaluate(() => {
      document.body.dataset['sameLoad'] = 'yes';
    });
    await page.getByRole('banner').getByText('Рус').click();
    await page.getByRole('heading', { level: 1, name: 'Настройки' }).waitFor();
    await page.getByText('Тёмное').click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
    await page.getByRole('banner').getByText('Eng').click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await page.evaluate(() => document.body.dataset['sameLoad'])).toBe('yes');
    await app.stop();
    const again = await start();
    await again.page
      .locator('html[lang="en"][data-mantine-color-scheme="dark"]')
      .waitFor({ state: 'attached' });
  });
});

eachDoor('search everywhere', (test) => {
  test('finds a person from any page by Ctrl+K', async ({ app, page }) => {
    await app.call('people.createStudent', student('Шәріпбек'));
    await app.goto('/settings');
    await page.keyboard.press('Control+KeyK');
    await new Keyboard(page).arriveAt(page.getByPlaceholder('Аты-жөнін немесе бет атауын жазыңыз'));
    await page.keyboard.type('шарип');
    await page.getByRole('option', { name: /Шәріпбек Айша/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Шәріпбек Айша' }).waitFor();
  });
});

eachDoor('the sample college', (test) => {
  test('is opened from the empty home page and removed with one click', async ({ app, page }) => {
    await page.getByRole('button', { name: 'Үлгіні ашу' }).click();
    const banner = page.getByRole('region', { name: 'Үлгі колледж ашық' });
    await banner.waitFor();
    expect((await app.call('people.listStudents', {})).students.length).toBeGreaterThan(20);
    await banner.getByRole('button', { name: 'Үлгіні өшіру' }).click();
    await banner.waitFor({ state: 'detached' });
    await page.getByText('Студенттерді қосыңыз').waitFor();
    expect((await app.call('app.getStatus', {})).empty).toBe(true);
  });
});

const partner = {
  name: '«Отырар Металл» ЖШС',
  sector: 'metal' as const,
  region: 'Түркістан облысы',
  address: '',
  bin: '',
  website: '',
  state: 'active' as const,
  contacts: [],
  competencyIds: [] as string[],
  notes: '',
};

browserOnly('history of a record', (test) => {
  test('stands below its form in three languages, and is narrowed by field and period', async ({
    app,
    page,
  }) => {
    const { id } = await app.call('partners.save', partner);
    const { competencies } = await app.call('competencies.list', {});
    const steps = [
      { region: 'Шымкент' },
      { region: 'Шымкент', sector: 'construction' as const },
      { region: 'Шымкент', sector: 'construction' as const, notes: 'Цехы бар' },
      { region: 'Кентау', sector: 'construction' as const, notes: 'Цехы бар' },
      { region: 'Кентау', sector: 'construction' as const, competencyIds: [competencies[0]?.id ?? ''] },
    ];
    for (const step of steps) await app.call('partners.save', { ...partner, ...step, id });
    await app.goto(`/partners/${id}`);
    await page.getByRole('button', { name: 'Өзгерту', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Жазбаның тарихы').click();
    const list = drawer.getByRole('list', { name: 'Жазбаның тарихы' });
    await list.waitFor();
    const changes = list.locator(':scope > li');
    expect(await changes.count()).toBe(6);
    await list.getByText('Өңірі: Шымкент → Кентау').waitFor();
    await list.getByText('Құзыреттіліктер: 0 → 1').waitFor();

    await drawer.getByPlaceholder('Не өзгерді').click();
    await page.getByRole('option', { name: 'Өңірі' }).click();
    await changes.nth(2).waitFor({ state: 'detached' });
    expect(await changes.count()).toBe(2);
    await drawer.getByPlaceholder('Кезең').click();
    await page.getByRole('option', { name: 'Бүгін' }).click();
    expect(await changes.count()).toBe(2);

    for (const [language, region] of [
      ['ru', 'Регион'],
      ['en', 'Region'],
    ] as const) {
      await app.setLanguage(language);
      await drawer.getByText(`${region}: Шымкент → Кентау`).waitFor();
      const text = await drawer.getByRole('list').first().innerText();
      expect(text).not.toMatch(/_|[\da-f]{8}-[\da-f]{4}|\bmetal\b/);
    }
    await app.screenshot('record-history');
    expect(app.problems).toEqual([]);
  });
});
