import { expect } from 'vitest';
import { aThing } from '../../helpers/baseEntries.ts';
import { browserOnly, todayThere } from '../fixtures.ts';

browserOnly('the one calendar', (test) => {
  test('a month shows a calibration of the base and leads to it; the one search opens a task', async ({
    app,
    page,
  }) => {
    await app.call('base.addInventory', aThing({ name: 'Дәл таразы', calibrationDue: todayThere() }));
    await app.call('tasks.save', {
      title: 'Тізім жіберу',
      notes: '',
      dueDate: null,
      side: 'college',
      responsibleId: null,
      responsible: '',
      competencyId: null,
      partnerId: null,
      visitId: null,
      eventId: null,
      state: 'open',
      doneDate: null,
    });
    await app.goto('/tasks');
    const calendar = page.getByRole('region', { name: 'Күнтізбе' });
    const chip = calendar.getByRole('link', { name: /^Калибрлеу · Дәл таразы/ });
    await chip.waitFor();
    // Two months on: the weeks of the next month may still hold this day.
    const next = page.getByRole('button', { name: 'Келесі ай' });
    await next.click();
    await next.click();
    await chip.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Бүгін', exact: true }).click();
    await chip.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Атауы').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('Control+KeyK');
    await page.getByPlaceholder('Аты-жөнін немесе бет атауын жазыңыз').waitFor();
    await page.keyboard.type('тизим');
    await page.getByRole('option', { name: /Тізім жіберу/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Не істеу керек').waitFor();
    expect(await drawer.getByLabel('Не істеу керек').inputValue()).toBe('Тізім жіберу');
    expect(app.problems).toEqual([]);
  });

  test('a program that is left running over midnight shows the next day', async ({ app, page }) => {
    await page.clock.install();
    await app.goto('/tasks');
    await page.locator('[aria-current="date"]').waitFor();
    const marked = (): Promise<string | null> =>
      page.evaluate(
        () => document.querySelector('[aria-current="date"]')?.getAttribute('aria-label') ?? null,
      );
    const before = await marked();
    await page.clock.fastForward('24:00:00');
    await expect.poll(marked).not.toBe(before);
    expect(app.problems).toEqual([]);
  });
});
