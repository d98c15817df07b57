import { expect } from 'vitest';
import { aStudent } from '../../helpers/entries.ts';
import { browserOnly } from '../fixtures.ts';

const LIST =
  'Тегі;Аты;Туған күні;Тобы\r\nСерікбаев;Дәулет;17.05.2008;ЭМ-1\r\nЖаңа;Айгүл;01.02.2009;ЭМ-2\r\nҚате;;;\r\n';

browserOnly('lists in and out', (test) => {
  test('students come in from a file with a preview, and the list goes out as a file', async ({
    app,
    page,
  }) => {
    await app.call('people.createStudent', aStudent({ groupName: '', birthDate: null }));
    await app.goto('/students');
    await page.getByRole('link', { name: 'Файлдан қосу' }).click();
    const template = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Үлгі .xlsx' }).click();
    expect((await template).suggestedFilename()).toMatch(/\.xlsx$/);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Файлды таңдау' }).click();
    await (await chooser).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await page.getByText('Қосылады: 1. Толықтырылады: 1. Қалдырылады: 1.').waitFor();
    await page.getByText('Бос: Аты').waitFor();
    await page.getByText(/Енгізілген: Серікбаев Дәулет/).waitFor();
    await page.getByRole('button', { name: 'Деректерге қосу' }).click();
    const grid = page.getByRole('grid', { name: 'Студенттер' });
    await grid.getByText('Жаңа Айгүл').waitFor();
    await grid.getByText('ЭМ-1').waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Тізімді файлға шығару' }).click();
    await page.getByRole('menuitem', { name: /\.csv/ }).click();
    expect((await download).suggestedFilename()).toBe('Студенттер.csv');
    await app.call('history.undo', {});
    await grid.getByText('Жаңа Айгүл').waitFor({ state: 'detached' });
  });

  test('past results come in from a file: seen first, taken in parts, and taken back', async ({
    app,
    page,
  }) => {
    await app.call(
      'people.createStudent',
      aStudent({ surname: 'Әлиева', givenName: 'Айгүл', patronymic: '' }),
    );
    await app.goto('/training');
    await page.getByRole('link', { name: 'Нәтижелерді файлдан қосу' }).click();
    const competency = page.getByRole('combobox', { name: 'Құзыреттілік' });
    await competency.or(page.getByRole('textbox', { name: 'Құзыреттілік' })).click();
    await page.getByRole('option', { name: 'Дәнекерлеу технологиясы' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Файлды таңдау' }).click();
    await (
      await chooser
    ).setFiles({
      name: 'results.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Аты-жөні;Күні;Пайыз\nӘлиева А.;12.03.2025;81,5\nЖоқ Адам;12.03.2025;70\nӘлиева А.;;50\n',
      ),
    });
    await page.getByText('Қосылады: 1. Қалдырылады: 2.').waitFor();
    await page.getByText('Мұндай студент табылмады').waitFor();
    await page.getByText('Жол 4: күні жоқ').waitFor();
    await page.getByRole('button', { name: 'Деректерге қосу' }).click();
    const sessions = page.getByRole('grid', { name: 'Жаттығулар' });
    await sessions.getByRole('row').nth(1).waitFor();
    const { sessions: stored } = await app.call('training.listSessions', {});
    expect(stored.map(({ date, meanPercent }) => [date, meanPercent])).toEqual([['2025-03-12', 81.5]]);
    await page.getByRole('button', { name: 'Болдырмау', exact: true }).click();
    await sessions.waitFor({ state: 'detached' });
  });
});
