import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { formatFor } from '../../../renderer/i18n/format.ts';
import { aPartner } from '../../helpers/entries.ts';
import { setUpTraining } from '../../helpers/training.ts';
import type { RunningApp } from '../fixtures.ts';
import { browserOnly, untilReady } from '../fixtures.ts';

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

/** Saves a chart through its menu. @returns the file */
async function savedChart(app: RunningApp, frame: Locator, format: 'png' | 'svg'): Promise<Buffer> {
  const waiting = app.page.waitForEvent('download');
  await frame.getByRole('button', { name: 'Басып шығару және сақтау' }).click();
  const item = app.page.getByRole('menuitem', { name: new RegExp(`\\(${format}\\)$`, 'i') });
  await item.click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(new RegExp(`Чемпионат күніне болжам\\.${format}$`));
  const path = join(app.dataFolder, `chart.${format}`);
  await download.saveAs(path);
  await item.waitFor({ state: 'detached' });
  return readFile(path);
}

/** Pixels of a PNG as its head tells them. */
const pixelsOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

/** A chart as SVG and PNG: of the same size, in words and in nothing that has to be fetched. */
async function checkFiles(app: RunningApp): Promise<void> {
  const frame = app.page.getByRole('region', { name: 'Чемпионат күніне болжам' });
  const svg = (await savedChart(app, frame, 'svg')).toString('utf8');
  const drawn = await app.page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = parsed.documentElement;
    const texts = [...parsed.querySelectorAll('text')].map((one) => one.textContent.trim());
    return {
      root: root.tagName,
      width: root.getAttribute('width'),
      height: root.getAttribute('height'),
      texts,
    };
  }, svg);
  expect(drawn.root).toBe('svg');
  const words = drawn.texts.join(' ');
  expect(words).toContain('Чемпионат күніне болжам');
  for (const label of ['Түзетілген нәтижелер', 'Болжам және аралығы', /(^| )100\s?%/])
    expect(words).toMatch(label);
  const outside = svg
    .replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')
    .match(
      /https?:|blob:|data:|href=|@import|<(image|script|style|foreignObject)|url\((?!["']?#|&quot;#)|var\(/gi,
    );
  expect(outside).toBeNull();
  const png = await savedChart(app, frame, 'png');
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const { width, height } = pixelsOf(png);
  expect([width, height]).toEqual([2 * Number(drawn.width), 2 * Number(drawn.height)]);
  expect(width).toBeGreaterThan(1000);
  expect(height).toBeGreaterThan(600);
  // An empty sheet of this size takes a tenth of it.
  expect(png.length).toBeGreaterThan(50_000);
}

/** What is read in one chart is marked on the same day in the one below. */
async function checkSharedCursor(
  { page }: RunningApp,
  { points }: RouteOutput<'insight.student'>,
): Promise<void> {
  const figure = page.getByRole('slider', { name: 'Чемпионат күніне болжам' });
  const pace = page.getByRole('slider', { name: 'Жылдамдық пен дәлдік' });
  const mark = page
    .getByRole('slider', { name: 'Жүктеме және сергектік' })
    .locator('.recharts-reference-line-line');
  await pace.locator('[data-chart-points]').first().waitFor({ state: 'attached' });
  expect(await mark.count()).toBe(0);
  await figure.focus();
  // The newest point is the forecast's, to whose day no load is known.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await mark.waitFor({ state: 'attached' });
  const placeOf = async () => Number(await mark.getAttribute('x1'));
  const newest = await placeOf();
  await page.keyboard.press('PageUp');
  await expect.poll(placeOf).toBeLessThan(newest);
  await page.keyboard.press('Escape');
  await mark.waitFor({ state: 'detached' });
  // Speed against accuracy has no days across: it marks the others, and has its own points of the day ringed.
  const ring = pace.locator('[data-chart-cursor]');
  await pace.focus();
  await page.keyboard.press('End');
  await mark.waitFor({ state: 'attached' });
  expect(await ring.count()).toBe(0);
  await figure.focus();
  await mark.waitFor({ state: 'detached' });
  const timed = points.findLast((point) => point.pacePercent !== null)?.date ?? '';
  await page.keyboard.press('End');
  for (const _later of points.filter((point) => point.date > timed)) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await ring.first().waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await ring.first().waitFor({ state: 'detached' });
}

/** Range and filter of the charts stay as they were chosen, also over a reload. */
async function checkRemembered(app: RunningApp, address: string): Promise<void> {
  const { page } = app;
  const figure = page.getByRole('slider', { name: 'Чемпионат күніне болжам' });
  const all = Number(await figure.getAttribute('aria-valuemax'));
  await page.getByText('6 ай', { exact: true }).click();
  await page.getByRole('switch', { name: 'Түзетусіз' }).click();
  const chosen = async () => {
    await page.getByRole('radio', { name: '6 ай', checked: true }).waitFor({ state: 'attached' });
    await page.getByRole('switch', { name: 'Түзетусіз', checked: true }).waitFor({ state: 'attached' });
    await figure.locator('[data-chart-points]').first().waitFor({ state: 'attached' });
    return Number(await figure.getAttribute('aria-valuemax'));
  };
  const shown = await chosen();
  expect(shown).toBeLessThan(all);
  await app.goto('/students');
  await figure.waitFor({ state: 'detached' });
  await app.goto(address);
  expect(await chosen()).toBe(shown);
  await page.reload();
  await untilReady(page);
  expect(await chosen()).toBe(shown);
}

/** Sections against weight and squad, read by keys; a personal best leads to its marks. */
async function checkProfile(app: RunningApp, of: { competencyId: string; studentId: string }): Promise<void> {
  const { page } = app;
  const { sections, bests } = await app.call('insight.student', of);
  const [costliest] = sections.toSorted((a, b) => b.costHundredths - a.costHundredths);
  const profile = page.getByRole('slider', { name: 'Балдар қай бөлімде жоғалады' });
  await profile.focus();
  await page.keyboard.press('Home');
  const percent = (value: number | null | undefined): string => formatFor('kk').percent(value ?? 0, 0);
  const spoken = (await profile.getAttribute('aria-valuetext')) ?? '';
  expect(spoken).toContain(costliest?.name.kk);
  expect(spoken).toContain(`Құрам: ${percent(costliest?.squadPercent)}`);
  const compared = sections.filter((section) => section.squadPercent !== null);
  expect(compared.length).toBeGreaterThan(2);
  expect(await profile.locator('[data-chart-beside]').count()).toBe(compared.length);
  const records = page.getByRole('region', { name: 'Рекордтар мен сергектік' });
  const best = records.getByRole('link', { name: /балдың қалай шыққанын көрсету/ }).first();
  expect(await best.getAttribute('href')).toContain(
    `/assessment/${bests.percent?.sessionId}/results/${bests.percent?.attemptId}`,
  );
}

/** Reached goals have their sign and word; results are spread by attempt, by practice and by month. */
async function checkGoalsAndSpread(app: RunningApp, competencyId: string): Promise<void> {
  const { page } = app;
  const { goals } = await app.call('goals.list', { competencyId });
  const reached = goals.filter((goal) => goal.state === 'reached').length;
  expect(reached).toBeGreaterThan(0);
  const card = page.getByRole('region', { name: 'Құрамның мақсаттары' });
  await card.getByText(`Жеткен мақсаттар: ${reached} / ${goals.length}.`).waitFor();
  expect(await card.getByText('Жетті!').count()).toBe(reached);
  const { attempts, practices, distribution } = await app.call('insight.squad', { competencyId });
  const spread = page.getByRole('slider', { name: 'Нәтижелердің таралуы' });
  const frame = page.getByRole('region', { name: 'Нәтижелердің таралуы' });
  for (const [mode, rows] of [
    ['Әрекеттер', attempts],
    ['Жаттығулар', practices],
    ['Айлар', distribution],
  ] as const) {
    await frame.getByRole('radiogroup').getByText(mode, { exact: true }).click();
    await page.waitForFunction(
      ([name, count]) =>
        document.querySelector(`[role="slider"][aria-label="${name}"]`)?.getAttribute('aria-valuemax') ===
        count,
      ['Нәтижелердің таралуы', String(rows.length)] as const,
    );
  }
  await spread.waitFor();
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
    await checkProfile(app, { competencyId, studentId });

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

  test('charts are saved, share their cursor, and remember their range', async ({ start }) => {
    const app = await start({ sample: true });
    const { competencyId, studentId } = await busiest(app);
    const address = `/insight/${competencyId}/${studentId}`;
    await app.goto(address);
    await app.page
      .getByRole('slider', { name: 'Чемпионат күніне болжам' })
      .locator('[data-chart-points]')
      .first()
      .waitFor({ state: 'attached' });
    await checkSharedCursor(app, await app.call('insight.student', { competencyId, studentId }));
    await checkFiles(app);
    await checkRemembered(app, address);
    expect(app.problems).toEqual([]);
  });

  test('one attempt in an own competency: what is still needed is told', async ({ app, page }) => {
    const { id } = await app.call('competencies.createOwn', {
      number: '901',
      name: { kk: 'Ветеринария', ru: 'Ветеринария', en: '' },
      teamSize: 1,
      maxAge: null,
      sections: [],
    });
    const training = await setUpTraining(app, { students: 1, competencyId: id });
    const [attemptId = ''] = training.attemptIds;
    const [studentId = ''] = training.studentIds;
    const marks = training.aspects.map(({ id: aspectId, kind, maxHundredths }) => ({
      attemptId,
      aspectId,
      entry:
        kind === 'judgement'
          ? { kind: 'score' as const, score: 2 as const }
          : { kind: 'points' as const, markHundredths: maxHundredths },
    }));
    await app.call('training.setMarks', { marks });
    await app.goto(`/insight/${id}/${studentId}`);
    const { forecast } = await app.call('insight.student', { competencyId: id, studentId });
    expect(forecast).toMatchObject({ kind: 'refused', have: 1 });
    const missing = forecast.kind === 'refused' ? forecast.need - 1 : 0;
    const main = page.getByRole('main');
    await main
      .getByText(`Болжам үшін жаттығу әзірге аз: 1 әрекет бар, тағы ${missing} керек.`, { exact: true })
      .waitFor();
    await main.getByText('Жүктемені көрсету үшін ұзақтығы жазылған кемінде екі жаттығу керек.').waitFor();
    await main.getByText(/^Уақыты өлшенген кемінде үш әрекет керек/).waitFor();
    await main.getByText(/^Бұл құзыреттілікте стандарт бөлімдері көрсетілмеген/).waitFor();
    // The one result is a point that can be read; what cannot be told has no empty chart.
    const figure = page.getByRole('slider');
    expect(await figure.count()).toBe(1);
    expect(await figure.getAttribute('aria-valuemax')).toBe('1');
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
    await page.getByText(/Аралыққа түскен бұрынғы болжамдар: \d+ \/ \d+/).waitFor();
    await page.getByRole('heading', { name: 'Төрешілердің келісімі' }).waitFor();
    await checkGoalsAndSpread(app, competencyId);
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  test('without a squad it says what is needed, and leads there', async ({ app, page }) => {
    await app.goto('/insight');
    await page.getByRole('heading', { name: 'Әзірге болжайтын ештеңе жоқ' }).waitFor();
    const { competencies } = await app.call('competencies.list', {});
    const welding = competencies.find(({ number }) => number === '10');
    await app.goto(`/insight/${welding?.id ?? ''}`);
    await page.getByRole('heading', { name: 'Әзірге болжайтын ештеңе жоқ' }).waitFor();
    // Nothing is claimed of nobody.
    expect(await page.getByRole('heading', { name: 'Көптен жаттықпағандар' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Құрам жинау' }).press('Enter');
    await page.getByRole('button', { name: 'Кандидат қосу' }).first().waitFor();
    expect(app.problems).toEqual([]);
  });
});
