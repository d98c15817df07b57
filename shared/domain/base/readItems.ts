import { cleanText, type CellValue, type WorkbookSheet } from '../schemes/cellValue.ts';
import { foldForSearch } from '../../lib/searchText.ts';
import { readAmount } from './amountText.ts';
import { textFields, type ItemField, type TextField } from './itemFields.ts';
import type { ItemMapping } from './itemMapping.ts';
import type { ItemCategory, QuantityRule } from './quantityRule.ts';
import { unquoteFromSpreadsheet } from './spreadsheetText.ts';

/** An item as a workbook tells it. */
export type ReadItem = Record<TextField, string> & {
  name: string;
  category: ItemCategory;
  /** The category in the words of the workbook, for the way back. */
  categoryLabel: string;
  priceTiyn: number | null;
  quantityHundredths: number | null;
  rule: QuantityRule;
  groupSize: number | null;
  modules: string;
  endOfLife: string | null;
  normHundredths: number | null;
};

export const itemProblems = [
  /** Error: the row holds something, but no name. It is left out. */
  'name_missing',
  /** Error: a text is longer than 5,000 characters. The row is left out. */
  'text_too_long',
  /** A price is no amount; the item has none. */
  'price_not_understood',
  'quantity_not_understood',
  'rule_not_understood',
  'date_not_understood',
  'norm_not_understood',
  /** No known category; taken as equipment. */
  'category_assumed',
  /** The same name and model stands above already. */
  'repeated',
] as const;
export type ItemProblemCode = (typeof itemProblems)[number];

/** Something about a row that a person should look at. */
export interface ItemProblem {
  /** As the spreadsheet counts, from 1. */
  row: number;
  code: ItemProblemCode;
  /** What the cell held, cut to 100 characters. */
  value: string;
  /** The row is left out. */
  isError: boolean;
}

/** What is taken where the table says nothing. */
export interface ItemDefaults {
  quantityHundredths: number | null;
  rule: QuantityRule;
  groupSize: number | null;
}

export interface ItemsRead {
  items: ReadItem[];
  problems: ItemProblem[];
  /** Rows below the header that hold something. */
  rows: number;
}

const ERRORS: readonly ItemProblemCode[] = ['name_missing', 'text_too_long'];
const LONGEST_LINE = 200;
const LONGEST_TEXT = 5000;
const SHOWN = 100;
const MOST_HUNDREDTHS = 100_000_000;
const MOST_PEOPLE = 1000;

const CATEGORY_WORDS: readonly (readonly [RegExp, ItemCategory])[] = [
  [/consumab|material|расходн|материал|шыгын/, 'consumables'],
  [/software|программ|багдарлам|(^| )по( |$)/, 'software'],
  [/furnitur|мебел|жихаз/, 'furniture'],
  [/safety|ppe|охран|защит|сиз|кауипсиз|коргау/, 'safety'],
  [/tool|инструмент|курал/, 'tools'],
  [/equipment|machin|оборудов|станок|жабдык/, 'equipment'],
];

const RULE_WORDS: readonly (readonly [RegExp, 'competitors' | 'experts' | 'competency'])[] = [
  [/expert|эксперт|сарапшы/, 'experts'],
  [/competenc|skill|компетенц|кузыреттилик|workshop|площадк/, 'competency'],
  [/competitor|participant|участник|конкурсант|катысушы|студент/, 'competitors'],
];

/** A category from the words of a workbook; null: none is known. */
export function readCategory(label: string): ItemCategory | null {
  const folded = foldForSearch(label);
  return CATEGORY_WORDS.find(([words]) => words.test(folded))?.[1] ?? null;
}

/** "per competitor", "1 на 5 участников" as a rule; null: not understood. */
export function readRule(text: string): Pick<ItemDefaults, 'rule' | 'groupSize'> | null {
  const folded = foldForSearch(text);
  const who = RULE_WORDS.find(([words]) => words.test(folded))?.[1];
  if (!who) return null;
  if (who === 'competency') return { rule: 'per_competency', groupSize: null };
  const size = Number(/\d+/.exec(folded.replace(/^1 /, ''))?.[0] ?? 1);
  if (size > 1)
    return {
      rule: who === 'experts' ? 'per_n_experts' : 'per_n_competitors',
      groupSize: Math.min(size, MOST_PEOPLE),
    };
  return { rule: who === 'experts' ? 'per_expert' : 'per_competitor', groupSize: null };
}

/** `YYYY-MM-DD` from a cell: a date, or a text such as 31.12.2027; a year alone is its last day. */
function readDay(text: string): string | null {
  const [, year, month, date] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ??
    [/^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)].flatMap((match) =>
      match ? [['', match[3], match[2]?.padStart(2, '0'), match[1]?.padStart(2, '0')]] : [],
    )[0] ??
    (/^\d{4}$/.test(text) ? ['', text, '12', '31'] : []);
  const day = `${year ?? ''}-${month ?? ''}-${date ?? ''}`;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? null : day;
}

/** Reads one row; problems are told to `report`. */
class RowReader {
  readonly #row: readonly CellValue[];
  readonly #columns: ItemMapping['columns'];
  readonly #report: (code: ItemProblemCode, value: string) => void;

  constructor(
    row: readonly CellValue[],
    columns: ItemMapping['columns'],
    report: (code: ItemProblemCode, value: string) => void,
  ) {
    this.#row = row;
    this.#columns = columns;
    this.#report = report;
  }

  text(field: ItemField): string {
    const column = this.#columns[field];
    return column === undefined ? '' : unquoteFromSpreadsheet(cleanText(this.#row[column] ?? null));
  }

  /** One line of at most 200 characters; what is longer belongs to the details. */
  line(field: ItemField): string {
    const text = this.text(field).replaceAll(/\s+/g, ' ');
    if (text.length > LONGEST_LINE) this.#report('text_too_long', text);
    return text;
  }

  amount(field: 'price' | 'quantity' | 'norm'): number | null {
    const text = this.text(field);
    const read = readAmount(text);
    const isRight = read.kind === 'value' && (field === 'price' || read.hundredths <= MOST_HUNDREDTHS);
    if (isRight) return read.hundredths;
    if (read.kind !== 'empty') this.#report(`${field}_not_understood`, text);
    return null;
  }

  day(field: 'endOfLife'): string | null {
    const text = this.text(field);
    const day = text === '' ? null : readDay(text);
    if (text !== '' && day === null) this.#report('date_not_understood', text);
    return day;
  }

  category(): ItemCategory {
    const label = this.text('category');
    const category = readCategory(label) ?? readCategory(this.text('subcategory'));
    if (category === null) this.#report('category_assumed', label);
    return category ?? 'equipment';
  }

  requirement(defaults: ItemDefaults): ItemDefaults {
    const written = this.text('rule');
    const rule = written === '' ? null : readRule(written);
    if (written !== '' && rule === null) this.#report('rule_not_understood', written);
    const size = Number(this.text('groupSize'));
    const quantityHundredths = this.amount('quantity') ?? defaults.quantityHundredths;
    const { rule: kind, groupSize } = rule ?? defaults;
    const isGroup = kind === 'per_n_competitors' || kind === 'per_n_experts';
    const written_n = Number.isSafeInteger(size) && size >= 1 && size <= MOST_PEOPLE ? size : groupSize;
    return { quantityHundredths, rule: kind, groupSize: isGroup ? (written_n ?? 2) : null };
  }
}

function readRow(reader: RowReader, defaults: ItemDefaults): ReadItem {
  const lines = textFields
    .filter((field) => field !== 'details')
    .map((field): [TextField, string] => [field, reader.line(field)]);
  return {
    ...(Object.fromEntries(lines) as Record<TextField, string>),
    name: reader.line('name'),
    details: reader.text('details'),
    category: reader.category(),
    categoryLabel: reader.line('category'),
    priceTiyn: reader.amount('price'),
    ...reader.requirement(defaults),
    modules: reader.line('modules'),
    endOfLife: reader.day('endOfLife'),
    normHundredths: reader.amount('norm'),
  };
}

/**
 * Items of a table, row by row. A row with an error is left out and reported; one with a doubt is taken as far as it
 * is understood, and reported.
 */
export function readItems(
  sheets: readonly WorkbookSheet[],
  mapping: ItemMapping,
  defaults: ItemDefaults,
): ItemsRead {
  const sheet = sheets.find((one) => one.name === mapping.sheetName);
  const read: ItemsRead = { items: [], problems: [], rows: 0 };
  const seen = new Set<string>();
  for (const [index, row] of (sheet?.rows ?? []).entries()) {
    if (index <= mapping.headerRow || row.every((cell) => cleanText(cell) === '')) continue;
    read.rows += 1;
    const problems: ItemProblem[] = [];
    const report = (code: ItemProblemCode, value: string): void => {
      problems.push({ row: index + 1, code, value: value.slice(0, SHOWN), isError: ERRORS.includes(code) });
    };
    const item = readRow(new RowReader(row, mapping.columns, report), defaults);
    if (item.name === '') report('name_missing', '');
    if (item.details.length > LONGEST_TEXT) report('text_too_long', item.details);
    const key = `${item.name}/${item.model}/${item.size}`.toLowerCase();
    if (item.name !== '' && seen.has(key)) report('repeated', item.name);
    seen.add(key);
    // A row without a name is one mistake, whatever else it lacks.
    const isNameless = item.name === '';
    read.problems.push(...problems.filter(({ code }) => !isNameless || code === 'name_missing'));
    if (!problems.some(({ isError }) => isError)) read.items.push(item);
  }
  return read;
}
