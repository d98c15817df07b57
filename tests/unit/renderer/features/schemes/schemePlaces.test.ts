import { describe, expect, test } from 'vitest';
import type { AspectRow, CriterionRow } from '#shared/contract/schemes.ts';
import {
  SECTIONS_PLACE,
  countAspects,
  placeId,
  searchScheme,
} from '../../../../../renderer/features/schemes/schemePlaces.ts';

const aspect = (id: string, description: string, patch: Partial<AspectRow> = {}): AspectRow => ({
  id,
  kind: 'measurement',
  code: id.toUpperCase(),
  description,
  extraDescription: '',
  requirement: '',
  sectionNumber: null,
  maxHundredths: 100,
  descriptors: [],
  extraRows: [],
  calculation: null,
  allowsPartial: true,
  ...patch,
});

const criteria: CriterionRow[] = [
  {
    id: 'a',
    code: 'A',
    name: 'Қауіпсіздік',
    declaredHundredths: null,
    subCriteria: [
      {
        id: 'a1',
        code: 'A1',
        name: 'Жұмыс орны',
        markingDay: 1,
        aspects: [
          aspect('a1.m1', 'Арнайы киім киілген'),
          aspect('a1.m2', 'Үстел таза', { requirement: 'Қалдық жоқ' }),
        ],
      },
      {
        id: 'a2',
        code: 'A2',
        name: 'Құжаттар',
        markingDay: null,
        aspects: [
          aspect('a2.j1', 'Безендіру', {
            kind: 'judgement',
            descriptors: [{ score: 3, text: 'Мүлтіксіз орындалған' }],
          }),
        ],
      },
    ],
  },
];

const found = (search: string): string[] =>
  searchScheme(criteria, search).flatMap(({ subCriteria }) =>
    subCriteria.flatMap(({ aspects }) => aspects.map(({ id }) => id)),
  );

describe('a search', () => {
  test.each([
    ['киім', ['a1.m1']],
    ['калдык', ['a1.m2']],
    ['мултиксиз', ['a2.j1']],
    ['A2.J1', ['a2.j1']],
    ['жумыс орны', ['a1.m1', 'a1.m2']],
    ['', ['a1.m1', 'a1.m2', 'a2.j1']],
    ['жоқ нәрсе', []],
  ])('for %j finds %j', (search, ids) => {
    expect(found(search)).toEqual(ids);
  });

  test('counts what it finds', () => {
    expect(countAspects(searchScheme(criteria, 'a1'))).toBe(2);
  });
});

describe('a warning', () => {
  test('leads to the deepest place that it names', () => {
    const place = { criterion: 0, subCriterion: 1, aspect: 0 };
    expect(placeId(criteria, { code: 'descriptors_incomplete', place })).toBe('a2.j1');
    expect(placeId(criteria, { code: 'day_missing', place: { criterion: 0, subCriterion: 1 } })).toBe('a2');
    expect(placeId(criteria, { code: 'criterion_mark_differs', place: { criterion: 0 } })).toBe('a');
  });

  test('about sections leads to their table, one about the whole leads nowhere', () => {
    expect(placeId(criteria, { code: 'section_variation', sectionNumber: 2 })).toBe(SECTIONS_PLACE);
    expect(placeId(criteria, { code: 'total_not_100' })).toBeNull();
    expect(placeId(criteria, { code: 'duplicate_id', place: { criterion: 7 } })).toBeNull();
  });
});
