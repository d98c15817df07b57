import type { WorkbookSheet } from './cellValue.ts';

/** How a cell looks; the writer of files knows what that means. */
export type OutputStyle = 'title' | 'label' | 'strong' | 'text' | 'number' | 'mark';

/** A filled cell. With a `formula` (without the equals sign) `value` is its result, stored beside it. */
export interface OutputCell {
  value: string | number | boolean;
  formula?: string;
  style: OutputStyle;
}

export type OutputRow = (OutputCell | null)[];

/** A sheet to be written. */
export interface OutputSheet {
  /** At most 31 characters, without `[]/\:*?`. */
  name: string;
  /** In characters. */
  columnWidths: number[];
  rows: OutputRow[];
}

/** What a reader of the written workbook sees: values, and results in the place of formulas. */
export function readOutputSheets(sheets: readonly OutputSheet[]): WorkbookSheet[] {
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => cell?.value ?? null)),
  }));
}
