import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import {
  fingerprintOf,
  isStandardHeader,
  placeRemembered,
  suggestMapping,
  type ItemMapping,
} from '#shared/domain/base/itemMapping.ts';
import { itemCategories } from '#shared/domain/base/quantityRule.ts';
import { readItems, type ItemsRead, type ReadItem } from '#shared/domain/base/readItems.ts';
import { cleanText, type WorkbookSheet } from '#shared/domain/schemes/cellValue.ts';
import type { Work } from '../../database/changes/work.ts';
import type { CommandContext } from '../../router/context.ts';
import { Refusal, found } from '../../router/refusal.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';
import { addLinks, createList, insertItems } from './lists.service.ts';
import { exists, listItems, listLinks, listLists, listMappings } from './lists.repository.ts';

type Input = ParsedInput<'base.importItems'>;
type Output = RouteOutput<'base.importItems'>;

const PREVIEW_ROWS = 8;
const EXAMPLE_CHARACTERS = 60;
const MOST_ITEMS = 5000;

interface PlacedMapping {
  mapping: ItemMapping;
  source: Output['source'];
}

function cleanMapping(input: NonNullable<Input['mapping']>): ItemMapping {
  const named = Object.entries(input.columns).filter(([, column]) => typeof column === 'number');
  return { ...input, columns: Object.fromEntries(named) };
}

async function placeMapping(
  sheets: readonly WorkbookSheet[],
  input: Input,
  db: CommandContext['db'],
): Promise<PlacedMapping> {
  if (input.mapping) return { mapping: cleanMapping(input.mapping), source: 'given' };
  const suggested = suggestMapping(sheets);
  if (!suggested) throw new Refusal('workbook_empty', 'no sheet holds anything');
  const sheet = sheets.find((one) => one.name === suggested.sheetName);
  if (isStandardHeader(sheet?.rows[suggested.headerRow] ?? [])) {
    return { mapping: suggested, source: 'standard' };
  }
  const remembered = placeRemembered(sheets, await listMappings(db));
  return remembered
    ? { mapping: remembered, source: 'remembered' }
    : { mapping: suggested, source: 'suggested' };
}

/** Columns of the mapped sheet, each with the first text below its label. */
function describeColumns(sheet: WorkbookSheet | undefined, headerRow: number): Output['columns'] {
  const width = Math.max(0, ...(sheet?.rows ?? []).slice(0, 200).map((row) => row.length));
  return Array.from({ length: width }, (_, index) => {
    const below = (sheet?.rows ?? []).slice(headerRow + 1, headerRow + 200);
    const example = below.map((row) => cleanText(row[index] ?? null)).find((text) => text !== '') ?? '';
    return {
      index,
      label: cleanText(sheet?.rows[headerRow]?.[index] ?? null).slice(0, EXAMPLE_CHARACTERS),
      example: example.slice(0, EXAMPLE_CHARACTERS),
    };
  }).filter(({ label, example }) => label !== '' || example !== '');
}

function describe(
  sheets: readonly WorkbookSheet[],
  { mapping, source }: PlacedMapping,
  read: ItemsRead,
): Output {
  const { items } = read;
  return {
    source,
    mapping,
    sheetNames: sheets.map((sheet) => sheet.name),
    columns: describeColumns(
      sheets.find((sheet) => sheet.name === mapping.sheetName),
      mapping.headerRow,
    ),
    rows: read.rows,
    itemCount: items.length,
    categories: itemCategories.flatMap((category) => {
      const count = items.filter((item) => item.category === category).length;
      return count === 0 ? [] : [{ category, count }];
    }),
    withoutPrice: items.filter((item) => item.priceTiyn === null).length,
    preview: items
      .slice(0, PREVIEW_ROWS)
      .map(({ name, category, priceTiyn }) => ({ name, category, priceTiyn })),
    problems: read.problems.slice(0, MOST_ITEMS * 10),
  };
}

async function rememberMapping(work: Work, fingerprint: string, mapping: ItemMapping): Promise<void> {
  if (fingerprint === '') return;
  const columns_json = JSON.stringify(mapping.columns);
  const known = (await listMappings(work.db)).find((one) => one.fingerprint === fingerprint);
  if (known) await work.update('item_mappings', known.id, { columns_json });
  else work.insert('item_mappings', { id: work.newId(), fingerprint, columns_json });
}

const keyOf = (item: { name: string; model: string }): string => `${item.name}/${item.model}`.toLowerCase();

/** A new edition of a list keeps what was said about the same items: what serves them. */
async function carryLinks(
  work: Work,
  formerListId: string,
  items: readonly ReadItem[],
  ids: readonly string[],
) {
  const links = await listLinks(work.db);
  const former = new Map(
    (await listItems(work.db, { listId: formerListId })).map((item) => [
      keyOf(item),
      links.get(item.id) ?? [],
    ]),
  );
  const carried = items.flatMap((item, index) =>
    (former.get(keyOf(item)) ?? []).map((inventoryId) => ({ itemId: ids[index] ?? '', inventoryId })),
  );
  if (carried.length > 0) await addLinks(work, carried);
}

async function store(work: Work, input: Input, items: readonly ReadItem[]): Promise<string> {
  const stored = items.map((item) => ({ ...item, normPer: 'session' as const }));
  if (input.listId !== undefined) {
    found((await exists(work.db, 'infrastructure_lists', input.listId)) ? true : null, 'list');
    await insertItems(work, input.listId, stored);
    return input.listId;
  }
  const competencyId = found(input.competencyId, 'competency');
  const former = (await listLists(work.db, competencyId)).find((list) => list.isCurrent);
  const title = input.title === undefined || input.title === '' ? input.fileName : input.title;
  const list = { competencyId, title, edition: input.edition ?? '', notes: '' };
  const listId = await createList(work, list, input.fileName);
  const ids = await insertItems(work, listId, stored);
  if (former) await carryLinks(work, former.id, items, ids);
  return listId;
}

/**
 * Reads a workbook of items, shows what it would become, and stores it when that is wanted: all in one action.
 * @throws Refusal with a code of the workbook; then nothing is stored
 */
export async function importItems(
  workbooks: WorkbookReader,
  input: Input,
  { db, write }: CommandContext,
): Promise<Output> {
  const reading = await workbooks.read(Buffer.from(input.content, 'base64'));
  if (!reading.ok) throw new Refusal(reading.code, 'the file could not be read as a workbook');
  const placed = await placeMapping(reading.sheets, input, db);
  const read = readItems(reading.sheets, placed.mapping, input.defaults);
  if (read.items.length > MOST_ITEMS) throw new Refusal('workbook_too_large', `${read.items.length} items`);
  const answer = describe(reading.sheets, placed, read);
  if (input.dryRun) return answer;
  if (read.items.length === 0) throw new Refusal('workbook_no_items', 'no row with a name');
  const sheet = reading.sheets.find((one) => one.name === placed.mapping.sheetName);
  const listId = await write(async (work) => {
    if (placed.source === 'given') {
      await rememberMapping(work, fingerprintOf(sheet?.rows[placed.mapping.headerRow] ?? []), placed.mapping);
    }
    const id = await store(work, input, read.items);
    work.describe({ total: read.items.length });
    return id;
  });
  return { ...answer, listId };
}
