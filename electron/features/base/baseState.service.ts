import type { Kysely } from 'kysely';
import type { NeededItem } from '#shared/domain/base/gap.ts';
import type { InventoryThing } from '#shared/domain/base/inventory.ts';
import { neededHundredths, type Headcount } from '#shared/domain/base/quantityRule.ts';
import { runStock, type Norm, type StockRow, type StockState } from '#shared/domain/base/stock.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listInventoryRows, listMovements, type StoredInventory } from './inventory.repository.ts';
import { listItems, listLinks, type StoredItem } from './lists.repository.ts';
import { listHeldAfter } from './practice.repository.ts';

type Db = Kysely<Schema>;

/** An item of a list that counts. */
export type CurrentItem = StoredItem & { competencyId: string; inventoryIds: readonly string[] };

/** The base as it is now: what is needed, what there is, and what practice left of it. */
export interface BaseState {
  items: CurrentItem[];
  /** With the quantity that is there now. */
  inventory: StoredInventory[];
  norms: Norm[];
  stock: StockState;
}

function normsOf(items: readonly CurrentItem[]): Norm[] {
  return items.flatMap((item) =>
    item.category === 'consumables' && item.normHundredths !== null
      ? [
          {
            itemId: item.id,
            competencyId: item.competencyId,
            normHundredths: item.normHundredths,
            per: item.normPer,
            rowIds: item.inventoryIds,
          },
        ]
      : [],
  );
}

/** Reads the base and lets practice use up the consumables. */
export async function loadBase(db: Db): Promise<BaseState> {
  const links = await listLinks(db);
  const items = (await listItems(db, { onlyCurrent: true })).map((item) => ({
    ...item,
    inventoryIds: links.get(item.id) ?? [],
  }));
  const stored = await listInventoryRows(db);
  const movements = Map.groupBy(await listMovements(db), (movement) => movement.inventoryId);
  const rows = stored.map((row): StockRow => ({
    id: row.id,
    openingHundredths: row.quantityHundredths,
    openingDate: row.countedOn,
    movements: movements.get(row.id) ?? [],
  }));
  const norms = normsOf(items);
  const used = new Set(norms.flatMap((norm) => norm.rowIds));
  const countedOn = rows.filter((row) => used.has(row.id)).map((row) => row.openingDate);
  const first = countedOn.toSorted()[0];
  const uses = first === undefined ? [] : await listHeldAfter(db, first);
  const stock = runStock(rows, norms, uses);
  const inventory = stored.map((row) => ({ ...row, quantityHundredths: stock.left.get(row.id) ?? 0 }));
  return { items, inventory, norms, stock };
}

/** What the gap needs to know of a row of the inventory. */
export function toThing(row: StoredInventory): InventoryThing {
  const { id, state, quantityHundredths, lentUntil, endOfLife, calibrationDue } = row;
  return { id, state, quantityHundredths, lentUntil, endOfLife, calibrationDue };
}

/** What so many people need of an item. */
export function toNeed(item: CurrentItem, people: Headcount): NeededItem {
  return {
    id: item.id,
    competencyId: item.competencyId,
    category: item.category,
    neededHundredths: neededHundredths(item, people),
    priceTiyn: item.priceTiyn,
    supplyIds: item.inventoryIds,
  };
}
