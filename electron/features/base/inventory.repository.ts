import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { InventoryInput, StockMovement, Workshop } from '#shared/contract/baseInventory.ts';
import { searchTerms } from '#shared/lib/searchText.ts';
import type { InventoryItemTable } from '../../database/schema/base.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** A row of the inventory as it is stored: of consumables the quantity is that of the day it was counted. */
export interface StoredInventory extends InventoryInput {
  id: string;
  countedOn: string;
  createdOn: string;
  isDeleted: boolean;
}

function toInventory(row: Selectable<InventoryItemTable>): StoredInventory {
  return {
    id: row.id,
    name: row.name,
    model: row.model,
    inventoryNumber: row.inventory_number,
    category: row.category as StoredInventory['category'],
    workshopId: row.workshop_id,
    state: row.state as StoredInventory['state'],
    quantityHundredths: row.quantity_hundredths,
    countedOn: row.counted_on,
    unit: row.unit,
    acquiredOn: row.acquired_on,
    calibratedOn: row.calibrated_on,
    calibrationDue: row.calibration_due,
    servicedOn: row.serviced_on,
    serviceDue: row.service_due,
    endOfLife: row.end_of_life,
    expertId: row.expert_id,
    partnerName: row.partner_name,
    partnerId: row.partner_id,
    lentUntil: row.lent_until,
    notes: row.notes,
    createdOn: row.created_at.slice(0, 10),
    isDeleted: row.deleted_at !== null,
  };
}

/** A condition for each word of a search: all of them must occur. */
export const searchConditions = (search: string): RawBuilder<boolean>[] =>
  searchTerms(search).map((term) => sql<boolean>`search_text like ${`%${term}%`}`);

/** Rows of the inventory in the order in which they were written down; `withDeleted` for the past. */
export async function listInventoryRows(
  db: Db,
  options: { search?: string | undefined; withDeleted?: boolean } = {},
): Promise<StoredInventory[]> {
  let query = db.selectFrom('inventory_items').selectAll();
  if (options.withDeleted !== true) query = query.where('deleted_at', 'is', null);
  for (const condition of searchConditions(options.search ?? '')) query = query.where(condition);
  return (await query.orderBy('id').execute()).map(toInventory);
}

/** @returns undefined when there is none, or it is deleted */
export async function getInventoryRow(db: Db, id: string): Promise<StoredInventory | undefined> {
  const row = await db
    .selectFrom('inventory_items')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toInventory(row);
}

/** Movements of the stock in the order of time. */
export async function listMovements(db: Db, inventoryId?: string): Promise<StockMovement[]> {
  const rows = await db
    .selectFrom('stock_movements')
    .selectAll()
    .where('deleted_at', 'is', null)
    .$if(inventoryId !== undefined, (query) => query.where('inventory_id', '=', inventoryId ?? ''))
    .orderBy('date')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    inventoryId: row.inventory_id,
    kind: row.kind as StockMovement['kind'],
    date: row.date,
    changeHundredths: row.change_hundredths,
    sessionId: row.session_id,
    note: row.note,
  }));
}

/** Workshops by id. */
export async function listWorkshops(db: Db): Promise<Workshop[]> {
  const rows = await db
    .selectFrom('workshops')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const counts = await db
    .selectFrom('inventory_items')
    .select(['workshop_id', (select) => select.fn.countAll<number | string>().as('count')])
    .where('deleted_at', 'is', null)
    .groupBy('workshop_id')
    .execute();
  const countOf = new Map(counts.map((row) => [row.workshop_id, Number(row.count)]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    room: row.room,
    places: row.places,
    competencyIds: JSON.parse(row.competency_ids_json) as string[],
    expertId: row.expert_id,
    notes: row.notes,
    inventoryCount: countOf.get(row.id) ?? 0,
  }));
}

/** A change of a row of the inventory, as the log holds it. */
export interface InventoryChange {
  id: string;
  at: string;
  operation: string;
  fields: Record<string, [unknown, unknown]>;
}

/** All changes of some rows of the inventory, in the order of the log; found by row, for the log may be long. */
export async function listInventoryChanges(db: Db, ids: readonly string[]): Promise<InventoryChange[]> {
  const rows = await db
    .selectFrom('changes')
    .innerJoin('actions', 'actions.id', 'changes.action_id')
    .select(['changes.row_id', 'changes.operation', 'changes.fields_json', 'actions.at'])
    .where('changes.row_id', 'in', [...ids])
    .where('changes.entity', '=', 'inventory_items')
    .where('changes.operation', '=', 'update')
    .orderBy('changes.hlc')
    .execute();
  return rows.map((row) => ({
    id: row.row_id,
    at: row.at,
    operation: row.operation,
    fields: JSON.parse(row.fields_json) as InventoryChange['fields'],
  }));
}

/** Names of those who answer for things, by id. */
export async function listExpertNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('experts').select(['id', 'surname', 'given_name']).execute();
  return new Map(rows.map((row) => [row.id, `${row.surname} ${row.given_name}`.trim()]));
}
