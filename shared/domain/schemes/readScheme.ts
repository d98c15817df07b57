import { cleanText, isBlank, type CellValue, type WorkbookSheet } from './cellValue.ts';
import { findCalculationSheet, readCalculationSheet } from './calculationSheet.ts';
import { checkScheme } from './checkScheme.ts';
import { readFrontMatter } from './frontMatter.ts';
import { SchemeBuilder } from './schemeBuilder.ts';
import type { SchemeColumns } from './schemeColumns.ts';
import type { SchemeDocument } from './schemeDocument.ts';
import { sumSchemeHundredths } from './schemeDocument.ts';
import { findSchemeTable, type SchemeLayout, type SchemeTable } from './schemeLayout.ts';
import { SchemeRowReader } from './schemeRowReader.ts';
import type { SchemeWarning, WorkbookErrorCode } from './schemeWarning.ts';

/** A workbook that became a scheme. */
export interface SchemeRead {
  ok: true;
  document: SchemeDocument;
  layout: SchemeLayout;
  /** `official` where it has sections of a standard and comes to 100 points, as an official scheme must. */
  suggestedKind: 'official' | 'practice';
  /** What reading found (with rows), then what `checkScheme` finds (with places). */
  warnings: SchemeWarning[];
}

/** The first rows of a sheet, for a person to say which column is what. */
export interface SheetPreview {
  name: string;
  /** At most 40 rows of at most 26 cells, texts cut to 200 characters. */
  rows: CellValue[][];
}

/** A workbook that did not. */
export interface SchemeNotRead {
  ok: false;
  code: Extract<WorkbookErrorCode, 'workbook_empty' | 'workbook_no_aspects' | 'workbook_unknown_layout'>;
  /** For `workbook_unknown_layout`; otherwise empty. */
  preview: SheetPreview[];
}

/** What a person said about a sheet whose layout is not known. */
export interface ColumnMapping {
  sheetName: string;
  /** The row of labels, from 0; null where the sheet has none. A row with the same labels begins a new block. */
  headerRow: number | null;
  columns: SchemeColumns;
}

const PREVIEW = { rows: 40, columns: 26, characters: 200 };

/** What a person is shown of sheets that we could not read. */
export function previewSheets(sheets: readonly WorkbookSheet[]): SheetPreview[] {
  return sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows
      .slice(0, PREVIEW.rows)
      .map((row) =>
        row
          .slice(0, PREVIEW.columns)
          .map((cell) => (typeof cell === 'string' ? cleanText(cell).slice(0, PREVIEW.characters) : cell)),
      ),
  }));
}

function countAspects(document: SchemeDocument): number {
  return document.criteria.reduce(
    (sum, criterion) => sum + criterion.subCriteria.reduce((n, sub) => n + sub.aspects.length, 0),
    0,
  );
}

/** How many columns the table takes: after the criterion's label stand "Total Mark" and the total. */
function getWidth({ columns }: SchemeTable): number {
  return Math.max(...Object.values(columns)) + (columns.criterionLabel === undefined ? 1 : 3);
}

/** Cells right of the table's last column, where people keep notes for themselves. */
function findIgnoredText(sheet: WorkbookSheet, table: SchemeTable): SchemeWarning[] {
  const width = getWidth(table);
  const rows = sheet.rows.flatMap((row, index) => {
    const count = row.slice(width).filter((cell) => !isBlank(cell)).length;
    return count > 0 ? [{ row: index + 1, count }] : [];
  });
  const [first] = rows;
  if (first === undefined) {
    return [];
  }
  return [{ code: 'text_ignored', row: first.row, count: rows.reduce((sum, { count }) => sum + count, 0) }];
}

function readTable(sheets: readonly WorkbookSheet[], sheet: WorkbookSheet, table: SchemeTable): SchemeRead {
  const first = table.headerRows[0] ?? 0;
  const width = getWidth(table);
  const front = readFrontMatter(sheet.rows.slice(0, first).map((row) => row.slice(0, width)));
  const calculationSheet = findCalculationSheet(sheets.filter((other) => other !== sheet));
  const { calculations, indexByRow, warnings } = readCalculationSheet(calculationSheet);
  const builder = new SchemeBuilder(front.criteria, calculations);
  const reader = new SchemeRowReader(builder, {
    columns: table.columns,
    legend: table.legend,
    headerRows: new Set(table.headerRows),
    subHeaderRows: new Set(table.subHeaderRows),
    calculationIndexByRow: indexByRow,
  });
  reader.read(sheet.rows, first);
  const document: SchemeDocument = {
    title: front.title,
    sections: front.sections,
    criteria: builder.criteria,
    calculations: builder.calculations,
  };
  const lost: SchemeWarning[] =
    builder.lostTexts > 0 ? [{ code: 'text_ignored', count: builder.lostTexts }] : [];
  return {
    ok: true,
    document,
    layout: table.layout,
    suggestedKind:
      sumSchemeHundredths(document) === 10_000 && document.sections.length > 0 ? 'official' : 'practice',
    warnings: [
      ...front.warnings,
      ...reader.warnings,
      ...warnings,
      ...lost,
      ...findIgnoredText(sheet, table),
      ...checkScheme(document),
    ],
  };
}

function refuse(code: SchemeNotRead['code'], preview: SheetPreview[] = []): SchemeNotRead {
  return { ok: false, code, preview };
}

function isEmptySheet(sheet: WorkbookSheet): boolean {
  return sheet.rows.every((row) => row.every((cell) => isBlank(cell)));
}

/**
 * Reads the scheme of a workbook. The layout is recognised by what the sheets hold; of several sheets with a
 * table of aspects the one with the most aspects is read and the others are named in a warning.
 */
export function readScheme(sheets: readonly WorkbookSheet[]): SchemeRead | SchemeNotRead {
  if (sheets.every(isEmptySheet)) {
    return refuse('workbook_empty');
  }
  const tables = sheets.flatMap((sheet) => {
    const table = findSchemeTable(sheet);
    return table === null ? [] : [{ sheet, table }];
  });
  if (tables.length === 0) {
    return refuse('workbook_unknown_layout', previewSheets(sheets));
  }
  const readings = tables
    .map(({ sheet, table }) => ({ sheet, read: readTable(sheets, sheet, table) }))
    .sort((a, b) => countAspects(b.read.document) - countAspects(a.read.document));
  const [best, ...others] = readings;
  if (best === undefined || countAspects(best.read.document) === 0) {
    return refuse('workbook_no_aspects');
  }
  const ignored: SchemeWarning[] = others
    .filter(({ read }) => countAspects(read.document) > 0)
    .map(({ sheet }) => ({ code: 'sheet_ignored', value: sheet.name }));
  return { ...best.read, warnings: [...best.read.warnings, ...ignored] };
}

/** Reads a sheet by the columns that a person named, where {@link readScheme} found no layout that it knows. */
export function readMappedScheme(
  sheets: readonly WorkbookSheet[],
  mapping: ColumnMapping,
): SchemeRead | SchemeNotRead {
  const sheet = sheets.find((candidate) => candidate.name === mapping.sheetName);
  if (sheet === undefined) {
    return refuse('workbook_unknown_layout', previewSheets(sheets));
  }
  if (isEmptySheet(sheet)) {
    return refuse('workbook_empty');
  }
  const header = mapping.headerRow === null ? [] : [mapping.headerRow];
  const table: SchemeTable = {
    layout: 'mapped',
    columns: mapping.columns,
    legend: [],
    headerRows: header,
    subHeaderRows: [],
  };
  const read = readTable(sheets, sheet, table);
  return countAspects(read.document) === 0 ? refuse('workbook_no_aspects') : read;
}
