import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { formatCalculation } from '#shared/domain/schemes/calculationText.ts';
import type { CellValue, WorkbookSheet } from '#shared/domain/schemes/cellValue.ts';
import type { SchemeAspect, SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';

/**
 * Workbooks in the layout of the CIS import sheet, made apart from the product's own writer, each with the
 * oddities that real files have. A reader has to find the same scheme in all of them.
 */
export interface CisTraps {
  /** Marks, weights and sections typed as text with a comma: "0,25". */
  numbersAsText?: boolean;
  /** Days as people type them. */
  days?: 'number' | 'text' | 'C' | 'kk';
  /** Non-breaking and leading spaces around every text, Windows line ends. */
  oddSpaces?: boolean;
  /** '' and ' ' instead of empty cells. */
  emptyStrings?: boolean;
  /** Labels and names of sheets in another language, names over 31 characters, the criterion's letter "I" as "EU". */
  translated?: boolean;
  /** The first aspect stands on its sub-criterion's own row. */
  aspectOnSubCriterionRow?: boolean;
  /** Notes in columns right of N. */
  textPastN?: boolean;
  /** Marks as floating-point noise: 0.1 + 0.2. */
  floatNoise?: boolean;
  /** Empty rows nowhere, or two between any two. */
  emptyRows?: 'none' | 'many';
  /** Other labels over the blocks, A to K, and the word before a criterion's letter. */
  labels?: { columns: string[]; criterion: string };
  /** This many empty columns before A. */
  shiftRight?: number;
}

interface Formula {
  formula: string;
}

type Cell = CellValue | Formula;

const LABELS = [
  'Sub\r\nCriterion\r\nID',
  'Sub Criterion\r\nName or Description',
  'Day of Marking',
  'Aspect\r\nType\r\nM = Meas\r\nJ = Judg',
  'Aspect - Description',
  'Judg Score',
  'Extra Aspect Description (Meas or Judg)\r\nOR\r\nJudgement Score Description (Judg only)',
  'Requirement\r\n(Measurement Only)',
  'WSOS Section',
  'Calculation Row \r\n(Export only)',
  'Max\r\nMark',
];

/** A language that nobody speaks: only the form of the sheet is left to go by. */
const TRANSLATED = [
  'Kodu',
  'Nomo',
  'Tago',
  'Speco M = Mezuro J = Jugo',
  'Teksto',
  'Gradoj',
  'Aldono',
  'Postulo',
  'Parto',
  'Kalkulo',
  'Plej',
];

class CisSheet {
  readonly rows: Cell[][] = [];
  readonly #traps: CisTraps;

  constructor(traps: CisTraps) {
    this.#traps = traps;
  }

  text(value: string): Cell {
    const lines = value.replaceAll('\n', '\r\n');
    return this.#traps.oddSpaces === true && value !== '' ? `\u00a0 ${lines}\u202f\u00a0` : lines;
  }

  mark(hundredths: number | null): Cell {
    if (hundredths === null) {
      return null;
    }
    if (this.#traps.numbersAsText === true) {
      return ` ${(hundredths / 100).toFixed(2).replace('.', ',')}`;
    }
    return this.#traps.floatNoise === true ? hundredths / 100 + 4e-15 : hundredths / 100;
  }

  integer(value: number | null): Cell {
    return value !== null && this.#traps.numbersAsText === true ? `\u00a0${value} ` : value;
  }

  day(value: number | null): Cell {
    const kind = this.#traps.days ?? 'number';
    if (value === null || kind === 'number') {
      return value;
    }
    return { text: String(value), C: `C${value}`, kk: `${value}-күн` }[kind];
  }

  add(cells: Record<string, Cell> = {}): void {
    const filler = this.#traps.emptyStrings === true ? '' : null;
    const row: Cell[] = Array.from({ length: 14 }, () => filler);
    for (const [column, cell] of Object.entries(cells)) {
      row[column.charCodeAt(0) - 65] = cell === '' ? filler : cell;
    }
    if (this.#traps.textPastN === true && cells['K'] !== undefined) {
      row.push(null, 'a note of my own');
    }
    this.rows.push([...Array.from({ length: this.#traps.shiftRight ?? 0 }, () => null), ...row]);
  }

  gap(): void {
    const count = { none: 0, many: 2, usual: 1 }[this.#traps.emptyRows ?? 'usual'];
    for (let row = 0; row < count; row += 1) {
      this.add();
    }
  }
}

function addAspect(sheet: CisSheet, aspect: SchemeAspect, ownRow: Record<string, Cell>): void {
  for (const heading of aspect.headings) {
    sheet.add({ E: sheet.text(heading) });
  }
  sheet.add({
    ...ownRow,
    D: aspect.kind === 'measurement' ? 'M' : 'J',
    E: sheet.text(aspect.description),
    G: sheet.text(aspect.extraDescription),
    H: sheet.text(aspect.requirement),
    I: sheet.integer(aspect.sectionNumber),
    J: aspect.calculationIndex === null ? null : aspect.calculationIndex + 2,
    K: sheet.mark(aspect.maxHundredths),
  });
  for (let place = 0; place <= aspect.descriptors.length; place += 1) {
    for (const extra of aspect.extraRows.filter((row) => row.afterDescriptors === place)) {
      sheet.add({ G: sheet.text(extra.text) });
    }
    const descriptor = aspect.descriptors[place];
    if (descriptor !== undefined) {
      sheet.add({ F: sheet.integer(descriptor.score), G: sheet.text(descriptor.text) });
    }
  }
}

function addFront(sheet: CisSheet, document: SchemeDocument, traps: CisTraps): void {
  const isTranslated = traps.translated === true;
  sheet.add({ A: sheet.text(document.title) });
  sheet.add();
  sheet.add({ A: isTranslated ? 'Normoj de la okupo' : 'WorldSkills Occupational Standards' });
  sheet.add(
    isTranslated
      ? { A: 'Parto', B: 'Pezo', I: 'Pezo', J: 'Aspektoj', K: 'Vario' }
      : { A: 'Section', B: 'WSOS Marks', I: 'WSOS Marks', J: 'Aspect Marks', K: 'Variation' },
  );
  document.sections.forEach((section, index) => {
    const row = index + 5;
    sheet.add({
      A: sheet.integer(section.number),
      B: sheet.text(section.name),
      I: sheet.mark(section.declaredHundredths),
      J: { formula: `SUMIF(I24:I384,A${row},K24:K384)` },
      K: { formula: `ABS(I${row}-J${row})` },
    });
  });
  sheet.add({ I: isTranslated ? 'Suma vario' : 'Total Variation', K: { formula: 'SUM(K5:K9)' } });
  sheet.add();
  sheet.add();
  sheet.add({ A: isTranslated ? 'Kriterioj' : 'Criteria' });
  sheet.add(isTranslated ? { A: 'MI', B: 'Nomo', K: 'Marko' } : { A: 'ID', B: 'Name', K: 'Mark' });
  for (const criterion of document.criteria) {
    sheet.add({
      A: isTranslated && criterion.code === 'I' ? 'EU' : criterion.code,
      B: sheet.text(criterion.name),
      K: sheet.mark(criterion.declaredHundredths),
    });
  }
  sheet.add();
  sheet.gap();
}

interface Words {
  columns: string[];
  criterion: string;
  total: string;
  competition: string;
}

function getWords(traps: CisTraps): Words {
  const words =
    traps.translated === true
      ? { columns: TRANSLATED, criterion: 'Kriterio', total: 'Suma marko', competition: 'Konkurso' }
      : { columns: LABELS, criterion: 'Criterion', total: 'Total\r\nMark', competition: 'Competition' };
  return { ...words, ...traps.labels };
}

function buildMainSheet(document: SchemeDocument, traps: CisTraps): Cell[][] {
  const sheet = new CisSheet(traps);
  addFront(sheet, document, traps);
  const words = getWords(traps);
  for (const criterion of document.criteria) {
    sheet.add({
      ...Object.fromEntries(words.columns.map((label, index) => [String.fromCharCode(65 + index), label])),
      L: `${words.criterion} ${criterion.code}`,
      M: words.total,
      N: { formula: `SUM(K${sheet.rows.length + 2}:K${sheet.rows.length + 3})` },
    });
    for (const sub of criterion.subCriteria) {
      const own = { A: sheet.text(sub.code), B: sheet.text(sub.name), C: sheet.day(sub.markingDay) };
      const isJoined = traps.aspectOnSubCriterionRow === true && sub.aspects[0]?.headings.length === 0;
      if (!isJoined) {
        sheet.add(own);
      }
      sub.aspects.forEach((aspect, index) => {
        addAspect(sheet, aspect, isJoined && index === 0 ? own : {});
        sheet.gap();
      });
    }
    sheet.gap();
  }
  sheet.add({
    L: words.competition,
    M: 'Total\r\nMark',
    N: { formula: 'SUM(N1:N9)' },
  });
  return sheet.rows;
}

/** The sheet of calculations; its first row stays empty, as in a real file, so that rows count from 2. */
function buildCalculations(document: SchemeDocument): Cell[][] {
  const rows = document.calculations.map(({ name, isShared, calculation }): Cell[] => {
    const { cisKind, parametersText } = formatCalculation(calculation);
    return [name, cisKind, isShared, parametersText];
  });
  return rows.length === 0 ? [] : [[null, null, null, ''], ...rows];
}

function nameSheets(traps: CisTraps): [string, string] {
  return traps.translated === true
    ? [' Importo de la poentara skemo por la konkurso', ' kalkuloj']
    : ['CIS Marking Scheme Import', 'Calculations'];
}

/** The workbook as a reader of cells sees it: formulas have no stored result. */
export function buildCisSheets(document: SchemeDocument, traps: CisTraps = {}): WorkbookSheet[] {
  const [main, calculations] = nameSheets(traps);
  const toValues = (rows: Cell[][]) =>
    rows.map((row) => row.map((cell) => (cell !== null && typeof cell === 'object' ? null : cell)));
  return [
    { name: main, rows: toValues(buildMainSheet(document, traps)) },
    { name: calculations, rows: toValues(buildCalculations(document)) },
  ];
}

function toLibraryCell(cell: Cell): CellObject | null {
  if (cell === null) {
    return null;
  }
  return typeof cell === 'object' ? { type: 'Formula', value: cell.formula } : { value: cell };
}

/** Any cells as the bytes of an .xlsx file; names of sheets may be longer than spreadsheets allow. */
export async function makeWorkbook(sheets: { name: string; rows: Cell[][] }[]): Promise<Uint8Array> {
  const library: Sheet<Buffer>[] = sheets.map(({ rows }, index) => ({
    sheet: `Sheet ${index + 1}`,
    data: rows.length === 0 ? [[]] : rows.map((row) => row.map(toLibraryCell)),
  }));
  const rename = (xml: string) =>
    sheets.reduce((text, { name }, index) => text.replace(`"Sheet ${index + 1}"`, `"${name}"`), xml);
  const workbook = writeXlsxFile(library, {
    features: [{ files: { transform: { 'xl/workbook.xml': { transform: rename } } } }],
  });
  return await workbook.toBuffer();
}

/** A scheme as the bytes of a CIS workbook with the given oddities. */
export async function makeCisWorkbook(document: SchemeDocument, traps: CisTraps = {}): Promise<Uint8Array> {
  const [main, calculations] = nameSheets(traps);
  return await makeWorkbook([
    { name: main, rows: buildMainSheet(document, traps) },
    { name: calculations, rows: buildCalculations(document) },
  ]);
}
