import type { PersonName } from '../people/duplicates.ts';
import { mayBeSamePerson } from '../people/duplicates.ts';
import type { PeopleField, PeopleMapping } from './peopleColumns.ts';

/** A student as a row of a file tells one. */
export interface DraftStudent extends PersonName {
  groupName: string;
  course: number | null;
  speciality: string;
  notes: string;
}

/** What is wrong with a cell. */
export interface RowProblem {
  field: PeopleField;
  code: 'required' | 'bad_date' | 'bad_course' | 'too_long';
}

/** A row of the file, read. */
export interface DraftRow {
  /** Number of the row in the file, from 1. */
  line: number;
  student: DraftStudent;
  problems: RowProblem[];
  /** Line of an earlier row of the file that may be the same person. */
  sameAsLine: number | null;
}

const MOST = 200;
const MOST_NOTES = 5000;

// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(CONTROL, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Spreadsheets count days from 1899-12-30. */
function parseSerialDay(text: string): string | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : Number.NaN;
  return serial > 20_000 && serial < 60_000
    ? new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
    : null;
}

/** A calendar day as people write it: 21.09.2008, 21/9/08, 2008-09-21; a spreadsheet's number of days. @returns null when it is none */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s*(?:ж|г)\.?)?$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null;
  if (!parts) return parseSerialDay(text);
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const full = year < 100 ? year + (year > 50 ? 1900 : 2000) : year;
  if (!isDay(full, month, day) || full < 1920 || full > 2100) return null;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function splitName(fullName: string): { surname: string; givenName: string; patronymic: string } {
  const [surname = '', givenName = '', ...rest] = fullName.split(' ');
  return { surname, givenName, patronymic: rest.join(' ') };
}

/** Reads a course: `2`, `2 курс`, `II`. */
function parseCourse(text: string): number | null {
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'].indexOf(text.toUpperCase().replace(/\s*КУРС$/, '')) + 1;
  const number = roman > 0 ? roman : Number(/^\s*([1-6])(?:\D|$)/.exec(text)?.[1] ?? Number.NaN);
  return Number.isInteger(number) && number >= 1 && number <= 6 ? number : null;
}

function readRow(
  cells: readonly string[],
  mapping: PeopleMapping,
): { student: DraftStudent; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const cell = (field: PeopleField, most = MOST): string => {
    const index = mapping[field];
    const text = index === undefined ? '' : cleaned(cells[index] ?? '');
    if (text.length <= most) return text;
    problems.push({ field, code: 'too_long' });
    return text.slice(0, most);
  };
  const parsed = <T>(
    field: PeopleField,
    code: RowProblem['code'],
    parse: (text: string) => T | null,
  ): T | null => {
    const text = cell(field);
    const value = text === '' ? null : parse(text);
    if (text !== '' && value === null) problems.push({ field, code });
    return value;
  };
  const whole = splitName(cell('fullName'));
  const student: DraftStudent = {
    surname: cell('surname') || whole.surname,
    givenName: cell('givenName') || whole.givenName,
    patronymic: cell('patronymic') || whole.patronymic,
    birthDate: parsed('birthDate', 'bad_date', parseDay),
    groupName: cell('groupName'),
    course: parsed('course', 'bad_course', parseCourse),
    speciality: cell('speciality'),
    notes: cell('notes', MOST_NOTES),
  };
  if (student.surname === '') problems.push({ field: 'surname', code: 'required' });
  if (student.givenName === '') problems.push({ field: 'givenName', code: 'required' });
  return { student, problems };
}

/**
 * Reads the rows below the heads; empty ones are left out. A person who stands twice in the file is told.
 * @param headerRow number of the row of heads from 0
 */
export function readPeople(
  rows: readonly (readonly string[])[],
  headerRow: number,
  mapping: PeopleMapping,
): DraftRow[] {
  const drafts: DraftRow[] = [];
  // By folded surname's first letters only a few have to be compared with each other.
  const bySurname = new Map<string, DraftRow[]>();
  rows.forEach((cells, index) => {
    if (index <= headerRow || cells.every((cell) => cell.trim() === '')) return;
    const { student, problems } = readRow(cells, mapping);
    const key = student.surname.toLowerCase().slice(0, 2);
    const near = bySurname.get(key) ?? [];
    const same = near.find((other) => mayBeSamePerson(other.student, student));
    const draft = { line: index + 1, student, problems, sameAsLine: same?.line ?? null };
    drafts.push(draft);
    near.push(draft);
    bySurname.set(key, near);
  });
  return drafts;
}
