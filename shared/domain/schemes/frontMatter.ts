import { cleanText, foldLabel, isBlank, parseInteger, parseMark, parseNumber } from './cellValue.ts';
import type { CellValue } from './cellValue.ts';
import { cleanCode, findFreeLetter, isCriterionCode } from './schemeCodes.ts';
import type { SchemeCriterion, SchemeSection } from './schemeDocument.ts';
import type { SchemeWarning } from './schemeWarning.ts';

/** What stands above the first block of aspects. */
export interface FrontMatter {
  title: string;
  sections: SchemeSection[];
  /** Still without sub-criteria. */
  criteria: SchemeCriterion[];
  warnings: SchemeWarning[];
}

type Row = readonly CellValue[];

const MAX_SECTION_NUMBER = 99;

function findFirstFilled(row: Row): number {
  return row.findIndex((cell) => !isBlank(cell));
}

/** A row "number | name | … | weight": the name may be missing, the weight may not. */
function isSectionRow(row: Row, column: number): boolean {
  const number = parseInteger(row[column] ?? null);
  if (number === null || number < 1 || number > MAX_SECTION_NUMBER || findFirstFilled(row) !== column) {
    return false;
  }
  return row.slice(column + 2).some((cell) => parseNumber(cell) !== null);
}

/** The section table by its form alone, so that labels may be in any language. */
function findSections(rows: readonly Row[]): { start: number; end: number } | null {
  for (const [start, row] of rows.entries()) {
    const column = findFirstFilled(row);
    if (column >= 0 && isSectionRow(row, column)) {
      let end = start + 1;
      while (end < rows.length && isSectionRow(rows[end] ?? [], column)) {
        end += 1;
      }
      return { start, end };
    }
  }
  return null;
}

/** The first column with a number in any row, right of the name: the declared weight stands left of the sums. */
function findWeightColumn(rows: readonly Row[], from: number): number {
  const columns = rows.map((row) =>
    row.findIndex((cell, index) => index >= from && parseNumber(cell) !== null),
  );
  return Math.min(...columns.filter((column) => column >= 0));
}

function readSections(rows: readonly Row[]): SchemeSection[] {
  const column = findFirstFilled(rows[0] ?? []);
  const weightColumn = findWeightColumn(rows, column + 2);
  return rows.map((row) => ({
    number: parseInteger(row[column] ?? null) ?? 0,
    name:
      row
        .slice(column + 1, weightColumn)
        .map(cleanText)
        .find((text) => text !== '') ?? '',
    declaredHundredths: Math.max(0, parseMark(row[weightColumn] ?? null)?.hundredths ?? 0),
  }));
}

interface CriteriaTable {
  start: number;
  codeColumn: number;
  nameColumn: number;
  markColumn: number;
}

/** The labels over a criterion's name and mark: the first and the last that stand right of its letter. */
function readCriteriaHeader(
  header: Row,
  codeColumn: number,
): { nameColumn: number; markColumn: number } | null {
  const labels = header.flatMap((cell, index) =>
    index > codeColumn && typeof cell === 'string' && !isBlank(cell) ? [index] : [],
  );
  const [nameColumn] = labels;
  const markColumn = labels.at(-1);
  return nameColumn === undefined || markColumn === undefined ? null : { nameColumn, markColumn };
}

/** The table of criteria: the first row that begins with a single letter and has a row of labels above. */
function findCriteria(rows: readonly Row[], from: number): CriteriaTable | null {
  for (let start = Math.max(1, from); start < rows.length; start += 1) {
    const row = rows[start] ?? [];
    const codeColumn = findFirstFilled(row);
    if (codeColumn >= 0 && isCriterionCode(cleanCode(row[codeColumn] ?? null))) {
      const header = readCriteriaHeader(rows[start - 1] ?? [], codeColumn);
      if (header !== null) {
        return { start, codeColumn, ...header };
      }
    }
  }
  return null;
}

/** The mark of a criterion: under the last label, or (label only over the name) the first number after it. */
function findCriterionMark(row: Row, table: CriteriaTable): CellValue {
  if (table.markColumn > table.nameColumn) {
    return row[table.markColumn] ?? null;
  }
  return row.slice(table.nameColumn + 1).find((cell) => parseNumber(cell) !== null) ?? null;
}

function readCriteria(
  rows: readonly Row[],
  table: CriteriaTable,
  warnings: SchemeWarning[],
): SchemeCriterion[] {
  const criteria: SchemeCriterion[] = [];
  const taken = new Set<string>();
  for (let index = table.start; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    if (isBlank(row[table.codeColumn])) {
      break;
    }
    const typed = cleanCode(row[table.codeColumn] ?? null);
    const isSound = isCriterionCode(typed) && !taken.has(typed);
    const code = isSound ? typed : findFreeLetter(taken, criteria.length);
    if (!isSound) {
      const value = cleanText(row[table.codeColumn] ?? null).slice(0, 100);
      warnings.push({ code: 'criterion_code_repaired', row: index + 1, value, subject: code });
    }
    taken.add(code);
    const mark = parseMark(findCriterionMark(row, table));
    criteria.push({
      code,
      name: cleanText(row[table.nameColumn] ?? null),
      declaredHundredths: mark === null ? null : Math.max(0, mark.hundredths),
      subCriteria: [],
    });
  }
  return criteria;
}

/** Where a table with labels, and perhaps a heading of its own, begins. */
function findTableTop(rows: readonly Row[], firstDataRow: number): number {
  if (firstDataRow >= rows.length) {
    return rows.length;
  }
  const heading = rows[firstDataRow - 2] ?? [];
  const isHeading = heading.filter((cell) => !isBlank(cell)).length === 1;
  return isHeading && firstDataRow >= 3 ? firstDataRow - 2 : firstDataRow - 1;
}

/** Labels that stand before a title and are none. */
const TITLE_LABEL = /^(skill name|skill|test project|компетенция|наименование компетенции|құзыреттілік):?$/;

/** The heading of the table of sections: what stands below it is no title. */
const SECTIONS_HEADING = /^worldskills (occupational standards|standards specification)$/;

/** Headings of tables that are no title either. */
const TABLE_HEADING = /^(criteria|критерии|критерийлер)$/;

/** Under a label of its own, and straight above a table, the title stands where a heading would. */
function findTitleOver(rows: readonly Row[], firstDataRow: number): string {
  const filled = (rows[firstDataRow - 2] ?? []).filter((cell) => !isBlank(cell)).map(cleanText);
  const [text = ''] = filled;
  const isHeading = TABLE_HEADING.test(foldLabel(text)) || SECTIONS_HEADING.test(foldLabel(text));
  return filled.length === 1 && !isHeading ? text : '';
}

/** The text above the tables; a row of more than two cells is a row of labels. */
function findTitle(rows: readonly Row[], firstDataRow: number): string {
  let label = '';
  for (const row of rows.slice(0, findTableTop(rows, firstDataRow))) {
    const words = row.filter((cell) => !isBlank(cell)).map(cleanText);
    const [first = ''] = words;
    if (SECTIONS_HEADING.test(foldLabel(first))) {
      break;
    }
    const isLabelled = TITLE_LABEL.test(foldLabel(first));
    const title = (isLabelled ? words.slice(1) : words).join(' ');
    if (title !== '' && words.length <= 2) {
      return title;
    }
    label ||= isLabelled ? first : '';
  }
  return label === '' ? '' : findTitleOver(rows, firstDataRow) || label;
}

/**
 * Reads title, sections of the standard and list of criteria from the rows above the first block of aspects.
 * Everything is found by its form: a run of numbers with weights, a run of letters under labels.
 */
export function readFrontMatter(rows: readonly Row[]): FrontMatter {
  const warnings: SchemeWarning[] = [];
  const sections = findSections(rows);
  const criteria = findCriteria(rows, sections?.end ?? 0);
  const firstDataRow = sections?.start ?? criteria?.start ?? rows.length;
  return {
    title: findTitle(rows, firstDataRow),
    sections: sections === null ? [] : readSections(rows.slice(sections.start, sections.end)),
    criteria: criteria === null ? [] : readCriteria(rows, criteria, warnings),
    warnings,
  };
}
