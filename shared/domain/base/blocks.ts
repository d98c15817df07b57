import { allocate } from './allocate.ts';
import type { InventoryThing, Supply } from './inventory.ts';
import { supplyOn } from './inventory.ts';
import { findModules, isForModules } from './modules.ts';
import { neededHundredths, type ItemCategory, type Requirement } from './quantityRule.ts';

/** An item of the list that is in force for a competency. */
export interface ListedItem extends Requirement {
  id: string;
  competencyId: string;
  category: ItemCategory;
  /** Names of modules; empty: it is for all of them. */
  modules: readonly string[];
  supplyIds: readonly string[];
}

/** A session that is planned. */
export interface UpcomingSession {
  id: string;
  competencyId: string;
  date: string;
  /** `HH:MM`; empty: the time is open. */
  startTime: string;
  durationMinutes: number;
  /** Module or topic in words. */
  focus: string;
  competitors: number;
  experts: number;
}

export const blockReasons = ['missing', 'short', 'broken', 'gone', 'reserved_twice', 'stock'] as const;
export type BlockReason = (typeof blockReasons)[number];

/** Something that a planned session lacks. Amounts in hundredths. */
export interface SessionBlock {
  sessionId: string;
  itemId: string;
  reason: BlockReason;
  needed: number;
  lacking: number;
  /** Another session at the same time that has it; null unless it is reserved twice. */
  otherSessionId: string | null;
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Whether two sessions need the same things at a time. Of one whose time is open nothing can be told. */
function meet(a: UpcomingSession, b: UpcomingSession): boolean {
  if (a.date !== b.date || a.startTime === '' || b.startTime === '') return false;
  const [startA, startB] = [minutesOf(a.startTime), minutesOf(b.startTime)];
  return startA < startB + b.durationMinutes && startB < startA + a.durationMinutes;
}

interface SessionNeed {
  session: UpcomingSession;
  item: ListedItem;
  needed: number;
}

/** What a session needs of things that stay; consumables are a matter of the stock. */
function needsOf(session: UpcomingSession, items: readonly ListedItem[]): SessionNeed[] {
  const trained = findModules(session.focus);
  return items.flatMap((item) => {
    if (item.competencyId !== session.competencyId || item.category === 'consumables') return [];
    if (!isForModules(item.modules, trained)) return [];
    const needed = neededHundredths(item, session) ?? 0;
    return needed > 0 ? [{ session, item, needed }] : [];
  });
}

const idOf = ({ session, item }: SessionNeed): string => `${session.id}/${item.id}`;

function serve(needs: readonly SessionNeed[], supplies: readonly Supply[]): Map<string, number> {
  return allocate(
    needs.map((need) => ({ id: idOf(need), needed: need.needed, sourceIds: need.item.supplyIds })),
    supplies.map(({ id, working }) => ({ id, available: working })),
  );
}

const reasonOf = (supplies: readonly Supply[]): BlockReason => {
  const has = (key: 'working' | 'broken' | 'gone'): boolean => supplies.some((supply) => supply[key] > 0);
  if (has('broken')) return 'broken';
  if (has('gone')) return 'gone';
  return has('working') ? 'short' : 'missing';
};

function blocksOf(
  session: UpcomingSession,
  earlier: readonly UpcomingSession[],
  { items, things }: { items: readonly ListedItem[]; things: readonly InventoryThing[] },
): SessionBlock[] {
  const supplies = things.map((thing) => supplyOn(thing, session.date));
  const own = needsOf(session, items);
  const others = earlier.flatMap((one) => needsOf(one, items));
  const alone = serve(own, supplies);
  const together = serve([...others, ...own], supplies);
  return own.flatMap((need): SessionBlock[] => {
    const got = together.get(idOf(need)) ?? 0;
    if (got === need.needed) return [];
    const isTaken = got < (alone.get(idOf(need)) ?? 0);
    const other = others.find(({ item }) => item.supplyIds.some((id) => need.item.supplyIds.includes(id)));
    const linked = supplies.filter(({ id }) => need.item.supplyIds.includes(id));
    return [
      {
        sessionId: session.id,
        itemId: need.item.id,
        reason: isTaken ? 'reserved_twice' : reasonOf(linked),
        needed: need.needed,
        lacking: need.needed - got,
        otherSessionId: isTaken ? (other?.session.id ?? null) : null,
      },
    ];
  });
}

/**
 * What each planned session lacks. Of sessions at the same time the earlier one of the list has the thing, and the
 * later one is told that it is reserved twice.
 * @param sessions in the order of time
 */
export function findBlocks(
  sessions: readonly UpcomingSession[],
  items: readonly ListedItem[],
  things: readonly InventoryThing[],
): SessionBlock[] {
  return sessions.flatMap((session, index) => {
    const earlier = sessions.slice(0, index).filter((one) => meet(one, session));
    return blocksOf(session, earlier, { items, things });
  });
}
