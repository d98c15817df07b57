import type { Kysely } from 'kysely';
import { reminderKinds, type BaseReminder } from '#shared/contract/baseGap.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { InventoryState } from '#shared/domain/base/inventory.ts';
import { courseOfReadiness, type ThingChange } from '#shared/domain/base/readinessCourse.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { loadBase, toNeed, toThing } from './baseState.service.ts';
import {
  listInventoryChanges,
  listInventoryRows,
  type InventoryChange,
  type StoredInventory,
} from './inventory.repository.ts';
import { countSquads } from './practice.repository.ts';

type Db = Kysely<Schema>;

/** The ends of so many former months, and today. */
function monthEnds(today: string, months: number): string[] {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  const ends = Array.from({ length: months }, (_, index) =>
    new Date(Date.UTC(year, month - 1 - index, 0)).toISOString().slice(0, 10),
  ).reverse();
  return [...ends, today];
}

/** What a row was before a change, of the fields that the readiness rests on. */
function toChange({ id, at, fields }: InventoryChange): ThingChange[] {
  const before: ThingChange['before'] = {};
  if (fields['state']) before.state = fields['state'][0] as InventoryState;
  if (fields['quantity_hundredths']) before.quantityHundredths = Number(fields['quantity_hundredths'][0]);
  if (fields['deleted_at']) before.isDeleted = fields['deleted_at'][0] !== null;
  return Object.keys(before).length === 0 ? [] : [{ id, at, before }];
}

const sinceOf = (row: StoredInventory): string =>
  row.acquiredOn !== null && row.acquiredOn < row.createdOn ? row.acquiredOn : row.createdOn;

/**
 * How ready the base was at the ends of former months, against what is needed now. Consumables are left out: what the
 * shelf held then is not known well enough.
 */
export async function describeCourse(
  db: Db,
  months: number,
  today: string,
): Promise<RouteOutput<'base.course'>> {
  const { items } = await loadBase(db);
  const squads = await countSquads(db);
  const rows = await listInventoryRows(db, { withDeleted: true });
  const changes = (
    await listInventoryChanges(
      db,
      rows.map((row) => row.id),
    )
  ).flatMap(toChange);
  const things = rows.map((row) => ({ ...toThing(row), since: sinceOf(row), isDeleted: row.isDeleted }));
  const lasting = items.filter((item) => item.category !== 'consumables');
  const days = monthEnds(today, months);
  return {
    competencies: [...Map.groupBy(lasting, (item) => item.competencyId)].map(([competencyId, own]) => ({
      competencyId,
      points: courseOfReadiness({
        items: own.map((item) => toNeed(item, { competitors: squads.get(competencyId) ?? 0, experts: 1 })),
        things,
        changes,
        days,
      }),
    })),
  };
}

const dueOf: Record<(typeof reminderKinds)[number], (row: StoredInventory) => string | null> = {
  calibration: (row) => row.calibrationDue,
  service: (row) => row.serviceDue,
  return: (row) => row.lentUntil,
  end_of_life: (row) => row.endOfLife,
};

/** What falls due within so many days, or is overdue. */
export async function describeReminders(db: Db, days: number, today: string): Promise<BaseReminder[]> {
  const last = fromDayNumber(toDayNumber(today) + days);
  const rows = (await listInventoryRows(db)).filter((row) => row.state !== 'written_off');
  return rows
    .flatMap((row) =>
      reminderKinds.flatMap((kind): BaseReminder[] => {
        const due = dueOf[kind](row);
        if (due === null || due > last) return [];
        const { id, name, inventoryNumber, partnerName } = row;
        return [{ inventoryId: id, name, inventoryNumber, partnerName, kind, due, isOverdue: due < today }];
      }),
    )
    .sort((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)));
}
