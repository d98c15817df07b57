import { cleanText, type CellValue } from './cellValue.ts';

/** Cyrillic letters that look like Latin ones, in the same order. */
const CYRILLIC = 'АВСЕНКМОРТХ';
const LATIN = 'ABCEHKMOPTX';

/** "A12" has three; the rest is room for what people type into that column. */
const MAX_CODE_CHARACTERS = 40;

/** A code as people type it ("a 1.", Cyrillic "А1") as it is kept: "A1". */
export function cleanCode(value: CellValue): string {
  const code = cleanText(value)
    .slice(0, MAX_CODE_CHARACTERS)
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[.:)]+$/, '');
  const lookAlike = CYRILLIC.indexOf(code.slice(0, 1));
  return lookAlike >= 0 && /^.\d*$/.test(code) ? LATIN.charAt(lookAlike) + code.slice(1) : code;
}

/** Whether a code is a criterion's letter. */
export function isCriterionCode(code: string): boolean {
  return /^\p{Lu}$/u.test(code);
}

/** The criterion's letter of a sub-criterion's code ("B12" → "B"); null where the code has another form. */
export function getCriterionOfCode(code: string): string | null {
  return /^(\p{Lu})\d{1,3}$/u.exec(code)?.[1] ?? null;
}

/** The letter at a place: 0 → A. After Z comes AA, which no official scheme needs. */
export function getLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : getLetter(Math.floor(index / 26) - 1) + last;
}

/** The first letter that is not taken, from a place on. */
export function findFreeLetter(taken: ReadonlySet<string>, from: number): string {
  let index = from;
  while (taken.has(getLetter(index))) {
    index += 1;
  }
  return getLetter(index);
}

/** A criterion as a cell names it: "B", "B. Wiring", "Module B: Wiring", or a name alone. */
export function parseCriterionCell(value: CellValue): { code: string | null; name: string } {
  const text = cleanText(value);
  const match = /^(?:(?:criterion|module|критерий|модуль)\s+)?(\p{Lu})(?:\s*[.:)–-]\s*(.*))?$/isu.exec(text);
  const code = cleanCode(match?.[1] ?? null);
  return isCriterionCode(code) ? { code, name: (match?.[2] ?? '').trim() } : { code: null, name: text };
}
