import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readSheets } from '../../../electron/workers/workbookSheets.ts';
import { aPartner, aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';
import { browserOnly, todayThere, type RunningApp } from '../fixtures.ts';

/** Two hours of practice of one student, a partner with a gift, and an event of today. */
async function makeYear(app: RunningApp): Promise<void> {
  const date = todayThere();
  const competencyId = await findCompetency(app, '10');
  const { id: studentId } = await app.call('people.createStudent', aStudent({}));
  await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId] });
  const session = { competencyId, date, durationMinutes: 120, workshop: '', expertId: null, notes: '' };
  const { id: sessionId } = await app.call('training.createSession', session);
  const entries = [{ studentId, state: 'present' as const, note: '' }];
  await app.call('training.setAttendance', { sessionId, entries });
  const { id: partnerId } = await app.call('partners.save', aPartner);
  await app.call('partners.saveContribution', {
    partnerId,
    kind: 'equipment',
    date,
    what: 'Электродтар',
    quantity: 40,
    valueTenge: 60_000,
    competencyId: null,
    agreementId: null,
    visitId: null,
    notes: '',
  });
  const { id: eventId } = await app.call('events.save', {
    kind: 'reading',
    title: 'Абай: қара сөздер',
    series: '',
    date,
    startTime: '',
    durationMinutes: 60,
    place: '',
    organiserId: null,
    organiser: '',
    partnerId: null,
    aims: ['culture'],
    state: 'held',
    description: '',
  });
  const participants = [{ studentId, role: 'participant' as const, presence: 'present' as const, note: '' }];
  await app.call('events.setParticipants', { eventId, participants });
}

/** The report in a language: its heading, and words of practice, partners and events that it has. */
const papers = [
  ['Қазақша', 'Чемпионаттарға дайындық: жылдық есеп', ['Дәнекерлеу технологиясы', 'Оқу клубы']],
  ['Орысша', 'Подготовка к чемпионатам: отчёт за год', ['Сварочные технологии', 'Читательский клуб']],
  ['Ағылшынша', 'Preparation for championships: yearly report', ['Welding', 'Reading club']],
] as const;

browserOnly('the report of the year', (test) => {
  test('stands in three languages with figures and charts, on paper and in a workbook', async ({
    app,
    page,
  }) => {
    await makeYear(app);
    await app.goto('/report');
    const paper = page.getByRole('article');
    for (const [language, heading, words] of papers) {
      await page.getByRole('combobox', { name: 'Қағаздың тілі' }).click();
      await page.getByRole('option', { name: language }).click();
      await paper.getByRole('heading', { name: heading }).waitFor();
      // The hours by month are drawn, and said in a sentence above the chart.
      expect(await paper.locator('svg').count()).toBeGreaterThan(0);
      const text = await paper.innerText();
      for (const word of [...words, aPartner.name]) expect(text).toContain(word);
      expect(text.replaceAll(/\s/g, ' ')).toMatch(/60[ ,]000/);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf).toMatch(/^%PDF-/);
      // A4 upright.
      expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][\d.]* 84[12][\d.]*\s*\]/);
    }
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel файлы' }).click();
    const path = join(app.dataFolder, 'report.xlsx');
    await (await waiting).saveAs(path);
    const sheets = await readSheets(await readFile(path));
    // Figures, competencies, months, partners, events; of championships and the base there is nothing yet.
    expect(sheets).toHaveLength(5);
    const rows = sheets.flatMap((sheet) => sheet.rows);
    expect(rows.find((row) => row[0] === aPartner.name)).toContain(60_000);
    expect(rows.find((row) => row[0] === 'Reading club')).toEqual(expect.arrayContaining([1]));
    expect(rows.find((row) => String(row[0]).startsWith('Welding'))).toEqual(expect.arrayContaining([1, 2]));
    expect(app.problems).toEqual([]);
  });
});
