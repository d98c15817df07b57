import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { foldForSearch, matchesSearch, searchTerms } from '#shared/lib/searchText.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listItems } from './lists.repository.ts';
import { searchConditions } from './inventory.repository.ts';

type Db = Kysely<Schema>;
type Found = RouteOutput<'base.search'>['found'];

const DETAILS = { workshops: 'room', inventory_items: 'inventory_number', purchases: 'supplier' } as const;

async function searchTable(
  db: Db,
  table: keyof typeof DETAILS,
  { text, limit }: { text: string; limit: number },
): Promise<{ id: string; placeId: string; name: string; detail: string }[]> {
  let query = db
    .selectFrom(table)
    .select(['id', 'name', (select) => select.ref(DETAILS[table] as 'name').as('detail')])
    .where('deleted_at', 'is', null);
  for (const condition of searchConditions(text)) query = query.where(condition);
  const rows = await query.orderBy('search_text').limit(limit).execute();
  return rows.map((row) => ({ id: row.id, placeId: row.id, name: row.name, detail: row.detail }));
}

async function searchItems(db: Db, { text, limit }: { text: string; limit: number }): Promise<Found> {
  let query = db.selectFrom('infrastructure_items').select(['id']).where('deleted_at', 'is', null);
  for (const condition of searchConditions(text)) query = query.where(condition);
  const ids = new Set((await query.limit(limit).execute()).map((row) => row.id));
  if (ids.size === 0) return [];
  const items = (await listItems(db)).filter((item) => ids.has(item.id));
  return items.map((item) => ({
    kind: 'item',
    id: item.id,
    placeId: item.listId,
    name: item.name,
    detail: item.model,
  }));
}

/** Lists by title or edition; there are few of them, and they have no search text of their own. */
async function searchLists(db: Db, { text, limit }: { text: string; limit: number }): Promise<Found> {
  const rows = await db
    .selectFrom('infrastructure_lists')
    .select(['id', 'title', 'edition'])
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows
    .filter((row) => matchesSearch(foldForSearch(row.title, row.edition), text))
    .slice(0, limit)
    .map((row) => ({ kind: 'list', id: row.id, placeId: row.id, name: row.title, detail: row.edition }));
}

/** Things, workshops, lists, purchases and items of lists whose names or numbers hold every word, at most `limit`. */
export async function searchBase(db: Db, text: string, limit: number): Promise<Found> {
  if (searchTerms(text).length === 0) return [];
  const wanted = { text, limit };
  const of = async (table: keyof typeof DETAILS, kind: Found[number]['kind']): Promise<Found> =>
    (await searchTable(db, table, wanted)).map((row) => ({ kind, ...row }));
  return [
    ...(await of('inventory_items', 'inventory')),
    ...(await of('workshops', 'workshop')),
    ...(await searchLists(db, wanted)),
    ...(await searchItems(db, wanted)),
    ...(await of('purchases', 'purchase')),
  ].slice(0, limit);
}
