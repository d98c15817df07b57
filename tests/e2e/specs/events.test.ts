import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { anInternship, aPartner } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';
import { browserOnly, eachDoor, todayThere } from '../fixtures.ts';
import { Keyboard } from '../keyboard.ts';
import type { RunningApp } from '../fixtures.ts';

async function addStudent(app: RunningApp, surname: string): Promise<string> {
  const { id } = await app.call('people.createStudent', {
    surname,
    givenName: 'Әсел',
    patronymic: '',
    birthDate: '2008-03-05',
    groupName: 'ДІ-21',
    course: 2,
    speciality: '',
    status: 'active',
    consent: 'given',
    consentDate: null,
    notes: '',
  });
  return id;
}

eachDoor('events', (test) => {
  test('an event is entered, its participants chosen and marked with the keyboard', async ({ app, page }) => {
    const studentId = await addStudent(app, 'Серікова');
    await app.goto('/events');
    await page.getByRole('button', { name: 'Іс-шара қосу', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await new Keyboard(page).arriveAt(drawer.getByLabel('Атауы'));
    await page.keyboard.type('Абай: қара сөздер');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Абай: қара сөздер' }).waitFor();

    await page.getByRole('button', { name: 'Қатысушыларды таңдау' }).focus();
    await page.keyboard.press('Enter');
    const search = drawer.getByRole('searchbox');
    await search.waitFor();
    await search.focus();
    await page.keyboard.type('серик');
    await drawer.getByText('Серікова Әсел').waitFor();
    await page.keyboard.press('Enter');
    await drawer.getByRole('button', { name: /Серікова/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Бәрі қатысты' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Бәрі қатысты' }).waitFor({ state: 'detached' });
    const { events } = await app.call('events.list', {});
    const { participants } = await app.call('events.get', { id: events[0]?.id ?? '' });
    expect(participants).toMatchObject([{ studentId, presence: 'present', role: 'participant' }]);
    expect(app.problems).toEqual([]);
  });

  test('a result goes into the portfolio, and the poster has its own language', async ({ app, page }) => {
    const studentId = await addStudent(app, 'Серікова');
    await app.goto(`/events/portfolio/${studentId}`);
    await page.getByRole('button', { name: 'Қосу', exact: true }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await new Keyboard(page).arriveAt(drawer.getByLabel('Атауы'));
    await page.keyboard.type('Колледжішілік байқау');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByText('Колледжішілік байқау').waitFor();
    const { id } = await app.call('events.save', {
      kind: 'reading',
      title: 'Абай: қара сөздер',
      series: '',
      date: '2026-03-04',
      startTime: '15:00',
      durationMinutes: 90,
      place: 'Кітапхана',
      organiserId: null,
      organiser: '',
      partnerId: null,
      aims: [],
      state: 'planned',
      description: '',
    });
    await app.goto(`/events/${id}/print/poster`);
    const paper = page.getByRole('article');
    await paper.getByText('Оқу клубы').waitFor();
    await page.getByRole('combobox', { name: 'Қағаздың тілі' }).click();
    await page.getByRole('option', { name: 'Ағылшынша' }).click();
    await paper.getByText('Reading club').waitFor();
    expect(app.problems).toEqual([]);
  });
});

browserOnly('what a student grows by', (test) => {
  test('the list of participants is printed; balance and portfolio bring together what there was', async ({
    app,
    page,
  }) => {
    const date = todayThere();
    const competencyId = await findCompetency(app, '10');
    const studentId = await addStudent(app, 'Серікова');
    const otherId = await addStudent(app, 'Тек Жаттығушы');
    await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId, otherId] });
    const { id: eventId } = await app.call('events.save', {
      kind: 'reading',
      title: 'Абай: қара сөздер',
      series: 'Бір кітап – бір колледж',
      date,
      startTime: '15:00',
      durationMinutes: 90,
      place: 'Кітапхана',
      organiserId: null,
      organiser: 'Кітапхана',
      partnerId: null,
      aims: ['communication', 'culture'],
      state: 'held',
      description: '',
    });
    const participant = { studentId, role: 'speaker' as const, presence: 'present' as const, note: '' };
    await app.call('events.setParticipants', { eventId, participants: [participant] });
    const { id: partnerId } = await app.call('partners.save', aPartner);
    await app.call('partners.saveInternship', anInternship({ studentId, partnerId, competencyId }));
    const award = {
      studentId,
      kind: 'certificate' as const,
      title: 'Алғашқы көмек',
      issuer: '',
      date,
      result: '',
    };
    await app.call('events.saveAward', award);

    await app.goto(`/events/${eventId}/print/list`);
    const paper = page.getByRole('article');
    await paper.getByRole('row', { name: /^1 Серікова Әсел ДІ-21 Қатысты/ }).waitFor();
    await page.getByRole('combobox', { name: 'Қағаздың тілі' }).click();
    await page.getByRole('option', { name: 'Орысша' }).click();
    await paper.getByRole('heading', { name: 'Список участников мероприятия' }).waitFor();

    await app.goto('/events/balance');
    await page.getByText('Құрамдардағы 1 студент бұл мерзімде бірде-бір іс-шараға қатыспаған').waitFor();
    const balance = page.getByRole('table', { name: 'Құрамдардағы студенттер' });
    // One event; it aimed at communication and culture, and at nothing else.
    await balance.getByRole('row', { name: /^Серікова Әсел ДІ-21 0 1 1 – – – 1 –$/ }).waitFor();
    const groups = page.getByRole('table', { name: 'Топтардың қатысуы' });
    // Of two students one took part.
    await groups.getByRole('row', { name: /^ДІ-21 2 50\s%/ }).waitFor();

    await balance.getByRole('link', { name: 'Серікова Әсел' }).click();
    await page.getByRole('heading', { level: 1, name: 'Портфолио: Серікова Әсел' }).waitFor();
    const of = (name: string): Locator => page.getByRole('region', { name, exact: true });
    await of('Іс-шаралар').getByText('Абай: қара сөздер').waitFor();
    await of('Тағылымдамалар').getByText('«Отырар Металл» ЖШС').waitFor();
    await of('Чемпионаттар').waitFor();
    await of('Чемпионаттар мен сертификаттар')
      .getByText(/Алғашқы көмек/)
      .waitFor();
    expect(app.problems).toEqual([]);
  });
});

browserOnly('events of the sample college', (test) => {
  test('axe finds nothing on the screens of events', { timeout: 120_000 }, async ({ start }) => {
    const app = await start({ sample: true });
    const { events } = await app.call('events.list', {});
    const { students } = await app.call('people.listStudents', {});
    const found: string[] = [];
    for (const address of [
      '/events',
      '/events/balance',
      `/events/${events[0]?.id ?? ''}`,
      `/events/portfolio/${students[0]?.id ?? ''}`,
    ]) {
      await app.goto(address);
      await app.page.locator('main h1').waitFor();
      await app.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      const { violations } = await new AxeBuilder({ page: app.page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${address} ${id}: ${target.join(' ')}`),
        ),
      );
    }
    expect(found).toEqual([]);
  });
});
