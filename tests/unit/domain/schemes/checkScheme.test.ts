import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScheme } from '#shared/domain/schemes/checkScheme.ts';
import { buildAllocationTable } from '#shared/domain/schemes/markAllocation.ts';
import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { sumSchemeHundredths } from '#shared/domain/schemes/schemeDocument.ts';
import { makeJudgement, makeMeasurement, makeSampleScheme } from '../../../helpers/sampleScheme.ts';
import { schemeDocument } from '../../../helpers/schemeArbitrary.ts';

/** The sample with its first aspect changed. */
function changeFirst(change: object): SchemeDocument {
  const scheme = makeSampleScheme();
  Object.assign(scheme.criteria[0]!.subCriteria[0]!.aspects[0]!, change);
  return scheme;
}

const FIRST = { place: { criterion: 0, subCriterion: 0, aspect: 0 }, subject: 'A1.M1' };

describe('live checks', () => {
  test('find nothing in a sound scheme', () => {
    expect(checkScheme(makeSampleScheme())).toEqual([]);
  });

  test('find marks that do not add up, with both sums', () => {
    // 10.50 became 14.50: 104 in total, section 2 and criterion A are four points over.
    expect(checkScheme(changeFirst({ maxHundredths: 1450 }))).toEqual([
      { code: 'total_not_100', actualHundredths: 10_400 },
      { code: 'section_variation', sectionNumber: 2, declaredHundredths: 5000, actualHundredths: 5400 },
      {
        code: 'criterion_mark_differs',
        place: { criterion: 0 },
        subject: 'A',
        declaredHundredths: 6000,
        actualHundredths: 6400,
      },
    ]);
  });

  test('find a total variation only above five points', () => {
    const codes = (maxHundredths: number) =>
      checkScheme(changeFirst({ maxHundredths })).map(({ code }) => code);
    expect(codes(1550)).not.toContain('total_variation');
    expect(codes(1551)).toContain('total_variation');
  });

  test.each<[string, object, object]>([
    ['without description', { description: '' }, { code: 'aspect_without_description' }],
    ['without section', { sectionNumber: null }, { code: 'aspect_without_section' }],
    ['of a section that is not there', { sectionNumber: 9 }, { code: 'section_unknown', sectionNumber: 9 }],
    ['of nothing', { maxHundredths: 0 }, { code: 'mark_out_of_range', actualHundredths: 0 }],
    [
      'of more than a hundred',
      { maxHundredths: 10_001 },
      { code: 'mark_out_of_range', actualHundredths: 10_001 },
    ],
  ])('find an aspect %s', (_name, change, expected) => {
    expect(checkScheme(changeFirst(change))).toContainEqual({ ...FIRST, ...expected });
  });

  test('find a judgement whose ladder lacks a rung or a text', () => {
    const ladder = makeJudgement('', 0).descriptors;
    for (const descriptors of [[], ladder.slice(1), ladder.map((rung) => ({ ...rung, text: '' }))]) {
      expect(checkScheme(changeFirst({ kind: 'judgement', descriptors }))).toContainEqual({
        ...FIRST,
        subject: 'A1.J1',
        code: 'descriptors_incomplete',
      });
    }
    expect(checkScheme(changeFirst({ kind: 'judgement', descriptors: ladder }))).toEqual([]);
  });

  test('find double codes, empty forms and a form without a day', () => {
    const scheme = makeSampleScheme();
    scheme.criteria[1]!.subCriteria.push({ code: 'A1', name: 'Again', markingDay: null, aspects: [] });
    scheme.sections.push({ number: 2, name: 'Again', declaredHundredths: 0 });
    const place = { criterion: 1, subCriterion: 1 };
    expect(checkScheme(scheme)).toEqual(
      expect.arrayContaining([
        { code: 'duplicate_id', subject: '2' },
        { code: 'duplicate_id', subject: 'A1', place },
        { code: 'sub_criterion_without_aspects', subject: 'A1', place },
        { code: 'day_missing', subject: 'A1', place },
      ]),
    );
  });

  test('say once that a scheme has no sections, not for each aspect', () => {
    const scheme = { ...makeSampleScheme(), sections: [] };
    expect(checkScheme(scheme)).toEqual([{ code: 'no_sections' }]);
  });
});

describe('the mark-allocation table', () => {
  test('is sections × criteria with both totals', () => {
    const table = buildAllocationTable(makeSampleScheme());
    expect(table.criteria.map(({ code, totalHundredths }) => [code, totalHundredths])).toEqual([
      ['A', 6000],
      ['B', 4000],
    ]);
    expect(
      table.rows.map((row) => [
        row.sectionNumber,
        ...row.criterionHundredths,
        row.totalHundredths,
        row.variationHundredths,
      ]),
    ).toEqual([
      [1, 1000, 1000, 2000, 0],
      [2, 5000, 0, 5000, 0],
      [3, 0, 3000, 3000, 0],
    ]);
    expect(table).toMatchObject({
      declaredHundredths: 10_000,
      totalHundredths: 10_000,
      variationHundredths: 0,
    });
  });

  test('has a row for aspects without a section', () => {
    const scheme = makeSampleScheme();
    scheme.criteria[1]!.subCriteria[0]!.aspects.push(makeMeasurement('Extra', 250, { sectionNumber: null }));
    expect(buildAllocationTable(scheme).rows.at(-1)).toEqual({
      sectionNumber: null,
      name: '',
      declaredHundredths: null,
      criterionHundredths: [0, 250],
      totalHundredths: 250,
      variationHundredths: 0,
    });
  });

  test('adds up in both directions for any scheme with sections that differ', () => {
    fc.assert(
      fc.property(schemeDocument, (document) => {
        const seen = new Set<number>();
        const sections = document.sections.filter(({ number }) => !seen.has(number) && seen.add(number));
        const table = buildAllocationTable({ ...document, sections });
        const byColumn = table.criteria.map((_, index) =>
          table.rows.reduce((sum, row) => sum + (row.criterionHundredths[index] ?? 0), 0),
        );
        expect(byColumn).toEqual(table.criteria.map(({ totalHundredths }) => totalHundredths));
        expect(table.totalHundredths).toBe(sumSchemeHundredths(document));
      }),
    );
  });
});
