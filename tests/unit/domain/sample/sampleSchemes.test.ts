import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '#shared/domain/competencies/catalogue.ts';
import { parseSchemeText } from '#shared/domain/sample/schemeText.ts';
import { listSampleSchemes } from '#shared/domain/sample/sampleSchemes.ts';
import { listAspects } from '#shared/domain/schemes/schemeDocument.ts';
import type { SchemeAspect, SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { mixedScriptWords } from '../../../helpers/scripts.ts';

const catalogue = parseCatalogue(
  JSON.parse(readFileSync('resources/catalogue/worldskills-2026.json', 'utf8')) as unknown,
);
const schemes = listSampleSchemes();
const aspectsOf = (document: SchemeDocument): SchemeAspect[] => document.criteria.flatMap(listAspects);
const sum = (aspects: SchemeAspect[]): number => aspects.reduce((total, one) => total + one.maxHundredths, 0);

describe.each(schemes.map((scheme) => [scheme.document.title, scheme] as const))('%s', (_, scheme) => {
  const { document, competencyNumber } = scheme;
  const aspects = aspectsOf(document);
  const competency = catalogue.find((one) => one.number === competencyNumber)!;

  it('carries number, name and standard of its competency', () => {
    expect(document.title).toBe(`${competencyNumber} ${competency.name.kk}`);
    expect(document.sections).toEqual(
      competency.sections.map((section) => ({
        number: section.number,
        name: section.name.kk,
        declaredHundredths: section.weightHundredths,
      })),
    );
  });

  it('has five criteria of three to five sub-criteria and 60 to 110 aspects that sum to exactly 100.00', () => {
    expect(document.criteria.map((one) => one.code)).toEqual(['A', 'B', 'C', 'D', 'E']);
    for (const criterion of document.criteria) {
      expect(criterion.subCriteria.length, criterion.code).toBeGreaterThanOrEqual(3);
      expect(criterion.subCriteria.length, criterion.code).toBeLessThanOrEqual(5);
      expect(criterion.subCriteria.map((one) => one.code)).toEqual(
        criterion.subCriteria.map((_one, index) => `${criterion.code}${index + 1}`),
      );
      expect(criterion.declaredHundredths).toBe(sum(listAspects(criterion)));
    }
    expect(aspects.length).toBeGreaterThanOrEqual(60);
    expect(aspects.length).toBeLessThanOrEqual(110);
    expect(sum(aspects)).toBe(10_000);
  });

  it('gives each aspect 0.10 to 2.00', () => {
    for (const aspect of aspects) {
      expect(aspect.maxHundredths).toBeGreaterThanOrEqual(10);
      expect(aspect.maxHundredths).toBeLessThanOrEqual(200);
    }
  });

  it('judges 10 to 25 percent, by number and by marks, with four different descriptors each', () => {
    const judged = aspects.filter((aspect) => aspect.kind === 'judgement');
    for (const share of [judged.length / aspects.length, sum(judged) / 10_000]) {
      expect(share).toBeGreaterThanOrEqual(0.1);
      expect(share).toBeLessThanOrEqual(0.25);
    }
    for (const aspect of judged) {
      expect(aspect.descriptors.map((one) => one.score)).toEqual([0, 1, 2, 3]);
      expect(new Set(aspect.descriptors.map((one) => one.text)).size).toBe(4);
    }
    expect(aspects.filter((one) => one.kind === 'measurement' && one.descriptors.length > 0)).toEqual([]);
  });

  it('covers each section of the standard by its weight', () => {
    for (const section of document.sections) {
      const marks = sum(aspects.filter((aspect) => aspect.sectionNumber === section.number));
      expect(marks, String(section.number)).toBe(section.declaredHundredths);
    }
  });

  it('is marked on two or three days', () => {
    const days = new Set(document.criteria.flatMap((one) => one.subCriteria.map((sub) => sub.markingDay)));
    expect([2, 3]).toContain(days.size);
  });

  it('says each thing once', () => {
    const texts = aspects.map((aspect) => aspect.description);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});

describe('Kazakh of the sample schemes', () => {
  const everything = JSON.stringify(schemes.map((scheme) => scheme.document));

  it('mixes no scripts inside a word', () => {
    expect(mixedScriptWords(everything)).toEqual([]);
  });

  it('uses none of the letters ё, щ and ъ, which its words do not need', () => {
    const words = everything.match(/[\p{Script=Cyrillic}]+/gu) ?? [];
    expect(words.filter((word) => /[ёщъ]/i.test(word))).toEqual([]);
  });
});

describe('parseSchemeText', () => {
  const head = '10 Title\n§1 100.00 Section\nA Criterion\nA1 @1 Sub\n';

  it('reads requirement and number of parts', () => {
    const document = parseSchemeText(`${head}M 1.50 §1 Text | 4 parts | #4\nM 0.10 §1 Other\n`);
    const [first, second] = aspectsOf(document);
    expect(first).toMatchObject({
      description: 'Text',
      requirement: '4 parts',
      maxHundredths: 150,
      calculationIndex: 0,
    });
    expect(second).toMatchObject({ requirement: '', maxHundredths: 10, calculationIndex: null });
    expect(document.calculations).toEqual([
      { name: '', isShared: false, calculation: { kind: 'number_completed', possible: '4' } },
    ]);
  });

  it('names the line that it cannot read', () => {
    expect(() => parseSchemeText(`${head}X nothing`)).toThrow('X nothing');
  });

  it.each(['A1 @1 Sub', 'M 1.00 §1 Text', '0 Descriptor'])('refuses %s before its parent', (line) => {
    expect(() => parseSchemeText(`10 Title\n${line}`)).toThrow('wrong place');
  });

  it('refuses a ladder with a step left out or under a measurement', () => {
    expect(() => parseSchemeText(`${head}J 1.00 §1 Text\n0 Low\n2 High`)).toThrow('wrong place');
    expect(() => parseSchemeText(`${head}M 1.00 §1 Text\n0 Low`)).toThrow('wrong place');
  });
});
