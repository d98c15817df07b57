import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { aThing } from '../../helpers/baseEntries.ts';
import { addExpert } from '../../helpers/championship.ts';
import { aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';
import { browserOnly, todayThere } from '../fixtures.ts';
import { Keyboard } from '../keyboard.ts';

const aTask = {
  notes: '',
  side: 'college' as const,
  responsibleId: null,
  responsible: '',
  competencyId: null,
  partnerId: null,
  visitId: null,
  eventId: null,
  state: 'open' as const,
  doneDate: null,
};

browserOnly('the one calendar', (test) => {
  test('is narrowed to a person or a competency, tells the late ones first, and goes out as a file', async ({
    app,
    page,
  }) => {
    const competencyId = await findCompetency(app, '10');
    const { id: studentId } = await app.call('people.createStudent', aStudent({}));
    await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId] });
    const responsibleId = await addExpert(app, 'Ким');
    const day = toDayNumber(todayThere());
    const [before, after] = [fromDayNumber(day - 9), fromDayNumber(day + 1)];
    await app.call('tasks.save', { ...aTask, title: 'Кимнің ісі', dueDate: after, responsibleId });
    await app.call('tasks.save', { ...aTask, title: 'Дәнекерлеу ісі', dueDate: before, competencyId });
    await app.goto('/tasks');
    const duties = page.getByRole('region', { name: 'Менің істерім' });
    const lines = duties.getByRole('listitem');
    await lines.nth(1).waitFor();
    expect(await lines.first().innerText()).toMatch(/Дәнекерлеу ісі[^]*Мерзімі өтті/);

    const person = page.getByRole('combobox', { name: 'Жауапты адам' });
    await person.click();
    await page.getByRole('option', { name: /^Ким/ }).click();
    await duties.getByText('Дәнекерлеу ісі').waitFor({ state: 'detached' });
    await duties.getByText('Кимнің ісі').waitFor();
    await page.getByText('Тізім', { exact: true }).click();
    await page.getByRole('region', { name: 'Күнтізбе' }).getByText('Кимнің ісі').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Күнтізбе файлы (.ics)' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/\.ics$/);
    const path = join(app.dataFolder, 'calendar.ics');
    await download.saveAs(path);
    const file = await readFile(path, 'utf8');
    expect(file).toContain('SUMMARY:Тапсырма: Кимнің ісі');
    expect(file).toContain(`DTSTART;VALUE=DATE:${after.replaceAll('-', '')}`);
    expect(file).not.toContain('Дәнекерлеу ісі');

    // The one who is chosen is let go by choosing them again.
    await person.click();
    await page.getByRole('option', { name: /^Ким/ }).click();
    await duties.getByText('Дәнекерлеу ісі').waitFor();
    await page.getByRole('combobox', { name: 'Құзыреттілік' }).click();
    await page.getByRole('option', { name: 'Дәнекерлеу технологиясы' }).click();
    await duties.getByText('Кимнің ісі').waitFor({ state: 'detached' });
    await duties.getByText('Дәнекерлеу ісі').waitFor();
    expect(app.problems).toEqual([]);
  });

  test('a month shows a calibration of the base and leads to it; the one search opens a task', async ({
    app,
    page,
  }) => {
    await app.call('base.addInventory', aThing({ name: 'Дәл таразы', calibrationDue: todayThere() }));
    await app.call('tasks.save', { ...aTask, title: 'Тізім жіберу', dueDate: null });
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
    await new Keyboard(page).arriveAt(page.getByPlaceholder('Аты-жөнін немесе бет атауын жазыңыз'));
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
