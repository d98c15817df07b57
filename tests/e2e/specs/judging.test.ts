import { expect } from 'vitest';
import { makeCisWorkbook } from '../../helpers/cisWorkbook.ts';
import { anInternship, aPartner, aStudent } from '../../helpers/entries.ts';
import { makeSampleScheme } from '../../helpers/sampleScheme.ts';
import { browserOnly, todayThere } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

const patience = { timeout: 120_000 };

interface Judged {
  sessionId: string;
  attemptId: string;
  studentId: string;
  expertIds: string[];
}

/** One competitor, three judges and one to replace them. */
async function prepareJudging(app: RunningApp, date = '2026-03-02'): Promise<Judged> {
  const { competencies } = await app.call('competencies.list', {});
  const competencyId = competencies.find(({ number }) => number === '15')?.id ?? '';
  const content = Buffer.from(await makeCisWorkbook(makeSampleScheme())).toString('base64');
  const { schemeId } = await app.call('schemes.importWorkbook', {
    fileName: 'scheme.xlsx',
    content,
    dryRun: false,
  });
  const student = await app.call('people.createStudent', aStudent({ surname: 'Айтжан', patronymic: '' }));
  const expertIds: string[] = [];
  for (const surname of ['Асанова', 'Болатов', 'Ким', 'Дүйсен']) {
    const blank = { patronymic: '', organisation: '', position: '', phone: '', email: '', notes: '' };
    expertIds.push((await app.call('people.createExpert', { surname, givenName: 'А', ...blank })).id);
  }
  const { id: sessionId } = await app.call('training.createSession', {
    competencyId,
    date,
    durationMinutes: null,
    workshop: '',
    expertId: null,
    notes: '',
  });
  const { attemptIds } = await app.call('training.addAttempts', {
    sessionId,
    schemeId: schemeId ?? '',
    studentIds: [student.id],
    subCriterionIds: null,
  });
  await app.call('assessment.setTeam', {
    sessionId,
    subCriterionId: null,
    judgeIds: expertIds.slice(0, 3),
    supervisorId: null,
  });
  return { sessionId, attemptId: attemptIds[0] ?? '', studentId: student.id, expertIds };
}

browserOnly('judging', (test) => {
  test('is blind, opens a second round with a note, and keeps both', patience, async ({ app, page }) => {
    const { sessionId } = await prepareJudging(app);
    await app.goto(`/assessment/${sessionId}/judging`);
    const sitDown = async (name: string): Promise<void> => {
      await page.getByLabel('Экран алдындағы төреші').first().click();
      await page.getByRole('option', { name }).click();
    };
    const give = async (score: number): Promise<void> => {
      await page.getByRole('radiogroup', { name: 'Ұпай' }).getByText(String(score), { exact: true }).click();
    };
    await sitDown('Асанова А');
    await give(1);
    await page.getByText('Күтілуде: Болатов А, Ким А').waitFor();
    await sitDown('Болатов А');
    await page.getByText('Күтілуде: Болатов А, Ким А').waitFor();
    // Blind: nothing is chosen for this judge, and what the first gave is nowhere on the page.
    const scores = page.getByRole('radiogroup', { name: 'Ұпай' });
    expect(await scores.getByRole('radio', { checked: true }).count()).toBe(0);
    await give(2);
    await sitDown('Ким А');
    await give(3);
    await page.getByText('Айырма 1-ден артық (1, 2, 3): тағы бір айналым керек, № 2').waitFor();
    await page.getByText('№ 1 айналым, Асанова А: 1').waitFor();

    const note = page.getByLabel('Не талқыланды, неге өзгерді');
    await note.fill('Тігіс біркелкі деп келістік');
    await give(2);
    await sitDown('Асанова А');
    await give(2);
    await sitDown('Болатов А');
    await give(2);
    // 12.50 × 6 ÷ 9 = 8.333… → 8.33
    await page.getByText('2, 2, 2 → 8,33').waitFor();
    await page.getByText('№ 1 айналым, Ким А: 3').waitFor();

    // The total in the list of attempts opens the way to it.
    await app.goto(`/training/${sessionId}/attempts`);
    await page.getByRole('link', { name: '8,33 / 12,50' }).click();
    await page.getByRole('dialog').getByText('(6 ÷ 9) × 12,50 = 8,33').waitFor({ state: 'attached' });
    expect(app.problems).toEqual([]);
  });

  test('a conflict blocks the judge and asks for a replacement', patience, async ({ app, page }) => {
    const { sessionId, studentId, expertIds } = await prepareJudging(app);
    await app.call('assessment.declareConflict', {
      expertId: expertIds[0] ?? '',
      studentId,
      reason: 'Туысы',
    });
    await app.goto(`/assessment/${sessionId}/judging`);
    await page.getByRole('combobox', { name: 'Асанова А орнына кім бағалайды' }).click();
    await page.getByRole('option', { name: 'Дүйсен А' }).click();
    await page.getByRole('button', { name: 'Ауыстыру' }).click();
    await page.getByText(/Күтілуде: Дүйсен А/).waitFor();
    expect(app.problems).toEqual([]);
  });

  test(
    'a conflict declared in the form of a specialist, or a mentor by itself, warns where judges are named',
    patience,
    async ({ app, page }) => {
      const { sessionId, studentId, expertIds } = await prepareJudging(app);
      const { id: partnerId } = await app.call('partners.save', aPartner);
      const expertId = expertIds[0] ?? '';
      await app.call('partners.savePerson', {
        partnerId,
        expertId,
        role: 'both',
        competencyIds: [],
        availability: [],
        notes: '',
      });
      const openSpecialist = async (): Promise<void> => {
        await app.goto(`/partners/${partnerId}`);
        await page.getByRole('button', { name: 'Өзгерту: Асанова А' }).click();
      };
      await openSpecialist();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('combobox', { name: 'Студент' }).click();
      await page.getByRole('option', { name: /Айтжан/ }).click();
      const declare = drawer.getByRole('button', { name: 'Қайшылықты жазу' });
      expect(await declare.isDisabled()).toBe(true);
      await drawer.getByLabel('Себебі').fill('Туысы');
      await declare.click();
      const withdraw = drawer.getByRole('button', { name: /^Қайшылықты алып тастау: Айтжан/ });
      await withdraw.waitFor();
      await drawer.getByText(/Айтжан .* · Туысы/).waitFor();

      const warning = page.getByRole('status').filter({ hasText: 'Мүдделер қақтығысы' });
      await app.goto(`/assessment/${sessionId}/team`);
      await warning.getByText(/^Асанова А бұл қатысушыны бағаламайды \(Айтжан .*\): Туысы\.$/).waitFor();
      await app.goto(`/assessment/${sessionId}/judging`);
      await page.getByRole('combobox', { name: 'Асанова А орнына кім бағалайды' }).waitFor();

      await openSpecialist();
      await withdraw.click();
      await withdraw.waitFor({ state: 'detached' });
      await app.goto(`/assessment/${sessionId}/team`);
      await page.getByRole('combobox', { name: 'Төрешілер', exact: true }).waitFor();
      await warning.waitFor({ state: 'detached' });

      // Nobody declares that a mentor does not judge the own intern.
      await app.call('partners.saveInternship', anInternship({ studentId, partnerId, mentorId: expertId }));
      await warning
        .getByText(/осы студенттің тағылымдамадағы тәлімгері \(«Отырар Металл» ЖШС\)\.$/)
        .waitFor();
      await app.goto(`/assessment/${sessionId}/judging`);
      await warning.waitFor();
      await page.getByRole('combobox', { name: 'Асанова А орнына кім бағалайды' }).waitFor();
      expect(app.problems).toEqual([]);
    },
  );

  test('a judge of a partner who cannot come on that day is told', patience, async ({ app, page }) => {
    const today = todayThere();
    const { sessionId, expertIds } = await prepareJudging(app, today);
    const { id: partnerId } = await app.call('partners.save', aPartner);
    const fields = { partnerId, expertId: expertIds[1] ?? '', competencyIds: [], notes: '' };
    const person = { ...fields, role: 'judge' as const };
    const later = { fromDate: '2099-03-09', toDate: '2099-03-13' };
    await app.call('partners.savePerson', { ...person, availability: [later] });
    await app.goto(`/assessment/${sessionId}/team`);
    const warning = page.getByText('Болатов А, келе алатын күндері: 2099 ж. 9 нау. – 2099 ж. 13 нау.');
    await warning.waitFor();

    // The day is added in the form of the specialist.
    await app.goto(`/partners/${partnerId}`);
    await page.getByRole('button', { name: 'Өзгерту: Болатов А' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Мерзім қосу' }).click();
    for (const end of ['Қай күннен', 'Қай күнге дейін']) {
      const field = drawer.getByLabel(`Қашан келе алады 2: ${end}`);
      await field.fill(today.split('-').toReversed().join('.'));
      await field.press('Tab');
    }
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await app.goto(`/assessment/${sessionId}/team`);
    await page.getByRole('combobox', { name: 'Төрешілер', exact: true }).waitFor();
    await warning.waitFor({ state: 'detached' });
    expect(app.problems).toEqual([]);
  });
});
