import { describe, expect, it } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import { shellTexts, startSentence } from '../../../../electron/window/texts.ts';

const leaves = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    typeof child === 'object' && child !== null
      ? leaves(child, `${path}${key}.`)
      : [[`${path}${key}`, String(child)] as [string, string]],
  );

describe('texts of the shell', () => {
  it('are the same set in each language, none empty', () => {
    const keys = languages.map((language) => leaves(shellTexts(language)).map(([key]) => key));
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
    for (const language of languages) {
      for (const [, text] of leaves(shellTexts(language))) expect(text.trim()).not.toBe('');
    }
  });

  it('have a sentence for each way in which the start fails', () => {
    const texts = shellTexts('kk');
    const coded = (code: string) => Object.assign(new Error(code), { code });
    expect(startSentence(texts, coded('database_newer'))).toBe(texts.start.database_newer);
    expect(startSentence(texts, coded('title'))).toBe(texts.start.internal);
    expect(startSentence(texts, coded('toString'))).toBe(texts.start.internal);
    expect(startSentence(texts, 'anything')).toBe(texts.start.internal);
  });
});
