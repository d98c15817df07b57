import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCatalogue, parseSectors } from '#shared/domain/competencies/catalogue.ts';
import type { CatalogueName } from '#shared/domain/competencies/catalogue.ts';
import { latinWords, mixedScriptWords } from '../../../helpers/scripts.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../resources/catalogue/${name}`, import.meta.url), 'utf8'));

const raw = read('worldskills-2026.json') as Record<string, unknown>[];
const competencies = parseCatalogue(raw);
const sectors = parseSectors(read('sectors.json'));
const names: CatalogueName[] = [
  ...sectors.map((sector) => sector.name),
  ...competencies.flatMap((one) => [one.name, ...one.sections.map((section) => section.name)]),
];

/** Abbreviations that the trade itself writes in Latin letters. */
const ALLOWED_LATIN = new Set(['2D', '3D', 'BIM', 'CAD', 'FCAW', 'G', 'GMAW', 'GTAW', 'SMAW', 'UV']);

/** Kazakh names in official use. */
const ATTESTED_KAZAKH = {
  '10': 'Дәнекерлеу технологиясы',
  '15': 'Сантехника және жылыту',
  '16': 'Электроника',
  '17': 'Веб-технологиялар',
  '18': 'Электромонтаждау',
  '20': 'Кірпіш қалау',
  '23': 'Мобильді робототехника',
  '29': 'Шаштараз өнері',
  '34': 'Аспазшы ісі',
  '54': 'Ақпараттық қауіпсіздік',
  '59': 'Өнеркәсіптік дизайн',
};

describe('catalogue of WorldSkills 2026', () => {
  it('holds the competencies 01 to 64', () => {
    expect(competencies.map((one) => one.number)).toEqual(
      Array.from({ length: 64 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    expect(new Set(competencies.map((one) => one.edition))).toEqual(new Set(['WSC2026']));
  });

  it('gives 25 as the age limit of thirteen competencies and 22 of the others', () => {
    expect(competencies.filter((one) => one.maxAge === 25)).toHaveLength(13);
    expect(competencies.filter((one) => one.maxAge === 22)).toHaveLength(51);
  });

  it('weighs every standard at exactly 100 percent', () => {
    for (const one of competencies) {
      const sum = one.sections.reduce((total, section) => total + section.weightHundredths, 0);
      expect(sum, one.number).toBe(10_000);
    }
  });

  it('numbers the sections of a standard from one and names each differently', () => {
    for (const one of competencies) {
      expect(one.sections.map((section) => section.number)).toEqual(
        one.sections.map((_, index) => index + 1),
      );
      for (const language of ['kk', 'ru', 'en'] as const) {
        const titles = one.sections.map((section) => section.name[language]);
        expect(new Set(titles).size, `${one.number} ${language}`).toBe(titles.length);
      }
    }
  });

  it('puts every competency into one of six sectors, none of them empty', () => {
    expect(sectors).toHaveLength(6);
    expect(new Set(competencies.map((one) => one.sector))).toEqual(new Set(sectors.map((one) => one.key)));
  });

  it('marks as attested just the Kazakh names that are in official use', () => {
    const attested = competencies.filter((one) => one.attested.kk).map((one) => [one.number, one.name.kk]);
    expect(Object.fromEntries(attested)).toEqual(ATTESTED_KAZAKH);
  });

  it('names competencies differently in each language', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      expect(new Set(competencies.map((one) => one.name[language])).size, language).toBe(64);
    }
  });
});

describe('language of the catalogue', () => {
  it('mixes no Latin letters into Cyrillic words', () => {
    expect(names.flatMap((name) => [...mixedScriptWords(name.kk), ...mixedScriptWords(name.ru)])).toEqual([]);
  });

  it('writes only known abbreviations in Latin letters', () => {
    const found = names.flatMap((name) => [...latinWords(name.kk), ...latinWords(name.ru)]);
    expect(found.filter((word) => !ALLOWED_LATIN.has(word))).toEqual([]);
  });

  it('uses every letter that Kazakh has beyond Russian, apart from һ, which none of its words needs', () => {
    const kazakh = names.map((name) => name.kk.toLowerCase()).join(' ');
    for (const letter of 'әіңғүұқөі') expect(kazakh).toContain(letter);
  });

  it('keeps Kazakh letters out of Russian names', () => {
    expect(names.filter((name) => /[әіңғүұқөһ]/i.test(name.ru))).toEqual([]);
  });

  it('gives sections with one Russian title one Kazakh title', () => {
    const titles = competencies.flatMap((one) => one.sections.map((section) => section.name));
    const kazakhOf = new Map<string, Set<string>>();
    for (const name of titles) kazakhOf.set(name.ru, (kazakhOf.get(name.ru) ?? new Set()).add(name.kk));
    expect([...kazakhOf].filter(([, kazakh]) => kazakh.size > 1)).toEqual([]);
  });
});

describe('parseCatalogue', () => {
  const first = raw[0]!;
  const [section] = first['sections'] as Record<string, unknown>[];

  it('refuses weights that do not sum to 100 percent', () => {
    expect(() => parseCatalogue([{ ...first, sections: [section] }])).toThrow('weights_are_not_100');
  });

  it('refuses a number that repeats within an edition', () => {
    expect(() => parseCatalogue([first, { ...raw[1], number: first['number'] }])).toThrow('numbers_repeat');
  });

  it('refuses an id that repeats', () => {
    expect(() => parseCatalogue([first, { ...raw[1], id: first['id'] }])).toThrow('ids_repeat');
  });

  it('refuses a name without one of the languages', () => {
    expect(() =>
      parseCatalogue([{ ...first, name: { kk: '', ru: 'Электроника', en: 'Electronics' } }]),
    ).toThrow();
    expect(() => parseCatalogue([{ ...first, name: { ru: 'Электроника', en: 'Electronics' } }])).toThrow();
  });

  it('refuses what is not a list of competencies', () => {
    for (const value of [null, {}, [], 'text', [null]]) expect(() => parseCatalogue(value)).toThrow();
  });
});
