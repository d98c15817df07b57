import { describe, expect, test } from 'vitest';
import type { RouteInput } from '#shared/contract/registry.ts';
import { agendaKinds } from '#shared/contract/tasks.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { addExpert } from '../../helpers/championship.ts';
import { anInternship, aPartner, aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';

const wallClock = (): number => Date.UTC(2026, 2, 2, 8);

const aVisit = (partnerId: string): RouteInput<'partners.saveVisit'> => ({
  partnerId,
  direction: 'to_college',
  date: '2026-02-20',
  startTime: '10:00',
  durationMinutes: 90,
  place: 'Дәнекерлеу шеберханасы',
  subject: 'Жабдықпен танысу',
  state: 'held',
  programme: [{ time: '10:00', what: 'Танысу' }],
  delegation: [{ name: 'Үсенов Ғани', position: '' }],
  workshops: ['Дәнекерлеу шеберханасы'],
  competencyIds: [],
  studentIds: [],
  expertIds: [],
  said: 'Жабдық ескі',
  outcome: '',
});

const anAgreement = (partnerId: string, visitId: string | null): RouteInput<'partners.saveAgreement'> => ({
  partnerId,
  kind: 'two_sided',
  thirdParty: '',
  number: '12/26',
  subject: 'Бірлескен дайындық',
  collegeSignatory: '',
  partnerSignatory: '',
  thirdSignatory: '',
  startDate: '2026-02-25',
  endDate: '2026-04-01',
  renewalMonths: 0,
  terminatedDate: null,
  visitId,
  notes: '',
});

const anObligation = (agreementId: string): RouteInput<'partners.saveObligation'> => ({
  agreementId,
  side: 'partner',
  what: 'Екі төреші жіберу',
  dueDate: '2026-02-28',
  responsibleId: null,
  responsible: 'Үсенов',
  state: 'open',
  doneDate: null,
  notes: '',
});

const aTask: RouteInput<'tasks.save'> = {
  title: 'Тізім жіберу',
  notes: '',
  dueDate: '2026-03-05',
  side: 'college',
  responsibleId: null,
  responsible: '',
  competencyId: null,
  partnerId: null,
  visitId: null,
  eventId: null,
  state: 'open',
  doneDate: null,
};

async function setUp(app: TestApplication) {
  const { id: partnerId } = await app.call('partners.save', aPartner);
  const { id: visitId } = await app.call('partners.saveVisit', aVisit(partnerId));
  const { id: agreementId } = await app.call('partners.saveAgreement', anAgreement(partnerId, visitId));
  const { id: obligationId } = await app.call('partners.saveObligation', anObligation(agreementId));
  return { partnerId, visitId, agreementId, obligationId };
}

const span = { from: '2026-03-01', to: '2026-04-30' };

describe('a partner', () => {
  test('is one thread: visit, agreement, help, promise, reminders', async () => {
    await using app = await openApplication({ wallClock });
    const { partnerId, visitId, agreementId } = await setUp(app);
    await app.call('partners.saveContribution', {
      partnerId,
      kind: 'equipment',
      date: '2026-03-01',
      what: 'Электродтар',
      quantity: 40,
      valueTenge: 60_000,
      competencyId: null,
      agreementId,
      visitId: null,
      notes: '',
    });
    await app.call('tasks.save', { ...aTask, partnerId, visitId });

    const { partners, reminders } = await app.call('partners.list', {});
    expect(partners[0]).toMatchObject({
      activeAgreements: 1,
      nextEndDate: '2026-04-01',
      lastVisitDate: '2026-02-20',
      overdueCount: 1,
      figures: { valueTenge: 60_000, kinds: [{ kind: 'equipment', count: 1, quantity: 40 }] },
    });
    expect(reminders.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([
      ['obligation', -2],
      ['agreement_ends', 30],
    ]);
    const view = await app.call('partners.getVisit', { id: visitId });
    expect(view.agreements).toHaveLength(1);
    expect(view.contributions).toHaveLength(1);
    expect(view.tasks).toMatchObject([{ title: 'Тізім жіберу', partnerName: '«Отырар Металл» ЖШС' }]);
  });

  test('is told in figures: what of each kind it gave, whom it sent, whom it took', async () => {
    await using app = await openApplication({ wallClock });
    const { partnerId } = await setUp(app);
    const { id: studentId } = await app.call('people.createStudent', aStudent({}));
    const given = { partnerId, date: '2026-02-01', what: 'Көмек', competencyId: null, agreementId: null };
    for (const [kind, quantity, valueTenge] of [
      ['judging', 2, null],
      ['judging', 3, null],
      ['equipment', 40, 60_000],
      ['practice_places', 7, null],
      ['prizes', 3, 45_000],
    ] as const) {
      const gift = { ...given, kind, quantity, valueTenge, visitId: null, notes: '' };
      await app.call('partners.saveContribution', gift);
    }
    for (const [surname, role] of [
      ['Ким', 'mentor'],
      ['Асанова', 'judge'],
      ['Болатов', 'both'],
    ] as const) {
      const expertId = await addExpert(app, surname);
      const person = { partnerId, expertId, role, competencyIds: [], availability: [], notes: '' };
      await app.call('partners.savePerson', person);
    }
    await app.call('partners.saveInternship', anInternship({ studentId, partnerId }));
    await app.call('partners.saveInternship', anInternship({ studentId, partnerId, state: 'cancelled' }));
    expect((await app.call('partners.get', { id: partnerId })).figures).toEqual({
      kinds: [
        { kind: 'judging', count: 2, quantity: 5, valueTenge: 0 },
        { kind: 'equipment', count: 1, quantity: 40, valueTenge: 60_000 },
        { kind: 'practice_places', count: 1, quantity: 7, valueTenge: 0 },
        { kind: 'prizes', count: 1, quantity: 3, valueTenge: 45_000 },
      ],
      // Two weeks of ten hours.
      internshipCount: 1,
      internshipMinutes: 1200,
      mentorCount: 2,
      judgeCount: 2,
      valueTenge: 105_000,
    });
  });

  test('is removed with all that hangs on it, and one undo brings all of it back', async () => {
    await using app = await openApplication({ wallClock });
    const { partnerId, obligationId } = await setUp(app);
    await app.call('partners.remove', { id: partnerId });
    expect(await app.refused('partners.get', { id: partnerId })).toBe('not_found');
    expect((await app.call('partners.listVisits', {})).visits).toEqual([]);
    expect((await app.call('tasks.agenda', span)).overdue).toEqual([]);
    await app.call('history.undo', {});
    const { agreements, visits } = await app.call('partners.get', { id: partnerId });
    expect(agreements[0]?.obligations.map(({ id }) => id)).toEqual([obligationId]);
    expect(visits).toHaveLength(1);
  });

  test('refuses what cannot be', async () => {
    await using app = await openApplication({ wallClock });
    const { partnerId } = await setUp(app);
    const wrong = { ...anAgreement(partnerId, null), endDate: '2026-01-01' };
    expect(await app.refused('partners.saveAgreement', wrong)).toBe('plan_dates');
    const alone = { ...anAgreement(partnerId, null), kind: 'three_sided' as const };
    expect(await app.refused('partners.saveAgreement', alone)).toBe('third_party_missing');
    const nobody = '019b76da-0000-7000-8000-00000000abcd';
    expect(await app.refused('partners.saveVisit', aVisit(nobody))).toBe('not_found');
    expect(await app.refused('partners.save', { ...aPartner, id: nobody })).toBe('not_found');
    expect(await app.refused('partners.save', { ...aPartner, name: ' ' })).toBe('bad_input');
  });

  test('is found by name typed on a Russian keyboard, with its visits and agreements', async () => {
    await using app = await openApplication({ wallClock });
    await setUp(app);
    const find = async (text: string): Promise<string[]> =>
      (await app.call('partners.search', { text })).found.map(({ kind }) => kind);
    expect(await find('отырар')).toEqual(['partner']);
    expect(await find('бирлескен')).toEqual(['agreement']);
    expect(await find('жабдыкпен')).toEqual(['visit']);
  });

  test('mentors whom an internship ties to a student must not judge that student', async () => {
    await using app = await openApplication({ wallClock });
    const { partnerId } = await setUp(app);
    const competencyId = await findCompetency(app, '10');
    const { id: studentId } = await app.call('people.createStudent', aStudent({ surname: 'Әлиев' }));
    const { id: expertId } = await app.call('people.createExpert', {
      surname: 'Қожахметов',
      givenName: 'Ерлан',
      patronymic: '',
      organisation: '«Отырар Металл» ЖШС',
      position: '',
      phone: '',
      email: '',
      notes: '',
    });
    const person = { partnerId, expertId, role: 'both' as const, competencyIds: [competencyId], notes: '' };
    const availability = [{ fromDate: '2026-03-09', toDate: '2026-03-13' }];
    await app.call('partners.savePerson', { ...person, availability });
    const agenda = await app.call('tasks.agenda', { ...span, kind: 'availability' });
    expect(agenda.entries).toMatchObject([
      { date: '2026-03-09', endDate: '2026-03-13', title: 'Қожахметов Ерлан', competencyIds: [competencyId] },
    ]);
    await app.call('partners.saveInternship', {
      studentId,
      partnerId,
      competencyId,
      mentorId: expertId,
      mentor: '',
      startDate: '2026-02-02',
      endDate: '2026-02-15',
      place: '',
      weeklyMinutes: 600,
      doneMinutes: null,
      state: 'done',
      tasks: '',
      sections: [{ number: 1, level: 3 }],
      conclusion: '',
    });
    const { people } = await app.call('partners.listPeople', {});
    expect(people[0]?.conflicts).toMatchObject([{ studentId, why: 'mentored' }]);
    const portfolio = await app.call('events.portfolio', { studentId });
    expect(portfolio.internships).toMatchObject([{ minutes: 1200, mentorName: 'Қожахметов Ерлан' }]);
    expect(portfolio.practiceMinutes).toBe(0);
  });
});

describe('tasks and the calendar', () => {
  test('everything with a date is there, overdue first, and goes out as a file', async () => {
    await using app = await openApplication({ wallClock });
    const { partnerId } = await setUp(app);
    const { id } = await app.call('tasks.save', { ...aTask, partnerId, dueDate: '2026-03-01' });
    const { overdue, entries } = await app.call('tasks.agenda', span);
    expect(overdue.map(({ kind }) => kind)).toEqual(['obligation', 'task']);
    expect(entries.map(({ kind }) => kind)).toEqual(['task', 'agreement_end']);
    await app.call('tasks.setState', { id, state: 'done' });
    expect((await app.call('tasks.agenda', span)).overdue.map(({ kind }) => kind)).toEqual(['obligation']);
    expect((await app.call('tasks.list', {})).tasks[0]).toMatchObject({
      state: 'done',
      doneDate: '2026-03-02',
    });
    const labels = Object.fromEntries(
      agendaKinds.map((kind) => [kind, `<${kind}>`]),
    ) as RouteInput<'tasks.exportCalendar'>['labels'];
    const { content } = await app.call('tasks.exportCalendar', { ...span, language: 'kk', labels });
    expect(content).toContain('SUMMARY:<agreement_end>: 12/26 · Бірлескен дайындық');
    expect(content.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });
});
