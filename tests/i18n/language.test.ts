import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import type { Language } from '#shared/contract/app.ts';
import { shellTexts } from '../../electron/window/texts.ts';
import { texts } from '../helpers/catalogues.ts';
import type { CatalogueText } from '../helpers/catalogues.ts';

/** How the three languages are written: what a machine can see of a slip of the pen. */
const VARIABLE = /\{\{.*?\}\}/g;

function leaves(tree: object, prefix: string): { key: string; text: string }[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [{ key: prefix + name, text: value }]
      : leaves(value as object, `${prefix}${name}.`),
  );
}

/** Texts of the page and of the window. */
const all = (language: Language): { key: string; text: string }[] => [
  ...(texts.get(language) ?? []),
  ...leaves(shellTexts(language), 'window:'),
];

/** The texts, variables left out, that match; each with its key. */
const matching = (language: Language, pattern: RegExp): string[] =>
  all(language)
    .filter(({ text }) => pattern.test(text.replaceAll(VARIABLE, '{{}}')))
    .map(({ key, text }) => `${key}: ${text}`);

describe.each(languages)('in %s', (language) => {
  it('blanks and signs stand where they belong', () => {
    // A file's ending has its point after a blank.
    expect(
      matching(language, / {2}|[\u00a0\u202f]| [,;:!?…]| \.(?![a-z])|\( | \)|« | »|\.\.\.|!!|\?\?/),
    ).toEqual([]);
    expect(matching(language, / - |--|[−–]{2}/)).toEqual([]);
  });

  it('quotation marks are those of the language', () => {
    expect(matching(language, language === 'en' ? /["«»„'`]/ : /["“”„'`]/)).toEqual([]);
  });

  it('a percent sign is set as the language sets it', () => {
    expect(matching(language, language === 'en' ? /[\d}] %/ : /[\d}]%/)).toEqual([]);
  });

  it('each form of a plural has the same variables', () => {
    const forms = new Map<string, Set<string>>();
    for (const { base, form, text } of texts.get(language) ?? []) {
      if (form === null) continue;
      const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();
      forms.set(base, (forms.get(base) ?? new Set()).add(names.join()));
    }
    expect([...forms].filter(([, variants]) => variants.size > 1).map(([base]) => base)).toEqual([]);
  });
});

it('a text begins with a capital in all languages or in none', () => {
  const startOf = (text: string): string | null => {
    const first = text.charAt(0);
    return /\p{L}/u.test(first) ? (/\p{Lu}/u.test(first) ? 'capital' : 'small') : null;
  };
  const byKey = new Map<string, Set<string | null>>();
  for (const { key, text } of languages.flatMap((language) => all(language))) {
    if (/^WorldSkills/.test(text)) continue;
    byKey.set(key, (byKey.get(key) ?? new Set()).add(startOf(text)));
  }
  const differing = [...byKey].filter(([, starts]) => starts.has('capital') && starts.has('small'));
  expect(differing.map(([key]) => key)).toEqual([]);
});

it('a text is a sentence in all languages or in none', () => {
  /** Abbreviations, whose point is no end. */
  const short = new Set([
    'assessment:print.max',
    'competencies:sections.numberShort',
    'contest:competitors.number',
    'reports:head.equipment',
  ]);
  const byBase = new Map<string, Set<string>>();
  for (const { base, text } of languages.flatMap((language): CatalogueText[] => texts.get(language) ?? [])) {
    if (short.has(base)) continue;
    const end = /[.?!:…]$/.exec(text)?.[0] ?? '';
    byBase.set(base, (byBase.get(base) ?? new Set()).add(end));
  }
  expect([...byBase].filter(([, ends]) => ends.size > 1).map(([base]) => base)).toEqual([]);
});

describe('Kazakh', () => {
  it('keeps vowels in harmony where endings follow each other', () => {
    expect(matching('kk', /(?:лар|дар|тар)(?:ге|ке|де|ден|ді|дің|дегі)(?!\p{L})/u)).toEqual([]);
    expect(matching('kk', /(?:лер|дер|тер)(?:ға|қа|да|дан|ды|дың|дағы)(?!\p{L})/u)).toEqual([]);
  });

  it('asks politely', () => {
    expect(matching('kk', /[аы]ңіз|[еі]ңыз|(?<!\p{L})(?:сен|сенің|саған)(?!\p{L})/iu)).toEqual([]);
  });

  it('a noun after a number stays in the singular', () => {
    const plural = /(?:\d|\{\{\}\})\s+(?!болар)\p{L}+(?:лар|лер|дар|дер|тар|тер)(?!\p{L})/u;
    expect(matching('kk', plural)).toEqual([]);
  });

  it('no ending is glued to a variable in quotation marks either', () => {
    expect(matching('kk', /\}\}»-?\p{L}|\}\}\s?-\p{L}/u)).toEqual([]);
  });

  it('a sentence has letters that Russian does not: it is no copy of the Russian one', () => {
    const russian = new Map(all('ru').map(({ key, text }) => [key, text]));
    const copies = all('kk').filter(({ key, text }) => {
      const words = text.replaceAll(VARIABLE, '').match(/\p{Script=Cyrillic}+/gu) ?? [];
      return words.length > 2 && russian.get(key) === text;
    });
    expect(copies.map(({ key }) => key)).toEqual([]);
  });

  /** Words that the screen does not say, and what it says instead. */
  it.each([
    ['a drawing, for a scheme', /сызба/i],
    ['батырма, for a button: түйме', /батырма/i],
    ['a squad is құрам', /құрама/i],
    ['балл loses one letter before an ending', /балл(?:ы|ға|дан|дар|ды|дың|мен)/i],
    ['аспектілер, not аспекттер', /аспект(?:тер|ке|те|ті)(?!\p{L})/iu],
    ['қосалқы критерий, not субкритерий', /субкритери/i],
    ['жаттығу, not тренировка', /тренировк/i],
    ['күйі, not жай-күйі', /жай-күйі/i],
    ['format, not shape', /пішінде|пішімде/i],
    ['мақсатты мән, not нысана', /нысана/i],
    ['the path of a folder, not a path to it', /(?:Қалтаға|Файлға) жол/i],
    ['this in its written form', /(?<!\p{L})бұны/iu],
    ['a page is бет, not парақша', /парақша/i],
  ])('does not say: %s', (_reason, pattern) => {
    expect(matching('kk', pattern)).toEqual([]);
  });
});

describe('Russian', () => {
  it('writes ё', () => {
    // Words that are never read with е, and beginnings of words.
    const whole = ['еще', 'ее', 'нее', 'мое', 'твое', 'свое', 'причем', 'вперед', 'дает', 'берет', 'идет'];
    const begun = [
      'учет',
      'отчет',
      'расчет',
      'прием',
      'объем',
      'партнер',
      'надежн',
      'ненадежн',
      'темный',
      'темное',
      'зелен',
    ];
    const ended = ['найдет', 'войдет', 'придет', 'трех', 'четырех', 'жеребьевк', 'стерт'];
    const pattern = `(?<!\\p{L})(?:(?:${whole.join('|')})(?!\\p{L})|(?:${[...begun, ...ended].join('|')}))`;
    expect(matching('ru', new RegExp(pattern, 'iu'))).toEqual([]);
  });

  it.each([
    ['состав, not команда, for a squad', /команд[аы]х? (?:компетенц|колледж)|Наши команды/i],
    ['судейская группа', /команда судей/i],
    ['субкритерий', /подкритери/i],
    ['the sample college is an example', /учебный колледж/i],
  ])('does not say: %s', (_reason, pattern) => {
    expect(matching('ru', pattern)).toEqual([]);
  });
});

describe('English', () => {
  it('is British', () => {
    expect(
      matching('en', /(?<!\p{L})(?:color|favorite|organiz|analyz|center|minimiz|canceled|behavior)/iu),
    ).toEqual([]);
  });
});

it('the words of an installed program are in the three languages', () => {
  const builder = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8');
  for (const entry of ['Name[kk]', 'Name[ru]', 'Comment[kk]', 'Comment[ru]'])
    expect(builder).toContain(entry);
});
