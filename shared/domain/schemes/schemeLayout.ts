import { foldLabel, isBlank, parseNumber, type CellValue, type WorkbookSheet } from './cellValue.ts';
import {
  canHoldAspects,
  CIS_COLUMN_ORDER,
  parseAspectType,
  readHeaderLabels,
  readTypeLegend,
  type SchemeColumns,
} from './schemeColumns.ts';

/** The layouts of marking schemes that we can tell apart. */
export type SchemeLayout =
  /** CIS import sheet, 2019 to 2026. */
  | 'cis'
  /** The same with labels in a language that we do not read: known by its form. */
  | 'cis_translated'
  /** Types O and J, no marking day: 2015 and 2016. */
  | 'cis_2015'
  /** Types O and S, requirement and extra information: before 2015. */
  | 'subcriteria_import'
  /** A simplified sheet without marking day and section. */
  | 'marking_scheme'
  /** Types binary, discrete and judging, links between aspects. */
  | 'russian'
  /** Read by columns that a person named. */
  | 'mapped';

/** A table of aspects found in a sheet. */
export interface SchemeTable {
  layout: SchemeLayout;
  columns: SchemeColumns;
  legend: readonly string[];
  /** Rows of labels, from 0, in order; one for each criterion in the layouts of CIS. */
  headerRows: number[];
  subHeaderRows: number[];
}

type Row = readonly CellValue[];

const MAX_COLUMNS = 40;
/** A longer text is no label. */
const MAX_LABEL_CHARACTERS = 300;
/** Above the first header stand a title, some sections and some criteria. */
const MAX_ROWS_ABOVE = 500;
/** A header over no aspects is tried again further down, but not for ever. */
const MAX_HEADERS_TRIED = 30;

function foldRow(row: Row): string[] {
  return row
    .slice(0, MAX_COLUMNS)
    .map((cell) => (typeof cell === 'string' && cell.length <= MAX_LABEL_CHARACTERS ? foldLabel(cell) : ''));
}

/** A second row of labels under a merged one: labels only, in columns that the first row left open. */
function readSubHeader(columns: SchemeColumns, row: Row): SchemeColumns | null {
  const labels = foldRow(row);
  const filled = row.filter((cell) => !isBlank(cell));
  const below = readHeaderLabels(labels);
  const isLabels =
    filled.length > 0 && filled.every((cell) => typeof cell === 'string' && parseNumber(cell) === null);
  const isUnder = below.requirement !== undefined || below.extraDescription !== undefined;
  if (!isLabels || !isUnder || Object.keys(below).length < filled.length) {
    return null;
  }
  return { ...below, ...columns };
}

function isSameHeader(header: readonly string[], row: Row, columns: SchemeColumns): boolean {
  const labels = foldRow(row);
  const places = Object.entries(columns).flatMap(([column, index]) =>
    column === 'criterionLabel' ? [] : [index],
  );
  const same = places.filter((place) => header[place] !== '' && header[place] === labels[place]);
  return same.length >= Math.max(3, Math.ceil(places.length / 2));
}

function buildTable(
  rows: readonly Row[],
  first: number,
  columns: SchemeColumns,
  layout: SchemeLayout | null,
): SchemeTable {
  const header = foldRow(rows[first] ?? []);
  const headerRows = rows.flatMap((row, index) =>
    index >= first && (index === first || isSameHeader(header, row, columns)) ? [index] : [],
  );
  const below = readSubHeader(columns, rows[first + 1] ?? []);
  const all = below ?? columns;
  const legend = readTypeLegend(rows[first]?.[columns.aspectType ?? -1]);
  return {
    layout: layout ?? recogniseLayout(all, legend),
    columns: all,
    legend,
    headerRows,
    subHeaderRows:
      below === null
        ? []
        : headerRows.map((row) => row + 1).filter((row) => readSubHeader(columns, rows[row] ?? []) !== null),
  };
}

function recogniseLayout(columns: SchemeColumns, legend: readonly string[]): SchemeLayout {
  if (columns.link !== undefined) {
    return 'russian';
  }
  if (columns.markingDay !== undefined) {
    return 'cis';
  }
  if (legend.includes('s') || columns.score === undefined) {
    return columns.requirement === undefined ? 'marking_scheme' : 'subcriteria_import';
  }
  return columns.section === undefined ? 'marking_scheme' : 'cis_2015';
}

function findLabelledTable(rows: readonly Row[]): SchemeTable | null {
  for (const [index, row] of rows.slice(0, MAX_ROWS_ABOVE).entries()) {
    const columns = readHeaderLabels(foldRow(row));
    if (canHoldAspects(columns)) {
      return buildTable(rows, index, columns, null);
    }
  }
  return null;
}

/** At least this many of the eleven labels A…K stand in a translated header; a calculation column may be bare. */
const MIN_LABELS = 9;

function isLabel(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' && !isBlank(cell) && parseNumber(cell) === null;
}

function isTranslatedHeader(row: Row, offset: number): boolean {
  const labels = row.slice(offset, offset + 11).filter(isLabel);
  return labels.length >= MIN_LABELS && isLabel(row[offset]) && isLabel(row[offset + 11]);
}

/** Whether rows below a header hold aspects where the CIS sheet holds them: a type in D, a mark in K. */
function hasAspectBelow(rows: readonly Row[], first: number, offset: number): boolean {
  const legend = readTypeLegend(rows[first]?.[offset + 3]);
  return rows.slice(first + 1).some((row) => {
    const word = parseAspectType(row[offset + 3] ?? null, legend);
    return word !== null && word !== 'unknown' && parseNumber(row[offset + 10] ?? null) !== null;
  });
}

/** Where rows of labels A…L stand, and in which column each begins. */
function listTranslatedHeaders(rows: readonly Row[]): { index: number; offset: number }[] {
  return rows
    .slice(0, MAX_ROWS_ABOVE)
    .flatMap((row, index) =>
      [0, 1, 2, 3].flatMap((offset) => (isTranslatedHeader(row, offset) ? [{ index, offset }] : [])),
    )
    .slice(0, MAX_HEADERS_TRIED);
}

/** A CIS sheet in a language that we do not read: a row of labels A…L over types in D and marks in K. */
function findTranslatedTable(rows: readonly Row[]): SchemeTable | null {
  const found = listTranslatedHeaders(rows).find(({ index, offset }) => hasAspectBelow(rows, index, offset));
  if (found === undefined) {
    return null;
  }
  const columns: SchemeColumns = Object.fromEntries(
    CIS_COLUMN_ORDER.map((column, place) => [column, found.offset + place]),
  );
  return buildTable(rows, found.index, columns, 'cis_translated');
}

/** Finds the table of aspects of a sheet by its labels, or by its form; null where there is none. */
export function findSchemeTable(sheet: WorkbookSheet): SchemeTable | null {
  return findLabelledTable(sheet.rows) ?? findTranslatedTable(sheet.rows);
}
