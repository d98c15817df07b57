import type { Kysely } from 'kysely';
import type { InfrastructureItemInput } from '#shared/contract/base.ts';
import type { RouteInput, RouteOutput } from '#shared/contract/registry.ts';
import { textFields } from '#shared/domain/base/itemFields.ts';
import { suggestLinks } from '#shared/domain/base/suggestLinks.ts';
import { writeItems } from '#shared/domain/base/writeItems.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { writeWorkbook } from '../../workers/writeWorkbook.ts';
import { toFileName } from './fileName.ts';
import { listInventoryRows } from './inventory.repository.ts';
import {
  exists,
  getItem,
  getList,
  listItems,
  listLinks,
  listLinksOf,
  listLists,
  nextPosition,
} from './lists.repository.ts';

type Db = Kysely<Schema>;

/** Columns of an item, but for its place in a list. */
const itemColumns = (item: InfrastructureItemInput) => {
  const isGroup = item.rule === 'per_n_competitors' || item.rule === 'per_n_experts';
  const texts = textFields.flatMap((field) => (item[field] === '' ? [] : [[field, item[field]]]));
  return {
    name: item.name,
    category: item.category,
    quantity_hundredths: item.quantityHundredths,
    rule: item.rule,
    group_size: isGroup ? (item.groupSize ?? 2) : null,
    texts_json: JSON.stringify(Object.fromEntries(texts)),
    price_tiyn: item.priceTiyn,
    modules: item.modules,
    end_of_life: item.endOfLife,
    norm_hundredths: item.normHundredths,
    norm_per: item.normPer,
    search_text: foldForSearch(item.name, item.model, item.manufacturer, item.partNumber),
  };
};

/** Adds items behind the last one of a list. @returns their ids */
export async function insertItems(
  work: Work,
  listId: string,
  items: readonly (InfrastructureItemInput & { categoryLabel: string })[],
): Promise<string[]> {
  const first = await nextPosition(work.db, listId);
  const rows = items.map((item, index) => ({
    id: work.newId(),
    list_id: listId,
    position: first + index,
    category_label: item.categoryLabel,
    ...itemColumns(item),
  }));
  work.insertMany('infrastructure_items', rows);
  return rows.map((row) => row.id);
}

async function makeOthersOld(work: Work, competencyId: string, exceptId: string): Promise<void> {
  for (const list of await listLists(work.db, competencyId)) {
    if (list.isCurrent && list.id !== exceptId) {
      await work.update('infrastructure_lists', list.id, { is_current: 0 });
    }
  }
}

/** Makes a list, which becomes the one that counts for its competency. @throws Refusal `not_found` (competency) */
export async function createList(
  work: Work,
  list: RouteInput<'base.createList'>,
  sourceFileName = '',
): Promise<string> {
  assertFound(await exists(work.db, 'competencies', list.competencyId), 'competency');
  const id = work.newId();
  work.insert('infrastructure_lists', {
    id,
    competency_id: list.competencyId,
    title: list.title,
    edition: list.edition,
    notes: list.notes,
    is_current: 1,
    source_file_name: sourceFileName,
  });
  await makeOthersOld(work, list.competencyId, id);
  work.describe({ name: list.title });
  return id;
}

/** @throws Refusal `not_found` */
export async function updateList(work: Work, input: RouteInput<'base.updateList'>): Promise<void> {
  const list = found(await getList(work.db, input.id), 'list');
  await work.update('infrastructure_lists', input.id, {
    title: input.title,
    edition: input.edition,
    notes: input.notes,
    is_current: input.isCurrent ? 1 : 0,
  });
  if (input.isCurrent) await makeOthersOld(work, list.competencyId, list.id);
  work.describe({ name: input.title });
}

/** Removes a list; the newest other one of its competency takes its place. @throws Refusal `not_found` */
export async function removeList(work: Work, id: string): Promise<void> {
  const list = found(await getList(work.db, id), 'list');
  await work.remove('infrastructure_lists', id);
  work.describe({ name: list.title });
  const next = (await listLists(work.db, list.competencyId)).find((one) => one.id !== id);
  if (list.isCurrent && next) await work.update('infrastructure_lists', next.id, { is_current: 1 });
}

/** @throws Refusal `not_found` */
export async function updateItem(work: Work, id: string, item: InfrastructureItemInput): Promise<void> {
  const before = found(await getItem(work.db, id), 'item');
  const label = before.category === item.category ? {} : { category_label: '' };
  await work.update('infrastructure_items', id, { ...itemColumns(item), ...label });
  work.describe({ name: item.name });
}

/** Says what serves an item; links that stay are left alone. @throws Refusal `not_found` */
export async function setLinks(work: Work, itemId: string, inventoryIds: readonly string[]): Promise<void> {
  const item = found(await getItem(work.db, itemId), 'item');
  const links = await listLinksOf(work.db, itemId);
  for (const link of links) {
    if (!inventoryIds.includes(link.inventoryId)) await work.remove('item_links', link.id);
  }
  for (const inventoryId of new Set(inventoryIds)) {
    if (links.some((link) => link.inventoryId === inventoryId)) continue;
    assertFound(await exists(work.db, 'inventory_items', inventoryId), 'inventory');
    work.insert('item_links', { id: work.newId(), item_id: itemId, inventory_id: inventoryId });
  }
  work.describe({ name: item.name });
}

/** Adds links to those that are there. @throws Refusal `not_found` */
export async function addLinks(
  work: Work,
  links: readonly { itemId: string; inventoryId: string }[],
): Promise<void> {
  for (const { itemId, inventoryId } of links) {
    const known = await listLinksOf(work.db, itemId);
    const ids = known.map((link) => link.inventoryId);
    if (!ids.includes(inventoryId)) await setLinks(work, itemId, [...ids, inventoryId]);
  }
  work.describe({ total: links.length });
}

/** Likely things for items of a list that nothing serves yet. @throws Refusal `not_found` */
export async function describeSuggestions(
  db: Db,
  listId: string,
): Promise<RouteOutput<'base.suggestLinks'>['suggestions']> {
  assertFound(await exists(db, 'infrastructure_lists', listId), 'list');
  const links = await listLinks(db);
  const items = (await listItems(db, { listId })).filter((item) => !links.has(item.id));
  const inventory = (await listInventoryRows(db)).filter((row) => row.state !== 'written_off');
  const nameOf = new Map([...items, ...inventory].map((one) => [one.id, one.name]));
  return suggestLinks(items, inventory).map((suggestion) => ({
    ...suggestion,
    itemName: nameOf.get(suggestion.itemId) ?? '',
    inventoryName: nameOf.get(suggestion.inventoryId) ?? '',
  }));
}

/** The workbook of a list. @throws Refusal `not_found` */
export async function exportList(
  db: Db,
  { id, columns }: RouteInput<'base.exportList'>,
): Promise<RouteOutput<'base.exportList'>> {
  const list = found(
    (await listLists(db)).find((one) => one.id === id),
    'list',
  );
  const items = await listItems(db, { listId: id });
  const bytes = await writeWorkbook(writeItems(items, columns === 'full'));
  return { fileName: toFileName(list.title), content: Buffer.from(bytes).toString('base64') };
}
