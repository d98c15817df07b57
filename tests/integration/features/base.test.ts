import { describe, expect, test } from 'vitest';
import { standardColumns } from '#shared/domain/base/itemFields.ts';
import { readSheets } from '../../../electron/workers/workbookSheets.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aTable, anItem, aThing } from '../../helpers/baseEntries.ts';
import { aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';

const NOW = Date.UTC(2026, 10, 23, 6);
const TODAY = '2026-11-23';
const NO_DEFAULT = { quantityHundredths: null, rule: 'per_competitor', groupSize: null } as const;
const HEADER = standardColumns.map(([, label]) => label);
const squad = { kind: 'squad' } as const;

const start = () => openApplication({ wallClock: () => NOW });

/** A competency with a list and a squad of so many. */
async function setUp(app: TestApplication, { number = '10', students = 4 } = {}) {
  const competencyId = await findCompetency(app, number);
  const studentIds: string[] = [];
  for (let index = 0; index < students; index += 1) {
    const student = aStudent({ surname: `Оқушы${'абвгдежзик'.charAt(index)}${number}`, birthDate: null });
    studentIds.push((await app.call('people.createStudent', student)).id);
  }
  if (students > 0) await app.call('competencies.addCandidates', { competencyId, studentIds });
  const { id: listId } = await app.call('base.createList', {
    competencyId,
    title: 'Парақ',
    edition: '2026',
    notes: '',
  });
  return { competencyId, listId, studentIds };
}

async function own(app: TestApplication, itemId: string, over: Parameters<typeof aThing>[0] = {}) {
  const { id } = await app.call('base.addInventory', aThing(over));
  const { inventory } = await app.call('base.listInventory', {});
  const linked = inventory.filter((row) => row.itemIds.includes(itemId)).map((row) => row.id);
  await app.call('base.setLinks', { itemId, inventoryIds: [...linked, id] });
  return id;
}

describe('the gap', () => {
  test('follows the size of the squad, states and dates; undo brings it back', async () => {
    await using app = await start();
    const { competencyId, listId } = await setUp(app);
    // One source for each two of four students: two are needed.
    const item = anItem({ rule: 'per_n_competitors', groupSize: 2 });
    const { id: itemId } = await app.call('base.addItem', { listId, ...item });
    const gapNow = async () => (await app.call('base.gap', { target: squad, competencyId })).lines[0];
    expect(await gapNow()).toMatchObject({
      needed: 200,
      covered: 0,
      buy: 200,
      isMissing: true,
      costTiyn: 90_000_000,
    });

    const first = await own(app, itemId);
    await own(app, itemId, { lentUntil: '2026-11-22', partnerName: 'Серіктес' });
    expect(await gapNow()).toMatchObject({ covered: 100, buy: 100, gone: 100, costTiyn: 45_000_000 });

    await app.call('base.splitInventory', { id: first, state: 'broken', quantityHundredths: 100 });
    expect(await gapNow()).toMatchObject({ covered: 0, repair: 100, buy: 100 });
    const { undo } = await app.call('history.getUndoState', {});
    expect(undo?.name).toBe('base.splitInventory');
    await app.call('history.undo', { actionId: undo?.id ?? '' });
    expect(await gapNow()).toMatchObject({ covered: 100, repair: 0 });

    const { summary } = await app.call('base.gap', { target: squad, competencyId, competitors: 8 });
    expect(summary).toMatchObject({ competitors: 8, readinessHundredths: 2500 });
  });

  test('a championship needs the same thing in two competencies at the same time', async () => {
    await using app = await start();
    const one = await setUp(app, { students: 0 });
    const other = await setUp(app, { number: '18', students: 0 });
    const shared = await app.call('base.addInventory', aThing({ name: 'Мультиметр' }));
    for (const { listId } of [one, other]) {
      const { id: itemId } = await app.call('base.addItem', {
        listId,
        ...anItem({ rule: 'per_competency' }),
      });
      await app.call('base.setLinks', { itemId, inventoryIds: [shared.id] });
    }
    const { id: championshipId } = await app.call('championships.create', {
      name: 'Облыстық',
      stage: 'regional',
      startDate: '2026-12-10',
      endDate: null,
      place: '',
      isMock: false,
      maxAge: null,
      notes: '',
      competencies: [one, other].map(({ competencyId }) => ({
        competencyId,
        mainSeats: 1,
        reserveSeats: 0,
        teamSize: 1,
        maxAge: null,
      })),
    });
    const alone = await app.call('base.overview', { target: squad });
    expect(alone.total).toMatchObject({ readinessHundredths: 10_000, reservedTwice: 0 });
    const both = await app.call('base.overview', { target: { kind: 'championship', championshipId } });
    expect(both.total).toMatchObject({ readinessHundredths: 5000, reservedTwice: 1, costTiyn: 0 });
  });

  test('goes onto the purchase list once, and what is received into the inventory', async () => {
    await using app = await start();
    const { competencyId, listId } = await setUp(app);
    await app.call('base.addItem', { listId, ...anItem() });
    const input = { target: squad, competencyId, expertId: null, dueDate: '2026-12-01' };
    expect((await app.call('base.planPurchases', input)).added).toBe(1);
    expect((await app.call('base.planPurchases', input)).added).toBe(0);
    const [purchase] = (await app.call('base.listPurchases', {})).purchases;
    expect(purchase).toMatchObject({ quantityHundredths: 400, costTiyn: 180_000_000, priority: 'normal' });

    const receipt = { id: purchase?.id ?? '', workshopId: null, inventoryNumber: '02-001' };
    await app.call('base.receivePurchase', receipt);
    expect(await app.refused('base.receivePurchase', receipt)).toBe('conflict');
    expect((await app.call('base.gap', { target: squad, competencyId })).summary).toMatchObject({
      readinessHundredths: 10_000,
    });
    const { found } = await app.call('base.search', { text: '02-001' });
    expect(found.map(({ kind }) => kind)).toEqual(['inventory']);
  });
});

test('module C on Thursday needs a second source, and that is urgent to buy', async () => {
  await using app = await start();
  const { competencyId, listId } = await setUp(app);
  const item = anItem({ rule: 'per_n_competitors', groupSize: 2, modules: 'C' });
  const { id: itemId } = await app.call('base.addItem', { listId, ...item });
  await own(app, itemId);
  const session = {
    competencyId,
    planId: null,
    date: '2026-11-26',
    startTime: '09:00',
    durationMinutes: 180,
    kind: 'practice' as const,
    workshop: '',
    focus: 'Модуль С',
    expertId: null,
    schemeId: null,
    sectionNumbers: [],
    studentIds: null,
  };
  await app.call('plan.createSession', session);
  await app.call('plan.createSession', { ...session, date: '2026-11-27', focus: 'Модуль A' });
  const { sessions, sessionCount } = await app.call('base.listBlocks', {});
  expect(sessionCount).toBe(2);
  expect(sessions).toMatchObject([
    { date: '2026-11-26', blocks: [{ itemId, reason: 'short', lackingHundredths: 100 }] },
  ]);
  await app.call('base.planPurchases', { target: squad, competencyId, expertId: null, dueDate: null });
  expect((await app.call('base.listPurchases', {})).purchases).toMatchObject([{ priority: 'urgent' }]);
});

test('the stock falls by practice, by the norm or by what is written down, and warns', async () => {
  await using app = await start();
  const { competencyId, listId, studentIds } = await setUp(app, { students: 2 });
  const { id: itemId } = await app.call('base.addItem', {
    listId,
    ...anItem({ name: 'Электрод', category: 'consumables', unit: 'кг', normHundredths: 100 }),
  });
  const shelf = await own(app, itemId, {
    name: 'Электрод',
    category: 'consumables',
    quantityHundredths: 500,
  });
  const { id: sessionId } = await app.call('training.createSession', {
    competencyId,
    date: '2026-11-24',
    durationMinutes: 60,
    workshop: '',
    expertId: null,
    notes: '',
  });
  await app.call('training.setAttendance', {
    sessionId,
    entries: studentIds.map((studentId) => ({ studentId, state: 'present' as const, note: '' })),
  });
  const stock = async () => (await app.call('base.listStock', { competencyId })).stock[0];
  // 5 kg, two students at a kilogram each: 3 kg are left.
  expect(await stock()).toMatchObject({ leftHundredths: 300, usedByNormHundredths: 200, outlook: 'no_plan' });

  const movement = { inventoryId: shelf, kind: 'used' as const, date: '2026-11-24', sessionId, note: '' };
  await app.call('base.addMovement', { ...movement, quantityHundredths: 150 });
  expect(await stock()).toMatchObject({ leftHundredths: 350 });
  await app.call('base.addMovement', {
    ...movement,
    kind: 'corrected',
    sessionId: null,
    quantityHundredths: 300,
  });
  expect(await stock()).toMatchObject({ leftHundredths: 300 });

  for (const date of ['2026-11-25', '2026-11-26']) {
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
  }
  expect(await stock()).toMatchObject({ outlook: 'short', shortFrom: '2026-11-26', lackingHundredths: 100 });
});

test('the course of the base goes by the day of purchase and by the history', async () => {
  await using app = await start();
  const { competencyId, listId } = await setUp(app, { students: 1 });
  const { id: itemId } = await app.call('base.addItem', { listId, ...anItem() });
  const id = await own(app, itemId, { acquiredOn: '2026-09-15' });
  const course = async () =>
    (await app.call('base.course', { months: 3 })).competencies.find(
      (one) => one.competencyId === competencyId,
    )?.points;
  expect(await course()).toEqual([
    { day: '2026-08-31', readinessHundredths: 0 },
    { day: '2026-09-30', readinessHundredths: 10_000 },
    { day: '2026-10-31', readinessHundredths: 10_000 },
    { day: TODAY, readinessHundredths: 10_000 },
  ]);
  await app.call('base.updateInventory', { id, ...aThing({ acquiredOn: '2026-09-15', state: 'broken' }) });
  expect((await course())?.map((point) => point.readinessHundredths)).toEqual([0, 10_000, 10_000, 0]);
});

describe('tables', () => {
  const row = (name: string, cost: string | number | null, category: string) => {
    const cells = new Map<string, string | number | null>([
      ['Description', name],
      ['Unit cost', cost],
      ['Item category', category],
    ]);
    return HEADER.map((label) => cells.get(label) ?? null);
  };
  const send = async (app: TestApplication, rows: Parameters<typeof aTable>[0]) => ({
    fileName: 'list.xlsx',
    content: await aTable(rows),
    competencyId: await findCompetency(app, '10'),
    defaults: NO_DEFAULT,
  });

  test('the 23 columns are known, doubts are told by row, and a dry run stores nothing', async () => {
    await using app = await start();
    const input = await send(app, [
      HEADER,
      row('Welding source', '485 000,50', 'Equipment'),
      row('', 12, 'Tools'),
      row("'=1+1", 'many', 'Gadget'),
    ]);
    const preview = await app.call('base.importItems', { ...input, dryRun: true });
    expect(preview).toMatchObject({ source: 'standard', rows: 3, itemCount: 2 });
    expect(preview.problems.map(({ row: at, code, isError }) => [at, code, isError])).toEqual([
      [3, 'name_missing', true],
      [4, 'category_assumed', false],
      [4, 'price_not_understood', false],
    ]);
    expect((await app.call('base.listLists', {})).lists).toEqual([]);

    const { listId = '' } = await app.call('base.importItems', { ...input, dryRun: false });
    const { items } = await app.call('base.getList', { id: listId });
    expect(items.map(({ name, priceTiyn }) => [name, priceTiyn])).toEqual([
      ['Welding source', 48_500_050],
      ['=1+1', null],
    ]);
    const { content } = await app.call('base.exportList', { id: listId, columns: 'standard' });
    const [sheet] = await readSheets(Buffer.from(content, 'base64'));
    expect(sheet?.rows[0]).toEqual(HEADER);
    expect(sheet?.rows[1]?.[7]).toBe(485_000.5);
    // What a spreadsheet would run goes out quoted.
    expect(sheet?.rows[2]?.[0]).toBe("'=1+1");
  });

  test('the full table comes back as it was', async () => {
    await using app = await start();
    const { listId, competencyId } = await setUp(app, { students: 0 });
    const item = anItem({
      rule: 'per_n_competitors',
      groupSize: 5,
      quantityHundredths: 250,
      modules: 'C',
      endOfLife: '2027-12-31',
      size: '2 × 1 м',
      supplier: '-ЖШС',
      electricity: '7 кВт',
      volts: '380 В',
      waterSupply: '½″',
      waterDrainage: 'Ø 50',
      air: '6 бар',
      extraction: '600 м³/сағ',
    });
    await app.call('base.addItem', { listId, ...item });
    const { content } = await app.call('base.exportList', { id: listId, columns: 'full' });
    const back = await app.call('base.importItems', {
      fileName: 'x.xlsx',
      content,
      competencyId,
      defaults: NO_DEFAULT,
      dryRun: false,
    });
    expect(back.problems).toEqual([]);
    const { items } = await app.call('base.getList', { id: back.listId ?? '' });
    expect(items).toMatchObject([item]);
    // The new list counts now, and there is one that counts.
    const { lists } = await app.call('base.listLists', { competencyId });
    expect(lists.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
  });

  test('what was said about the columns of an own table is remembered, and links are carried over', async () => {
    await using app = await start();
    const rows = [
      ['№', 'Нәрсе', 'Қанша'],
      [1, 'Мультиметр', 2],
    ];
    const input = await send(app, rows);
    const mapping = { sheetName: 'Sheet1', headerRow: 0, columns: { name: 1, quantity: 2 } };
    expect(await app.refused('base.importItems', { ...input, dryRun: false })).toBe('workbook_no_items');
    const stored = await app.call('base.importItems', { ...input, mapping, dryRun: false });
    const again = await app.call('base.importItems', {
      ...(await send(app, [...rows, [2, 'Кабель', 3]])),
      dryRun: true,
    });
    expect(again).toMatchObject({
      source: 'remembered',
      itemCount: 2,
      mapping: { columns: mapping.columns },
    });

    const { items } = await app.call('base.getList', { id: stored.listId ?? '' });
    await own(app, items[0]?.id ?? '', { name: 'Мультиметр' });
    const next = await app.call('base.importItems', { ...input, mapping, dryRun: false });
    expect((await app.call('base.getList', { id: next.listId ?? '' })).linkedCount).toBe(1);
  });

  test.each([
    ['not_a_workbook', Buffer.from('PDF').toString('base64')],
    ['workbook_empty', null],
  ])('%s is said, and nothing is stored', async (code, content) => {
    await using app = await start();
    const input = { ...(await send(app, [[null]])), dryRun: false };
    expect(await app.refused('base.importItems', { ...input, content: content ?? input.content })).toBe(code);
    expect((await app.call('base.listLists', {})).lists).toEqual([]);
  });
});

test('names that are alike are suggested and become links; removal of a list can be taken back', async () => {
  await using app = await start();
  const { listId } = await setUp(app, { students: 0 });
  await app.call('base.addItem', { listId, ...anItem({ name: 'Дәнекерлеуші маскасы' }) });
  await app.call('base.addInventory', aThing({ name: 'Даникерлеуши маскасы хамелеон' }));
  await app.call('base.addInventory', aThing({ name: 'Дәнекерлеуші маскасы (хамелеон)' }));
  const { suggestions } = await app.call('base.suggestLinks', { listId });
  expect(suggestions).toMatchObject([{ inventoryName: 'Дәнекерлеуші маскасы (хамелеон)', likeness: 100 }]);
  const links = suggestions.map(({ itemId, inventoryId }) => ({ itemId, inventoryId }));
  await app.call('base.addLinks', { links });
  expect((await app.call('base.suggestLinks', { listId })).suggestions).toEqual([]);
  await app.call('base.removeList', { id: listId });
  expect(await app.refused('base.getList', { id: listId })).toBe('not_found');
  const { undo } = await app.call('history.getUndoState', {});
  await app.call('history.undo', { actionId: undo?.id ?? '' });
  expect((await app.call('base.getList', { id: listId })).linkedCount).toBe(1);
});

test('the sample college has a base with gaps, reminders, blocks and a course', async () => {
  await using app = await openApplication({ sample: true });
  const { competencies, total } = await app.call('base.overview', { target: squad });
  expect(competencies).toHaveLength(6);
  expect(total.readinessHundredths).toBeGreaterThan(5000);
  expect(total.readinessHundredths).toBeLessThan(10_000);
  expect(total.costTiyn).toBeGreaterThan(0);
  expect((await app.call('base.listReminders', {})).reminders.length).toBeGreaterThan(3);
  const { purchases } = await app.call('base.listPurchases', {});
  expect(new Set(purchases.map(({ state }) => state))).toEqual(new Set(['requested', 'ordered']));
  expect(purchases.every(({ dueDate, expertName }) => dueDate !== null && expertName !== '')).toBe(true);
  expect((await app.call('base.listBlocks', {})).sessions.length).toBeGreaterThan(3);
  const { stock } = await app.call('base.listStock', {});
  expect(stock.filter((item) => item.leftHundredths > 0).length).toBeGreaterThan(4);
  expect(stock.filter((item) => item.usedByNormHundredths > 0).length).toBeGreaterThan(4);
  const { competencies: courses } = await app.call('base.course', {});
  const grown = courses.filter(
    ({ points }) => (points.at(-1)?.readinessHundredths ?? 0) > (points[0]?.readinessHundredths ?? 0),
  );
  expect(grown.length).toBeGreaterThan(3);
});
