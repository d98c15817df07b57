import { parseInteger, type CellValue } from './cellValue.ts';
import { SchemeBuilder } from './schemeBuilder.ts';
import {
  cleanCode,
  findFreeLetter,
  getCriterionOfCode,
  isCriterionCode,
  parseCriterionCell,
} from './schemeCodes.ts';
import { isTotalLabel, parseAspectType, type AspectTypeWord, type SchemeColumns } from './schemeColumns.ts';
import type { JudgementScore } from './schemeDocument.ts';
import { SchemeRow } from './schemeRow.ts';
import type { SchemeWarning } from './schemeWarning.ts';

/** How the rows of a table are to be understood. */
export interface RowReading {
  columns: SchemeColumns;
  /** See `readTypeLegend`. */
  legend: readonly string[];
  /** Rows of labels, from 0; in the layouts of CIS each begins a criterion's block. */
  headerRows: ReadonlySet<number>;
  /** Second rows of labels that belong to the header above. */
  subHeaderRows: ReadonlySet<number>;
  /** Row of the sheet of calculations, from 1 → index. */
  calculationIndexByRow: ReadonlyMap<number, number>;
}

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
    const { columns, calculationIndexByRow } = this.#reading;
    const context = { columns, calculationIndexByRow, warnings: this.warnings };
    for (let index = start; index < rows.length; index += 1) {
      const row = new SchemeRow(rows[index] ?? [], index + 1, context);
      if (this.#reading.headerRows.has(index)) {
        this.#openBlock(row);
      } else if (!this.#reading.subHeaderRows.has(index)) {
        this.#readRow(row);
      }
    }
    this.#builder.finish();
  }

  /** A header row: its last label names the criterion; where it does not, the criterion's place does. */
  #openBlock(row: SchemeRow): void {
    const place = this.#blocks;
    this.#blocks += 1;
    const label = row.text('criterionLabel');
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
    row.warn('criterion_code_repaired', { value: label.slice(0, 100), subject });
  }

  #readRow(row: SchemeRow): void {
    this.#readCriterion(row);
    this.#readSubCriterion(row);
    if (!row.hasContent()) {
      return;
    }
    const word = parseAspectType(row.cell('aspectType'), this.#reading.legend);
    if (word !== null) {
      this.#readAspect(row, word);
    } else if (!row.isBlank('score')) {
      this.#readDescriptor(row);
    } else {
      this.#readUntyped(row);
    }
  }

  #readCriterion(row: SchemeRow): void {
    const { code, name } = parseCriterionCell(row.cell('criterion'));
    if (code !== null && code !== this.#builder.criterionCode) {
      this.#builder.openCriterion(code, name);
    } else if (code === null && name !== '' && name !== this.#builder.criterionName) {
      this.#builder.openNamedCriterion(name);
    }
  }

  #readSubCriterion(row: SchemeRow): void {
    const code = cleanCode(row.cell('subCriterionCode'));
    const name = row.text('subCriterionName');
    if (code === '' && name === '') {
      return;
    }
    if (isCriterionCode(code)) {
      this.#builder.openCriterion(code, name);
      return;
    }
    const day = row.readDay();
    if (row.hasContent() && this.#isContinued(code, name)) {
      this.#builder.amendSubCriterion(name, day);
    } else {
      this.#openSubCriterion(row, code, day);
    }
  }

  /** Whether a row beside whose aspect a code or name stands repeats, or completes, the open sub-criterion. */
  #isContinued(code: string, name: string): boolean {
    const { subCriterionCode, subCriterionName } = this.#builder;
    if (code !== '') {
      return code === subCriterionCode;
    }
    const hasCodes = this.#reading.columns.subCriterionCode !== undefined;
    return subCriterionCode !== null && (hasCodes || name === subCriterionName || subCriterionName === '');
  }

  #openSubCriterion(row: SchemeRow, code: string, day: number | null): void {
    const letter = getCriterionOfCode(code);
    const isBlock = this.#reading.headerRows.size > 1 && this.#builder.criterionCode !== null;
    const isFree = !isBlock && this.#reading.columns.criterion === undefined;
    if (letter !== null && isFree && letter !== this.#builder.criterionCode) {
      this.#builder.openCriterion(letter);
    }
    const subject = this.#builder.openSubCriterion(code, row.text('subCriterionName'), day);
    if (code === '' && this.#reading.columns.subCriterionCode !== undefined) {
      row.warn('sub_criterion_code_missing', { subject });
    }
  }

  #readAspect(row: SchemeRow, word: AspectTypeWord | 'unknown'): void {
    if (row.isBlank('description') && row.isBlank('maxMark') && row.isBlank('section')) {
      return;
    }
    if (word === 'unknown') {
      row.warnCell('type_not_understood', 'aspectType');
    }
    this.#addAspect(row, word === 'judgement' ? 'judgement' : 'measurement');
    this.#isDiscrete = word === 'discrete';
    this.#keepLink(row, word);
  }

  #addAspect(row: SchemeRow, kind: 'measurement' | 'judgement'): void {
    if (this.#builder.subCriterionCode === null) {
      const subject = this.#builder.openSubCriterion('', '', null);
      row.warn('sub_criterion_assumed', { subject });
    }
    this.#isDiscrete = false;
    this.#builder.addAspect({
      kind,
      description: row.text('description'),
      extraDescription: row.text('extraDescription'),
      requirement: row.text('requirement'),
      sectionNumber: row.readSection(),
      maxHundredths: row.readMark(),
      calculationIndex: row.readCalculation(),
    });
  }

  /** We know no rule for the links of the Russian layout: they stay as a note under the aspect. */
  #keepLink(row: SchemeRow, word: AspectTypeWord | 'unknown'): void {
    const link = row.text('link');
    if (word === 'link' || link !== '') {
      const value = `Z ${link}`.trim();
      this.#builder.addExtraRow(value);
      row.warn('link_kept_as_note', { value: value.slice(0, 100) });
    }
  }

  #readDescriptor(row: SchemeRow): void {
    const score = parseInteger(row.cell('score'));
    const text = row.joinTexts();
    if (score !== null && score >= 0 && score <= 3 && this.#builder.hasAspect) {
      this.#builder.addDescriptor(score as JudgementScore, text);
      return;
    }
    row.warnCell('score_not_understood', 'score');
    this.#builder.addExtraRow(`${row.text('score')} ${text}`.trim());
  }

  /** A row without a type: an option, an aspect whose type was forgotten, a heading, or a note. */
  #readUntyped(row: SchemeRow): void {
    const text = row.joinTexts();
    if (text === '') {
      this.#readLonelyMark(row);
    } else if (row.hasMark() && this.#isDiscrete && this.#builder.hasAspect) {
      this.#builder.addOption(text, row.readMark());
    } else if (row.hasMark() && !row.isBlank('description')) {
      this.#readForgottenType(row, text);
    } else {
      this.#readText(row, text);
    }
  }

  /** A row of sums is no aspect; where there is no column of types at all, measurements are no surprise. */
  #readForgottenType(row: SchemeRow, text: string): void {
    if (isTotalLabel(text)) {
      return;
    }
    this.#addAspect(row, 'measurement');
    if (this.#reading.columns.aspectType !== undefined) {
      row.warn('type_assumed');
    }
  }

  #readText(row: SchemeRow, text: string): void {
    if (!row.isBlank('description') && this.#hasLadder) {
      this.#builder.addHeading(text);
    } else {
      this.#builder.addExtraRow(text);
    }
    if (!row.isBlank('maxMark')) {
      row.warnCell('mark_without_aspect', 'maxMark');
    }
  }

  /** The sum on a sub-criterion's row repeats its aspects; anywhere else a mark without text is a question. */
  #readLonelyMark(row: SchemeRow): void {
    if (row.isBlank('subCriterionCode') && row.isBlank('subCriterionName')) {
      row.warnCell('mark_without_aspect', 'maxMark');
    }
  }
}
