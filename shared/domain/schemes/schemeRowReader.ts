import { cleanText, isBlank, parseInteger, parseMark, parseMarkingDay, type CellValue } from './cellValue.ts';
import { SchemeBuilder } from './schemeBuilder.ts';
import { cleanCode, findFreeLetter, getCriterionOfCode, isCriterionCode } from './schemeCodes.ts';
import {
  parseAspectType,
  type AspectTypeWord,
  type SchemeColumn,
  type SchemeColumns,
} from './schemeColumns.ts';
import type { JudgementScore } from './schemeDocument.ts';
import type { SchemeReadingCode, SchemeWarning } from './schemeWarning.ts';

/** How the rows of a table are to be understood. */
export interface RowReading {
  columns: SchemeColumns;
  /** See `readTypeLegend`. */
  legend: readonly string[];
  /** Rows of labels, from 0: each but the first begins a criterion's block. */
  headerRows: ReadonlySet<number>;
  /** Second rows of labels that belong to the header above. */
  subHeaderRows: ReadonlySet<number>;
  /** Row of the sheet of calculations, from 1 → index. */
  calculationIndexByRow: ReadonlyMap<number, number>;
}

/** A row as the columns of the table tell it. */
interface TableRow {
  /** From 1, as the spreadsheet shows it. */
  number: number;
  cells: readonly CellValue[];
}

/** Columns of text and marks: with none of them filled, a row says nothing about aspects. */
const CONTENT: readonly SchemeColumn[] = [
  'aspectType',
  'description',
  'score',
  'extraDescription',
  'requirement',
  'maxMark',
];

/** Reads the rows of a table of aspects into a builder, and notes what a person should look at. */
export class SchemeRowReader {
  readonly warnings: SchemeWarning[] = [];
  readonly #builder: SchemeBuilder;
  readonly #reading: RowReading;
  readonly #hasLadder: boolean;
  #isDiscrete = false;
  #blocks = 0;

  constructor(builder: SchemeBuilder, reading: RowReading) {
    this.#builder = builder;
    this.#reading = reading;
    const { score, extraDescription } = reading.columns;
    this.#hasLadder = score !== undefined && extraDescription !== undefined;
  }

  /** Reads the rows from the first header on; `start` is its index in the sheet. */
  read(rows: readonly (readonly CellValue[])[], start: number): void {
    for (let index = start; index < rows.length; index += 1) {
      const row: TableRow = { number: index + 1, cells: rows[index] ?? [] };
      if (this.#reading.headerRows.has(index)) {
        this.#openBlock(row);
      } else if (!this.#reading.subHeaderRows.has(index)) {
        this.#readRow(row);
      }
    }
    this.#builder.finish();
  }

  #cell(row: TableRow, column: SchemeColumn): CellValue {
    const index = this.#reading.columns[column];
    return index === undefined ? null : (row.cells[index] ?? null);
  }

  #text(row: TableRow, column: SchemeColumn): string {
    return cleanText(this.#cell(row, column));
  }

  #warn(code: SchemeReadingCode, row: TableRow, details: Partial<SchemeWarning> = {}): void {
    this.warnings.push({ code, row: row.number, ...details });
  }

  #warnValue(code: SchemeReadingCode, row: TableRow, value: CellValue): void {
    this.#warn(code, row, { value: cleanText(value).slice(0, 100) });
  }

  /** A header row: its last label names the criterion; where it does not, the criterion's place does. */
  #openBlock(row: TableRow): void {
    const place = this.#blocks;
    this.#blocks += 1;
    const label = this.#text(row, 'criterionLabel');
    const letter = cleanCode(label.split(/\s+/).at(-1) ?? '');
    if (isCriterionCode(letter)) {
      this.#builder.openCriterion(letter);
      return;
    }
    if (label === '' && this.#reading.headerRows.size === 1) {
      return;
    }
    const { criteria } = this.#builder;
    const taken = new Set(criteria.map((criterion) => criterion.code));
    const subject = criteria[place]?.code ?? findFreeLetter(taken, place);
    this.#builder.openCriterion(subject);
    this.#warn('criterion_code_repaired', row, { value: label.slice(0, 100), subject });
  }

  #readRow(row: TableRow): void {
    this.#readSubCriterion(row);
    if (CONTENT.every((column) => isBlank(this.#cell(row, column)))) {
      return;
    }
    const word = parseAspectType(this.#cell(row, 'aspectType'), this.#reading.legend);
    if (word !== null) {
      this.#readAspect(row, word);
    } else if (!isBlank(this.#cell(row, 'score'))) {
      this.#readDescriptor(row);
    } else {
      this.#readUntyped(row);
    }
  }

  #readSubCriterion(row: TableRow): void {
    const code = cleanCode(this.#cell(row, 'subCriterionCode'));
    const name = this.#text(row, 'subCriterionName');
    if (code === '' && name === '') {
      return;
    }
    if (isCriterionCode(code)) {
      this.#builder.openCriterion(code, name);
      return;
    }
    const day = this.#readDay(row);
    const isSame = code === '' ? this.#isContinued(row) : code === this.#builder.subCriterionCode;
    if (isSame && !isBlank(this.#cell(row, 'aspectType'))) {
      this.#builder.amendSubCriterion(name, day);
      return;
    }
    this.#openSubCriterion(row, code, day);
  }

  /** A name without a code beside an aspect repeats, or completes, the sub-criterion that is open. */
  #isContinued(row: TableRow): boolean {
    return this.#builder.subCriterionCode !== null && !isBlank(this.#cell(row, 'aspectType'));
  }

  #openSubCriterion(row: TableRow, code: string, day: number | null): void {
    const letter = getCriterionOfCode(code);
    const isFree = this.#reading.headerRows.size <= 1 || this.#builder.criterionCode === null;
    if (letter !== null && isFree && letter !== this.#builder.criterionCode) {
      this.#builder.openCriterion(letter);
    }
    const subject = this.#builder.openSubCriterion(code, this.#text(row, 'subCriterionName'), day);
    if (code === '') {
      this.#warn('sub_criterion_code_missing', row, { subject });
    }
  }

  #readDay(row: TableRow): number | null {
    const cell = this.#cell(row, 'markingDay');
    const day = parseMarkingDay(cell);
    if (day === null && !isBlank(cell)) {
      this.#warnValue('day_not_understood', row, cell);
    }
    return day;
  }

  #readAspect(row: TableRow, word: AspectTypeWord | 'unknown'): void {
    const isEmpty = (['description', 'maxMark', 'section'] as const).every((c) =>
      isBlank(this.#cell(row, c)),
    );
    if (isEmpty) {
      return;
    }
    if (word === 'unknown') {
      this.#warnValue('type_not_understood', row, this.#cell(row, 'aspectType'));
    }
    this.#addAspect(row, word === 'judgement' ? 'judgement' : 'measurement');
    this.#isDiscrete = word === 'discrete';
    this.#keepLink(row, word);
  }

  #addAspect(row: TableRow, kind: 'measurement' | 'judgement'): void {
    if (this.#builder.subCriterionCode === null) {
      const subject = this.#builder.openSubCriterion('', '', null);
      this.#warn('sub_criterion_assumed', row, { subject });
    }
    this.#isDiscrete = false;
    this.#builder.addAspect({
      kind,
      description: this.#text(row, 'description'),
      extraDescription: this.#text(row, 'extraDescription'),
      requirement: this.#text(row, 'requirement'),
      sectionNumber: this.#readSection(row),
      maxHundredths: this.#readMark(row),
      calculationIndex: this.#readCalculation(row),
    });
  }

  /** We know no rule for the links of the Russian layout: they stay as a note under the aspect. */
  #keepLink(row: TableRow, word: AspectTypeWord | 'unknown'): void {
    const link = this.#text(row, 'link');
    if (word === 'link' || link !== '') {
      const value = `Z ${link}`.trim();
      this.#builder.addExtraRow(value);
      this.#warnValue('link_kept_as_note', row, value);
    }
  }

  #readMark(row: TableRow): number {
    const cell = this.#cell(row, 'maxMark');
    const mark = parseMark(cell);
    if (mark === null) {
      if (isBlank(cell)) {
        this.#warn('mark_missing', row);
      } else {
        this.#warnValue('mark_not_understood', row, cell);
      }
      return 0;
    }
    if (mark.hundredths < 0) {
      this.#warnValue('mark_negative', row, cell);
      return 0;
    }
    if (!mark.isExact) {
      this.#warnValue('mark_rounded', row, cell);
    }
    return mark.hundredths;
  }

  #readSection(row: TableRow): number | null {
    const cell = this.#cell(row, 'section');
    const text = cleanText(cell);
    const number = parseInteger(cell) ?? parseInteger(/^\D*(\d{1,2})\.?$/.exec(text)?.[1] ?? null);
    if (number !== null && number >= 1) {
      return number;
    }
    if (text !== '' && !/^[-–—0]$/.test(text)) {
      this.#warnValue('section_not_understood', row, cell);
    }
    return null;
  }

  #readCalculation(row: TableRow): number | null {
    const cell = this.#cell(row, 'calculationRow');
    const number = parseInteger(cell);
    const index = number === null ? undefined : this.#reading.calculationIndexByRow.get(number);
    if (index === undefined && !isBlank(cell) && number !== 0) {
      this.#warnValue('calculation_not_found', row, cell);
    }
    return index ?? null;
  }

  #readDescriptor(row: TableRow): void {
    const cell = this.#cell(row, 'score');
    const score = parseInteger(cell);
    const text = this.#joinTexts(row);
    if (score !== null && score >= 0 && score <= 3 && this.#builder.hasAspect) {
      this.#builder.addDescriptor(score as JudgementScore, text);
      return;
    }
    this.#warnValue('score_not_understood', row, cell);
    this.#builder.addExtraRow(`${cleanText(cell)} ${text}`.trim());
  }

  #joinTexts(row: TableRow): string {
    return (['description', 'extraDescription', 'requirement'] as const)
      .map((column) => this.#text(row, column))
      .filter((text) => text !== '')
      .join('\n');
  }

  /** A row without a type: an option, an aspect whose type was forgotten, a heading, or a note. */
  #readUntyped(row: TableRow): void {
    const text = this.#joinTexts(row);
    const mark = parseMark(this.#cell(row, 'maxMark'));
    const hasDescription = !isBlank(this.#cell(row, 'description'));
    if (text === '') {
      this.#readLonelyMark(row);
    } else if (mark !== null && this.#isDiscrete && this.#builder.hasAspect) {
      this.#builder.addOption(text, this.#readMark(row));
    } else if (mark !== null && hasDescription) {
      this.#addAspect(row, 'measurement');
      this.#warn('type_assumed', row);
    } else {
      this.#readText(row, text, hasDescription);
    }
  }

  #readText(row: TableRow, text: string, hasDescription: boolean): void {
    if (hasDescription && this.#hasLadder) {
      this.#builder.addHeading(text);
    } else {
      this.#builder.addExtraRow(text);
    }
    if (!isBlank(this.#cell(row, 'maxMark'))) {
      this.#warnValue('mark_without_aspect', row, this.#cell(row, 'maxMark'));
    }
  }

  /** The sum on a sub-criterion's row repeats its aspects; anywhere else a mark without text is a question. */
  #readLonelyMark(row: TableRow): void {
    if (isBlank(this.#cell(row, 'subCriterionCode')) && isBlank(this.#cell(row, 'subCriterionName'))) {
      this.#warnValue('mark_without_aspect', row, this.#cell(row, 'maxMark'));
    }
  }
}
