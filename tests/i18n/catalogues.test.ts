import { describe, expect, it } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import type { Language } from '#shared/contract/app.ts';
import { texts } from '../helpers/catalogues.ts';
import type { CatalogueText } from '../helpers/catalogues.ts';

const of = (language: Language): CatalogueText[] => texts.get(language) ?? [];
const basesOf = (language: Language): Set<string> => new Set(of(language).map(({ base }) => base));

function variablesOf(language: Language, base: string): string[] {
  const all = of(language).filter((text) => text.base === base);
  const names = all.flatMap(({ text }) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]));
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}

describe.each(languages)('catalogues of %s', (language) => {
  it('have every key that another language has', () => {
    const own = basesOf(language);
    const others = new Set(languages.flatMap((other) => [...basesOf(other)]));
    expect([...others].filter((key) => !own.has(key))).toEqual([]);
  });

  it('have no empty text, and none with idle blanks', () => {
    const bad = of(language).filter(({ text }) => text.trim() === '' || text !== text.trim());
    expect(bad.map(({ key }) => key)).toEqual([]);
  });

  it('have exactly the plural forms that the language has', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const bases = new Set(
      languages.flatMap((any) => of(any).flatMap((t) => (t.form === null ? [] : [t.base]))),
    );
    const wrong = [...bases].filter((base) => {
      const forms = of(language).flatMap((text) => (text.base === base ? [text.form] : []));
      return forms.toSorted().join() !== categories.join();
    });
    expect(wrong).toEqual([]);
  });

  it('use the same variables as the first language', () => {
    const differing = [...basesOf(language)].filter(
      (base) => variablesOf(language, base).join() !== variablesOf(languages[0], base).join(),
    );
    expect(differing).toEqual([]);
  });

  it('have no word of mixed alphabets', () => {
    const words = of(language).flatMap(({ key, text }) =>
      (text.replace(/\{\{.*?\}\}/g, ' ').match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => ({ key, word })),
    );
    const mixed = words.filter(
      ({ word }) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
    );
    expect(mixed).toEqual([]);
    // A lone small Latin letter that looks Cyrillic is a slip of the keyboard's language.
    const lookalikes = language === 'en' ? [] : words.filter(({ word }) => /^[aceiopxy]$/.test(word));
    expect(lookalikes).toEqual([]);
  });
});

it('no ending is glued to a variable: its form would depend on the value', () => {
  const glued = languages.flatMap((language) =>
    of(language).filter(({ text }) => /\}\}-?\p{L}|\p{L}\{\{/u.test(text)),
  );
  expect(glued.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
});

it('English texts hold no Cyrillic letters', () => {
  expect(of('en').filter(({ text }) => /\p{Script=Cyrillic}/u.test(text))).toEqual([]);
});
