import type { Kysely } from 'kysely';
import type { InventoryInput, InventoryRow, WorkshopInput } from '#shared/contract/baseInventory.ts';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import { searchTerms, foldForSearch } from '#shared/lib/searchText.ts';
import type { RowPatch, Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import { loadBase } from './baseState.service.ts';
import { getInventoryRow, listInventoryRows, listMovements, listWorkshops } from './inventory.repository.ts';
import { exists, listItemsServed } from './lists.repository.ts';

type Db = Kysely<Schema>;

async function assertNamed(
  work: Work,
  named: { expertId: string | null; workshopId?: string | null; competencyIds?: readonly string[] },
): Promise<void> {
  if (named.expertId !== null) assertFound(await exists(work.db, 'experts', named.expertId), 'expert');
  const { workshopId = null } = named;
  if (workshopId !== null) assertFound(await exists(work.db, 'workshops', workshopId), 'workshop');
  for (const id of named.competencyIds ?? []) {
    assertFound(await exists(work.db, 'competencies', id), 'competency');
  }
}

const workshopFields = (workshop: WorkshopInput) => ({
  name: workshop.name,
  room: workshop.room,
  places: workshop.places,
  competency_ids_json: JSON.stringify([...new Set(workshop.competencyIds)]),
  expert_id: workshop.expertId,
  notes: workshop.notes,
  search_text: foldForSearch(workshop.name, workshop.room),
});

/** @throws Refusal `not_found` when somebody or something it names is not there */
export async function addWorkshop(work: Work, workshop: WorkshopInput): Promise<string> {
  await assertNamed(work, workshop);
  const id = work.newId();
  work.insert('workshops', { id, ...workshopFields(workshop) });
  work.describe({ name: workshop.name });
  return id;
}

/** @throws Refusal `not_found` */
export async function updateWorkshop(work: Work, id: string, workshop: WorkshopInput): Promise<void> {
  await assertNamed(work, workshop);
  assertFound(await work.update('workshops', id, workshopFields(workshop)), 'workshop');
  work.describe({ name: workshop.name });
}

/** @throws Refusal `not_found`, `in_use` while something stands in it */
export async function removeWorkshop(work: Work, id: string): Promise<void> {
  const workshop = found(
    (await listWorkshops(work.db)).find((one) => one.id === id),
    'workshop',
  );
  if (workshop.inventoryCount > 0) throw new Refusal('in_use', 'things stand in the workshop');
  await work.remove('workshops', id);
  work.describe({ name: workshop.name });
}

type InventoryColumns = Omit<
  RowPatch<'inventory_items'>,
  'deleted_at' | 'quantity_hundredths' | 'counted_on'
>;

const inventoryFields = (input: InventoryInput) =>
  ({
    name: input.name,
    model: input.model,
    inventory_number: input.inventoryNumber,
    category: input.category,
    workshop_id: input.workshopId,
    state: input.state,
    unit: input.unit,
    acquired_on: input.acquiredOn,
    calibrated_on: input.calibratedOn,
    calibration_due: input.calibrationDue,
    serviced_on: input.servicedOn,
    service_due: input.serviceDue,
    end_of_life: input.endOfLife,
    expert_id: input.expertId,
    partner_name: input.partnerName,
    partner_id: input.partnerId,
    lent_until: input.lentUntil,
    notes: input.notes,
    search_text: foldForSearch(input.name, input.model, input.inventoryNumber, input.partnerName),
  }) satisfies InventoryColumns;

/** Writes down something the college has, as it is counted today. @throws Refusal `not_found` */
export async function addInventory(work: Work, input: InventoryInput, today: string): Promise<string> {
  await assertNamed(work, input);
  const id = work.newId();
  work.insert('inventory_items', {
    id,
    ...inventoryFields(input),
    quantity_hundredths: input.quantityHundredths,
    counted_on: today,
  });
  work.describe({ name: input.name });
  return id;
}

/** What is there now of a row: the stock of consumables falls with practice. */
async function currentQuantity(db: Db, id: string): Promise<number> {
  return (await loadBase(db)).stock.left.get(id) ?? 0;
}

function move(
  work: Work,
  movement: {
    inventoryId: string;
    kind: string;
    date: string;
    change: number;
    note?: string;
    sessionId?: string | null;
  },
): string {
  const id = work.newId();
  work.insert('stock_movements', {
    id,
    inventory_id: movement.inventoryId,
    kind: movement.kind,
    date: movement.date,
    change_hundredths: movement.change,
    session_id: movement.sessionId ?? null,
    note: movement.note ?? '',
  });
  return id;
}

/** Changes a row; another quantity of a consumable becomes a correction. @throws Refusal `not_found` */
export async function updateInventory(
  work: Work,
  { id, ...input }: InventoryInput & { id: string },
  today: string,
): Promise<void> {
  const before = found(await getInventoryRow(work.db, id), 'inventory');
  await assertNamed(work, input);
  const change = input.quantityHundredths - (await currentQuantity(work.db, id));
  await work.update('inventory_items', id, {
    ...inventoryFields(input),
    ...(input.category === 'consumables' ? {} : { quantity_hundredths: before.quantityHundredths + change }),
  });
  if (input.category === 'consumables' && change !== 0) {
    move(work, { inventoryId: id, kind: 'corrected', date: today, change });
  }
  work.describe({ name: input.name });
}

/**
 * Puts a part of a row into another state; the part becomes a row of its own that serves the same items.
 * @throws Refusal `not_found`, `conflict` when the part is more than there is
 */
export async function splitInventory(
  work: Work,
  part: ParsedInput<'base.splitInventory'>,
  today: string,
): Promise<string> {
  const row = found(await getInventoryRow(work.db, part.id), 'inventory');
  const current = await currentQuantity(work.db, part.id);
  work.describe({ name: row.name });
  if (part.quantityHundredths > current) throw new Refusal('conflict', 'the part is more than there is');
  if (part.quantityHundredths === current) {
    await work.update('inventory_items', part.id, { state: part.state });
    return part.id;
  }
  await updateInventory(
    work,
    { ...toInput(row), id: row.id, quantityHundredths: current - part.quantityHundredths },
    today,
  );
  const copy = { ...toInput(row), state: part.state, quantityHundredths: part.quantityHundredths };
  const id = await addInventory(work, { ...copy, acquiredOn: row.acquiredOn ?? row.createdOn }, today);
  const served = await listItemsServed(work.db, part.id);
  work.insertMany(
    'item_links',
    served.map((itemId) => ({ id: work.newId(), item_id: itemId, inventory_id: id })),
  );
  return id;
}

function toInput(row: InventoryInput): InventoryInput {
  return {
    name: row.name,
    model: row.model,
    inventoryNumber: row.inventoryNumber,
    category: row.category,
    workshopId: row.workshopId,
    state: row.state,
    quantityHundredths: row.quantityHundredths,
    unit: row.unit,
    acquiredOn: row.acquiredOn,
    calibratedOn: row.calibratedOn,
    calibrationDue: row.calibrationDue,
    servicedOn: row.servicedOn,
    serviceDue: row.serviceDue,
    endOfLife: row.endOfLife,
    expertId: row.expertId,
    partnerName: row.partnerName,
    partnerId: row.partnerId,
    lentUntil: row.lentUntil,
    notes: row.notes,
  };
}

/** The inventory with what is there now, and what it serves. */
export async function describeInventory(db: Db, search: string): Promise<InventoryRow[]> {
  const { inventory, items } = await loadBase(db);
  const workshops = new Map((await listWorkshops(db)).map((workshop) => [workshop.id, workshop.name]));
  const served = new Map<string, { id: string; competencyId: string }[]>();
  for (const item of items) {
    for (const id of item.inventoryIds) served.set(id, [...(served.get(id) ?? []), item]);
  }
  const wanted =
    searchTerms(search).length === 0
      ? null
      : new Set((await listInventoryRows(db, { search })).map((row) => row.id));
  return inventory
    .filter((row) => wanted === null || wanted.has(row.id))
    .map((row) => {
      const own = served.get(row.id) ?? [];
      return {
        ...toInput(row),
        id: row.id,
        workshopName: row.workshopId === null ? '' : (workshops.get(row.workshopId) ?? ''),
        itemIds: own.map((item) => item.id),
        competencyIds: [...new Set(own.map((item) => item.competencyId))],
      };
    });
}

/** Writes down what was bought or used, or what there really is. @throws Refusal `not_found` */
export async function addMovement(work: Work, input: ParsedInput<'base.addMovement'>): Promise<string> {
  const row = found(await getInventoryRow(work.db, input.inventoryId), 'inventory');
  if (input.sessionId !== null) assertFound(await exists(work.db, 'sessions', input.sessionId), 'session');
  const change = {
    bought: () => Promise.resolve(input.quantityHundredths),
    used: () => Promise.resolve(-input.quantityHundredths),
    corrected: async () => input.quantityHundredths - (await currentQuantity(work.db, row.id)),
  }[input.kind];
  work.describe({ name: row.name });
  const sessionId = input.kind === 'used' ? input.sessionId : null;
  return move(work, { ...input, sessionId, change: await change() });
}

/** @throws Refusal `not_found` */
export async function describeMovements(
  db: Db,
  inventoryId: string,
): Promise<RouteOutput<'base.listMovements'>['movements']> {
  found(await getInventoryRow(db, inventoryId), 'inventory');
  return listMovements(db, inventoryId);
}

/** Takes back a movement. @throws Refusal `not_found` */
export async function removeMovement(work: Work, id: string): Promise<void> {
  const movement = found(
    (await listMovements(work.db)).find((one) => one.id === id),
    'movement',
  );
  await work.remove('stock_movements', id);
  work.describe({ name: (await getInventoryRow(work.db, movement.inventoryId))?.name ?? '' });
}

/** Takes something out of the inventory. @throws Refusal `not_found` */
export async function removeInventory(work: Work, id: string): Promise<void> {
  const row = found(await getInventoryRow(work.db, id), 'inventory');
  await work.remove('inventory_items', id);
  work.describe({ name: row.name });
}
