import type { Kysely, Selectable } from 'kysely';
import type {
  InfrastructureItem,
  InfrastructureItemInput,
  InfrastructureListRow,
} from '#shared/contract/base.ts';
import type { ItemMapping } from '#shared/domain/base/itemMapping.ts';
import { textFields, type TextField } from '#shared/domain/base/itemFields.ts';
import type { InfrastructureItemTable } from '../../database/schema/base.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;
type ItemRow = Selectable<InfrastructureItemTable>;

/** An item as it is stored, with the words of its category in the workbook. */
export interface StoredItem extends InfrastructureItemInput {
  id: string;
  listId: string;
  categoryLabel: string;
}

const NO_TEXTS = Object.fromEntries(textFields.map((field) => [field, ''])) as Record<TextField, string>;

function toItem(row: ItemRow): StoredItem {
  const texts = JSON.parse(row.texts_json) as Partial<Record<TextField, string>>;
  return {
    ...NO_TEXTS,
    ...texts,
    id: row.id,
    listId: row.list_id,
    name: row.name,
    category: row.category as StoredItem['category'],
    categoryLabel: row.category_label,
    quantityHundredths: row.quantity_hundredths,
    rule: row.rule as StoredItem['rule'],
    groupSize: row.group_size,
    priceTiyn: row.price_tiyn,
    modules: row.modules,
    endOfLife: row.end_of_life,
    normHundredths: row.norm_hundredths,
    normPer: row.norm_per as StoredItem['normPer'],
  };
}

/** item → rows of the inventory that serve it, in the order in which they were linked. */
export async function listLinks(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('item_links')
    .innerJoin('inventory_items', 'inventory_items.id', 'item_links.inventory_id')
    .select(['item_links.item_id', 'item_links.inventory_id'])
    .where('item_links.deleted_at', 'is', null)
    .where('inventory_items.deleted_at', 'is', null)
    .orderBy('item_links.id')
    .execute();
  const links = Map.groupBy(rows, (row) => row.item_id);
  // Two devices may have made the same link: it counts once.
  return new Map([...links].map(([id, own]) => [id, [...new Set(own.map((row) => row.inventory_id))]]));
}

/** Links of an item with their ids. */
export async function listLinksOf(db: Db, itemId: string): Promise<{ id: string; inventoryId: string }[]> {
  const rows = await db
    .selectFrom('item_links')
    .select(['id', 'inventory_id'])
    .where('item_id', '=', itemId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.id, inventoryId: row.inventory_id }));
}

/** Ids of the items that a row of the inventory serves. */
export async function listItemsServed(db: Db, inventoryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('item_links')
    .select('item_id')
    .where('inventory_id', '=', inventoryId)
    .where('deleted_at', 'is', null)
    .execute();
  return [...new Set(rows.map((row) => row.item_id))];
}

/** Items of lists that are not deleted, in the order of the list. */
export async function listItems(
  db: Db,
  filter: { listId?: string; onlyCurrent?: boolean } = {},
): Promise<(StoredItem & { competencyId: string })[]> {
  const rows = await db
    .selectFrom('infrastructure_items')
    .innerJoin('infrastructure_lists', 'infrastructure_lists.id', 'infrastructure_items.list_id')
    .selectAll('infrastructure_items')
    .select('infrastructure_lists.competency_id')
    .where('infrastructure_items.deleted_at', 'is', null)
    .where('infrastructure_lists.deleted_at', 'is', null)
    .$if(filter.listId !== undefined, (query) =>
      query.where('infrastructure_items.list_id', '=', filter.listId ?? ''),
    )
    .$if(filter.onlyCurrent === true, (query) => query.where('infrastructure_lists.is_current', '=', 1))
    .orderBy('infrastructure_items.position')
    .orderBy('infrastructure_items.id')
    .execute();
  return rows.map((row) => ({ ...toItem(row), competencyId: row.competency_id }));
}

/** @returns undefined when there is none, or it is deleted */
export async function getItem(db: Db, id: string): Promise<StoredItem | undefined> {
  const row = await db
    .selectFrom('infrastructure_items')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toItem(row);
}

/** Lists, those that count first, then the newest. */
export async function listLists(db: Db, competencyId?: string): Promise<InfrastructureListRow[]> {
  const rows = await db
    .selectFrom('infrastructure_lists')
    .selectAll()
    .where('deleted_at', 'is', null)
    .$if(competencyId !== undefined, (query) => query.where('competency_id', '=', competencyId ?? ''))
    .orderBy('is_current', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const items = Map.groupBy(await listItems(db), (item) => item.listId);
  const links = await listLinks(db);
  return rows.map((row) => {
    const own = items.get(row.id) ?? [];
    return {
      id: row.id,
      competencyId: row.competency_id,
      title: row.title,
      edition: row.edition,
      notes: row.notes,
      isCurrent: row.is_current === 1,
      sourceFileName: row.source_file_name,
      createdAt: row.created_at,
      itemCount: own.length,
      unsetCount: own.filter((item) => item.quantityHundredths === null).length,
      linkedCount: own.filter((item) => links.has(item.id)).length,
    };
  });
}

/** @returns undefined when there is none, or it is deleted */
export async function getList(
  db: Db,
  id: string,
): Promise<(InfrastructureListRow & { items: InfrastructureItem[] }) | undefined> {
  const list = (await listLists(db)).find((one) => one.id === id);
  if (!list) return undefined;
  const links = await listLinks(db);
  const items = (await listItems(db, { listId: id })).map(
    ({ categoryLabel: _label, competencyId: _competency, ...item }) => ({
      ...item,
      inventoryIds: links.get(item.id) ?? [],
    }),
  );
  return { ...list, items };
}

/** Place behind the last item of a list. */
export async function nextPosition(db: Db, listId: string): Promise<number> {
  const row = await db
    .selectFrom('infrastructure_items')
    .select((select) => select.fn.max('position').as('last'))
    .where('list_id', '=', listId)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}

/** Mappings that people gave, the newest first. */
export async function listMappings(
  db: Db,
): Promise<{ id: string; fingerprint: string; columns: ItemMapping['columns'] }[]> {
  const rows = await db
    .selectFrom('item_mappings')
    .select(['id', 'fingerprint', 'columns_json'])
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fingerprint: row.fingerprint,
    columns: JSON.parse(row.columns_json) as ItemMapping['columns'],
  }));
}

/** Whether a row is there and not deleted. */
export async function exists(
  db: Db,
  table:
    | 'competencies'
    | 'infrastructure_lists'
    | 'infrastructure_items'
    | 'inventory_items'
    | 'workshops'
    | 'experts'
    | 'sessions',
  id: string,
): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
