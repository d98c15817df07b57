/**
 * Search that does not mind the keyboard: SQLite knows no Cyrillic case, a Russian keyboard has no Kazakh letters, and
 * some people type Latin. Texts are stored folded in both scripts, and a query is folded the same way.
 */

/** Kazakh letters to the Russian ones that people type instead; ё like е. */
const KAZAKH: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};

/** Folded Cyrillic to one Latin skeleton; what people spell in several ways gets one spelling. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** The many spellings of Latin to the skeleton of {@link LATIN}; longer ones first. */
const LATIN_SPELLINGS: readonly [RegExp, string][] = [
  [/shch|sch/g, 'sh'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/zh|dzh/g, 'j'],
  [/ts|tz/g, 'c'],
  [/ya|ja(?=$|[^a-z])/g, 'ia'],
  [/yu/g, 'iu'],
  [/yo/g, 'e'],
  [/ye/g, 'e'],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/x/g, 'h'],
  [/ii+/g, 'i'],
];

const lettersOnly = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

const foldCyrillic = (text: string): string =>
  lettersOnly(text.normalize('NFC').toLowerCase()).replaceAll(
    /[әғқңөұүһіё]/g,
    (letter) => KAZAKH[letter] ?? letter,
  );

const latinSkeleton = (folded: string): string => {
  const latin = folded.replaceAll(/[а-я]/g, (letter) => LATIN[letter] ?? letter).normalize('NFD');
  const plain = latin.replaceAll(/\p{M}/gu, '');
  return LATIN_SPELLINGS.reduce(
    (text, [spelling, plainSpelling]) => text.replaceAll(spelling, plainSpelling),
    plain,
  );
};

/**
 * Text as it is stored for searching: folded Cyrillic, then its Latin skeleton.
 * @example foldForSearch('Әсел', 'Нұрланқызы') === 'асел нурланкизи…' and its Latin form
 */
export function foldForSearch(...parts: readonly string[]): string {
  const folded = foldCyrillic(parts.join(' '));
  return `${folded} ${latinSkeleton(folded)}`;
}

/**
 * What must all occur in the stored text for a query to match: its words, each in the script it was typed in.
 * @returns an empty list for a query without letters or digits, which matches everything
 */
export function searchTerms(query: string): string[] {
  const folded = foldCyrillic(query);
  if (folded === '') return [];
  return folded.split(' ').map((word) => (/[а-я]/.test(word) ? word : latinSkeleton(word)));
}

/** Whether a stored text holds every term of a query. */
export function matchesSearch(storedText: string, query: string): boolean {
  return searchTerms(query).every((term) => storedText.includes(term));
}
