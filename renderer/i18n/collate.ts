import type { Language } from '#shared/contract/app.ts';

/**
 * Chromium ships no collation for Kazakh. Its order for Russian is right for Kazakh letters too, but for two places:
 * Ұ comes before Ү, and І comes after Ы. Changing places of the letters before comparing gives the Kazakh alphabet
 * (Ꙑ is a letter that stands just before Ы and that no name holds).
 */
const SWAPS: Readonly<Record<string, string>> = {
  Ұ: 'Ү',
  ұ: 'ү',
  Ү: 'Ұ',
  ү: 'ұ',
  Ы: 'Ꙑ',
  ы: 'ꙑ',
  І: 'Ы',
  і: 'ы',
};

const forRussianOrder = (text: string): string =>
  text.replace(/[ҰұҮүЫыІі]/g, (letter) => SWAPS[letter] ?? letter);

const known = new Map<Language, (a: string, b: string) => number>();

/** A comparison of texts in the order of a language's alphabet; numbers inside compare as numbers. */
export function compareText(language: Language): (a: string, b: string) => number {
  const found = known.get(language);
  if (found) return found;
  const made = createComparison(language);
  known.set(language, made);
  return made;
}

function createComparison(language: Language): (a: string, b: string) => number {
  const isKnown = Intl.Collator.supportedLocalesOf([language]).length > 0;
  if (!isKnown && language === 'kk') return compareKazakhAsRussian;
  return new Intl.Collator(language, { numeric: true }).compare;
}

const russian = new Intl.Collator('ru', { numeric: true });

/** The Kazakh alphabet where the engine has none of its own, as in Chromium. */
export function compareKazakhAsRussian(a: string, b: string): number {
  return russian.compare(forRussianOrder(a), forRussianOrder(b));
}
