import type { Language } from '#shared/contract/app.ts';

/** The languages of the interface, the first language first; each is named in itself. */
export const languages: readonly { code: Language; ownName: string; short: string }[] = [
  { code: 'kk', ownName: 'Қазақша', short: 'Қаз' },
  { code: 'ru', ownName: 'Русский', short: 'Рус' },
  { code: 'en', ownName: 'English', short: 'Eng' },
];

/** The language that a list of preferred languages asks for; Kazakh when it knows none of the three. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language.code);
    if (found) return found.code;
  }
  return 'kk';
}
