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
});
