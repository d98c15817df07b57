/** What a cell of a workbook holds once it is read: text, a number, a truth value, or nothing. */
export type CellValue = string | number | boolean | null;

/** A sheet as rows of cells; rows may differ in length. */
export interface WorkbookSheet {
  name: string;
  rows: CellValue[][];
}

/** Spaces that are not a plain space, among them the non-breaking ones that people paste. */
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * What no text of a scheme holds: control characters but tab and line feed, marks that take no place, the
 * replacement character, and what XML does not allow, so that a text survives a workbook unchanged.
 */
// eslint-disable-next-line no-control-regex -- this is the very class that is taken out
const NO_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufdd0-\ufdef\ufeff\ufffd-\uffff]/g;

/** The last two characters of each plane are no characters. */
const NO_CHARACTERS =
  /[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

/**
 * The text of a cell in the form in which schemes keep text: composed letters, `\n` between lines, plain
 * spaces, nothing at the ends, no control characters. '' for an empty cell.
 */
export function cleanText(value: CellValue): string {
  if (value === null) {
    return '';
  }
  if (typeof value === 'boolean') {
    return value ? 'TRUE' : 'FALSE';
  }
  return String(value)
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(NO_CHARACTERS, '')
    .replace(NO_TEXT, '')
    .replace(ODD_SPACES, ' ')
    .normalize('NFC')
    .trim();
}

/** A text for comparing: lower case, one space between words, no marks over Latin letters. */
export function foldLabel(value: CellValue): string {
  return cleanText(value)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0305\u0307-\u036f]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ');
}

/** Whether a cell shows nothing: empty, an empty text, or spaces only. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && cleanText(value) === '');
}

/** A number, also when it was typed as text, with a comma, or between spaces; null for everything else. */
export function parseNumber(value: CellValue): number | null {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : null;
  }
  if (typeof value !== 'string') {
    return null;
  }
  const text = cleanText(value).replaceAll(' ', '');
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** A whole number, however it was typed; null for everything else. */
export function parseInteger(value: CellValue): number | null {
  const number = parseNumber(value);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

/** A mark in integer hundredths, and whether the cell held just that (false: it was rounded). */
export interface ParsedMark {
  hundredths: number;
  isExact: boolean;
}

/** Sums of formulas come as 24.749999999999993: what is this near to a hundredth is meant to be it. */
const FLOAT_NOISE = 1e-6;

/** A whole scheme has 100 points: what is beyond this is no mark, but a year or an amount of money. */
const MAX_POINTS = 1000;

/** A mark in points ("0,25", 1.5) as integer hundredths, rounded half up; null where the cell is no number. */
export function parseMark(value: CellValue): ParsedMark | null {
  const number = parseNumber(value);
  if (number === null || Math.abs(number) > MAX_POINTS) {
    return null;
  }
  const scaled = number * 100;
  const hundredths = Math.floor(scaled + 0.5 + FLOAT_NOISE);
  return {
    hundredths: hundredths === 0 ? 0 : hundredths,
    isExact: Math.abs(scaled - hundredths) < FLOAT_NOISE,
  };
}

/** Longest competition with preparation and reserve, in days on either side of its start. */
const LAST_DAY = 60;

/**
 * A day of marking: 2, "2", "C2", "Day 2", "День 2", "2-күн"; "C-1" is the day before the first.
 * @returns null where the cell says no single day
 */
export function parseMarkingDay(value: CellValue): number | null {
  const number = parseInteger(value);
  const match = /^\p{L}*[\s.:]*([+-]?\d{1,2})(?:[-\s.]|\p{L})*$/u.exec(cleanText(value));
  const day = number ?? (match === null ? null : Number(match[1]));
  return day !== null && day !== 0 && Math.abs(day) <= LAST_DAY ? day : null;
}
