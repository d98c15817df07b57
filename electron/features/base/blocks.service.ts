import type { Kysely } from 'kysely';
import type { BlockedSession } from '#shared/contract/baseGap.ts';
import type { StockItem } from '#shared/contract/baseInventory.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { findBlocks, type ListedItem, type SessionBlock } from '#shared/domain/base/blocks.ts';
import { listModules } from '#shared/domain/base/modules.ts';
import { forecastStock, type PracticeUse, type StockForecast } from '#shared/domain/base/stock.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { loadBase, toThing, type BaseState, type CurrentItem } from './baseState.service.ts';
import { listWorkshops } from './inventory.repository.ts';
import { countSquads, listOpenSessions, type OpenSession } from './practice.repository.ts';

type Db = Kysely<Schema>;
type Upcoming = OpenSession & { competitors: number; experts: number };

/** The stock is looked at as far ahead as plans go. */
const STOCK_DAYS = 366;

async function listUpcoming(db: Db, today: string, days: number): Promise<Upcoming[]> {
  const squads = await countSquads(db);
  const to = fromDayNumber(toDayNumber(today) + days);
  const sessions = await listOpenSessions(db, { from: today, to });
  return sessions.map((session) => ({
    ...session,
    competitors: session.people ?? squads.get(session.competencyId) ?? 0,
    experts: 1,
  }));
}

const toUse = (session: Upcoming): PracticeUse => ({
  sessionId: session.id,
  competencyId: session.competencyId,
  date: session.date,
  people: session.competitors,
  attempts: session.competitors,
});

/** Consumables that run out: the block of each session from the first one on that has too little. */
function stockBlocks(state: BaseState, sessions: readonly Upcoming[]): SessionBlock[] {
  const forecasts = forecastStock(state.stock.left, state.norms, sessions.map(toUse));
  return forecasts.flatMap(({ itemId, plannedHundredths, firstShort, lackingHundredths }) =>
    firstShort === null
      ? []
      : [
          {
            sessionId: firstShort.sessionId,
            itemId,
            reason: 'stock' as const,
            needed: plannedHundredths,
            lacking: lackingHundredths,
            otherSessionId: null,
          },
        ],
  );
}

const toListed = (item: CurrentItem): ListedItem => ({
  id: item.id,
  competencyId: item.competencyId,
  category: item.category,
  quantityHundredths: item.quantityHundredths,
  rule: item.rule,
  groupSize: item.groupSize,
  modules: listModules(item.modules),
  supplyIds: item.inventoryIds,
});

/** What blocks which of these sessions. */
function allBlocks(state: BaseState, sessions: readonly Upcoming[]): SessionBlock[] {
  return [
    ...findBlocks(sessions, state.items.map(toListed), state.inventory.map(toThing)),
    ...stockBlocks(state, sessions),
  ];
}

/** Places of the workshop that a session names, when they are too few. */
function tooFewPlaces(session: Upcoming, places: ReadonlyMap<string, number>): number | null {
  const found = places.get(foldForSearch(session.workshop));
  return found !== undefined && found > 0 && found < session.competitors ? found : null;
}

function describeSession(
  session: Upcoming,
  blocks: readonly SessionBlock[],
  known: { items: ReadonlyMap<string, CurrentItem>; places: ReadonlyMap<string, number> },
): BlockedSession {
  const { id, competencyId, date, startTime, focus, workshop, competitors } = session;
  return {
    ...{ sessionId: id, competencyId, date, startTime, focus, workshop, competitors },
    placesOfWorkshop: tooFewPlaces(session, known.places),
    blocks: blocks.map((block) => ({
      itemId: block.itemId,
      itemName: known.items.get(block.itemId)?.name ?? '',
      unit: known.items.get(block.itemId)?.unit ?? '',
      reason: block.reason,
      neededHundredths: block.needed,
      lackingHundredths: block.lacking,
      otherSessionId: block.otherSessionId,
    })),
  };
}

/** Sessions of the next days that lack something, in the order of time. */
export async function describeBlocks(
  db: Db,
  { competencyId, days }: { competencyId?: string | undefined; days: number },
  today: string,
): Promise<RouteOutput<'base.listBlocks'>> {
  const state = await loadBase(db);
  const sessions = await listUpcoming(db, today, days);
  const blocks = Map.groupBy(allBlocks(state, sessions), (block) => block.sessionId);
  const known = {
    items: new Map(state.items.map((item) => [item.id, item])),
    places: new Map((await listWorkshops(db)).map((one) => [foldForSearch(one.name), one.places])),
  };
  const asked = sessions.filter((one) => competencyId === undefined || one.competencyId === competencyId);
  return {
    sessionCount: asked.length,
    sessions: asked
      .map((session) => describeSession(session, blocks.get(session.id) ?? [], known))
      .filter((session) => session.blocks.length > 0 || session.placesOfWorkshop !== null),
  };
}

/** item → day of the first session that it blocks. */
export async function firstBlocks(db: Db, today: string): Promise<Map<string, string>> {
  const state = await loadBase(db);
  const sessions = await listUpcoming(db, today, STOCK_DAYS);
  const dates = new Map(sessions.map((session) => [session.id, session.date]));
  const first = new Map<string, string>();
  for (const { itemId, sessionId } of allBlocks(state, sessions)) {
    const date = dates.get(sessionId) ?? '';
    if (date < (first.get(itemId) ?? '9')) first.set(itemId, date);
  }
  return first;
}

function outlookOf(item: CurrentItem, forecast: StockForecast | undefined): StockItem['outlook'] {
  if (item.inventoryIds.length === 0) return 'not_linked';
  if (!forecast) return 'no_norm';
  if (forecast.plannedHundredths === 0) return 'no_plan';
  return forecast.firstShort === null ? 'lasts' : 'short';
}

/** Consumables of the lists that count, and how long they last. */
export async function describeStock(
  db: Db,
  competencyId: string | undefined,
  today: string,
): Promise<StockItem[]> {
  const state = await loadBase(db);
  const sessions = await listUpcoming(db, today, STOCK_DAYS);
  const forecasts = forecastStock(state.stock.left, state.norms, sessions.map(toUse));
  const byItem = new Map(forecasts.map((forecast) => [forecast.itemId, forecast]));
  const sum = (ids: readonly string[], amounts: ReadonlyMap<string, number>): number =>
    ids.reduce((total, id) => total + (amounts.get(id) ?? 0), 0);
  return state.items
    .filter((item) => item.category === 'consumables')
    .filter((item) => competencyId === undefined || item.competencyId === competencyId)
    .map((item) => {
      const forecast = byItem.get(item.id);
      return {
        itemId: item.id,
        competencyId: item.competencyId,
        name: item.name,
        unit: item.unit,
        normHundredths: item.normHundredths,
        normPer: item.normPer,
        inventoryIds: [...item.inventoryIds],
        leftHundredths: sum(item.inventoryIds, state.stock.left),
        usedByNormHundredths: sum(item.inventoryIds, state.stock.usedByNorm),
        plannedHundredths: forecast?.plannedHundredths ?? 0,
        plannedSessions: sessions.filter((one) => one.competencyId === item.competencyId).length,
        shortFrom: forecast?.firstShort?.date ?? null,
        lackingHundredths: forecast?.lackingHundredths ?? 0,
        outlook: outlookOf(item, forecast),
      };
    });
}
