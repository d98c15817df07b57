import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readPdf, withoutSpaces, type PdfView } from '../../helpers/pdf.ts';
import { browserOnly, windowOnly, type RunningApp } from '../fixtures.ts';

const RESULTS = join(import.meta.dirname, '..', '..', '..', 'test-results');

/** A4 in points, upright. */
const A4 = { width: 595, height: 842 };

/** Does what saves a PDF. @returns the name that was offered, and the file */
async function saved(app: RunningApp, act: () => Promise<void>): Promise<{ name: string; pdf: PdfView }> {
  const waiting = app.page.waitForEvent('download');
  await act();
  const download = await waiting;
  const name = download.suggestedFilename();
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, `saved-${name}`);
  await download.saveAs(path);
  return { name, pdf: readPdf(await readFile(path)) };
}

const clickSave = (page: Page) => (): Promise<void> =>
  page.getByRole('button', { name: 'PDF етіп сақтау' }).click();

function expectA4(pdf: PdfView): void {
  for (const page of pdf.pages) {
    expect(Math.abs(page.width - A4.width)).toBeLessThan(2);
    expect(Math.abs(page.height - A4.height)).toBeLessThan(2);
  }
}

windowOnly('papers as PDF', (test) => {
  test('a report of several pages, a chart alone, and the page of the menu are saved with their words', async ({
    start,
  }) => {
    const app = await start({ sample: true });
    // Paper is white whatever the screen shows.
    await app.call('settings.update', { theme: 'dark' });
    const { page } = app;
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });

    await app.goto('/report');
    const paper = page.locator('article[lang=kk]');
    await paper.locator('svg').first().waitFor();
    const report = await saved(app, clickSave(page));
    expect(report.name).toBe(`${await page.locator('h1').innerText()}.pdf`);
    expectA4(report.pdf);
    expect(report.pdf.pages.length).toBeGreaterThanOrEqual(2);
    expect(report.pdf.isTagged).toBe(true);
    expect(report.pdf.strokes).toBeGreaterThan(20);
    const told = await paper.locator('h2, h3, p, th, td').allInnerTexts();
    expect(told.length).toBeGreaterThan(30);
    const missing = told.map(withoutSpaces).filter((text) => !report.pdf.words.includes(text));
    expect(missing).toEqual([]);
    // The paper alone: nothing of the program around it.
    for (const around of ['Баптаулар', 'PDF етіп сақтау']) {
      expect(report.pdf.words).not.toContain(withoutSpaces(around));
    }

    const { competencies } = await app.call('progress.overview', {});
    const [first] = competencies.toSorted((a, b) => b.attemptCount - a.attemptCount);
    await app.goto(`/progress/${first?.competencyId ?? ''}`);
    const frame = page
      .locator('section')
      .filter({ has: page.locator('[data-chart-points]') })
      .first();
    const title = await frame.locator('h2').innerText();
    const chart = await saved(app, async () => {
      await frame.getByRole('button', { name: 'Басып шығару және сақтау' }).click();
      await page.getByRole('menuitem', { name: 'Осы диаграмманы PDF етіп сақтау' }).click();
    });
    expect(chart.name.endsWith(`${title}.pdf`)).toBe(true);
    expect(chart.pdf.pages.length).toBe(1);
    expect(chart.pdf.words).toContain(withoutSpaces(title));
    expect(chart.pdf.words).toContain(
      withoutSpaces(await frame.locator('[data-chart-sentence]').innerText()),
    );
    expect(chart.pdf.strokes).toBeGreaterThan(10);
    const others = (await page.locator('main h2').allInnerTexts()).filter((other) => other !== title);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(chart.pdf.words).not.toContain(withoutSpaces(other));
    // The page is whole again.
    await page.locator('[data-print-part]').waitFor({ state: 'detached' });
    expect(await page.locator('[data-print-hidden=""]').count()).toBe(0);

    await app.goto('/students');
    const list = page.getByRole('grid');
    await list.waitFor();
    const heading = await page.locator('h1').innerText();
    const whole = await saved(app, async () => app.desktop?.clickMenu('pdf'));
    expect(whole.name).toBe(`${heading}.pdf`);
    expect(whole.pdf.words).toContain(withoutSpaces(heading));
    expect(app.problems).toEqual([]);
  });
});

browserOnly('papers in a browser', (test) => {
  test('are printed by its own print window, and the program makes no file', async ({ app, page }) => {
    await app.goto('/report');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'Басып шығару' }).click();
    await page.locator('body[data-printed]').waitFor();
    expect(await page.getByRole('button', { name: 'PDF етіп сақтау' }).count()).toBe(0);
    expect(await app.answer('paper.makePdf', {})).toMatchObject({
      ok: false,
      error: { code: 'paper_not_made' },
    });
  });
});
