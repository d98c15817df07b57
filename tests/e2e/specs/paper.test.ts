import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { makePaperCollege } from '../../helpers/paperCollege.ts';
import { browserOnly } from '../fixtures.ts';

const patience = { timeout: 120_000 };
const RESULTS = join(import.meta.dirname, '..', '..', '..', 'test-results');

/** What is wider than the paper, and text that stands over the edge of its cell. */
async function findOverflow(page: Page, width: string, sheet = 'main section'): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(
    ([paper, selector]) => {
      const sheets = [...document.querySelectorAll<HTMLElement>(selector)];
      return sheets.flatMap((sheet) => {
        sheet.style.width = paper;
        const edge = sheet.getBoundingClientRect();
        return [...sheet.querySelectorAll<HTMLElement>('*')]
          .filter((element) => {
            const box = element.getBoundingClientRect();
            const isOutside = box.right > edge.right + 1 || box.left < edge.left - 1;
            const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
            return isOutside || isCut;
          })
          .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
      });
    },
    [width, sheet] as const,
  );
  await page.emulateMedia({ media: null });
  return found;
}

/** Number and size of the pages that the printer would get. */
async function print(page: Page, name: string): Promise<{ pages: number; isLandscape: boolean }> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `paper-${name}.pdf`), pdf);
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  const [, width = '0', height = '0'] = boxes[0] ?? [];
  return { pages: boxes.length, isLandscape: Number(width) > Number(height) };
}

/** A4 less its margins. */
const UPRIGHT = '190mm';
const LYING = '277mm';

browserOnly('forms on paper', (test) => {
  test(
    'a scheme of 220 aspects with long texts stands whole on A4 in each language, the head on every page',
    patience,
    async ({ app, page }) => {
      const college = await makePaperCollege(app, 5);
      const base = `/assessment/${college.sessionId}/print/${college.schemeId}`;
      const forms = [
        { name: 'one', path: `${base}/one/${college.longFormId}`, width: UPRIGHT, least: 5 * 5 },
        { name: 'many', path: `${base}/many/${college.longFormId}`, width: LYING, least: 3 },
        { name: 'summary', path: `${base}/summary`, width: LYING, least: 1 },
        { name: 'results', path: `${base}/results`, width: UPRIGHT, least: 1 },
      ];
      for (const language of ['kk', 'ru', 'en'] as const) {
        await app.setLanguage(language);
        for (const { name, path, width, least } of forms) {
          await app.goto(path);
          await page.locator(`[lang="${language}"] section thead h2`).first().waitFor();
          expect(await findOverflow(page, width), `${language} ${name}`).toEqual([]);
          const { pages, isLandscape } = await print(page, `${language}-${name}`);
          expect(isLandscape).toBe(width === LYING);
          expect(pages).toBeGreaterThanOrEqual(least);
        }
      }
      // A head is repeated only while it is lower than a quarter of the page.
      for (const { path, width } of forms) {
        await app.goto(path);
        await page.locator('section thead h2').first().waitFor();
        await page.emulateMedia({ media: 'print' });
        const highest = await page.evaluate((paper) => {
          const heads = [...document.querySelectorAll<HTMLElement>('main section')].map((sheet) => {
            sheet.style.width = paper;
            return sheet.querySelector('thead')?.getBoundingClientRect().height ?? 0;
          });
          return Math.max(...heads);
        }, width);
        const millimetre = 96 / 25.4;
        expect(highest / millimetre).toBeLessThan((width === LYING ? 188 : 275) / 4);
        await page.emulateMedia({ media: null });
      }

      // A team stands under its name with both members, on each kind of form.
      const [team = ''] = college.teamNames;
      const [first = '', second = ''] = college.memberNames;
      for (const { path } of forms) {
        await app.goto(path);
        const sheet = page.locator('main section').first();
        await sheet.getByText(team).first().waitFor();
        const text = await sheet.innerText();
        expect(text).toContain(first);
        expect(text).toContain(second);
      }
      expect(app.problems).toEqual([]);
    },
  );
});

browserOnly('papers of the base, of partners and of events', (test) => {
  test(
    'stand whole on upright A4 in each language, as they go to the printer or into a PDF',
    patience,
    async ({ start }) => {
      const app = await start({ sample: true });
      const { page } = app;
      const { partners } = await app.call('partners.list', {});
      const { visits } = await app.call('partners.listVisits', {});
      const { events } = await app.call('events.list', {});
      const { internships } = await app.call('partners.listInternships', {});
      const [competency] = (await app.call('base.overview', { target: { kind: 'squad' } })).competencies;
      await app.call('base.planPurchases', {
        target: { kind: 'squad' },
        competencyId: competency?.competencyId ?? '',
        expertId: null,
        dueDate: '2027-03-01',
      });
      const held = (rows: readonly { id: string; state: string }[]): string =>
        rows.find(({ state }) => state === 'held')?.id ?? '';
      const papers = {
        partner: `/partners/${partners[0]?.id ?? ''}/print`,
        protocol: `/partners/visits/${held(visits)}/print`,
        poster: `/events/${held(events)}/print/poster`,
        participants: `/events/${held(events)}/print/list`,
        portfolio: `/events/portfolio/${internships[0]?.studentId ?? ''}/print`,
        purchases: '/base/purchases/print',
        report: '/report',
      };
      for (const language of ['kk', 'ru', 'en'] as const) {
        await app.setLanguage(language);
        for (const [name, path] of Object.entries(papers)) {
          await app.goto(path);
          await page.locator(`article[lang="${language}"] h2`).first().waitFor();
          expect(await findOverflow(page, UPRIGHT, 'main article'), `${language} ${name}`).toEqual([]);
          const { pages, isLandscape } = await print(page, `${language}-${name}`);
          expect(isLandscape).toBe(false);
          expect(pages, `${language} ${name}`).toBeGreaterThanOrEqual(name === 'report' ? 2 : 1);
          if (name !== 'report') expect(pages, `${language} ${name}`).toBeLessThanOrEqual(2);
        }
      }
      expect(app.problems).toEqual([]);
    },
  );
});
