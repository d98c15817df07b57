import { describe, expect, it } from 'vitest';
import { findBlocks, type ListedItem, type UpcomingSession } from '#shared/domain/base/blocks.ts';
import type { InventoryThing } from '#shared/domain/base/inventory.ts';
import { findModules, isForModules, listModules } from '#shared/domain/base/modules.ts';
import { forecastStock, runStock, type Norm, type StockRow } from '#shared/domain/base/stock.ts';
import { suggestLinks } from '#shared/domain/base/suggestLinks.ts';

const source: ListedItem = {
  id: 'source',
  competencyId: 'welding',
  category: 'equipment',
  quantityHundredths: 100,
  rule: 'per_n_competitors',
  groupSize: 2,
  modules: ['C'],
  supplyIds: ['a'],
};
const session: UpcomingSession = {
  id: 's1',
  competencyId: 'welding',
  date: '2026-12-03',
  startTime: '09:00',
  durationMinutes: 180,
  focus: 'Модуль С: резервуар',
  competitors: 4,
  experts: 1,
};
const thing = (over: Partial<InventoryThing> = {}): InventoryThing => ({
  id: 'a',
  state: 'working',
  quantityHundredths: 100,
  lentUntil: null,
  endOfLife: null,
  calibrationDue: null,
  ...over,
});

describe('what blocks a planned session', () => {
  it('module C on Thursday needs a second welding source', () => {
    // One source for each two of four students is two; one is there.
    expect(findBlocks([session], [source], [thing()])).toEqual([
      { sessionId: 's1', itemId: 'source', reason: 'short', needed: 200, lacking: 100, otherSessionId: null },
    ]);
  });

  it('does not hold up a session of another module, or of another competency', () => {
    const others = [
      { ...session, focus: 'Module A' },
      { ...session, competencyId: 'cooking' },
    ];
    expect(findBlocks(others, [source], [thing()])).toEqual([]);
  });

  it.each([
    ['missing', []],
    ['broken', [thing({ state: 'needs_repair', quantityHundredths: 200 })]],
    ['gone', [thing({ lentUntil: '2026-12-02', quantityHundredths: 200 })]],
  ] as const)('says why: %s', (reason, things) => {
    expect(findBlocks([session], [source], things).map((block) => block.reason)).toEqual([reason]);
  });

  it('the later of two sessions at a time is told who has the thing', () => {
    const both = [
      { ...session, competitors: 2 },
      { ...session, id: 's2', startTime: '11:00', competitors: 2 },
    ];
    expect(findBlocks(both, [source], [thing()])).toMatchObject([
      { sessionId: 's2', reason: 'reserved_twice', lacking: 100, otherSessionId: 's1' },
    ]);
    const apart = [both[0] ?? session, { ...session, id: 's2', startTime: '12:00', competitors: 2 }];
    expect(findBlocks(apart, [source], [thing()])).toEqual([]);
  });
});

describe('modules', () => {
  it.each([
    ['Module C: pipes', ['C']],
    ['Модуль С', ['C']],
    ['C модулі: құбырлар', ['C']],
    ['модули A, B', ['A', 'B']],
    ['Modules 1 & 2', ['1', '2']],
    ['modular thinking', []],
    ['Plumbing', []],
  ])('of «%s»', (sentence, modules) => {
    expect(findModules(sentence)).toEqual(modules);
  });

  it('an item without modules is for all of them', () => {
    expect(isForModules([], [])).toBe(true);
    expect(isForModules(listModules('c; Д'), ['C'])).toBe(true);
    expect(isForModules(['C'], [])).toBe(false);
  });
});

const rods: Norm = {
  itemId: 'rods',
  competencyId: 'welding',
  normHundredths: 50,
  per: 'session',
  rowIds: ['shelf', 'store'],
};
const row = (id: string, amount: number, over: Partial<StockRow> = {}): StockRow => ({
  id,
  openingHundredths: amount,
  openingDate: '2026-09-01',
  movements: [],
  ...over,
});
const use = (sessionId: string, date: string, people = 4) => ({
  sessionId,
  competencyId: 'welding',
  date,
  people,
  attempts: people,
});

describe('the stock', () => {
  it('falls by practice, from the first shelf first', () => {
    // 3 kg and 5 kg; two sessions of four people at half a kilogram are 4 kg: the first shelf is empty, 4 kg are left.
    const { left, lacking } = runStock(
      [row('shelf', 300), row('store', 500)],
      [rods],
      [use('1', '2026-09-02'), use('2', '2026-09-03')],
    );
    expect(Object.fromEntries(left)).toEqual({ shelf: 0, store: 400 });
    expect(lacking).toEqual([]);
  });

  it('what was practised before the count is in the count already', () => {
    const { left } = runStock([row('shelf', 300)], [rods], [use('1', '2026-08-31'), use('2', '2026-09-01')]);
    expect(left.get('shelf')).toBe(300);
  });

  it('what was written down for a session takes the place of the norm', () => {
    const movements = [{ date: '2026-09-02', changeHundredths: -30, sessionId: '1' }];
    const { left } = runStock([row('shelf', 300, { movements })], [rods], [use('1', '2026-09-02')]);
    expect(left.get('shelf')).toBe(270);
  });

  it('warns of the session before which it is too little', () => {
    // 5 kg are left, each session takes 2 kg: the third one lacks 1 kg, the fourth one 2 kg.
    const planned = ['1', '2', '3', '4'].map((id) => use(id, `2026-12-0${id}`));
    expect(forecastStock(new Map([['shelf', 500]]), [{ ...rods, rowIds: ['shelf'] }], planned)).toEqual([
      {
        itemId: 'rods',
        plannedHundredths: 800,
        firstShort: { sessionId: '3', date: '2026-12-03' },
        lackingHundredths: 300,
      },
    ]);
  });

  it('what is on no shelf lacks from the first session', () => {
    const [forecast] = forecastStock(
      new Map(),
      [{ ...rods, rowIds: [] }],
      [use('2', '2026-12-05'), use('1', '2026-12-02')],
    );
    expect(forecast).toMatchObject({ firstShort: { sessionId: '1' }, lackingHundredths: 400 });
  });
});

describe('suggestions', () => {
  const named = (id: string, name: string, model = '') => ({ id, name, model });
  it('finds the thing of the same name in another spelling, and the same model under another name', () => {
    expect(
      suggestLinks(
        [named('1', 'Маска сварщика'), named('2', 'Дәнекерлеу көзі'), named('3', 'Inverter', 'EWM Pico 160')],
        [
          named('a', 'Даникерлеу'),
          named('b', 'МАСКА СВАРЩИКА хамелеон'),
          named('c', 'Сварочный аппарат', 'ewm pico-160'),
        ],
      ).map(({ itemId, inventoryId }) => [itemId, inventoryId]),
    ).toEqual([
      ['1', 'b'],
      ['3', 'c'],
    ]);
  });
});
