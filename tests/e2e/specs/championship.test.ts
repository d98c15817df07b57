import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { makeCisWorkbook } from '../../helpers/cisWorkbook.ts';
import { aStudent } from '../../helpers/entries.ts';
import { makeSampleScheme } from '../../helpers/sampleScheme.ts';
import { browserOnly } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

const patience = { timeout: 120_000 };

interface College {
  schemeId: string;
  expertIds: string[];
}

/** Five students in the squad, two experts, a scheme: what a college has before its first championship. */
async function prepareCollege(app: RunningApp): Promise<College> {
  const { competencies } = await app.call('competencies.list', {});
  const competencyId = competencies.find(({ number }) => number === '15')?.id ?? '';
  const content = Buffer.from(await makeCisWorkbook(makeSampleScheme())).toString('base64');
  const imported = await app.call('schemes.importWorkbook', {
    fileName: 'scheme.xlsx',
    content,
    dryRun: false,
  });
  const studentIds: string[] = [];
  for (const surname of ['Айтжан', 'Бекзат', 'Ғалым', 'Дархан', 'Ерлан']) {
    const { id } = await app.call('people.createStudent', aStudent({ surname, patronymic: '' }));
    studentIds.push(id);
  }
  await app.call('competencies.addCandidates', { competencyId, studentIds });
  const expertIds: string[] = [];
  for (const surname of ['Асанова', 'Болатов']) {
    const blank = { patronymic: '', organisation: '', position: '', phone: '', email: '', notes: '' };
    const { id } = await app.call('people.createExpert', { surname, givenName: 'Айгүл', ...blank });
    expertIds.push(id);
  }
  return { schemeId: imported.schemeId ?? '', expertIds };
}

/** The rest of the marks, as the grid would send them: so many points less for each competitor. */
async function markTheRest(app: RunningApp, entryId: string, deductions: readonly number[]): Promise<void> {
  const { competitors, entry } = await app.call('contest.getEntry', { entryId });
  const scheme = await app.call('schemes.get', { id: entry.schemeId ?? '' });
  const aspects = scheme.criteria.flatMap((one) => one.subCriteria).flatMap((form) => form.aspects);
  const byName = competitors.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  await app.call('training.setMarks', {
    marks: byName.flatMap((competitor, index) =>
      aspects.map((aspect) => ({
        attemptId: competitor.attemptId ?? '',
        aspectId: aspect.id,
        entry:
          aspect.kind === 'judgement'
            ? ({ kind: 'score', score: 3 } as const)
            : ({
                kind: 'points',
                markHundredths:
                  aspect.maxHundredths - (aspect.maxHundredths === 2700 ? (deductions[index] ?? 0) : 0),
              } as const),
      })),
    ),
  });
}

async function chooseExpert(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Қадамды кім жасайды' }).click();
  await page.getByRole('option', { name }).click();
}

/** Both sub-criteria of day one by two people, one of them opened again with a reason and verified anew. */
async function verifyDayOne(app: RunningApp, path: string): Promise<void> {
  const { page } = app;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await app.goto(path);
  await page.getByRole('combobox', { name: 'Қай қосалқы критерий немесе күн' }).click();
  await page.getByRole('option', { name: '№ 1 күн' }).click();
  await chooseExpert(page, 'Асанова Айгүл');
  await button('Толтырылғандарды аяқтау: 10').click();
  await button('Аяқталғандарды тексердім: 10').waitFor();
  await chooseExpert(page, 'Болатов Айгүл');
  await button('Аяқталғандарды тексердім: 10').click();
  await button('Қайта ашу: 10').waitFor();
  await page.getByRole('textbox', { name: 'Себебі' }).fill('Балл қате көшірілген');
  await button('Қайта ашу: A1, Айтжан Дәулет').click();
  await page.getByRole('cell', { name: 'Балл қате көшірілген' }).waitFor();
  await button('Аяқтау: A1, Айтжан Дәулет').click();
  await button('Аяқталғандарды тексердім: 1').waitFor();
  await chooseExpert(page, 'Асанова Айгүл');
  await button('Тексердім: A1, Айтжан Дәулет').click();
  await button('Қайта ашу: 10').waitFor();
}

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

browserOnly('a mock championship', (test) => {
  test(
    'from the first competitor to published medals that explain themselves',
    patience,
    async ({ app, page }) => {
      const { expertIds } = await prepareCollege(app);
      await app.goto('/contests');
      await page.getByRole('button', { name: 'Чемпионат қосу' }).first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel('Атауы').fill('Сынақ чемпионаты');
      await drawer.getByLabel('Басталатын күні').fill('02.03.2026');
      await page.keyboard.press('Tab');
      await drawer.getByLabel('Құзыреттіліктер').fill('Сантехника');
      await page.getByRole('option').first().click();
      await drawer.getByLabel('Атауы').click();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { level: 1, name: 'Сынақ чемпионаты' }).waitFor();
      const { contests } = await app.call('contest.list', {});
      const { entries } = await app.call('contest.get', { championshipId: contests[0]?.id ?? '' });
      const championshipId = contests[0]?.id ?? '';
      const entryId = entries[0]?.id ?? '';

      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Қатысушылар жоқ' }).waitFor();
      await page.getByLabel('Бағалау схемасы').first().click();
      await page.getByRole('option', { name: /15 Plumbing/ }).click();
      await page.getByRole('button', { name: 'Қатысушы қосу' }).click();
      await page
        .getByRole('button', { name: /Табылғанның бәрін қосу/ })
        .first()
        .click();
      await page.getByRole('button', { name: '5 адамды қосу' }).click();
      await page.getByRole('heading', { name: '5 қатысушы' }).waitFor();
      await page.getByLabel('Жеребе саны').fill('2026');
      await page.getByRole('button', { name: 'Жеребе тарту' }).click();
      await page.getByText('Кезек жеребемен анықталды, жеребе саны: 2026.').waitFor();

      await page.getByRole('tab', { name: 'Балл қою' }).click();
      await page.getByRole('grid').waitFor();
      await app.goto(`/contests/${championshipId}/competency/${entryId}/marks/day-2`);
      await page.getByRole('grid').getByText('Settings and handover').waitFor();
      expect(await page.getByRole('grid').getByText('Pipes and joints').count()).toBe(0);
      // 100, 98.50, 97, 92 and 90 points by name (Ғ comes after Д and Е in the order of code points): two golds within 2.00, no silver, bronze to 97.
      await markTheRest(app, entryId, [0, 150, 300, 800, 1000]);

      await verifyDayOne(app, `/contests/${championshipId}/competency/${entryId}/verification`);
      expect(await axeFindings(page)).toEqual([]);

      await app.goto(`/contests/${championshipId}/board`);
      await page.getByText('Барлық аспект бағаланған.').waitFor();
      await page.getByRole('combobox', { name: 'Қадамды кім жасайды' }).click();
      await page.getByRole('option', { name: 'Асанова Айгүл' }).click();
      await page.getByRole('button', { name: 'Толтырылғандарды аяқтау: 5' }).click();
      await page.getByRole('button', { name: 'Аяқталғандарды тексердім: 5' }).waitFor();
      await page.getByRole('combobox', { name: 'Қадамды кім жасайды' }).click();
      await page.getByRole('option', { name: 'Болатов Айгүл' }).click();
      await page.getByRole('button', { name: 'Аяқталғандарды тексердім: 5' }).click();
      await page.getByRole('button', { name: 'Нәтижелерді бекіту' }).click();
      await page.getByRole('button', { name: 'Жариялау' }).click();
      await page.getByLabel('Неге қайта ашылады').waitFor();
      expect(expertIds).toHaveLength(2);
      expect(await axeFindings(page)).toEqual([]);

      await page.getByRole('tab', { name: 'Нәтижелер' }).click();
      const rows = page.getByRole('row');
      await rows.filter({ hasText: 'Айтжан' }).getByText('Алтын').waitFor();
      await rows.filter({ hasText: 'Бекзат' }).getByText('Алтын').waitFor();
      await rows.filter({ hasText: 'Дархан' }).getByText('Қола').waitFor();
      expect(await page.getByRole('cell', { name: 'Күміс', exact: true }).count()).toBe(0);
      // A list of few rows goes out as a file, as it stands there.
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Тізімді файлға шығару' }).click();
      await page.getByRole('menuitem', { name: /\.csv/ }).first().click();
      const path = join(app.dataFolder, 'results.csv');
      await (await waiting).saveAs(path);
      const file = readFileSync(path, 'utf8');
      const line = file.split('\n').find((one) => one.includes('Бекзат')) ?? '';
      expect(line).toContain('Алтын');
      expect(line).toContain('98,5');

      await page.getByRole('button', { name: 'Қалай шықты: Бекзат Дәулет' }).click();
      await page.getByText(/Ең жоғары 100,00 балдан айырмасы 1,50, ол 2,00 шегінен аспайды/).waitFor();
      await page.getByText(/700 \+ 30 × \(98,50 − 97\) ÷ \(1,4826 × 3\) = 710/).waitFor();
      await page.getByText('98,50 / 100,00').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);

      // The portfolio of the winner leads to the same story.
      const { students } = await app.call('people.listStudents', {});
      const winner = students.find(({ surname }) => surname === 'Бекзат');
      await app.goto(`/events/portfolio/${winner?.id ?? ''}`);
      await page.getByRole('link', { name: /Алтын · 98,5.*балдың қалай шыққанын көрсету/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(/Ең жоғары 100,00 балдан айырмасы 1,50, ол 2,00 шегінен аспайды/).waitFor();
      expect(app.problems).toEqual([]);
    },
  );
});
