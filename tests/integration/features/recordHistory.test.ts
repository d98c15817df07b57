import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aPurchase, aThing, anItem, aWorkshop } from '../../helpers/baseEntries.ts';
import { addExpert } from '../../helpers/championship.ts';
import { anInternship, aPartner, aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';

/** A record that was entered, how it is seen, changed and removed again. */
interface Kept {
  entity: string;
  id: string;
  /** What the screens know of it; null when it is not there. */
  see: () => Promise<unknown>;
  change: () => Promise<unknown>;
  remove: () => Promise<unknown>;
}

/** What the kinds of records need that hang on others. */
async function setUp(app: TestApplication) {
  return {
    competencyId: await findCompetency(app, '10'),
    partnerId: (await app.call('partners.save', aPartner)).id,
    studentId: (await app.call('people.createStudent', aStudent({}))).id,
    expertId: await addExpert(app, 'Ким'),
  };
}
type Ids = Awaited<ReturnType<typeof setUp>>;

const withId = <Row extends { id: string }>(rows: readonly Row[], id: string): Row | null =>
  rows.find((row) => row.id === id) ?? null;

const list = (ids: Ids) => ({ competencyId: ids.competencyId, title: 'Парақ', edition: '2026', notes: '' });
const anAgreement = ({ partnerId }: Ids) => ({
  partnerId,
  kind: 'two_sided' as const,
  thirdParty: '',
  number: '1',
  subject: 'Дайындық',
  collegeSignatory: '',
  partnerSignatory: '',
  thirdSignatory: '',
  startDate: '2026-01-01',
  endDate: null,
  renewalMonths: 0,
  terminatedDate: null,
  visitId: null,
  notes: '',
});
const anEvent = {
  kind: 'sport' as const,
  title: 'Волейбол',
  series: '',
  date: '2026-03-04',
  startTime: '',
  durationMinutes: 60,
  place: '',
  organiserId: null,
  organiser: '',
  partnerId: null,
  aims: [],
  state: 'held' as const,
  description: '',
};

const kinds: Record<string, (app: TestApplication, ids: Ids) => Promise<Kept>> = {
  'a workshop': async (app) => {
    const { id } = await app.call('base.addWorkshop', aWorkshop);
    return {
      entity: 'workshops',
      id,
      see: async () => withId((await app.call('base.listWorkshops', {})).workshops, id),
      change: () => app.call('base.updateWorkshop', { id, ...aWorkshop, places: 12 }),
      remove: () => app.call('base.removeWorkshop', { id }),
    };
  },
  'a thing of the inventory': async (app) => {
    const { id } = await app.call('base.addInventory', aThing());
    return {
      entity: 'inventory_items',
      id,
      see: async () => withId((await app.call('base.listInventory', {})).inventory, id),
      change: () => app.call('base.updateInventory', { id, ...aThing({ state: 'broken' }) }),
      remove: () => app.call('base.removeInventory', { id }),
    };
  },
  'an infrastructure list': async (app, ids) => {
    const { id } = await app.call('base.createList', list(ids));
    return {
      entity: 'infrastructure_lists',
      id,
      see: async () => withId((await app.call('base.listLists', {})).lists, id),
      change: () =>
        app.call('base.updateList', { id, title: 'Басқа', edition: '2026', notes: '', isCurrent: true }),
      remove: () => app.call('base.removeList', { id }),
    };
  },
  'an item of a list': async (app, ids) => {
    const { id: listId } = await app.call('base.createList', list(ids));
    const { id } = await app.call('base.addItem', { listId, ...anItem() });
    return {
      entity: 'infrastructure_items',
      id,
      see: async () => withId((await app.call('base.getList', { id: listId })).items, id),
      change: () => app.call('base.updateItem', { id, ...anItem({ quantityHundredths: 300 }) }),
      remove: () => app.call('base.removeItem', { id }),
    };
  },
  'a purchase': async (app) => {
    const { id } = await app.call('base.addPurchase', aPurchase);
    return {
      entity: 'purchases',
      id,
      see: async () => withId((await app.call('base.listPurchases', {})).purchases, id),
      change: () => app.call('base.updatePurchase', { id, ...aPurchase, priority: 'urgent' }),
      remove: () => app.call('base.removePurchase', { id }),
    };
  },
  'a partner': async (app) => {
    const { id } = await app.call('partners.save', { ...aPartner, name: 'ЖК Үміт' });
    return {
      entity: 'partners',
      id,
      see: async () => withId((await app.call('partners.list', {})).partners, id)?.region ?? null,
      change: () => app.call('partners.save', { ...aPartner, id, region: 'Жамбыл облысы' }),
      remove: () => app.call('partners.remove', { id }),
    };
  },
  'an agreement': async (app, ids) => {
    const { id } = await app.call('partners.saveAgreement', anAgreement(ids));
    return {
      entity: 'agreements',
      id,
      see: async () => withId((await app.call('partners.listAgreements', {})).agreements, id),
      change: () => app.call('partners.saveAgreement', { ...anAgreement(ids), id, number: '2' }),
      remove: () => app.call('partners.removeAgreement', { id }),
    };
  },
  'an obligation': async (app, ids) => {
    const { id: agreementId } = await app.call('partners.saveAgreement', anAgreement(ids));
    const fields = { agreementId, side: 'partner' as const, what: 'Төреші жіберу', dueDate: '2026-03-01' };
    const rest = { responsibleId: null, responsible: '', doneDate: null, notes: '' };
    const { id } = await app.call('partners.saveObligation', { ...fields, ...rest, state: 'open' });
    return {
      entity: 'obligations',
      id,
      see: async () => {
        const { agreements } = await app.call('partners.listAgreements', {});
        return withId(
          agreements.flatMap(({ obligations }) => obligations),
          id,
        );
      },
      change: () => app.call('partners.saveObligation', { ...fields, ...rest, id, state: 'done' }),
      remove: () => app.call('partners.removeObligation', { id }),
    };
  },
  'what a partner gave': async (app, { partnerId }) => {
    const fields = {
      partnerId,
      kind: 'prizes' as const,
      date: '2026-03-01',
      what: 'Құралдар',
      valueTenge: null,
    };
    const rest = { competencyId: null, agreementId: null, visitId: null, notes: '' };
    const { id } = await app.call('partners.saveContribution', { ...fields, ...rest, quantity: 3 });
    return {
      entity: 'contributions',
      id,
      see: async () => withId((await app.call('partners.get', { id: partnerId })).contributions, id),
      change: () => app.call('partners.saveContribution', { ...fields, ...rest, id, quantity: 4 }),
      remove: () => app.call('partners.removeContribution', { id }),
    };
  },
  'a visit': async (app, { partnerId }) => {
    const fields = {
      partnerId,
      direction: 'to_college' as const,
      date: '2026-02-20',
      startTime: '',
      durationMinutes: 60,
      place: '',
      subject: 'Танысу',
      state: 'held' as const,
      programme: [],
      delegation: [],
      workshops: [],
      competencyIds: [],
      studentIds: [],
      expertIds: [],
      outcome: '',
    };
    const { id } = await app.call('partners.saveVisit', { ...fields, said: '' });
    return {
      entity: 'visits',
      id,
      see: async () => withId((await app.call('partners.listVisits', {})).visits, id),
      change: () => app.call('partners.saveVisit', { ...fields, id, said: 'Жабдық ескі' }),
      remove: () => app.call('partners.removeVisit', { id }),
    };
  },
  'a mentor of a partner': async (app, { partnerId, expertId }) => {
    const fields = { partnerId, expertId, competencyIds: [], availability: [], notes: '' };
    const { id } = await app.call('partners.savePerson', { ...fields, role: 'mentor' });
    return {
      entity: 'industry_people',
      id,
      see: async () => withId((await app.call('partners.listPeople', {})).people, id),
      change: () => app.call('partners.savePerson', { ...fields, id, role: 'both' }),
      remove: () => app.call('partners.removePerson', { id }),
    };
  },
  'an internship': async (app, ids) => {
    const input = anInternship({ studentId: ids.studentId, partnerId: ids.partnerId });
    const { id } = await app.call('partners.saveInternship', input);
    return {
      entity: 'internships',
      id,
      see: async () => withId((await app.call('partners.listInternships', {})).internships, id),
      change: () => app.call('partners.saveInternship', { ...input, id, conclusion: 'Ұқыпты' }),
      remove: () => app.call('partners.removeInternship', { id }),
    };
  },
  'an event': async (app) => {
    const { id } = await app.call('events.save', anEvent);
    return {
      entity: 'development_events',
      id,
      see: async () => withId((await app.call('events.list', {})).events, id),
      change: () => app.call('events.save', { ...anEvent, id, place: 'Зал' }),
      remove: () => app.call('events.remove', { id }),
    };
  },
  'a certificate': async (app, { studentId }) => {
    const fields = { studentId, kind: 'certificate' as const, title: 'Алғашқы көмек', date: '2026-02-01' };
    const { id } = await app.call('events.saveAward', { ...fields, issuer: '', result: '' });
    return {
      entity: 'student_awards',
      id,
      see: async () => withId((await app.call('events.portfolio', { studentId })).awards, id),
      change: () => app.call('events.saveAward', { ...fields, id, issuer: '', result: '1-орын' }),
      remove: () => app.call('events.removeAward', { id }),
    };
  },
  'a task': async (app) => {
    const fields = {
      notes: '',
      side: 'college' as const,
      responsibleId: null,
      responsible: '',
      dueDate: null,
    };
    const rest = { competencyId: null, partnerId: null, visitId: null, eventId: null, doneDate: null };
    const input = { ...fields, ...rest, state: 'open' as const };
    const { id } = await app.call('tasks.save', { ...input, title: 'Тізім жіберу' });
    return {
      entity: 'tasks',
      id,
      see: async () => withId((await app.call('tasks.list', {})).tasks, id),
      change: () => app.call('tasks.save', { ...input, id, title: 'Тізімді пошта арқылы жіберу' }),
      remove: () => app.call('tasks.remove', { id }),
    };
  },
};

describe('has a history of its own, and each step of it is taken back', () => {
  test.each(Object.entries(kinds))('%s', async (_name, enter) => {
    await using app = await openApplication();
    const { entity, id, see, change, remove } = await enter(app, await setUp(app));
    const undo = async (): Promise<void> => {
      await app.call('history.undo', {});
    };
    const history = async () => (await app.call('history.ofRecord', { entity, rowId: id })).changes;

    const entered = await see();
    expect(entered).not.toBeNull();
    await change();
    const changed = await see();
    expect(changed).not.toEqual(entered);
    await remove();
    expect(await see()).toBeNull();
    expect((await history()).length).toBe(3);

    await undo();
    expect(await see()).toEqual(changed);
    await undo();
    expect(await see()).toEqual(entered);
    await undo();
    expect(await see()).toBeNull();
    await app.call('history.redo', {});
    expect(await see()).toEqual(entered);
    // What was done, and each time it was taken back or done once more.
    expect((await history()).length).toBe(7);
  });
});
