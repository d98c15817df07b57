import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningApp } from '../fixtures.ts';
import { browserOnly, todayThere, untilReady } from '../fixtures.ts';
import { Keyboard } from '../keyboard.ts';

/** A squad of two with a scheme, and a session planned for today. */
async function planToday(app: RunningApp): Promise<{ sessionId: string; competencyId: string }> {
  const { competencies } = await app.call('progress.overview', {});
  const [busiest] = competencies.toSorted((a, b) => b.attemptCount - a.attemptCount);
  if (!busiest) throw new Error('The sample college has no practice');
  const { competencyId } = busiest;
  const { schemes } = await app.call('schemes.list', {});
  const scheme = schemes.find((one) => one.competencyId === competencyId);
  if (!scheme) throw new Error('The competency has no scheme');
  const { candidates } = await app.call('competencies.listCandidates', { competencyId });
  // First of the day, whatever else is planned.
  const { id } = await app.call('plan.createSession', {
    competencyId,
    planId: null,
    date: todayThere(),
    startTime: '00:00',
    durationMinutes: 90,
    kind: 'practice',
    workshop: '',
    focus: 'B модулі',
    expertId: null,
    schemeId: scheme.id,
    sectionNumbers: [],
    studentIds: candidates.slice(0, 2).map((one) => one.studentId),
  });
  return { sessionId: id, competencyId };
}

/** Starts today's session with two keys. @returns its id */
async function startByKeys(app: RunningApp): Promise<string> {
  const { page } = app;
  await app.goto('/training');
  const button = page.getByRole('button', { name: /^00:00/ });
  await button.waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => /#\/training\/[^/]+\/attendance$/.test(url.hash));
  return page.url().split('/').at(-2) ?? '';
}

const lines = (page: Page) => page.getByRole('table', { name: 'Секундомерлер' }).locator('tbody tr');

browserOnly('practice', (test) => {
  test('is started with two keys; clock, incident and repeat need no mouse; axe finds nothing', async ({
    start,
  }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const { competencyId } = await planToday(app);
    const sessionId = await startByKeys(app);
    await page.getByRole('tab', { name: 'Жаттығу барысы' }).click();
    await lines(page).first().focus();
    await page.keyboard.press('Space');
    await lines(page).first().getByText('Жұмыс істеп жатыр').waitFor();
    await page.keyboard.press('w');
    await lines(page).first().getByText('Бағалауды күтуде').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await lines(page).nth(1).getByText('Жұмыс істеп жатыр').waitFor();
    const { timers } = await app.call('practice.getBoard', { sessionId });
    expect(timers.map((timer) => timer.state).toSorted()).toEqual(['running', 'waiting']);

    await page.keyboard.press('i');
    await new Keyboard(page).arriveAt(page.getByRole('textbox', { name: 'Жазба', exact: true }));
    await page.keyboard.press('Alt+Digit1');
    await page.keyboard.type('көзілдіріксіз');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'көзілдіріксіз' }).waitFor();
    const { incidents } = await app.call('practice.getBoard', { sessionId });
    expect(incidents).toMatchObject([{ category: 'safety', note: 'көзілдіріксіз' }]);
    expect(incidents[0]?.studentId).not.toBeNull();

    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await page.getByRole('button', { name: 'Бүгін қайталау' }).click();
    await page.waitForURL((url) => url.hash.endsWith('/attendance') && !url.hash.includes(sessionId));
    const repeatedId = page.url().split('/').at(-2) ?? '';
    const repeated = await app.call('training.getSession', { id: repeatedId });
    expect(repeated.session.competencyId).toBe(competencyId);
    expect(repeated.attempts).toHaveLength(2);
    expect(app.problems).toEqual([]);
  });

  test('a running clock survives the end of the program', async ({ start }) => {
    const app = await start({ sample: true });
    await planToday(app);
    const sessionId = await startByKeys(app);
    await app.goto(`/training/${sessionId}/board`);
    await lines(app.page).first().focus();
    await app.page.keyboard.press('Space');
    await lines(app.page).first().getByText('Жұмыс істеп жатыр').waitFor();
    const before = await app.call('practice.getBoard', { sessionId });
    await app.kill();

    const again = await start({ sample: true });
    await again.goto('/training');
    await again.page.getByRole('group', { name: 'Секундомер жүріп тұр' }).getByRole('link').first().click();
    await lines(again.page).first().getByText('Жұмыс істеп жатыр').waitFor();
    const after = await again.call('practice.getBoard', { sessionId });
    expect(after.timers[0]).toMatchObject({ runningSince: before.timers[0]?.runningSince });
  });

  test('what was being typed is there again after the page is gone', async ({ start }) => {
    const app = await start({ sample: true });
    await planToday(app);
    const sessionId = await startByKeys(app);
    const { attempts } = await app.call('training.getSession', { id: sessionId });
    const schemeId = attempts[0]?.schemeId ?? '';
    await app.goto(`/training/${sessionId}/${schemeId}`);
    await app.page.locator('[role="gridcell"][tabindex="0"]').waitFor();
    await app.page.locator('[role="gridcell"][tabindex="0"]').focus();
    await app.page.keyboard.press('F2');
    await app.page.locator('[role="gridcell"] input').fill('0,2');
    await app.page.waitForFunction(async () => {
      const [database] = await indexedDB.databases();
      if (database?.name === undefined) return false;
      return new Promise<boolean>((resolve) => {
        const request = indexedDB.open(database.name ?? '');
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result).includes('0,2'));
        };
      });
    });
    const context = app.page.context();
    const session = await context.newCDPSession(app.page);
    void session.send('Page.crash').catch(() => undefined);
    await app.page.waitForEvent('crash');
    const next = await context.newPage();
    await next.goto(app.served?.url ?? '');
    await untilReady(next);
    await next.evaluate((hash) => {
      location.hash = hash;
    }, `/training/${sessionId}/${schemeId}`);
    const editor = next.locator('[role="gridcell"] input');
    await editor.waitFor();
    expect(await editor.inputValue()).toBe('0,2');
  });
});
