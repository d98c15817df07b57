import { foldLabel, type WorkbookSheet } from './cellValue.ts';
import type { ColumnMapping } from './readScheme.ts';

/**
 * What a remembered mapping is found by: the labels of its row, whatever the sheet is called; without labels, the name
 * of the sheet. Null where that sheet or row is not there.
 */
export function fingerprintOf(
  sheet: WorkbookSheet | undefined,
  headerRow: ColumnMapping['headerRow'],
): string | null {
  if (!sheet) return null;
  if (headerRow === null) return `sheet:${foldLabel(sheet.name)}`;
  const labels = (sheet.rows[headerRow] ?? []).map((cell) => foldLabel(cell));
  while (labels.at(-1) === '') labels.pop();
  return labels.length === 0 ? null : `labels:${labels.join('|')}`;
}

/** How far down a row of labels is looked for. */
const ROWS_LOOKED_AT = 60;

/** Where a remembered mapping fits this workbook; null: nowhere. */
export function placeMapping(
  sheets: readonly WorkbookSheet[],
  remembered: { fingerprint: string; mapping: ColumnMapping },
): ColumnMapping | null {
  for (const sheet of sheets) {
    if (fingerprintOf(sheet, null) === remembered.fingerprint) {
      return { ...remembered.mapping, sheetName: sheet.name };
    }
    const rows = Math.min(sheet.rows.length, ROWS_LOOKED_AT);
    for (let row = 0; row < rows; row += 1) {
      if (fingerprintOf(sheet, row) === remembered.fingerprint) {
        return { ...remembered.mapping, sheetName: sheet.name, headerRow: row };
      }
    }
  }
  return null;
}
