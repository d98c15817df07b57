import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, onTestFinished } from 'vitest';
import { aStudent } from '../../helpers/entries.ts';
import { browserOnly, eachDoor } from '../fixtures.ts';

eachDoor('backup and restore', (test) => {
  test('make one, look inside, restore it, take the restore back', async ({ app, page }) => {
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    await app.goto('/settings');
    await page.getByRole('link', { name: 'Сақтық көшірмелерді ашу' }).click();
    await page.getByText('Көшірме әзірге жоқ').waitFor();
    await page.getByRole('button', { name: 'Қазір көшірме жасау' }).click();
    const table = page.getByRole('table', { name: 'Осы компьютердегі көшірмелер' });
    await table.getByText('Студент: 1, балл: 0').waitFor();
    await app.call('people.createStudent', aStudent({ surname: 'Екінші' }));

    await table.getByRole('button', { name: /^Ішін көру/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Көшірменің ішінде' });
    await dialog.getByText('Көшірмеде жоқ өзгеріс: 1').waitFor();
    await dialog.getByText('Студент қосу').waitFor();
    await dialog.getByRole('button', { name: 'Осыны қалпына келтіру' }).click();
    const question = page.getByRole('dialog', { name: 'Осы көшірмені қалпына келтіру керек пе?' });
    await question.getByRole('button', { name: 'Осыны қалпына келтіру' }).click();
    await page.getByText('Деректер қалпына келтірілді.').waitFor();
    await app.goto('/students');
    await page.getByRole('grid').getByText('Бірінші').waitFor();
    expect(await page.getByRole('grid').getByText('Екінші').count()).toBe(0);

    await app.goto('/settings/backup');
    await page.getByRole('button', { name: 'Бұрынғы деректерді қайтару' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Бұрынғы деректерді қайтару' }).click();
    await app.goto('/students');
    await page.getByRole('grid').getByText('Екінші').waitFor();
    expect(app.problems).toEqual([]);
  });
});

browserOnly('backups', (test) => {
  test('a backup is looked at: a banner says so, nothing can be changed', async ({ app, page }) => {
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    const { fileName } = await app.call('backup.make', { task: 'e2e' });
    await app.call('people.createStudent', aStudent({ surname: 'Екінші' }));
    await app.goto('/settings/backup');
    await page.getByRole('button', { name: /^Ішін көру: / }).click();
    await page.getByRole('button', { name: 'Тек қарау үшін ашу' }).click();
    const banner = page.getByRole('region', { name: 'Сақтық көшірме қаралып тұр' });
    await banner.waitFor();
    await app.goto('/students');
    await page.getByRole('grid').getByText('Бірінші').waitFor();
    expect(await page.getByRole('grid').getByText('Екінші').count()).toBe(0);
    expect(fileName).toMatch(/-manual\.shyng$/);
    await banner.getByRole('button', { name: 'Көшірмені жабу' }).click();
    await page.getByRole('grid').getByText('Екінші').waitFor();
    await banner.waitFor({ state: 'detached' });
  });

  test('encryption leads to the sheet with the code; a second place is filled', async ({ app, page }) => {
    const stick = mkdtempSync(join(tmpdir(), 'shyng-stick-'));
    onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
    await app.call('people.createStudent', aStudent({}));
    await app.goto('/settings/backup');
    await page.getByLabel('Құпиясөз', { exact: true }).fill('жеті қазына');
    await page.getByLabel('Құпиясөзді қайталаңыз').fill('жеті қазына');
    await page.getByRole('button', { name: 'Шифрлауды қосу' }).click();
    const code = page.getByTestId('recovery-code');
    await code.waitFor();
    expect(await code.textContent()).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);
    await app.goto('/settings/backup');
    await page.getByRole('textbox', { name: 'Қалтаның жолы' }).first().fill(stick);
    await page.getByRole('button', { name: 'Осы жерге сақтау' }).click();
    await page.getByText('Қосулы', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Қазір көшірме жасау' }).click();
    await page.getByRole('table', { name: 'Екінші орындағы көшірмелер' }).waitFor();
    expect(readdirSync(join(stick, 'Shyng'))).toHaveLength(2);
    await page.getByLabel('Шифрланған').first().waitFor();
  });

  test('all of the college goes out as an open archive, is looked into, and unpacked beside what is there', async ({
    app,
    page,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'shyng-open-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await app.call('people.createStudent', aStudent({ surname: 'Бірінші' }));
    await app.goto('/settings/backup');
    const card = page.locator('section').filter({ hasText: 'Барлық деректі ашық форматта шығару' }).last();
    await card.getByLabel('Қалтаның жолы').fill(folder);
    await card.getByRole('button', { name: 'Шығару' }).click();
    await page.getByText(/^Мұрағат жазылды: /).waitFor();
    const [archive = ''] = readdirSync(folder);
    expect(archive).toMatch(/^shyng-college-.*\.zip$/);
    await app.call('people.createStudent', aStudent({ surname: 'Екінші' }));

    await page.getByLabel('Файлдың жолы').fill(join(folder, archive));
    await page.getByRole('button', { name: 'Ішін көру', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Көшірменің ішінде' });
    await dialog.getByText('Көшірмеде жоқ өзгеріс: 1').waitFor();
    const beside = join(folder, 'beside');
    await dialog.getByLabel('Бөлек қалтаға шығару').fill(beside);
    await dialog.getByRole('button', { name: 'Шығару' }).click();
    await page.getByText('Көшірме қалтаға шығарылды.').waitFor();
    expect(readdirSync(beside)).toContain('shyng.sqlite');
    const { students } = await app.call('people.listStudents', {});
    expect(students.map(({ surname }) => surname).toSorted()).toEqual(['Бірінші', 'Екінші'].toSorted());
  });

  for (const language of ['kk', 'ru', 'en'] as const) {
    test(`axe finds nothing on the screen of backups, ${language}`, async ({ app, page }) => {
      await app.call('people.createStudent', aStudent({}));
      await app.call('backup.make', { task: 'e2e' });
      await app.setLanguage(language);
      await app.goto('/settings/backup');
      await page.getByRole('table').waitFor();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`)).toEqual(
        [],
      );
    });
  }
});
