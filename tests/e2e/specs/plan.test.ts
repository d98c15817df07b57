import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PlannedSession } from '#shared/contract/plan.ts';
import { shiftDay, weekOf } from '#shared/domain/planning/phases.ts';
import { formatFor } from '../../../renderer/i18n/format.ts';
import type { RunningApp } from '../fixtures.ts';
import { browserOnly, todayThere } from '../fixtures.ts';

const today = todayThere();
const typed = (day: string): string => day.split('-').toReversed().join('.');
/** One day on, but never out of the week whose occupancy the page shows. */
const step = new Date(`${today}T00:00Z`).getUTCDay() === 0 ? -1 : 1;

/** Notes in the page that a student of the squad can never come on the weekday of a session: its card tells it. */
async function noteWeeklyHours(app: RunningApp, page: Page, session: PlannedSession): Promise<void> {
  const { candidates } = await app.call('competencies.listCandidates', {
    competencyId: session.competencyId,
  });
  const { hours } = await app.call('plan.listWeeklyHours', {});
  const student = candidates.find(
    (one) => one.status === 'training' && hours.every((own) => own.studentId !== one.studentId),
  );
  if (!student) throw new Error('Everybody has weekly hours');
  const name = `${student.surname} ${student.givenName}`;
  const form = page.getByRole('form', { name: 'Студенттердің апталық уақыты' });
  await form
    .getByRole('combobox', { name: 'Студент' })
    .or(form.getByRole('textbox', { name: 'Студент' }))
    .fill(name);
  await page.getByRole('option', { name }).first().click();
  const weekday = ['Жс', 'Дс', 'Сс', 'Ср', 'Бс', 'Жм', 'Сб'][
    new Date(`${session.date}T00:00:00Z`).getUTCDay()
  ];
  await form.getByText(weekday ?? '', { exact: true }).click();
  await form.getByRole('button', { name: 'Қосу' }).click();
  await page
    .locator(`[data-planned="${session.id}"]`)
    .getByText(new RegExp(`^Апталық уақытына сай емес: .*${student.surname}`))
    .waitFor();
}

/** Drags a planned session to another day of its week and takes it back. */
async function dragThereAndBack(app: RunningApp, page: Page, to: string): Promise<void> {
  const format = formatFor('kk');
  const on = (day: string) => page.getByRole('group', { name: format.longDate(day), exact: true });
  const first = on(today).locator(`[data-open-on="${today}"]`).first();
  const id = (await first.getAttribute('data-planned')) ?? '';
  const daysOf = async () => {
    const { sessions } = await app.call('plan.calendar', {
      from: shiftDay(today, -1),
      to: shiftDay(today, 1),
    });
    return sessions.filter((one) => one.id === id).map((one) => [one.date, one.originalDate]);
  };
  await first.dragTo(on(to), { targetPosition: { x: 12, y: 12 } });
  const moved = on(to).locator(`[data-planned="${id}"]`);
  await moved.getByText(`Бастапқы күні: ${format.dayMonth(today)}`).waitFor();
  expect(await daysOf()).toEqual([[to, today]]);
  await page.getByRole('button', { name: 'Болдырмау: жаттығуды басқа күнге жылжыту' }).click();
  await on(today).locator(`[data-planned="${id}"]`).waitFor();
  await moved.waitFor({ state: 'detached' });
  expect(await daysOf()).toEqual([[today, today]]);
}

/** Types an option of a list with search, and takes it. */
async function choose(page: Page, form: Locator, of: { field: string; option: string }): Promise<void> {
  await form
    .getByRole('combobox', { name: of.field })
    .or(form.getByRole('textbox', { name: of.field }))
    .first()
    .fill(of.option);
  await page.getByRole('option', { name: of.option }).first().click();
}

/** Name of a competency other than one. */
async function nameOfAnother(app: RunningApp, competencyId: string): Promise<string> {
  const { competencies } = await app.call('competencies.list', {});
  const other = competencies.find((one) => one.id !== competencyId);
  return other?.name.kk ?? '';
}

/** Next week by week and as a list: the same sessions, moved by keys in the list too. */
async function checkViews(app: RunningApp, page: Page): Promise<void> {
  const views = page.getByRole('radiogroup', { name: 'Күнтізбе түрі' });
  const planned = page.locator('[data-planned]');
  await views.getByText('Апта', { exact: true }).click();
  await page.getByRole('button', { name: 'Келесі', exact: true }).click();
  const monday = shiftDay(weekOf(today), 7);
  const { sessions } = await app.call('plan.calendar', { from: monday, to: shiftDay(monday, 6) });
  const [first] = sessions;
  const card = page.locator(`[data-planned="${first?.id ?? ''}"]`);
  await card.waitFor();
  expect(sessions.length).toBeGreaterThan(1);
  expect(await planned.count()).toBe(sessions.length);

  await views.getByText('Тізім', { exact: true }).click();
  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await card.getByText('Бастапқы').waitFor();
  await page.waitForFunction((id) => document.activeElement?.getAttribute('data-planned') === id, first?.id);
  expect(await planned.count()).toBeGreaterThan(sessions.length);
}

/** The calendar is printed, and goes out as a file that other calendars read. */
async function checkPaperAndFile(app: RunningApp, page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Басып шығару' }).click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('navigation').first().waitFor({ state: 'hidden' });
  expect(await page.locator('[data-planned]').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Күнтізбе файлы (.ics)' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  const path = join(app.dataFolder, 'plan.ics');
  await download.saveAs(path);
  const content = await readFile(path, 'utf8');
  expect(content).toContain('BEGIN:VCALENDAR');
  expect(content.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(2);
}

browserOnly('plan', (test) => {
  test('edits phases and milestones, shifts and copies a plan, keeps a template', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const { plans } = await app.call('plan.list', {});
    const [plan] = plans;
    if (!plan) throw new Error('The sample college has no plan');
    await app.goto('/plan');
    const menu = page.getByRole('button', { name: `Іс-әрекеттер: ${plan.title}` }).first();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Кезеңдер мен межелер…' }).click();
    const drawer = page.getByRole('dialog', { name: 'Дайындық жоспары' });
    await drawer.getByRole('button', { name: 'Меже қосу' }).click();
    await drawer.getByRole('textbox', { name: 'Не болуы керек' }).last().fill('Құрал тексеру');
    await drawer
      .getByRole('textbox', { name: 'Күні' })
      .last()
      .fill(typed(shiftDay(today, 3)));
    await drawer.getByRole('button', { name: 'Сақтау' }).click();
    await drawer.waitFor({ state: 'detached' });
    const { milestones } = await app.call('plan.get', { id: plan.id });
    expect(milestones.map((one) => one.title)).toContain('Құрал тексеру');

    await menu.click();
    await page.getByRole('menuitem', { name: 'Үлгі ретінде сақтау…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Сақтау' }).click();
    await page.getByRole('heading', { name: 'Жоспар үлгілері' }).waitFor();

    await menu.click();
    await page.getByRole('menuitem', { name: 'Басқа құзыреттілікке көшіру…' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, dialog, {
      field: 'Құзыреттілік',
      option: await nameOfAnother(app, plan.competencyId),
    });
    await dialog.getByRole('textbox', { name: 'Жоспар атауы' }).fill('Көшірме');
    await dialog.getByRole('button', { name: 'Көшіру' }).click();
    await page.getByRole('heading', { name: 'Көшірме' }).waitFor();
    const { plans: copied } = await app.call('plan.list', {});
    expect(copied).toHaveLength(plans.length + 1);
    expect(copied.find((one) => one.title === 'Көшірме')?.competencyId).not.toBe(plan.competencyId);

    await menu.click();
    await page.getByRole('menuitem', { name: 'Басқа күнге жылжыту…' }).click();
    const later = shiftDay(plan.championshipDate, 7);
    await dialog.getByRole('textbox', { name: 'Чемпионат күні' }).fill(typed(later));
    await dialog.getByText('Кейінге жылжиды, күн: 7').waitFor();
    await dialog.getByRole('button', { name: 'Жылжыту' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await app.call('plan.get', { id: plan.id })).championshipDate).toBe(later);

    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  test('moves a session by mouse and by keys, keeps its first day, and tells conflicts and absences', async ({
    start,
  }) => {
    const app = await start({ sample: true });
    const { page } = app;
    await app.goto('/plan');
    await page.locator(`[data-open-on="${today}"]`).first().waitFor();
    await dragThereAndBack(app, page, shiftDay(today, step));
    await page.keyboard.press('t');
    const id = await page.evaluate(() => document.activeElement?.getAttribute('data-planned') ?? '');
    await page.keyboard.press(step === 1 ? 'Alt+ArrowRight' : 'Alt+ArrowLeft');
    const card = page.locator(`[data-planned="${id}"]`);
    await card.getByText('Бастапқы').waitFor();
    await page.waitForFunction((moved) => document.activeElement?.getAttribute('data-planned') === moved, id);
    const to = shiftDay(today, step);
    const span = { from: shiftDay(today, -1), to: shiftDay(today, 7) };
    const moved = (await app.call('plan.calendar', span)).sessions.find((one) => one.id === id);
    expect(moved).toMatchObject({ date: to, originalDate: today });

    // The same workshop at the same hour.
    if (!moved) throw new Error('The session is gone');
    const clashes = page.getByText(/^Қайшылық(:| жоқ)/);
    const before = Number(/\d+/.exec(await clashes.innerText())?.[0] ?? 0);
    const { id: rival } = await app.call('plan.createSession', {
      competencyId: moved.competencyId,
      planId: null,
      date: moved.date,
      startTime: moved.startTime,
      durationMinutes: moved.durationMinutes,
      kind: 'practice',
      workshop: moved.workshop,
      focus: '',
      expertId: null,
      schemeId: null,
      sectionNumbers: [],
      studentIds: [],
    });
    await card.getByText('Шеберхана бос емес').waitFor();
    const { conflicts } = await app.call('plan.calendar', span);
    const own = conflicts.filter(
      (one) => one.kind === 'workshop' && [one.sessionId, one.otherId].includes(rival),
    );
    expect(own.length).toBeGreaterThan(0);
    await clashes.filter({ hasText: `Қайшылық: ${before + own.length}.` }).waitFor();
    await noteWeeklyHours(app, page, moved);
    expect(app.problems).toEqual([]);
  });

  test('teaches on an empty database, makes a plan backwards from the day, and shows it in three views', async ({
    app,
    page,
  }) => {
    await app.goto('/plan');
    await page.getByRole('heading', { name: 'Жоспар әлі жоқ' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await page.getByRole('button', { name: 'Жоспар жасау' }).click();
    const drawer = page.getByRole('dialog', { name: 'Дайындық жоспары' });
    await choose(page, drawer, { field: 'Құзыреттілік', option: await nameOfAnother(app, '') });
    await drawer.getByRole('textbox', { name: 'Жоспар атауы' }).fill('Облысқа');
    await drawer.getByRole('textbox', { name: 'Чемпионат күні' }).fill(typed(shiftDay(today, 90)));
    await drawer.getByRole('button', { name: 'Жоспар жасау' }).click();
    await page.getByRole('heading', { name: 'Облысқа' }).waitFor();
    const { plans } = await app.call('plan.list', {});
    expect(plans[0]).toMatchObject({ title: 'Облысқа', championshipDate: shiftDay(today, 90) });
    const { phases } = await app.call('plan.get', { id: plans[0]?.id ?? '' });
    expect(phases.map(({ kind }) => kind)).toEqual(['general', 'special', 'competition', 'taper']);
    expect(plans[0]?.sessionCount).toBeGreaterThan(20);

    await checkViews(app, page);
    await checkPaperAndFile(app, page);
    expect(app.problems).toEqual([]);
  });
});
