import { cleanText, isBlank, parseInteger, parseMark, parseMarkingDay, type CellValue } from './cellValue.ts';
import type { SchemeColumn, SchemeColumns } from './schemeColumns.ts';
import type { SchemeReadingCode, SchemeWarning } from './schemeWarning.ts';

/** Columns of texts and marks: with none of them filled, a row says nothing about aspects. */
const CONTENT: readonly SchemeColumn[] = [
  'aspectType',
  'description',
  'score',
  'extraDescription',
  'requirement',
  'maxMark',
];

/** Where warnings go, and what a row needs besides its own cells. */
export interface RowContext {
  columns: SchemeColumns;
  /** Row of the sheet of calculations, from 1 → index. */
  calculationIndexByRow: ReadonlyMap<number, number>;
  warnings: SchemeWarning[];
}

/** A row of a table of aspects: its cells by what their columns hold, read into values with a warning each time that fails. */
export class SchemeRow {
  /** From 1, as the spreadsheet shows it. */
  readonly number: number;
  readonly #cells: readonly CellValue[];
  readonly #context: RowContext;

  constructor(cells: readonly CellValue[], number: number, context: RowContext) {
    this.#cells = cells;
    this.number = number;
    this.#context = context;
  }

  cell(column: SchemeColumn): CellValue {
    const index = this.#context.columns[column];
    return index === undefined ? null : (this.#cells[index] ?? null);
  }

  text(column: SchemeColumn): string {
    return cleanText(this.cell(column));
  }

  isBlank(column: SchemeColumn): boolean {
    return isBlank(this.cell(column));
  }

  hasContent(): boolean {
    return CONTENT.some((column) => !this.isBlank(column));
  }

  /** All texts of a row that has no type. */
  joinTexts(): string {
    return (['description', 'extraDescription', 'requirement'] as const)
      .map((column) => this.text(column))
      .filter((text) => text !== '')
      .join('\n');
  }

  warn(code: SchemeReadingCode, details: Partial<SchemeWarning> = {}): void {
    this.#context.warnings.push({ code, row: this.number, ...details });
  }

  warnCell(code: SchemeReadingCode, column: SchemeColumn): void {
    this.warn(code, { value: this.text(column).slice(0, 100) });
  }

  /** Whether the cell of the mark holds a number. */
  hasMark(): boolean {
    return parseMark(this.cell('maxMark')) !== null;
  }

  /** The mark in hundredths; nothing where there is none to be read. */
  readMark(): number {
    const mark = parseMark(this.cell('maxMark'));
    if (mark === null) {
      if (this.isBlank('maxMark')) {
        this.warn('mark_missing');
      } else {
        this.warnCell('mark_not_understood', 'maxMark');
      }
      return 0;
    }
    if (mark.hundredths < 0) {
      this.warnCell('mark_negative', 'maxMark');
      return 0;
    }
    if (!mark.isExact) {
      this.warnCell('mark_rounded', 'maxMark');
    }
    return mark.hundredths;
  }

  readDay(): number | null {
    const day = parseMarkingDay(this.cell('markingDay'));
    if (day === null && !this.isBlank('markingDay')) {
      this.warnCell('day_not_understood', 'markingDay');
    }
    return day;
  }

  /** A section's number: 3, "3", "Section 3"; a dash or zero is none. */
  readSection(): number | null {
    const cell = this.cell('section');
    const text = cleanText(cell);
    const number = parseInteger(cell) ?? parseInteger(/^\D*(\d{1,2})\.?$/.exec(text)?.[1] ?? null);
    if (number !== null && number >= 1) {
      return number;
    }
    if (text !== '' && !/^[-–—0]$/.test(text)) {
      this.warnCell('section_not_understood', 'section');
    }
    return null;
  }

  readCalculation(): number | null {
    const number = parseInteger(this.cell('calculationRow'));
    const index = number === null ? undefined : this.#context.calculationIndexByRow.get(number);
    if (index === undefined && !this.isBlank('calculationRow') && number !== 0) {
      this.warnCell('calculation_not_found', 'calculationRow');
    }
    return index ?? null;
  }
}
