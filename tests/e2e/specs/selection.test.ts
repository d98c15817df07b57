import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { browserOnly } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

/** The selection of the sample college that is (or is not yet) decided. */
async function findSelection(app: RunningApp, status: 'proposed' | 'published'): Promise<string> {
  const { selections } = await app.call('selection.list', {});
  const found = selections.find((one) => one.status === status);
  if (!found) throw new Error('The sample college has no such selection');
  return found.id;
}

async function expectAccessible(app: RunningApp, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).include('main').analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    where,
  ).toEqual([]);
}

browserOnly('selection', (test) => {
  test('a weight is moved with the keyboard and the team is seen at once; a place is explained and decided', async ({
    start,
  }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const id = await findSelection(app, 'proposed');
    await app.goto(`/selection/${id}`);
    await page.getByRole('tab', { name: 'Өлшемдер' }).click();
    const slider = page.getByRole('slider', { name: 'Қатысу' });
    await slider.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page
      .getByText(/Соңғы есеп/)
      .first()
      .waitFor();
    await expect
      .poll(async () => {
        const { scenarios } = await app.call('selection.get', { id });
        return scenarios[0]?.config.criteria.find(({ key }) => key === 'attendance')?.weight;
      })
      .toBe(99);

    await page.getByRole('tab', { name: 'Нәтиже' }).click();
    await page.getByRole('slider', { name: /Бағалар және олардың дәлдігі/ }).focus();
    await page.keyboard.press('Home');
    await page.locator('[data-chart-active]').waitFor({ state: 'attached' });
    await page
      .getByRole('row')
      .filter({ has: page.getByText('Негізгі', { exact: true }) })
      .getByRole('button', { name: /^Неге\?/ })
      .first()
      .click();
    await page
      .getByText(/балл жоғалтады|бос қалатын/i)
      .first()
      .waitFor();
    await expectAccessible(app, 'result');

    await page.getByRole('tab', { name: 'Шешім' }).click();
    await page.getByRole('textbox', { name: /Шешім қабылдаған адам/ }).fill('Сәрсенбаева Г.');
    for (const name of ['Талқыланды деп белгілеу', 'Бекіту']) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    await expect
      .poll(async () => (await app.call('selection.get', { id })).selection.status)
      .toBe('approved');
    // A preview that the next key overtakes is answered as cancelled, which the browser writes down.
    expect(app.problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  });

  test('contradicting rules are named as sentences while they are put together', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const id = await findSelection(app, 'proposed');
    const { scenarios, candidates } = await app.call('selection.get', { id });
    const { id: scenarioId, name, notes, config } = scenarios[0]!;
    const [one] = candidates;
    if (!one) throw new Error('nobody');
    const { studentId, competencyId } = one;
    await app.call('selection.updateScenario', {
      id: scenarioId,
      name,
      notes,
      config: {
        ...config,
        eligibility: [],
        rules: [
          { kind: 'must', id: 'a', studentId, competencyId, seat: 'main' },
          { kind: 'must_not', id: 'b', studentId, competencyId: null, seat: 'any' },
        ],
      },
    });
    await app.goto(`/selection/${id}`);
    await page.getByRole('tab', { name: 'Ережелер' }).click();
    await page
      .getByRole('alert')
      .or(page.getByText(/бірге орындалмайды/))
      .first()
      .waitFor();
    await expectAccessible(app, 'rules');
  });

  test('every screen passes axe in English and dark, and the protocol replays', async ({ start }) => {
    const app = await start({ sample: true, language: 'en' });
    const { page } = app;
    await app.call('settings.update', { theme: 'dark' });
    const id = await findSelection(app, 'published');
    await app.goto('/selection');
    await page.getByRole('link', { name: 'Колледж құрамасы' }).waitFor();
    await expectAccessible(app, 'list');
    await app.goto(`/selection/${id}`);
    for (const name of ['Candidates', 'Criteria', 'Scenarios', 'Decision', 'Fairness']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel').waitFor();
      await expectAccessible(app, name);
    }
    await app.goto(`/selection/${id}/protocol`);
    await page.getByText(/SHA-256/).waitFor();
    await expectAccessible(app, 'protocol');
    await page.getByRole('button', { name: 'Replay and check' }).click();
    await page
      .getByText(/very same team/)
      .first()
      .waitFor();
    expect(app.problems).toEqual([]);
  });

  test('teaches where there is no championship', async ({ app, page }) => {
    await app.goto('/selection');
    await page.getByRole('button', { name: 'Чемпионат қосу' }).first().waitFor();
    await expectAccessible(app, 'empty');
  });
});
