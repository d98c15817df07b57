import { foldForSearch } from '../../lib/searchText.ts';
import { cleanText, type CellValue, type WorkbookSheet } from '../schemes/cellValue.ts';
import { itemFields, otherLabels, ownColumns, standardColumns, type ItemField } from './itemFields.ts';

/** Which column of which sheet holds which field; columns and rows from 0. */
export interface ItemMapping {
  sheetName: string;
  headerRow: number;
  columns: Partial<Record<ItemField, number>>;
}

/** How far down a row of labels is looked for. */
const ROWS_LOOKED_AT = 40;

/** Cyrillic fold of a label, without its Latin skeleton. */
function foldLabel(cell: CellValue): string {
  const label = cleanText(cell);
  const folded = foldForSearch(label).trim();
  // `foldForSearch` gives the folded text twice, in two scripts; the first half is the folded one.
  const words = folded.split(' ');
  return words.slice(0, Math.ceil(words.length / 2)).join(' ');
}

const exact = new Map<string, ItemField>(
  [...standardColumns, ...ownColumns].map(([field, label]) => [foldLabel(label), field]),
);

function fieldOf(label: string): ItemField | null {
  if (label === '') return null;
  const known = exact.get(label);
  if (known) return known;
  const found = itemFields.find((field) =>
    (otherLabels[field] ?? []).some((other) => label === other || label.startsWith(`${other} `)),
  );
  return (
    found ??
    itemFields.find((field) =>
      (otherLabels[field] ?? []).some((other) => other.length > 3 && label.startsWith(other)),
    ) ??
    null
  );
}

function readLabels(row: readonly CellValue[]): ItemMapping['columns'] {
  const columns: ItemMapping['columns'] = {};
  for (const [index, cell] of row.entries()) {
    const field = typeof cell === 'string' ? fieldOf(foldLabel(cell)) : null;
    if (field !== null) columns[field] ??= index;
  }
  return columns;
}

/** Whether a row is the header of the WorldSkills import: its 23 labels, own columns may follow. */
export function isStandardHeader(row: readonly CellValue[]): boolean {
  return standardColumns.every(([, label], index) => foldLabel(row[index] ?? null) === foldLabel(label));
}

/** Where the table of items most likely is, and which column is what. Null: no sheet holds anything. */
export function suggestMapping(sheets: readonly WorkbookSheet[]): ItemMapping | null {
  let best: { mapping: ItemMapping; score: number } | null = null;
  for (const sheet of sheets) {
    for (const [headerRow, row] of sheet.rows.slice(0, ROWS_LOOKED_AT).entries()) {
      if (row.every((cell) => cleanText(cell) === '')) continue;
      const columns = readLabels(row);
      const score = Object.keys(columns).length * 2 + Number('name' in columns);
      if (best === null || score > best.score)
        best = { mapping: { sheetName: sheet.name, headerRow, columns }, score };
    }
  }
  return best?.mapping ?? null;
}

/** What a remembered mapping is found by: the labels of its row, whatever the sheet is called. */
export function fingerprintOf(row: readonly CellValue[]): string {
  const labels = row.map((cell) => foldLabel(cell));
  while (labels.at(-1) === '') labels.pop();
  return labels.join('|');
}

/** The mapping that somebody gave for a table with the same labels; null: there is none. */
export function placeRemembered(
  sheets: readonly WorkbookSheet[],
  remembered: readonly { fingerprint: string; columns: ItemMapping['columns'] }[],
): ItemMapping | null {
  for (const sheet of sheets) {
    for (const [headerRow, row] of sheet.rows.slice(0, ROWS_LOOKED_AT).entries()) {
      const fingerprint = fingerprintOf(row);
      const known =
        fingerprint === '' ? undefined : remembered.find((one) => one.fingerprint === fingerprint);
      if (known) return { sheetName: sheet.name, headerRow, columns: known.columns };
    }
  }
  return null;
}
