import { expect, test } from 'vitest';
import { openApplication } from '../../helpers/application.ts';
import { aPurchase, aThing, anItem, aWorkshop } from '../../helpers/baseEntries.ts';
import { anInternship, aPartner, aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';

test('lists, things, workshops and purchases of the base are found by what they are called', async () => {
  await using app = await openApplication();
  const competencyId = await findCompetency(app, '10');
  const list = { competencyId, title: 'Аргон парағы', edition: '2026', notes: '' };
  const { id: listId } = await app.call('base.createList', list);
  await app.call('base.addItem', { listId, ...anItem({ name: 'Аргон' }) });
  await app.call('base.addInventory', aThing({ name: 'Аргон баллоны' }));
  await app.call('base.addWorkshop', { ...aWorkshop, name: 'Аргон шеберханасы' });
  await app.call('base.addPurchase', aPurchase);
  const { found } = await app.call('base.search', { text: 'аргон' });
  expect(found.map(({ kind }) => kind).toSorted()).toEqual([
    'inventory',
    'item',
    'list',
    'purchase',
    'workshop',
  ]);
  expect(found.find(({ kind }) => kind === 'item')).toMatchObject({ placeId: listId });
  await app.call('base.removeList', { id: listId });
  const left = (await app.call('base.search', { text: 'аргон парағы' })).found;
  expect(left).toEqual([]);
});

test('what a partner gave, certificates and files are found, and lead to where they are shown', async () => {
  await using app = await openApplication();
  const { id: partnerId } = await app.call('partners.save', aPartner);
  const { id: studentId } = await app.call('people.createStudent', aStudent({}));
  const { id: givenId } = await app.call('partners.saveContribution', {
    partnerId,
    kind: 'equipment',
    date: '2026-03-01',
    what: 'Электродтар',
    quantity: 40,
    valueTenge: null,
    competencyId: null,
    agreementId: null,
    visitId: null,
    notes: '',
  });
  expect((await app.call('partners.search', { text: 'электродтар' })).found).toEqual([
    { kind: 'contribution', id: givenId, parentId: partnerId, title: 'Электродтар', detail: '2026-03-01' },
  ]);

  const { id: awardId } = await app.call('events.saveAward', {
    studentId,
    kind: 'certificate',
    title: 'Алғашқы көмек',
    issuer: 'Қызыл Жарты ай',
    date: '2026-02-01',
    result: '',
  });
  // Letters of a Russian keyboard find it, too.
  expect((await app.call('events.search', { text: 'кызыл жарты' })).found).toMatchObject([
    { kind: 'award', id: awardId, parentId: studentId },
  ]);

  const { id: internshipId } = await app.call(
    'partners.saveInternship',
    anInternship({ studentId, partnerId }),
  );
  const file = { content: Buffer.from('%PDF-1.7').toString('base64') };
  for (const [entity, ownerId] of [
    ['internships', internshipId],
    ['student_awards', awardId],
    ['students', studentId],
  ] as const)
    await app.call('attachments.add', { entity, ownerId, fileName: `Күнделік ${entity}.pdf`, ...file });
  const files = async () => (await app.call('attachments.search', { text: 'кунделик' })).found;
  expect((await files()).map(({ entity, ownerId, placeId }) => [entity, ownerId, placeId])).toEqual([
    ['students', studentId, studentId],
    ['student_awards', awardId, studentId],
    ['internships', internshipId, partnerId],
  ]);
  // A file of a record that is gone is not found.
  await app.call('partners.removeInternship', { id: internshipId });
  await app.call('events.removeAward', { id: awardId });
  expect((await files()).map(({ entity }) => entity)).toEqual(['students']);
  expect((await app.call('events.search', { text: 'кызыл жарты' })).found).toEqual([]);
});
