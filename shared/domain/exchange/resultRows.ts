import type { MarkEntry } from '../../contract/training.ts';
import { parseDay } from './peopleRows.ts';
import type { ResultMapping } from './resultColumns.ts';
import { findPart, finestLevel, totalPart, type ResultLevel, type ResultPart } from './resultParts.ts';

/** What is wrong with a cell or a row. */
export type ResultProblemCode =
  | 'no_name'
  | 'no_date'
  | 'bad_date'
  | 'no_marks'
  | 'twice'
  | 'not_a_number'
  | 'below_zero'
  | 'above_maximum'
  | 'not_a_score'
  | 'partial_not_allowed'
  | 'unknown_code'
  | 'repeated_code'
  | 'sum_differs';

export interface ResultProblem {
  /** Number of the row in the file, from 1. */
  line: number;
  code: ResultProblemCode;
  /** The part of the scheme, or what stands in the cell. */
  what: string;
}

/** With these the result cannot be taken; with others only the cells that they name are left out. */
const BLOCKING: ReadonlySet<ResultProblemCode> = new Set<ResultProblemCode>([
  'no_name',
  'no_date',
  'bad_date',
  'no_marks',
  'twice',
]);

export const isBlocking = ({ code }: Pick<ResultProblem, 'code'>): boolean => BLOCKING.has(code);

/** One student's result of one day, from a row of a table or from several rows of a list. */
export interface DraftResult {
  /** Its first row in the file. */
  line: number;
  surname: string;
  givenName: string;
  patronymic: string;
  groupName: string;
  date: string | null;
  /** By the code of the part. */
  marks: { code: string; entry: MarkEntry }[];
  problems: ResultProblem[];
}

export interface ReadResults {
  level: ResultLevel;
  /** Parts that the file holds marks of. */
  parts: ResultPart[];
  /** Sums stood as parts of one (0.85) and were read as percent. */
  isFraction: boolean;
  results: DraftResult[];
}

export interface ResultOptions {
  mapping: ResultMapping;
  parts: readonly ResultPart[];
  /** Day of rows that name none. */
  date: string | null;
  /** What a sum is out of. */
  totalMaxHundredths: number;
}

const ABSENT = /^(?:[-−–—]|н\/?я|н\/?б|не\s?явил\p{L}*|келмеді|жоқ|absent|n\/?a|dns)$/iu;
const NUMBER = /^([-−]?)\s*(\d{1,9}(?:[.,]\d{1,20})?|[.,]\d{1,20})\s*(%?)$/u;
/** Rows below the students: sums and means of the columns, or the maxima. */
const SUMMARY = /^(?:макс|max|итого|всего|средн|барлығы|жалпы|орташа|total|average|mean|sum)/iu;

type ParsedCell = { entry: MarkEntry } | { problem: ResultProblemCode } | null;

function toNumber(text: string): { value: number; isPercent: boolean } | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', digits = '', percent = ''] = match;
  const value = Number(digits.replace(',', '.'));
  return { value: sign === '' ? value : -value, isPercent: percent !== '' };
}

function toPoints(text: string, part: ResultPart, factor: number): ParsedCell {
  const number = toNumber(text);
  if (number === null) return { problem: 'not_a_number' };
  if (number.value < 0) return { problem: 'below_zero' };
  const { maxHundredths } = part;
  // Spreadsheets keep 0.1 + 0.2: marks are whole hundredths.
  const markHundredths = number.isPercent
    ? Math.round((number.value / 100) * maxHundredths)
    : Math.round(number.value * factor * 100);
  if (markHundredths > maxHundredths) return { problem: 'above_maximum' };
  const isPartial = markHundredths > 0 && markHundredths < maxHundredths;
  if (isPartial && !part.allowsPartial) return { problem: 'partial_not_allowed' };
  return { entry: { kind: 'points', markHundredths } };
}

function parseCell(text: string, part: ResultPart, factor: number): ParsedCell {
  if (text === '') return null;
  if (ABSENT.test(text)) return { entry: { kind: 'not_attempted' } };
  if (!part.isScore) return toPoints(text, part, factor);
  const score = toNumber(text)?.value;
  const isScore = score !== undefined && Number.isInteger(score) && score >= 0 && score <= 3;
  return isScore ? { entry: { kind: 'score', score } } : { problem: 'not_a_score' };
}

const cleaned = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .slice(0, 200);

/** Reads the rows of one file. */
class Reader {
  readonly #options: ResultOptions;
  readonly #level: ResultLevel;
  readonly #used: ResultPart[];
  readonly #factor: number;
  readonly #byKey = new Map<string, DraftResult>();
  readonly results: DraftResult[] = [];

  constructor(options: ResultOptions, used: ResultPart[], level: ResultLevel, factor: number) {
    this.#options = options;
    this.#used = used;
    this.#level = level;
    this.#factor = factor;
  }

  get #isList(): boolean {
    return this.#options.mapping.fields.code !== undefined;
  }

  add(cells: readonly string[], line: number): void {
    const draft = this.#open(cells, line);
    if (draft === null) return;
    if (this.#isList) this.#addListed(draft, cells, line);
    else this.#addTable(draft, cells, line);
  }

  finish(): void {
    for (const draft of this.results) {
      if (draft.marks.length > 0 || draft.problems.some(isBlocking)) continue;
      draft.problems.push({ line: draft.line, code: 'no_marks', what: '' });
    }
  }

  #cell(cells: readonly string[], field: keyof ResultMapping['fields']): string {
    const column = this.#options.mapping.fields[field];
    return column === undefined ? '' : cleaned(cells[column]);
  }

  /** What a row says of whose result it is, and of which day. */
  #readHead(cells: readonly string[], line: number): DraftResult {
    const [first = '', second = '', ...others] = this.#cell(cells, 'fullName').split(' ');
    const dateText = this.#cell(cells, 'date');
    const date = dateText === '' ? this.#options.date : parseDay(dateText);
    const draft: DraftResult = {
      line,
      surname: this.#cell(cells, 'surname') || first,
      givenName: this.#cell(cells, 'givenName') || second,
      patronymic: this.#cell(cells, 'patronymic') || others.join(' '),
      groupName: this.#cell(cells, 'groupName'),
      date,
      marks: [],
      problems: [],
    };
    if (draft.surname === '') draft.problems.push({ line, code: 'no_name', what: '' });
    if (date !== null) return draft;
    draft.problems.push({ line, code: dateText === '' ? 'no_date' : 'bad_date', what: dateText });
    return draft;
  }

  /** The result that a row belongs to: a new one, or in a list the one of the same person and day. */
  #open(cells: readonly string[], line: number): DraftResult | null {
    const draft = this.#readHead(cells, line);
    if (SUMMARY.test(draft.surname)) return null;
    const { surname, givenName, patronymic, groupName, date } = draft;
    const key = JSON.stringify([surname, givenName, patronymic, groupName, date]);
    const known = this.#byKey.get(key);
    if (known && this.#isList) return known;
    if (known) draft.problems.push({ line, code: 'twice', what: String(known.line) });
    this.#byKey.set(key, known ?? draft);
    this.results.push(draft);
    return draft;
  }

  #store(draft: DraftResult, part: ResultPart, text: string, line: number): void {
    const parsed = parseCell(text, part, this.#factor);
    if (parsed === null) return;
    const what = part.code === '' ? text : `${part.code}: ${text}`;
    if ('problem' in parsed) draft.problems.push({ line, code: parsed.problem, what });
    else if (draft.marks.some(({ code }) => code === part.code)) {
      draft.problems.push({ line, code: 'repeated_code', what });
    } else draft.marks.push({ code: part.code, entry: parsed.entry });
  }

  #addListed(draft: DraftResult, cells: readonly string[], line: number): void {
    const text = this.#cell(cells, 'code');
    const part = findPart(text, this.#options.parts);
    if (!part) draft.problems.push({ line, code: 'unknown_code', what: text });
    // A coarser row is the sum of finer ones that are in the file as well.
    else if (part.level === this.#level) this.#store(draft, part, this.#cell(cells, 'mark'), line);
  }

  #addTable(draft: DraftResult, cells: readonly string[], line: number): void {
    if (this.#level === 'total') {
      const [part] = this.#used;
      if (part) this.#store(draft, part, this.#cell(cells, 'total'), line);
      return;
    }
    for (const part of this.#used) {
      const column = this.#options.mapping.parts.find(({ code }) => code === part.code)?.column;
      if (column !== undefined) this.#store(draft, part, cleaned(cells[column]), line);
    }
    this.#compareSum(draft, this.#cell(cells, 'total'), line);
  }

  /** Where a row has its sum as well, it has to be the sum of what stands before it. */
  #compareSum(draft: DraftResult, text: string, line: number): void {
    const told = toNumber(text);
    if (told === null || told.isPercent || this.#used.some(({ isScore }) => isScore)) return;
    const sum = draft.marks.reduce(
      (total, { entry }) => total + (entry.kind === 'points' ? entry.markHundredths : 0),
      0,
    );
    if (Math.abs(sum - told.value * 100) > 1) draft.problems.push({ line, code: 'sum_differs', what: text });
  }
}

function usedParts(rows: readonly (readonly string[])[], options: ResultOptions): ResultPart[] {
  const { mapping, parts, totalMaxHundredths } = options;
  const { code } = mapping.fields;
  const texts =
    code === undefined ? mapping.parts.map((one) => one.code) : rows.map((row) => cleaned(row[code]));
  const found = new Set(texts.flatMap((text) => findPart(text, parts) ?? []));
  return found.size === 0 ? [totalPart(totalMaxHundredths)] : [...found];
}

/** A column of percent in a spreadsheet holds 0.85 for 85 %. */
function holdsFractions(rows: readonly (readonly string[])[], options: ResultOptions): boolean {
  const column = options.mapping.fields.total;
  if (column === undefined || options.totalMaxHundredths !== 10_000) return false;
  const numbers = rows.flatMap((row) => toNumber(cleaned(row[column])) ?? []);
  return (
    numbers.some(({ value }) => value > 0 && !Number.isInteger(value)) &&
    numbers.every(({ value, isPercent }) => value <= 1 && !isPercent)
  );
}

/**
 * Reads results below the heads: a table of students × parts or sums, or a list with a row for each mark.
 * @param headerRow number of the row of heads from 0
 */
export function readResults(
  rows: readonly (readonly string[])[],
  headerRow: number,
  options: ResultOptions,
): ReadResults {
  const body = rows.slice(headerRow + 1);
  const found = usedParts(body, options);
  const level = finestLevel(found);
  const parts = found.filter((part) => part.level === level);
  const isFraction = level === 'total' && holdsFractions(body, options);
  const reader = new Reader(options, parts, level, isFraction ? 100 : 1);
  body.forEach((cells, index) => {
    if (cells.some((cell) => cell.trim() !== '')) reader.add(cells, headerRow + index + 2);
  });
  reader.finish();
  return { level, parts, isFraction, results: reader.results };
}
