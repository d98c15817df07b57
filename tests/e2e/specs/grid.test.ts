import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { aStudent } from '../../helpers/entries.ts';
import { setUpTraining, type TrainingSetup } from '../../helpers/training.ts';
import { browserOnly, eachDoor, type RunningApp } from '../fixtures.ts';
import { MainJob } from '../mainJob.ts';

const SCHEME = '15 Plumbing and Heating';

interface OpenGrid extends TrainingSetup {
  job: MainJob;
  grid: Locator;
  panel: Locator;
}

/** The score grid of two students, with the keyboard in its first cell. */
async function openGrid(app: RunningApp, setup?: TrainingSetup): Promise<OpenGrid> {
  const training = setup ?? (await setUpTraining(app));
  await app.goto(`/training/${training.sessionId}/${training.scheme.id}`);
  const job = new MainJob(app.page);
  const grid = job.grid(SCHEME);
  await job.tabTo(grid);
  await job.press('Control+Home');
  await job.untilAt('A1.M1 1');
  return { ...training, job, grid, panel: app.page.getByRole('complementary', { name: 'Аспект туралы' }) };
}

/** What a spreadsheet puts on the clipboard, pasted where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((tabText) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', tabText);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Marks of an attempt in the order of the aspects, in hundredths; null: none. */
async function marksOf(app: RunningApp, { sessionId, scheme, aspects }: OpenGrid, attemptId: string) {
  const { marks } = await app.call('training.getSheet', { sessionId, schemeId: scheme.id });
  return aspects.map(
    ({ id }) =>
      marks.find((mark) => mark.aspectId === id && mark.attemptId === attemptId)?.markHundredths ?? null,
  );
}

eachDoor('blocks of the score grid', (test) => {
  test('are pasted from a spreadsheet, copied within the grid, and filled down', async ({ app, page }) => {
    const open = await openGrid(app);
    const { job, grid } = open;
    // Measured value, score, mark with a comma, count of six: as they stand in the columns of a spreadsheet.
    await paste(page, '52\t50\n3\t1\n13,5\t27\n6\t3\n');
    await job.untilTotal(grid, 1, '41,50 69,2 %');
    await job.untilTotal(grid, 2, '46,67 77,8 %');
    await job.untilStored();
    const [first = '', second = ''] = open.attemptIds;
    expect((await marksOf(app, open, first)).slice(0, 4)).toEqual([550, 1250, 1350, 1000]);
    expect((await marksOf(app, open, second)).slice(0, 4)).toEqual([1050, 417, 2700, 500]);

    // The second student's column over the first's, through the clipboard of the system.
    await job.press('Control+Home', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c');
    await job.press('Control+Home', 'Control+v');
    await job.untilTotal(grid, 1, '51,67 86,1 %');

    // The row above into this one: both have a count of six.
    await job.press('Control+End', 'Home', 'ArrowUp', 'ArrowUp');
    await job.untilAt('B1.M2 1');
    await job.press('6', 'Tab', '3', 'ArrowDown', 'ArrowDown', 'Home');
    await job.untilAt('B1.M4 1');
    await job.press('7', 'Enter', 'Shift+ArrowRight', 'Control+d');
    await job.untilStored();
    expect(app.problems).toEqual([]);
  });

  test('are refused as a whole, and every wrong cell is told', async ({ app, page }) => {
    const open = await openGrid(app);
    await paste(page, '50\t50\n4\t2\n27,5\t1,234\n');
    const dialog = page.getByRole('dialog', { name: 'Ештеңе сақталған жоқ' });
    await open.job.arriveAt(dialog);
    expect(await dialog.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/A1\.J2.*4.*0, 1, 2 немесе 3/s),
      expect.stringMatching(/A1\.M3.*27,5.*ең жоғары балы — 27/s),
      expect.stringMatching(/A1\.M3.*1,234.*екі цифр/s),
    ]);
    await open.job.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    // The keyboard is where it was, and nothing was stored.
    await open.job.untilAt('A1.M1 1');
    expect(await marksOf(app, open, open.attemptIds[0] ?? '')).toEqual(Array(8).fill(null));
  });
});

browserOnly('the aspect beside the grid', (test) => {
  test('says how a measured value became the mark, and shows the levels of a judgement', async ({
    app,
    page,
  }) => {
    const { job, grid, panel, attemptIds, sessionId } = await openGrid(app);
    await panel.getByText('Мақсатты мән 50; әр 1 айырма үшін 2,5 шегеріледі.').waitFor();
    await job.type('51,5');
    await job.press('Enter', 'Shift+Enter');
    await panel.getByText('Есептелген балл: 8,00').waitFor();
    await panel.getByText('51,5, мақсатты мән 50: айырма 1,5').waitFor();
    await job.press('ArrowDown');
    for (const level of ['Not done', 'Done with gaps', 'Done well', 'Done outstandingly well']) {
      await panel.getByRole('button', { name: level }).waitFor();
    }
    await job.press('2');
    await job.press('Enter', 'Shift+Enter');
    await panel.getByRole('button', { name: 'Done well', pressed: true }).waitFor();

    // The total of the student opens the way from the raw marks to it: by the pointer in the head, by keys here.
    await job.untilStored();
    const [attemptId = ''] = attemptIds;
    const explained = (url: URL) => url.hash === `#/assessment/${sessionId}/results/${attemptId}`;
    const drawer = page.getByRole('dialog');
    const inHead = grid.locator('[data-attempt]').first().getByRole('link');
    const mark = (await inHead.innerText()).split(/\s/)[0] ?? '';
    expect(mark).toMatch(/^\d+,\d\d$/);
    expect(await inHead.getAttribute('tabindex')).toBe('-1');
    await job.press('Escape');
    await job.pressButton(panel.getByRole('link', { name: /балдың қалай шыққанын көрсету/ }));
    await page.waitForURL(explained);
    await drawer.getByText(`${mark} / `).first().waitFor();
    await page.goBack();
    await inHead.click();
    await page.waitForURL(explained);
    await drawer.getByText(`${mark} / `).first().waitFor();
    expect(app.problems).toEqual([]);
  });
});

browserOnly('marks that are not typed here', (test) => {
  test('a verified result is only read until it is reopened with a reason', async ({ app, page }) => {
    const training = await setUpTraining(app);
    const [attemptId = ''] = training.attemptIds;
    const marks = training.aspects.map(({ id }) => ({
      attemptId,
      aspectId: id,
      entry: { kind: 'not_attempted' as const },
    }));
    await app.call('training.setMarks', { marks });
    const expert = { organisation: '', position: '', phone: '', email: '', notes: '', patronymic: '' };
    const by = [];
    for (const surname of ['Біржан', 'Сәуле']) {
      by.push((await app.call('people.createExpert', { ...expert, surname, givenName: 'А' })).id);
    }
    for (const [index, step] of (['complete', 'verify'] as const).entries()) {
      await app.call('assessment.changeState', {
        attemptId,
        step,
        byExpertId: by[index] ?? null,
        reason: '',
      });
    }
    const { job, grid, panel } = await openGridAtClosed(app, training);
    expect(await grid.locator('[role=gridcell][aria-readonly=true][data-closed]').count()).toBeGreaterThan(7);
    await job.press('5', 'Enter');
    await panel.getByText('Нәтиже не осы қосалқы критерий тексерілген не жабылған').waitFor();
    expect(await grid.locator('input').count()).toBe(0);

    // Escape lets Tab go on outside of the grid.
    await job.press('Escape');
    await job.pressButton(panel.getByRole('link', { name: 'Нәтижелерге өту' }));
    await job.pressButton(page.getByRole('button', { name: 'Қалай шықты' }).first());
    const drawer = page.getByRole('dialog');
    await job.tabTo(drawer.getByRole('tab', { name: 'Бұл сан қайдан' }));
    await job.press('ArrowRight');
    // That of the whole result; each sub-criterion below has one of its own.
    const reopen = drawer.getByRole('button', { name: 'Қайта ашу' }).first();
    await job.pressButton(reopen);
    await page.getByRole('alert').filter({ hasText: 'себеб' }).waitFor();
    await job.tabTo(drawer.getByLabel('Себебі'), 'Shift+Tab');
    await job.type('Манометр қате көрсеткен');
    await job.pressButton(reopen);
    await drawer.getByRole('button', { name: 'Аяқтау' }).first().waitFor();

    await app.goto(`/training/${training.sessionId}/${training.scheme.id}`);
    await job.tabTo(grid);
    await job.press('Control+Home', '5', '0', 'Tab');
    await job.untilTotal(grid, 1, '10,50 100 %');
    const { entries } = await app.call('assessment.getHistory', { attemptId });
    expect(entries.map(({ reason }) => reason)).toContain('Манометр қате көрсеткен');
  });

  test('a judgement of a team is left to the judges, and the way to their sheets is told', async ({
    app,
    page,
  }) => {
    const training = await setUpTraining(app);
    const expert = { organisation: '', position: '', phone: '', email: '', notes: '', patronymic: '' };
    const judgeIds = [];
    for (const surname of ['Біржан', 'Сәуле', 'Тимур']) {
      judgeIds.push((await app.call('people.createExpert', { ...expert, surname, givenName: 'А' })).id);
    }
    const { sessionId } = training;
    const subCriterionId = training.scheme.criteria[0]?.subCriteria[0]?.id ?? null;
    await app.call('assessment.setTeam', { sessionId, subCriterionId, judgeIds, supervisorId: null });
    const { job, grid, panel } = await openGrid(app, training);
    expect(await grid.locator('[data-team]').count()).toBe(2);
    // Tab goes over what is not typed here.
    await job.press('Tab', 'Tab');
    await job.untilAt('A1.M3 1');
    await job.press('ArrowUp', '2', 'Enter');
    await page.getByRole('alert').filter({ hasText: 'төрешілер тобы бағалайды' }).waitFor();
    await job.press('Escape', '+');
    await page.getByRole('alert').filter({ hasText: 'төрешілер тобы бағалайды' }).waitFor();
    await job.press('Escape', '-');
    await job.untilAt('A1.J2 1 — Орындамаған');
    // Of many selected cells, the others are filled.
    await job.press('Control+a', '+');
    await job.untilTotal(grid, 2, '87,50 100 %');
    await job.press('Control+Home', 'ArrowDown', 'Escape');
    await job.pressButton(panel.getByRole('link', { name: 'Төрешілер парағына өту' }));
    await page.waitForURL((url) => url.hash === `#/assessment/${sessionId}/judging`);
    expect(app.problems).toEqual([]);
  });
});

/** As {@link openGrid}, where the first student's result is closed: the first cell is only read. */
async function openGridAtClosed(app: RunningApp, training: TrainingSetup): Promise<OpenGrid> {
  await app.goto(`/training/${training.sessionId}/${training.scheme.id}`);
  const job = new MainJob(app.page);
  const grid = job.grid(SCHEME);
  await job.tabTo(grid);
  await job.press('Home');
  return { ...training, job, grid, panel: app.page.getByRole('complementary', { name: 'Аспект туралы' }) };
}

eachDoor('attendance', (test) => {
  test('takes a note of who was late, and keeps it', async ({ app, page }) => {
    const { sessionId } = await setUpTraining(app);
    const { id } = await app.call('people.createStudent', aStudent({ surname: 'Жаңабай' }));
    await app.call('training.setAttendance', { sessionId, entries: [{ studentId: id, state: 'late' }] });
    await app.goto(`/training/${sessionId}/attendance`);
    const job = new MainJob(page);
    const note = page.getByRole('textbox', { name: /Ескертпе: Жаңабай/ });
    await job.tabTo(page.getByRole('grid', { name: 'Қатысу' }));
    await job.press('End');
    await job.tabTo(note);
    await job.type('Автобус кешікті');
    await job.press('Tab');
    await expect
      .poll(async () => {
        const { attendance } = await app.call('training.getSession', { id: sessionId });
        return attendance.find((row) => row.studentId === id);
      })
      .toEqual({ studentId: id, state: 'late', note: 'Автобус кешікті' });
    expect(app.problems).toEqual([]);
  });
});
