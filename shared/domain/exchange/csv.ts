/** A value that goes into a table for a spreadsheet. */
export type TableValue = string | number | null;

/** Starts of a text that a spreadsheet would run, also after spaces and line breaks that it skips. */
const RUNS = /^[\s\u00a0\ufeff]*[=+\-@\t\r|%]/;

/** A text that no spreadsheet runs: one that would be run gets an apostrophe before it. */
export function guardFormula(text: string): string {
  const isDangerous = RUNS.test(text) || /^[\t\r]/.test(text);
  return isDangerous ? `'${text}` : text;
}

function toField(value: TableValue, separator: string): string {
  if (value === null) return '';
  // Numbers are numbers: a minus before one is no formula. Kazakh and Russian spreadsheets read a comma.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : '';
  const text = guardFormula(value);
  const needsQuotes = text.includes(separator) || /["\r\n']|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV for the spreadsheets of Kazakhstan: UTF-8 with its mark, semicolons, CRLF. */
export function toCsv(rows: readonly (readonly TableValue[])[], separator = ';'): string {
  const lines = rows.map((row) => row.map((value) => toField(value, separator)).join(separator));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const SEPARATORS = [';', ',', '\t', '|'] as const;

/** The separator that most of the first lines agree on; quoted parts do not count. */
export function detectSeparator(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '""')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .slice(0, 20);
  let best: { separator: string; score: number } = { separator: ';', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    const score = first * counts.filter((count) => count === first).length;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** Limits of a table from outside. */
export const MOST_TABLE_ROWS = 20_000;
export const MOST_TABLE_COLUMNS = 100;
const MOST_FIELD = 32_767;

/** A table that is too large to be what it says. */
export class TableTooLargeError extends Error {
  constructor() {
    super('the table is too large');
    this.name = 'TableTooLargeError';
  }
}

/** Collects fields into rows and stops at the limits. */
class Rows {
  readonly rows: string[][] = [];
  #row: string[] = [];

  add(field: string): void {
    if (field.length > MOST_FIELD || this.#row.length >= MOST_TABLE_COLUMNS) throw new TableTooLargeError();
    this.#row.push(field);
  }

  end(): void {
    if (this.rows.length >= MOST_TABLE_ROWS) throw new TableTooLargeError();
    this.rows.push(this.#row);
    this.#row = [];
  }

  get isBegun(): boolean {
    return this.#row.length > 0;
  }
}

/** End of a quoted field that starts at `from`: the place of its closing quote, or the end of the text. */
function findQuoteEnd(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

/** The quoted beginning of a field, without its quotes; empty where the field is not quoted. */
function readQuoted(text: string, at: number): { field: string; end: number } {
  if (text[at] !== '"') return { field: '', end: at };
  const end = findQuoteEnd(text, at + 1);
  return { field: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}

/**
 * Reads CSV (RFC 4180): quotes may hold separators, line breaks and doubled quotes; lines end with CRLF, LF or CR.
 * @throws TableTooLargeError
 */
export function parseCsv(text: string, separator: string = detectSeparator(text)): string[][] {
  const rows = new Rows();
  const plainEnd = new RegExp(`[${separator === '|' ? '\\|' : separator}\r\n]`, 'g');
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const quoted = readQuoted(text, at);
    plainEnd.lastIndex = quoted.end;
    const stop = plainEnd.exec(text)?.index ?? text.length;
    rows.add(quoted.field + text.slice(quoted.end, stop));
    at = stop + 1;
    if (text[stop] === separator) {
      if (stop === text.length - 1) rows.add('');
      continue;
    }
    if (text[stop] === '\r' && text[at] === '\n') at += 1;
    rows.end();
  }
  if (rows.isBegun) rows.end();
  return rows.rows;
}
