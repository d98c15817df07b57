import type { Language } from '#shared/contract/app.ts';
import type { LocalizedName } from '#shared/contract/values.ts';

interface PersonName {
  surname: string;
  givenName: string;
  patronymic?: string;
}

/** Surname, given name and patronymic, as lists and documents write them. */
export function fullName(person: PersonName): string {
  return [person.surname, person.givenName, person.patronymic ?? ''].filter((part) => part !== '').join(' ');
}

/** Surname and initials, where room is short: `Сейітқызы Ә. Б.` */
export function shortName(person: PersonName): string {
  const initials = [person.givenName, person.patronymic ?? '']
    .filter((part) => part !== '')
    .map((part) => `${part.slice(0, 1)}.`);
  return [person.surname, ...initials].join('\u00a0');
}

const FALLBACK: Record<Language, readonly Language[]> = {
  kk: ['kk', 'ru', 'en'],
  ru: ['ru', 'kk', 'en'],
  en: ['en', 'ru', 'kk'],
};

/** The name in the language, or in the next best one when it has none. */
export function localized(name: LocalizedName, language: Language): string {
  return FALLBACK[language].map((code) => name[code]).find((text) => text !== '') ?? '';
}
