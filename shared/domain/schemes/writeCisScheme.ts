import { formatCalculation } from './calculationText.ts';
import { cleanText } from './cellValue.ts';
import type { SchemeAspect, SchemeCriterion, SchemeDocument, SchemeSubCriterion } from './schemeDocument.ts';
import { listAspects, sumAspectHundredths, sumSchemeHundredths } from './schemeDocument.ts';
import type { OutputCell, OutputRow, OutputSheet, OutputStyle } from './workbookOutput.ts';

/** The labels over each criterion's block, A to K, as CIS writes them. */
const BLOCK_LABELS = [
  'Sub\nCriterion\nID',
  'Sub Criterion\nName or Description',
  'Day of Marking',
  'Aspect\nType\nM = Meas\nJ = Judg',
  'Aspect - Description',
  'Judg Score',
  'Extra Aspect Description (Meas or Judg)\nOR\nJudgement Score Description (Judg only)',
  'Requirement\n(Measurement Only)',
  'WSOS Section',
  'Calculation Row \n(Export only)',
  'Max\nMark',
];

const TOTAL_MARK = 'Total\nMark';
const SHEET_NAME = 'CIS Marking Scheme Import';
const COLUMN_WIDTHS = [9, 36, 9, 9, 60, 8, 60, 26, 10, 13, 9, 14, 9, 9];
/** What a spreadsheet can hold in a cell. */
const MAX_CELL_CHARACTERS = 32_767;

/** Letters of the columns that cells are put in. */
type Column = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N';

type Cells = Partial<Record<Column, OutputCell | null>>;

function text(value: string, style: OutputStyle = 'text'): OutputCell | null {
  const clean = cleanText(value).slice(0, MAX_CELL_CHARACTERS);
  return clean === '' ? null : { value: clean, style };
}

function number(value: number | null): OutputCell | null {
  return value === null ? null : { value, style: 'number' };
}

/** Hundredths as points: dividing an integer by 100 gives the nearest number to the decimal, "0.29". */
function mark(hundredths: number, formula?: string): OutputCell {
  const value = hundredths / 100;
  return formula === undefined ? { value, style: 'mark' } : { value, formula, style: 'mark' };
}

function toRow(cells: Cells): OutputRow {
  const row: OutputRow = [];
  for (const [column, cell] of Object.entries(cells)) {
    const index = column.charCodeAt(0) - 65;
    while (row.length <= index) {
      row.push(null);
    }
    row[index] = cell;
  }
  while (row.length > 0 && row.at(-1) === null) {
    row.pop();
  }
  return row;
}

/** The rows of the sheet so far; formulas that need rows below are written once these are known. */
class SheetRows {
  readonly rows: OutputRow[] = [];

  /** Adds a row; @returns its number, from 1. */
  add(cells: Cells = {}): number {
    this.rows.push(toRow(cells));
    return this.rows.length;
  }

  /** Empty rows, unless there are as many already. */
  leave(count: number): void {
    let empty = 0;
    while (empty < count && this.rows.at(-1 - empty)?.length === 0) {
      empty += 1;
    }
    for (; empty < count; empty += 1) {
      this.add();
    }
  }

  set(rowNumber: number, cells: Cells): void {
    const row = this.rows[rowNumber - 1] ?? [];
    const added = toRow(cells);
    const length = Math.max(row.length, added.length);
    this.rows[rowNumber - 1] = Array.from({ length }, (_, index) => added[index] ?? row[index] ?? null);
  }

  get count(): number {
    return this.rows.length;
  }
}

function addFront(sheet: SheetRows, document: SchemeDocument): number {
  sheet.add({ A: text(document.title, 'title') });
  sheet.add();
  sheet.add({ A: text('WorldSkills Occupational Standards', 'title') });
  const weights = text('WSOS Marks', 'label');
  sheet.add({
    A: text('Section', 'label'),
    B: weights,
    I: weights,
    J: text('Aspect Marks', 'label'),
    K: text('Variation', 'label'),
  });
  const firstSection = sheet.count + 1;
  for (const section of document.sections) {
    sheet.add({ A: number(section.number), B: text(section.name), I: mark(section.declaredHundredths) });
  }
  sheet.add({ I: text('Total Variation', 'label') });
  sheet.add();
  sheet.add();
  sheet.add({ A: text('Criteria', 'title') });
  sheet.add({ A: text('ID', 'label'), B: text('Name', 'label'), K: text('Mark', 'label') });
  for (const { code, name, declaredHundredths } of document.criteria) {
    sheet.add({
      A: text(code),
      B: text(name),
      K: declaredHundredths === null ? null : mark(declaredHundredths),
    });
  }
  sheet.add();
  sheet.add();
  return firstSection;
}

function addAspect(sheet: SheetRows, aspect: SchemeAspect): void {
  for (const heading of aspect.headings) {
    sheet.add({ E: text(heading, 'strong') });
  }
  const { kind, description, extraDescription, requirement, calculationIndex } = aspect;
  sheet.add({
    D: text(kind === 'measurement' ? 'M' : 'J'),
    E: text(description),
    G: text(extraDescription),
    H: text(requirement),
    I: number(aspect.sectionNumber),
    J: number(calculationIndex === null ? null : calculationIndex + 1),
    K: mark(aspect.maxHundredths),
  });
  const addExtraRows = (place: number, isLast: boolean) => {
    for (const extra of aspect.extraRows) {
      if (extra.afterDescriptors === place || (isLast && extra.afterDescriptors > place)) {
        sheet.add({ G: text(extra.text) });
      }
    }
  };
  aspect.descriptors.forEach((descriptor, index) => {
    addExtraRows(index, false);
    sheet.add({ F: number(descriptor.score), G: text(descriptor.text) });
  });
  addExtraRows(aspect.descriptors.length, true);
}

function addSubCriterion(sheet: SheetRows, subCriterion: SchemeSubCriterion): void {
  const { code, name, markingDay, aspects } = subCriterion;
  sheet.add({ A: text(code, 'strong'), B: text(name, 'strong'), C: number(markingDay) });
  for (const [index, aspect] of aspects.entries()) {
    addAspect(sheet, aspect);
    if (aspect.kind === 'judgement' && index < aspects.length - 1) {
      sheet.leave(1);
    }
  }
  sheet.leave(1);
}

/** A criterion's labels and rows; @returns the row of its labels. */
function addBlock(sheet: SheetRows, criterion: SchemeCriterion): number {
  const labels = Object.fromEntries(
    BLOCK_LABELS.map((label, index) => [String.fromCharCode(65 + index), text(label, 'label')]),
  );
  const header = sheet.add({
    ...labels,
    L: text(`Criterion ${criterion.code}`, 'label'),
    M: text(TOTAL_MARK, 'label'),
  });
  for (const subCriterion of criterion.subCriteria) {
    addSubCriterion(sheet, subCriterion);
  }
  sheet.leave(2);
  return header;
}

function addTotals(sheet: SheetRows, document: SchemeDocument, headers: readonly number[]): void {
  headers.forEach((header, index) => {
    const last = (headers[index + 1] ?? sheet.count + 1) - 1;
    const criterion = document.criteria[index];
    const hundredths = criterion === undefined ? 0 : sumAspectHundredths(listAspects(criterion));
    sheet.set(header, { N: mark(hundredths, `SUM(K${header + 1}:K${last})`) });
  });
  const last = sheet.count;
  sheet.add({
    L: text('Competition', 'label'),
    M: text(TOTAL_MARK, 'label'),
    N: mark(sumSchemeHundredths(document), `SUM(N1:N${last})`),
  });
}

function addVariations(
  sheet: SheetRows,
  document: SchemeDocument,
  rows: { sections: number; aspects: number },
): void {
  const aspects = document.criteria.flatMap(listAspects);
  const last = Math.max(rows.aspects, sheet.count - 1);
  let variation = 0;
  document.sections.forEach((section, index) => {
    const row = rows.sections + index;
    const given = sumAspectHundredths(aspects.filter((aspect) => aspect.sectionNumber === section.number));
    const difference = Math.abs(section.declaredHundredths - given);
    variation += difference;
    sheet.set(row, {
      J: mark(given, `SUMIF(I${rows.aspects}:I${last},A${row},K${rows.aspects}:K${last})`),
      K: mark(difference, `ABS(I${row}-J${row})`),
    });
  });
  const end = rows.sections + document.sections.length;
  const sum = document.sections.length === 0 ? undefined : `SUM(K${rows.sections}:K${end - 1})`;
  sheet.set(end, { K: mark(variation, sum) });
}

function writeCalculations(document: SchemeDocument): OutputSheet {
  const rows = document.calculations.map(({ name, isShared, calculation }) => {
    const { cisKind, parametersText } = formatCalculation(calculation);
    return toRow({
      A: text(name),
      B: text(cisKind),
      C: { value: isShared, style: 'text' },
      D: text(parametersText),
    });
  });
  return { name: 'Calculations', columnWidths: [24, 32, 8, 90], rows };
}

/**
 * Writes a scheme in the layout of the CIS import sheet, with its formulas and the sheet of calculations.
 * Reading the answer with `readScheme` gives the same scheme; writing that again gives the same cells.
 */
export function writeCisScheme(document: SchemeDocument): OutputSheet[] {
  const sheet = new SheetRows();
  const sections = addFront(sheet, document);
  const aspects = sheet.count + 2;
  const headers = document.criteria.map((criterion) => addBlock(sheet, criterion));
  sheet.leave(2);
  addTotals(sheet, document, headers);
  addVariations(sheet, document, { sections, aspects });
  return [{ name: SHEET_NAME, columnWidths: COLUMN_WIDTHS, rows: sheet.rows }, writeCalculations(document)];
}
