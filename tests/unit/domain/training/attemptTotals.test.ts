import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AspectRow, CriterionRow } from '#shared/contract/schemes.ts';
import { isWhole, percentOf, sumAttempt, type CountedMark } from '#shared/domain/training/attemptTotals.ts';

const aspect = (id: string, maxHundredths: number): AspectRow => ({
  id,
  kind: 'measurement',
  code: id,
  description: '',
  extraDescription: '',
  requirement: '',
  sectionNumber: 1,
  maxHundredths,
  descriptors: [],
  extraRows: [],
  calculation: null,
  allowsPartial: true,
});

const criterion = (code: string, subs: [string, AspectRow[]][]): CriterionRow => ({
  id: code,
  code,
  name: code,
  declaredHundredths: null,
  subCriteria: subs.map(([id, aspects]) => ({ id, code: id, name: id, markingDay: null, aspects })),
});

const scheme = [
  criterion('A', [
    ['A1', [aspect('a1', 100), aspect('a2', 50)]],
    ['A2', [aspect('a3', 200)]],
  ]),
  criterion('B', [['B1', [aspect('b1', 300), aspect('b2', 25)]]]),
];

test('sums by sub-criterion, criterion and as a whole; not attempted and empty are no zeros', () => {
  const marks = new Map<string, CountedMark>([
    ['a1', 75],
    ['a2', 'not_attempted'],
    ['a3', 0],
    ['b2', 25],
  ]);
  const sums = sumAttempt(scheme, null, (id) => marks.get(id) ?? null);
  expect(sums.whole).toEqual({
    markHundredths: 100,
    markedMaxHundredths: 325,
    maxHundredths: 675,
    markedCount: 3,
    notAttemptedCount: 1,
    count: 5,
  });
  expect(sums.parts.get('A1')).toMatchObject({ markHundredths: 75, markedMaxHundredths: 100, count: 2 });
  expect(sums.parts.get('A')).toMatchObject({ markHundredths: 75, markedMaxHundredths: 300, count: 3 });
  expect(isWhole(sums.parts.get('A1') ?? sums.whole)).toBe(true);
  expect(isWhole(sums.whole)).toBe(false);
  expect(percentOf(sums.whole)).toBeCloseTo(30.77, 2);
});

test('only the sub-criteria of the attempt count', () => {
  const sums = sumAttempt(scheme, new Set(['A2']), () => 100);
  expect([...sums.parts.keys()].sort()).toEqual(['A', 'A2']);
  expect(sums.whole).toMatchObject({ markHundredths: 100, maxHundredths: 200, count: 1 });
  const none = sumAttempt(scheme, new Set(['C1']), () => 100);
  expect(none.parts.size).toBe(0);
  expect(isWhole(none.whole)).toBe(false);
  expect(percentOf(none.whole)).toBeNull();
});

test('the whole is the sum of its parts', () => {
  const mark = fc.oneof(
    fc.constant(null),
    fc.constant('not_attempted' as const),
    fc.integer({ min: 0, max: 25 }),
  );
  fc.assert(
    fc.property(fc.array(mark, { minLength: 5, maxLength: 5 }), (given) => {
      const ids = ['a1', 'a2', 'a3', 'b1', 'b2'];
      const { whole, parts } = sumAttempt(scheme, null, (id) => given[ids.indexOf(id)] ?? null);
      const ofCriteria = ['A', 'B'].map((id) => parts.get(id)?.markHundredths ?? 0);
      const ofSubCriteria = ['A1', 'A2', 'B1'].map((id) => parts.get(id)?.markHundredths ?? 0);
      const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
      expect(sum(ofCriteria)).toBe(whole.markHundredths);
      expect(sum(ofSubCriteria)).toBe(whole.markHundredths);
      expect(whole.markHundredths).toBeLessThanOrEqual(whole.markedMaxHundredths);
    }),
  );
});
