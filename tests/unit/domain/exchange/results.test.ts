import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchStudents, type WrittenName } from '#shared/domain/exchange/matchStudents.ts';
import { suggestResultMapping } from '#shared/domain/exchange/resultColumns.ts';
import { findPart, totalPart, type ResultPart } from '#shared/domain/exchange/resultParts.ts';
import { readResults, type ResultOptions } from '#shared/domain/exchange/resultRows.ts';

const part = (code: string, patch: Partial<ResultPart> = {}): ResultPart => ({
  ...totalPart(1000),
  code,
  name: '',
  level: 'sub_criterion',
  ...patch,
});

const PARTS: ResultPart[] = [
  part('A', { level: 'criterion', name: 'Құбыр жүргізу', maxHundredths: 3000 }),
  part('A1', { name: 'Өлшем дәлдігі' }),
  part('A1.M1', { level: 'aspect', maxHundredths: 200, allowsPartial: false, name: 'Бірінші' }),
  part('A1.J2', { level: 'aspect', isScore: true, maxHundredths: 100, name: 'Екінші' }),
  part('A2'),
];

const options = (patch: Partial<ResultOptions>): ResultOptions => ({
  mapping: { fields: { fullName: 0, total: 1 }, parts: [] },
  parts: PARTS,
  date: '2025-03-12',
  totalMaxHundredths: 10_000,
  ...patch,
});

/** The one mark of a row with a total, or the code of its problem. */
function total(text: string, others: string[] = []): number | string {
  const rows = [['ФИО', 'Итого'], ['Ким Виктор', text], ...others.map((other) => ['Ли Анна', other])];
  const [result] = readResults(rows, 0, options({})).results;
  const entry = result?.marks[0]?.entry;
  if (entry?.kind === 'points') return entry.markHundredths;
  return entry?.kind ?? result?.problems[0]?.code ?? 'none';
}

describe('a part of the scheme', () => {
  test.each([
    ['A1', 'A1'],
    ['а1', 'A1'],
    ['А 1', 'A1'],
    ['A1 Өлшем дәлдігі (10)', 'A1'],
    ['Өлшем дәлдігі (10,00)', 'A1'],
    ['A', 'A'],
    ['A1.M1', 'A1.M1'],
    ['A1.М1', 'A1.M1'],
    ['A1.2', 'A1.J2'],
    ['A1-1', 'A1.M1'],
  ])('is found as people write it: %s', (text, code) => {
    expect(findPart(text, PARTS)?.code).toBe(code);
  });

  test.each(['', 'Аты', 'B1', 'A1.M9', 'Балл', 'A12'])('is not seen where there is none: %s', (text) => {
    expect(findPart(text, PARTS)).toBeUndefined();
  });
});

describe('heads', () => {
  test('in three languages are known, and a lone mark is the total', () => {
    const mapping = suggestResultMapping(['Тегі', 'Аты', 'Күні', 'Балл'], PARTS);
    expect(mapping).toEqual({ fields: { surname: 0, givenName: 1, date: 2, total: 3 }, parts: [] });
    expect(suggestResultMapping(['Студент', 'Дата', 'Аспект', 'Балл'], PARTS).fields).toEqual({
      fullName: 0,
      date: 1,
      code: 2,
      mark: 3,
    });
    expect(suggestResultMapping(['Student', 'A1', 'A2', 'Total'], PARTS)).toEqual({
      fields: { fullName: 0, total: 3 },
      parts: [
        { column: 1, code: 'A1' },
        { column: 2, code: 'A2' },
      ],
    });
  });
});

describe('a total', () => {
  test.each<[string, number | string]>([
    ['81', 8100],
    ['81,5', 8150],
    ['81.254', 8125],
    ['81 %', 8100],
    ['100', 10_000],
    ['100,01', 'above_maximum'],
    ['-3', 'below_zero'],
    ['сексен', 'not_a_number'],
    ['н/я', 'not_attempted'],
    ['—', 'not_attempted'],
    ['', 'no_marks'],
  ])('written as «%s»', (text, expected) => {
    expect(total(text)).toBe(expected);
  });

  test('of a percent column of a spreadsheet stands as a part of one', () => {
    expect(total('0,815', ['1', '0'])).toBe(8150);
    // Whole numbers up to one are marks, not parts.
    expect(total('1', ['0'])).toBe(100);
  });
});

describe('marks of parts', () => {
  const mapping = {
    fields: { fullName: 0, total: 3 },
    parts: [
      { column: 1, code: 'A1' },
      { column: 2, code: 'A2' },
    ],
  };

  test('are compared with the total beside them; rows of sums are nobody', () => {
    const rows = [
      ['Студент', 'A1', 'A2', 'Итого'],
      ['Ким Виктор', '5', '7,5', '12,5'],
      ['Ли Анна', '5', '7,5', '13'],
      ['Итого', '10', '15', '25,5'],
      ['Максимум', '10', '10', '20'],
    ];
    const read = readResults(rows, 0, options({ mapping }));
    expect(read.level).toBe('sub_criterion');
    expect(read.results.map(({ surname, problems }) => [surname, problems.map(({ code }) => code)])).toEqual([
      ['Ким', []],
      ['Ли', ['sum_differs']],
    ]);
  });

  test('of aspects go before sums of them, and are checked by their own rules', () => {
    const finer = {
      fields: { fullName: 0 },
      parts: [
        { column: 1, code: 'A1' },
        { column: 2, code: 'A1.M1' },
        { column: 3, code: 'A1.J2' },
      ],
    };
    const rows = [
      ['Студент', 'A1', 'A1.M1', 'A1.J2'],
      ['Ким Виктор', '3', '2', '3'],
      ['Ли Анна', '3', '1', '2,5'],
    ];
    const read = readResults(rows, 0, options({ mapping: finer }));
    expect(read.level).toBe('aspect');
    expect(read.results[0]?.marks).toEqual([
      { code: 'A1.M1', entry: { kind: 'points', markHundredths: 200 } },
      { code: 'A1.J2', entry: { kind: 'score', score: 3 } },
    ]);
    expect(read.results[1]?.problems.map(({ code }) => code)).toEqual([
      'partial_not_allowed',
      'not_a_score',
      'no_marks',
    ]);
  });

  test('in any table of texts give an answer and never more than the maximum', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('5', '99', '0,5', '-', '%', '1e9', '٣', '=1+1', '5%'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }), (rows) => {
        const read = readResults([['Студент', 'A1', 'A2', 'Итого'], ...rows], 0, options({ mapping }));
        for (const { marks } of read.results) {
          for (const { code, entry } of marks) {
            const max = PARTS.find((one) => one.code === code)?.maxHundredths ?? 10_000;
            if (entry.kind === 'points') {
              expect(entry.markHundredths).toBeGreaterThanOrEqual(0);
              expect(entry.markHundredths).toBeLessThanOrEqual(max);
            }
          }
        }
      }),
    );
  });
});

describe('a name in a file', () => {
  const person = (surname: string, givenName: string, patronymic = '', groupName = ''): WrittenName => ({
    surname,
    givenName,
    patronymic,
    groupName,
  });
  const known = [
    person('Серіков', 'Дәулет', 'Маратұлы', 'ЭМ-1'),
    person('Серіков', 'Дамир', 'Асанович', 'ЭМ-2'),
    person('Ким', 'Виктор', '', 'ЭМ-1'),
  ];
  const found = (name: WrittenName): string[] => matchStudents(name, known).map(({ givenName }) => givenName);

  test('means whoever it fits: in full, with initials, from another keyboard', () => {
    expect(found(person('Серіков', 'Дәулет'))).toEqual(['Дәулет']);
    expect(found(person('Сериков', 'Даулет'))).toEqual(['Дәулет']);
    expect(found(person('Серіков', 'Д.М.'))).toEqual(['Дәулет']);
    expect(found(person('Серіков', 'Д.', 'А.'))).toEqual(['Дамир']);
    expect(found(person('Серіков', 'Д.'))).toEqual(['Дәулет', 'Дамир']);
    expect(found(person('Серіков', 'Д.', '', 'эм-2'))).toEqual(['Дамир']);
    expect(found(person('Серіков', 'Ерлан'))).toEqual([]);
    expect(found(person('Ким', 'Виктор', 'Андреевич'))).toEqual(['Виктор']);
  });
});
