/** Cyrillic letters that look like the Latin ones by which modules are called. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  І: 'I',
};

const plain = (text: string): string =>
  text.toUpperCase().replaceAll(/[АВСЕНКМОРТХІ]/g, (letter) => LOOKALIKES[letter] ?? letter);

/** The word "module" in the three languages, as {@link plain} leaves it, with its endings. */
const WORD = '(?:MODULES?|MOДУЛ\\p{L}*)(?!\\p{L})';
const NAME = '(?:\\p{L}|\\d{1,2}|\\p{L}\\d{1,2})';
const AFTER = new RegExp(`${WORD}\\s*[:№#-]?\\s*(${NAME}(?:\\s*[,+/&]\\s*${NAME})*)(?![\\p{L}\\d])`, 'gu');
const BEFORE = new RegExp(`(?<![\\p{L}\\d])(${NAME}(?:\\s*[,+/&]\\s*${NAME})*)[\\s-]+${WORD}`, 'gu');

const split = (names: string): string[] => names.split(/[^\p{L}\d]+/u).filter((name) => name !== '');

/** Modules that an item is for: "C, D" → C and D. Empty: it is for all of them. */
export function listModules(text: string): string[] {
  return [...new Set(split(plain(text)))];
}

/** Modules that a sentence names: "Module C: pipes", "Модуль С", "C модулі". */
export function findModules(sentence: string): string[] {
  const text = plain(sentence);
  const found = [...text.matchAll(AFTER), ...text.matchAll(BEFORE)].flatMap((match) => split(match[1] ?? ''));
  return [...new Set(found)];
}

/** Whether an item is needed where these modules are trained. One for all modules always is. */
export function isForModules(itemModules: readonly string[], trained: readonly string[]): boolean {
  return itemModules.length === 0 || itemModules.some((name) => trained.includes(name));
}
