import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserOnly } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

const THEMES = ['light', 'dark'] as const;
/** Axe looks at every screen, one after the other; milliseconds. */
const patience = { timeout: 300_000 };

/** What axe finds against WCAG 2.2 AA, each as `rule: where`. */
async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** @throws when the sample college has no such row */
function idOf(row: { id: string } | undefined): string {
  if (!row) throw new Error('The sample college is not whole');
  return row.id;
}

/** Addresses of every screen, each with something on it. */
async function addresses(app: RunningApp): Promise<string[]> {
  const { students } = await app.call('people.listStudents', {});
  const { competencies } = await app.call('competencies.list', {});
  const { schemes } = await app.call('schemes.list', {});
  const { sessions } = await app.call('training.listSessions', { limit: 1 });
  const trained = idOf(students.find(({ competencyIds }) => competencyIds.length > 0));
  const competency = idOf(competencies.find(({ candidateCount }) => candidateCount > 0));
  return [
    '/',
    '/students',
    `/students/${trained}`,
    '/experts',
    '/competencies',
    `/competencies/${competency}`,
    '/schemes',
    `/schemes/${idOf(schemes[0])}`,
    `/schemes/${idOf(schemes[0])}/edit`,
    '/training',
    `/training/${idOf(sessions[0])}`,
    '/progress',
    `/progress/${competency}`,
    `/progress/${competency}/${trained}`,
    '/history',
    '/settings',
  ];
}

browserOnly('accessibility', (test) => {
  for (const theme of THEMES) {
    test(`axe finds nothing on any screen of the sample college, ${theme}`, patience, async ({ start }) => {
      const app = await start({ sample: true });
      await app.call('settings.update', { theme });
      await app.page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
      const found: string[] = [];
      for (const address of await addresses(app)) {
        await app.goto(address);
        await app.page.locator('main h1').waitFor();
        await app.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
        found.push(...(await findingsOn(app.page)).map((finding) => `${address} ${finding}`));
      }
      expect(found).toEqual([]);
    });
  }

  test('axe finds nothing in an empty college and in the forms', patience, async ({ app, page }) => {
    const found: string[] = [];
    for (const address of ['/', '/students', '/experts', '/schemes', '/training', '/progress']) {
      await app.goto(address);
      await page.locator('main h1').waitFor();
      found.push(...(await findingsOn(page)).map((finding) => `${address} ${finding}`));
    }
    await app.goto('/students');
    await page.getByRole('button', { name: 'Студент қосу', exact: true }).first().click();
    await page.getByRole('dialog').getByLabel('Тегі').waitFor();
    found.push(...(await findingsOn(page)).map((finding) => `form of a student ${finding}`));
    await page.keyboard.press('Escape');
    await app.goto('/competencies');
    await page.getByRole('button', { name: 'Өз құзыреттілігімізді қосу' }).click();
    await page.getByRole('button', { name: 'Бөлім қосу' }).click();
    found.push(...(await findingsOn(page)).map((finding) => `form of a competency ${finding}`));
    expect(found).toEqual([]);
  });
});
