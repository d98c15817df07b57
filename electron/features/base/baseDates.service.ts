import type { Kysely } from 'kysely';
import type { StockItem } from '#shared/contract/baseInventory.ts';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { loadBase } from './baseState.service.ts';
import { describeStock } from './blocks.service.ts';
import { listExpertNames, type StoredInventory } from './inventory.repository.ts';
import { listPurchases, type StoredPurchase } from './purchases.repository.ts';

type Db = Kysely<Schema>;
/** What depends on the kind of a date. */
type Own = Pick<
  AgendaEntry,
  'kind' | 'rowId' | 'title' | 'personId' | 'personName' | 'competencyIds' | 'isDone'
>;

const thingDates = {
  calibration: (row: StoredInventory) => row.calibrationDue,
  service: (row: StoredInventory) => row.serviceDue,
  lent_return: (row: StoredInventory) => row.lentUntil,
  end_of_life: (row: StoredInventory) => row.endOfLife,
} as const;
const thingKinds = ['calibration', 'service', 'lent_return', 'end_of_life'] as const;

/** A duty of the base on one day: somebody has to calibrate, give back, buy. */
const toDuty = (date: string, own: Own): AgendaEntry => ({
  ...own,
  key: `${own.kind}/${own.rowId}`,
  date,
  endDate: date,
  startTime: '',
  durationMinutes: 0,
  place: '',
  partnerId: null,
  partnerName: '',
  isDuty: true,
});

interface Known {
  experts: ReadonlyMap<string, string>;
  /** Row of the inventory → competencies whose lists it serves. */
  served: ReadonlyMap<string, readonly string[]>;
}

function thingEntries(row: StoredInventory, { experts, served }: Known): AgendaEntry[] {
  if (row.state === 'written_off') return [];
  return thingKinds.flatMap((kind) => {
    const date = thingDates[kind](row);
    if (date === null) return [];
    const entry = toDuty(date, {
      kind,
      rowId: row.id,
      title: row.inventoryNumber === '' ? row.name : `${row.name} (${row.inventoryNumber})`,
      personId: row.expertId,
      personName: experts.get(row.expertId ?? '') ?? '',
      competencyIds: [...(served.get(row.id) ?? [])],
      isDone: false,
    });
    return kind === 'lent_return'
      ? [{ ...entry, partnerId: row.partnerId, partnerName: row.partnerName }]
      : [entry];
  });
}

function purchaseEntry(purchase: StoredPurchase): AgendaEntry[] {
  const { id, name, dueDate, competencyId, expertId, expertName, state } = purchase;
  if (dueDate === null || state === 'cancelled') return [];
  return [
    toDuty(dueDate, {
      kind: 'purchase',
      rowId: id,
      title: name,
      personId: expertId,
      personName: expertName,
      competencyIds: competencyId === null ? [] : [competencyId],
      isDone: state === 'received',
    }),
  ];
}

function stockEntry(item: StockItem, { experts }: Known, keeperId: string | null): AgendaEntry[] {
  if (item.shortFrom === null) return [];
  return [
    toDuty(item.shortFrom, {
      kind: 'stock',
      rowId: item.itemId,
      title: item.name,
      personId: keeperId,
      personName: experts.get(keeperId ?? '') ?? '',
      competencyIds: [item.competencyId],
      isDone: false,
    }),
  ];
}

/**
 * Everything of the base that has a date: calibrations, services, returns of lent things, ends of life, days by which
 * something has to be bought, and the first planned session for which a consumable will be too little.
 */
export async function listBaseDates(db: Db, today: string): Promise<AgendaEntry[]> {
  const { inventory, items } = await loadBase(db);
  const served = new Map<string, string[]>();
  for (const { competencyId, inventoryIds } of items)
    for (const id of inventoryIds) served.set(id, [...new Set([...(served.get(id) ?? []), competencyId])]);
  const known = { experts: await listExpertNames(db), served };
  const keepers = new Map(inventory.map((row) => [row.id, row.expertId]));
  const keeperOf = (item: StockItem): string | null =>
    item.inventoryIds.map((id) => keepers.get(id) ?? null).find((id) => id !== null) ?? null;
  const stock = await describeStock(db, undefined, today);
  return [
    ...inventory.flatMap((row) => thingEntries(row, known)),
    ...(await listPurchases(db)).flatMap(purchaseEntry),
    ...stock.flatMap((item) => stockEntry(item, known, keeperOf(item))),
  ];
}
