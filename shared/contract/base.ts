import { z } from 'zod';
import { itemFields, textFields } from '../domain/base/itemFields.ts';
import { itemCategories, quantityRules } from '../domain/base/quantityRule.ts';
import { itemProblems } from '../domain/base/readItems.ts';
import { normPers } from '../domain/base/stock.ts';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, moment, text } from './values.ts';

/** Amounts in hundredths of the unit: 2.5 kg is 250. */
export const amount = z.number().int().min(0).max(100_000_000);
/** Prices in tiyn, hundredths of a tenge. */
export const tiyn = z.number().int().min(0).max(9_999_999_999_999);

/** 15 MB of base64: a workbook of ten megabytes and a little more. */
const MAX_BASE64_CHARACTERS = 15_000_000;
const MAX_ITEMS = 5000;

const listFields = { title: filledLine, edition: line, notes: text };

const listRow = z.object({
  id,
  competencyId: id,
  title: z.string(),
  edition: z.string(),
  notes: z.string(),
  /** The list that the gap of its competency is measured by. */
  isCurrent: z.boolean(),
  sourceFileName: z.string(),
  createdAt: moment,
  itemCount: z.number().int(),
  /** Items that say no quantity yet. */
  unsetCount: z.number().int(),
  /** Items that something of the inventory serves. */
  linkedCount: z.number().int(),
});
export type InfrastructureListRow = z.infer<typeof listRow>;

const requirement = {
  /** Null: not said yet. */
  quantityHundredths: amount.nullable(),
  rule: z.enum(quantityRules),
  /** N of the rules "per N". */
  groupSize: z.number().int().min(1).max(1000).nullable(),
};

const texts = Object.fromEntries(
  textFields.map((field) => [field, field === 'details' ? text : line]),
) as Record<(typeof textFields)[number], typeof line>;

const itemFieldsInput = {
  name: filledLine,
  category: z.enum(itemCategories),
  ...requirement,
  ...texts,
  priceTiyn: tiyn.nullable(),
  /** Modules that it is for, "C, D"; empty: all of them. */
  modules: line,
  endOfLife: day.nullable(),
  /** What one person uses up in a session or an attempt; null: no norm. */
  normHundredths: amount.nullable(),
  normPer: z.enum(normPers),
};
type ItemFields = typeof itemFieldsInput;
export type InfrastructureItemInput = { [Field in keyof ItemFields]: z.infer<ItemFields[Field]> };

const item = z.object({ id, listId: id, ...itemFieldsInput, inventoryIds: z.array(id) });
export type InfrastructureItem = z.infer<typeof item>;

const column = z.number().int().min(0).max(63).optional();
const mapping = z.strictObject({
  sheetName: z.string().max(300),
  headerRow: z.number().int().min(0).max(20_000),
  columns: z.strictObject(
    Object.fromEntries(itemFields.map((field) => [field, column])) as Record<
      (typeof itemFields)[number],
      typeof column
    >,
  ),
});
export type ItemMappingInput = z.infer<typeof mapping>;

const problem = z.object({
  /** As the spreadsheet counts, from 1. */
  row: z.number().int(),
  code: z.enum(itemProblems),
  value: z.string(),
  /** The row is left out. */
  isError: z.boolean(),
});
export type ItemProblemRow = z.infer<typeof problem>;

export const baseRoutes = {
  'base.listLists': query({
    permission: 'base.read',
    input: z.strictObject({ competencyId: id.optional() }),
    output: z.object({ lists: z.array(listRow) }),
  }),
  'base.getList': query({
    permission: 'base.read',
    input: z.strictObject({ id }),
    output: listRow.extend({ items: z.array(item) }),
    errors: ['not_found'],
  }),
  /** A new list becomes the one that counts for its competency. */
  'base.createList': command({
    permission: 'base.write',
    input: z.strictObject({ competencyId: id, ...listFields }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'base.updateList': command({
    permission: 'base.write',
    input: z.strictObject({ id, ...listFields, isCurrent: z.boolean() }),
    output: done,
    errors: ['not_found'],
  }),
  'base.removeList': command({
    permission: 'base.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  'base.addItem': command({
    permission: 'base.write',
    input: z.strictObject({ listId: id, ...itemFieldsInput }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'base.updateItem': command({
    permission: 'base.write',
    input: z.strictObject({ id, ...itemFieldsInput }),
    output: done,
    errors: ['not_found'],
  }),
  'base.removeItem': command({
    permission: 'base.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Looks at a workbook, and stores it when that is wanted. A dry run stores nothing. */
  'base.importItems': command({
    permission: 'base.write',
    input: z.strictObject({
      fileName: filledLine,
      content: z.base64().min(1).max(MAX_BASE64_CHARACTERS),
      dryRun: z.boolean(),
      /** What a person says about the columns; remembered for tables with the same labels. */
      mapping: mapping.optional(),
      /** What is taken where the table says no quantity: the WorldSkills import never does. */
      defaults: z.strictObject(requirement),
      /** The list to add to; without it a new one is made for `competencyId`. */
      listId: id.optional(),
      competencyId: id.optional(),
      title: line.optional(),
      edition: line.optional(),
    }),
    output: z.object({
      listId: id.optional(),
      /** Where the mapping comes from: the 23 labels, an earlier table, the program's guess, or the caller. */
      source: z.enum(['standard', 'remembered', 'suggested', 'given']),
      mapping,
      sheetNames: z.array(z.string()),
      /** Columns of the sheet with an example of what is in them. */
      columns: z.array(z.object({ index: z.number().int(), label: z.string(), example: z.string() })),
      rows: z.number().int(),
      itemCount: z.number().int(),
      categories: z.array(z.object({ category: z.enum(itemCategories), count: z.number().int() })),
      withoutPrice: z.number().int(),
      preview: z.array(
        z.object({ name: z.string(), category: z.enum(itemCategories), priceTiyn: tiyn.nullable() }),
      ),
      problems: z.array(problem).max(MAX_ITEMS * 10),
    }),
    errors: [
      'not_found',
      'not_a_workbook',
      'workbook_encrypted',
      'workbook_empty',
      'workbook_too_large',
      'workbook_unreadable',
      'workbook_no_items',
    ],
  }),
  /** A list as a workbook: the 23 columns of the WorldSkills import, or those and our own. */
  'base.exportList': query({
    permission: 'base.read',
    input: z.strictObject({ id, columns: z.enum(['standard', 'full']) }),
    output: z.object({ fileName: z.string(), content: z.base64() }),
    errors: ['not_found'],
  }),
  /** Says which things of the inventory serve an item; takes the place of what was said before. */
  'base.setLinks': command({
    permission: 'base.write',
    input: z.strictObject({ itemId: id, inventoryIds: z.array(id).max(100) }),
    output: done,
    errors: ['not_found'],
  }),
  /** Things of the inventory whose names are like those of items that nothing serves yet. */
  'base.suggestLinks': query({
    permission: 'base.read',
    input: z.strictObject({ listId: id }),
    output: z.object({
      suggestions: z.array(
        z.object({
          itemId: id,
          itemName: z.string(),
          inventoryId: id,
          inventoryName: z.string(),
          likeness: z.number().int(),
        }),
      ),
    }),
    errors: ['not_found'],
  }),
  'base.addLinks': command({
    permission: 'base.write',
    input: z.strictObject({
      links: z
        .array(z.strictObject({ itemId: id, inventoryId: id }))
        .min(1)
        .max(500),
    }),
    output: done,
    errors: ['not_found'],
  }),
};
