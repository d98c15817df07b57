import { foldLabel, isBlank, parseInteger, parseNumber, type CellValue } from './cellValue.ts';
import { parseAspectType, readHeaderLabels, type SchemeColumn, type SchemeColumns } from './schemeColumns.ts';

type Row = readonly CellValue[];

/** What the cells of a column are, as shares of those that are filled. */
interface ColumnFacts {
  index: number;
  filled: number;
  types: number;
  codes: number;
  numbers: number;
  /** Among the numbers: those with a fraction, and the largest. */
  fractions: number;
  largest: number;
  /** Whole numbers 0…3 in rows without a type would be levels of a judgement; counted by the caller. */
  wholes: number;
  /** Average length of the texts that are no numbers. */
  length: number;
}

const isCode = (cell: CellValue): boolean =>
  typeof cell === 'string' && /^\p{L}\s?\d{1,3}[.:]?$/u.test(cell.trim());

function describeColumn(rows: readonly Row[], index: number): ColumnFacts {
  const cells = rows.flatMap((row) => (isBlank(row[index]) ? [] : [row[index] ?? null]));
  const numbers = cells.flatMap((cell) => parseNumber(cell) ?? []);
  const texts = cells.filter((cell) => typeof cell === 'string' && parseNumber(cell) === null);
  const isType = (cell: CellValue): boolean => {
    const word = parseAspectType(cell, []);
    return word !== null && word !== 'unknown';
  };
  const share = (count: number): number => (cells.length === 0 ? 0 : count / cells.length);
  return {
    index,
    filled: cells.length,
    types: share(cells.filter(isType).length),
    codes: share(cells.filter(isCode).length),
    numbers: share(numbers.length),
    fractions: numbers.filter((number) => !Number.isInteger(number)).length,
    largest: Math.max(0, ...numbers),
    wholes: share(cells.filter((cell) => parseInteger(cell) !== null).length),
    length: texts.reduce((sum: number, cell) => sum + String(cell).length, 0) / Math.max(1, texts.length),
  };
}

const MOSTLY = 0.7;

/** Whether the numbers of a column can be marks: mostly numbers, none beyond 100 points, some above nothing. */
const canBeMarks = (facts: ColumnFacts): boolean =>
  facts.numbers >= MOSTLY && facts.largest <= 100 && facts.largest > 0;

/** Marks have fractions; of several columns of whole numbers the one furthest right is taken. */
function findMarks(columns: readonly ColumnFacts[]): ColumnFacts | undefined {
  const able = columns.filter(canBeMarks);
  return able.findLast((facts) => facts.fractions > 0) ?? able.at(-1);
}

function guessByContent(rows: readonly Row[], taken: SchemeColumns): SchemeColumns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const used = new Set(Object.values(taken));
  const columns = Array.from({ length: width }, (_, index) => describeColumn(rows, index)).filter(
    (facts) => facts.filled > 0 && !used.has(facts.index),
  );
  const found: SchemeColumns = { ...taken };
  const take = (column: SchemeColumn, facts: ColumnFacts | undefined): void => {
    if (facts === undefined || found[column] !== undefined) return;
    found[column] = facts.index;
    columns.splice(columns.indexOf(facts), 1);
  };
  take(
    'subCriterionCode',
    columns.find((facts) => facts.codes >= MOSTLY),
  );
  take(
    'aspectType',
    columns.find((facts) => facts.types >= MOSTLY),
  );
  take('maxMark', findMarks(columns));
  const texts = columns.filter((facts) => facts.numbers < MOSTLY).toSorted((a, b) => b.length - a.length);
  const [longest] = texts.filter((facts) => facts.filled * 4 >= Math.max(...texts.map((one) => one.filled)));
  take('description', longest);
  return found;
}

/** How far down a row of labels is looked for. */
const ROWS_LOOKED_AT = 40;

const isLabel = (cell: CellValue | undefined): boolean =>
  typeof cell === 'string' && !isBlank(cell) && parseNumber(cell) === null;

function countLabels(row: Row): number {
  const labels = row.filter(isLabel).length;
  return labels === row.filter((cell) => !isBlank(cell)).length ? labels : 0;
}

/**
 * The row that looks most like labels: known words count double, else the first with at least three texts and nothing
 * but texts. @returns its index; null when there is none
 */
export function guessHeaderRow(rows: readonly Row[]): number | null {
  let best: { index: number; points: number } | null = null;
  for (const [index, row] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const count = countLabels(row);
    const known = Object.keys(readHeaderLabels(row.map((cell) => foldLabel(cell).slice(0, 300)))).length;
    const points = count >= 3 ? count + 2 * known : 0;
    if (points > (best?.points ?? 0)) best = { index, points };
  }
  return best?.index ?? null;
}

/**
 * What the columns of a table most likely hold, by their labels and by what stands in them; a suggestion for a person
 * who then says what is what.
 */
export function guessColumns(rows: readonly Row[], headerRow: number | null): SchemeColumns {
  const labels = headerRow === null ? [] : (rows[headerRow] ?? []);
  const named = readHeaderLabels(labels.map((cell) => foldLabel(cell).slice(0, 300)));
  return guessByContent(rows.slice(headerRow === null ? 0 : headerRow + 1), named);
}
