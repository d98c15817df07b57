import { expect, test } from 'vitest';
import { agendaKinds } from '#shared/contract/tasks.ts';
import { openApplication } from '../../helpers/application.ts';
import { anItem, aThing } from '../../helpers/baseEntries.ts';
import { anAgreement, anEvent, anInternship, aPartner, aStudent, aVisit } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';

const wallClock = (): number => Date.UTC(2026, 10, 23, 6);
const span = { from: '2026-11-01', to: '2026-12-31' };
const labels = Object.fromEntries(agendaKinds.map((kind) => [kind, kind])) as Record<
  (typeof agendaKinds)[number],
  string
>;

test('dates of the base stand in the one calendar, and what is late needs somebody', async () => {
  await using app = await openApplication({ wallClock });
  const competencyId = await findCompetency(app, '10');
  const { id: expertId } = await app.call('people.createExpert', {
    surname: 'Ахметов',
    givenName: 'Нұрлан',
    patronymic: '',
    organisation: '',
    position: '',
    phone: '',
    email: '',
    notes: '',
  });
  const { id: listId } = await app.call('base.createList', {
    competencyId,
    title: 'Парақ',
    edition: '2026',
    notes: '',
  });
  const { id: itemId } = await app.call('base.addItem', { listId, ...anItem() });
  const thing = aThing({
    expertId,
    calibrationDue: '2026-11-20',
    serviceDue: '2026-12-01',
    endOfLife: '2026-12-20',
    partnerName: '«Отырар Металл» ЖШС',
    lentUntil: '2026-12-10',
  });
  const { id: inventoryId } = await app.call('base.addInventory', thing);
  await app.call('base.setLinks', { itemId, inventoryIds: [inventoryId] });
  const purchase = {
    competencyId,
    name: 'Баллон',
    quantityHundredths: 100,
    unit: '',
    priceTiyn: null,
    supplier: '',
    priority: 'high' as const,
    expertId,
    dueDate: '2026-11-22',
    state: 'requested' as const,
    notes: '',
  };
  const { id: purchaseId } = await app.call('base.addPurchase', purchase);

  const agenda = await app.call('tasks.agenda', span);
  expect(agenda.entries.map(({ kind, date }) => [kind, date])).toEqual([
    ['calibration', '2026-11-20'],
    ['purchase', '2026-11-22'],
    ['service', '2026-12-01'],
    ['lent_return', '2026-12-10'],
    ['end_of_life', '2026-12-20'],
  ]);
  expect(agenda.entries[0]).toMatchObject({ personName: 'Ахметов Нұрлан', competencyIds: [competencyId] });
  expect(agenda.entries[3]).toMatchObject({ partnerName: '«Отырар Металл» ЖШС' });
  expect(agenda.overdue.map(({ kind }) => kind)).toEqual(['calibration', 'purchase']);
  const one = await app.call('tasks.agenda', { ...span, personId: expertId, competencyId, kind: 'service' });
  expect(one.entries).toHaveLength(1);
  const other = await findCompetency(app, '15');
  expect((await app.call('tasks.agenda', { ...span, competencyId: other })).entries).toEqual([]);

  await app.call('base.updatePurchase', { id: purchaseId, ...purchase, state: 'received' });
  await app.call('base.updateInventory', { id: inventoryId, ...thing, state: 'written_off' });
  const after = await app.call('tasks.agenda', span);
  expect(after.overdue).toEqual([]);
  expect(after.entries.map(({ kind, isDone }) => [kind, isDone])).toEqual([['purchase', true]]);
  await app.call('history.undo', {});
  expect((await app.call('tasks.agenda', span)).overdue.map(({ kind }) => kind)).toEqual(['calibration']);
});

test('a consumable that will be too little is said on the day of the session that lacks it', async () => {
  await using app = await openApplication({ wallClock });
  const competencyId = await findCompetency(app, '10');
  const { id: studentId } = await app.call('people.createStudent', aStudent({}));
  await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId] });
  const list = { competencyId, title: 'Парақ', edition: '2026', notes: '' };
  const { id: listId } = await app.call('base.createList', list);
  const item = anItem({ name: 'Электрод', category: 'consumables', unit: 'кг', normHundredths: 100 });
  const { id: itemId } = await app.call('base.addItem', { listId, ...item });
  const shelf = aThing({ name: 'Электрод', category: 'consumables', quantityHundredths: 100 });
  const { id: inventoryId } = await app.call('base.addInventory', shelf);
  await app.call('base.setLinks', { itemId, inventoryIds: [inventoryId] });
  for (const date of ['2026-11-25', '2026-11-26'])
    await app.call('plan.createSession', {
      competencyId,
      planId: null,
      date,
      startTime: '',
      durationMinutes: 60,
      kind: 'practice',
      workshop: '',
      focus: '',
      expertId: null,
      schemeId: null,
      sectionNumbers: [],
      studentIds: null,
    });
  const stock = { ...span, kind: 'stock' as const };
  expect((await app.call('tasks.agenda', stock)).entries).toMatchObject([
    { date: '2026-11-26', title: 'Электрод', competencyIds: [competencyId], isDuty: true },
  ]);
  const { content } = await app.call('tasks.exportCalendar', { ...stock, language: 'kk', labels });
  expect(content).toContain('DTSTART;VALUE=DATE:20261126');
  expect(content.match(/BEGIN:VEVENT/g)).toHaveLength(1);
});

test('absences, goals and practice that nobody planned have their days too', async () => {
  await using app = await openApplication({ wallClock });
  const competencyId = await findCompetency(app, '10');
  const { id: studentId } = await app.call('people.createStudent', aStudent({}));
  await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId] });
  await app.call('plan.addAbsence', {
    studentId,
    fromDate: '2026-11-24',
    toDate: '2026-11-27',
    reason: 'сессия',
  });
  await app.call('goals.add', {
    competencyId,
    studentId,
    kind: 'percent',
    sectionNumber: null,
    target: 80,
    dueDate: '2026-12-15',
    note: '',
  });
  await app.call('training.createSession', {
    competencyId,
    date: '2026-11-20',
    durationMinutes: 90,
    workshop: 'Шеберхана',
    expertId: null,
    notes: '',
  });
  const { entries, overdue } = await app.call('tasks.agenda', span);
  expect(entries).toMatchObject([
    { kind: 'session', date: '2026-11-20', isDone: true, durationMinutes: 90 },
    { kind: 'absence', date: '2026-11-24', endDate: '2026-11-27', title: 'Серікбаев Дәулет' },
    { kind: 'goal', date: '2026-12-15', competencyIds: [competencyId] },
  ]);
  expect(overdue).toEqual([]);
});

test('visits, agreements, internships, events, championships and milestones stand in the same calendar', async () => {
  await using app = await openApplication({ wallClock });
  const competencyId = await findCompetency(app, '10');
  const { id: studentId } = await app.call('people.createStudent', aStudent({}));
  const { id: partnerId } = await app.call('partners.save', aPartner);
  const visit = { ...aVisit(partnerId), date: '2026-12-01', state: 'planned' as const };
  await app.call('partners.saveVisit', { ...visit, competencyIds: [competencyId] });
  await app.call('partners.saveAgreement', { ...anAgreement(partnerId), endDate: '2026-12-02' });
  const internship = { startDate: '2026-12-03', endDate: '2026-12-04', state: 'planned' as const };
  await app.call(
    'partners.saveInternship',
    anInternship({ studentId, partnerId, competencyId, ...internship }),
  );
  await app.call('events.save', { ...anEvent, date: '2026-12-05', state: 'planned' });
  await app.call('championships.create', {
    name: 'Облыстық',
    stage: 'regional',
    startDate: '2026-12-10',
    endDate: '2026-12-12',
    place: '',
    isMock: false,
    maxAge: null,
    notes: '',
    competencies: [{ competencyId, mainSeats: 1, reserveSeats: 0, teamSize: 1, maxAge: null }],
  });
  const { entries } = await app.call('tasks.agenda', { from: '2026-12-01', to: '2026-12-31' });
  expect(entries.map(({ kind, date, endDate }) => [kind, date, endDate])).toEqual([
    ['visit', '2026-12-01', '2026-12-01'],
    ['agreement_end', '2026-12-02', '2026-12-02'],
    ['internship', '2026-12-03', '2026-12-04'],
    ['event', '2026-12-05', '2026-12-05'],
    ['championship', '2026-12-10', '2026-12-12'],
  ]);
  const welding = await app.call('tasks.agenda', { from: '2026-12-01', to: '2026-12-31', competencyId });
  expect(welding.entries.map(({ kind }) => kind)).toEqual(['visit', 'internship', 'championship']);

  const { id: planId } = await app.call('plan.create', {
    competencyId,
    title: 'Жоспар',
    startDate: '2026-11-23',
    championshipDate: '2026-12-11',
    weeklyMinutes: 360,
    longestMinutes: 180,
    weekdays: [1, 3],
    startTime: '09:00',
    workshop: '',
    expertId: null,
    templateId: null,
  });
  const milestone = { date: '2026-12-07', title: 'Сынақ', targetHundredths: null };
  await app.call('plan.setMilestones', { planId, milestones: [milestone] });
  const planned = await app.call('tasks.agenda', span);
  const kinds = new Set(planned.entries.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(['session', 'milestone']));
  // The day of the plan is that of the championship, and is told once.
  expect(planned.entries.filter(({ kind }) => kind === 'championship')).toHaveLength(1);
});
