import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { browserOnly } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

/** The competency of the sample college with most practice. */
async function busiest(app: RunningApp): Promise<string> {
  const { competencies } = await app.call('progress.overview', {});
  const [first] = [...competencies].sort((a, b) => b.attemptCount - a.attemptCount);
  if (!first) throw new Error('The sample college has no practice');
  return first.competencyId;
}

browserOnly('progress', (test) => {
  test('shows a squad as chart and as table with the same points, read by keys', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const competencyId = await busiest(app);
    const { points } = await app.call('progress.squad', { competencyId });
    await app.goto(`/progress/${competencyId}`);
    const figure = page.getByRole('slider', { name: /Құрамның нәтижелері/ });
    await figure.locator('[data-chart-points]').first().waitFor({ state: 'attached' });
    expect(await figure.getAttribute('aria-valuemax')).toBe(String(points.length));

    await figure.focus();
    const said = new Set<string | null>();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Home', 'PageDown', 'End']) {
      await page.keyboard.press(key);
      await figure.locator('[data-chart-active]').waitFor({ state: 'attached' });
      said.add(await figure.getAttribute('aria-valuetext'));
    }
    // The first key and End both read the newest point.
    expect(said.size).toBe(4);
    await page.keyboard.press('Escape');
    await figure.locator('[data-chart-active]').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Кесте', exact: true }).first().click();
    const table = page.getByRole('table', { name: 'Құрамның нәтижелері' });
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(points.length);

    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  test('leads from a point to its session, and remembers the period', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const competencyId = await busiest(app);
    const { students } = await app.call('progress.squad', { competencyId });
    const studentId = students.find(({ attemptCount }) => attemptCount > 2)?.studentId ?? '';
    const { points } = await app.call('progress.student', { competencyId, studentId });
    await app.goto(`/progress/${competencyId}/${studentId}`);
    await page.getByText('Бір жыл', { exact: true }).click();
    await page.getByRole('radio', { name: 'Бір жыл', checked: true }).waitFor({ state: 'attached' });
    const figure = page.getByRole('slider', { name: /Нәтижелердің өзгеруі/ });
    await figure.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === `#/training/${points.at(-1)?.sessionId ?? ''}`);
    await app.goto(`/progress/${competencyId}/${studentId}`);
    await page.getByRole('radio', { name: 'Бір жыл', checked: true }).waitFor({ state: 'attached' });

    // The result of the newest attempt opens the way from its raw marks; on paper it is only the number.
    const list = page.getByRole('table', { name: 'Студенттің әрекеттері' });
    const result = list.getByRole('link', { name: /балдың қалай шыққанын көрсету/ }).first();
    await result.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await result.evaluate((link) => getComputedStyle(link).textDecorationLine)).toBe('none');
    await page.emulateMedia({ media: null });
    await result.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/assessment\/[\w-]+\/results\/[\w-]+$/);
    await page.getByRole('dialog').getByRole('tab', { name: 'Бұл сан қайдан', selected: true }).waitFor();
    expect(app.problems).toEqual([]);
  });

  test('teaches where nothing has been marked', async ({ app, page }) => {
    await app.goto('/progress');
    await page.getByRole('heading', { name: 'Прогресс әлі жоқ' }).waitFor();
    await page.getByRole('link', { name: 'Құрам жинау' }).click();
    await page.waitForURL((url) => url.hash === '#/competencies');
  });
});
