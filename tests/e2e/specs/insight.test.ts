import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { aPartner } from '../../helpers/entries.ts';
import type { RunningApp } from '../fixtures.ts';
import { browserOnly } from '../fixtures.ts';

/** The competency of the sample college with most practice, and its busiest student. */
async function busiest(app: RunningApp): Promise<{ competencyId: string; studentId: string }> {
  const { competencies } = await app.call('progress.overview', {});
  const [first] = competencies.toSorted((a, b) => b.attemptCount - a.attemptCount);
  const competencyId = first?.competencyId ?? '';
  const { members } = await app.call('insight.squad', { competencyId });
  const [member] = members.toSorted((a, b) => b.attemptCount - a.attemptCount);
  return { competencyId, studentId: member?.studentId ?? '' };
}

/** An internship of which only the dates are known. @returns the name of its enterprise */
async function addInternship(
  app: RunningApp,
  of: { competencyId: string; studentId: string },
): Promise<string> {
  const name = '«Отырар Құрылыс» ЖШС';
  const { id: partnerId } = await app.call('partners.save', { ...aPartner, name });
  await app.call('partners.saveInternship', {
    ...of,
    partnerId,
    mentorId: null,
    mentor: '',
    startDate: '2026-02-02',
    endDate: '2026-02-13',
    place: '',
    weeklyMinutes: 0,
    doneMinutes: null,
    state: 'done',
    tasks: '',
    sections: [{ number: 1, level: 2 }],
    conclusion: '',
  });
  return name;
}

browserOnly('insight', (test) => {
  test('a student: charts are read by keys, a goal is set; axe finds nothing', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const { competencyId, studentId } = await busiest(app);
    const partnerName = await addInternship(app, { competencyId, studentId });
    await app.goto(`/insight/${competencyId}/${studentId}`);
    const figure = page.getByRole('slider', { name: 'Чемпионат күніне болжам' });
    await figure.locator('[data-chart-points]').first().waitFor({ state: 'attached' });
    await figure.focus();
    await page.keyboard.press('Home');
    const first = await figure.getAttribute('aria-valuetext');
    await page.keyboard.press('End');
    expect(await figure.getAttribute('aria-valuetext')).not.toBe(first);
    await page.getByRole('slider', { name: 'Жүктеме және сергектік' }).waitFor();
    const hours = page.getByRole('region', { name: 'Жаттығу және тағылымдама' });
    await hours.getByRole('link', { name: partnerName }).waitFor();
    await hours.getByText(/60 — күндеріне қарай, жұмыс күніне 6 сағаттан/).waitFor();
    await page.getByRole('slider', { name: 'Жылдамдық пен дәлдік' }).waitFor();

    await page.getByRole('button', { name: 'Мақсат қою' }).click();
    const drawer = page.getByRole('dialog', { name: 'Жаңа мақсат' });
    await drawer.getByRole('textbox', { name: 'Кемінде, %' }).fill('88');
    await drawer.getByRole('button', { name: 'Қосу' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByText(/Нәтиже кемінде 88/).waitFor();
    const { goals } = await app.call('goals.list', { competencyId, studentId });
    expect(goals.some((goal) => goal.target === 8800 && goal.kind === 'percent')).toBe(true);

    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    const result = page.getByRole('link', { name: /балдың қалай шыққанын көрсету/ }).first();
    await result.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/assessment\/[\w-]+\/results\/[\w-]+$/);
    await page.getByRole('dialog').getByRole('tab', { name: 'Бұл сан қайдан', selected: true }).waitFor();
    expect(app.problems).toEqual([]);
  });

  test('a squad: comparison as chart and table, forecasts run aside, judges in words', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const { competencyId } = await busiest(app);
    await app.goto(`/insight/${competencyId}`);
    await page.getByRole('slider', { name: 'Кандидаттарды салыстыру' }).waitFor();
    await page.getByRole('button', { name: 'Болжамды есептеу' }).click();
    await page.getByRole('slider', { name: 'Құрам бойынша болжам' }).waitFor();
    await page.getByRole('heading', { name: 'Төрешілердің келісімі' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(app.problems).toEqual([]);
  });
});
