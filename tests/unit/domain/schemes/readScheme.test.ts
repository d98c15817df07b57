import { describe, expect, test } from 'vitest';
import type { CellValue } from '#shared/domain/schemes/cellValue.ts';
import { readScheme, type SchemeRead } from '#shared/domain/schemes/readScheme.ts';
import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { summarizeScheme } from '#shared/domain/schemes/summarizeScheme.ts';
import { buildCisSheets, type CisTraps } from '../../../helpers/cisWorkbook.ts';
import { makeJudgement, makeSampleScheme } from '../../../helpers/sampleScheme.ts';

function read(document: SchemeDocument, traps: CisTraps = {}): SchemeRead {
  const result = readScheme(buildCisSheets(document, traps));
  if (!result.ok) {
    throw new Error(result.code);
  }
  return result;
}

const codesOf = (result: SchemeRead): string[] => result.warnings.map((warning) => warning.code);

/** A sheet with the given rows below a CIS header. */
function readRows(rows: CellValue[][]): SchemeRead {
  const sheets = buildCisSheets({
    title: '',
    sections: [],
    criteria: [{ code: 'A', name: 'One', declaredHundredths: null, subCriteria: [] }],
    calculations: [],
  });
  const main = sheets[0]!;
  const header = main.rows.findIndex((row) => row[11] === 'Criterion A');
  main.rows.splice(header + 1, main.rows.length, ...rows);
  const result = readScheme(sheets);
  if (!result.ok) {
    throw new Error(result.code);
  }
  return result;
}

describe('a CIS workbook', () => {
  const scheme = makeSampleScheme();

  test('is read whole', () => {
    const result = read(scheme);
    expect(result.document).toEqual(scheme);
    expect(result.layout).toBe('cis');
    expect(result.suggestedKind).toBe('official');
    expect(codesOf(result)).toEqual(['calculation_unknown']);
  });

  test.each<[string, CisTraps]>([
    ['numbers as text with commas', { numbersAsText: true }],
    ['days as text', { days: 'text' }],
    ['days as C1', { days: 'C' }],
    ['days in Kazakh', { days: 'kk' }],
    ['odd spaces and line ends', { oddSpaces: true }],
    ['empty texts for empty cells', { emptyStrings: true }],
    ['an aspect on the row of its sub-criterion', { aspectOnSubCriterionRow: true }],
    ['floating-point noise', { floatNoise: true }],
    ['no empty rows', { emptyRows: 'none' }],
    ['many empty rows', { emptyRows: 'many' }],
    ['two empty columns at the left', { shiftRight: 2 }],
    [
      'all of it at once',
      {
        numbersAsText: true,
        oddSpaces: true,
        emptyStrings: true,
        days: 'C',
        emptyRows: 'many',
        aspectOnSubCriterionRow: true,
      },
    ],
  ])('gives the same scheme with %s', (_name, traps) => {
    const result = read(scheme, traps);
    expect(result.document).toEqual(scheme);
    expect(codesOf(result)).toEqual(['calculation_unknown']);
  });

  test('in a language that nobody knows is read by its form', () => {
    for (const traps of [
      {},
      { numbersAsText: true, oddSpaces: true },
      { shiftRight: 1 },
      { emptyRows: 'none' as const },
    ]) {
      const result = read(scheme, { translated: true, ...traps });
      expect(result.document).toEqual(scheme);
      expect(result.layout).toBe('cis_translated');
    }
  });

  test.each([
    [
      'Russian',
      'Критерий',
      'ID субкритерия|Название или описание субкритерия|День оценки|Тип аспекта M = Изм J = Суд|Аспект - описание|Судейский балл|Дополнительное описание аспекта ИЛИ описание судейских баллов|Требование (только для измерений)|Раздел WSOS|Строка расчёта (только экспорт)|Макс. балл',
    ],
    [
      'Kazakh',
      'Критерий',
      'Қосалқы критерий ID|Қосалқы критерийдің атауы|Бағалау күні|Аспект түрі|Аспект сипаттамасы|Төрешілік балл|Қосымша сипаттама|Талап|WSOS бөлімі|Есептеу жолы|Ең жоғары балл',
    ],
    [
      'the words of 2019',
      'Criterion',
      'Sub Criterion ID|Sub Criterion Name or Description|Day of Marking|Aspect Type M = Meas J = Judg|Aspect - Description|Judg Score|Extra Aspect Description (Meas or Judg) OR Judgement Score Description (Judg only)|Requirement (Measurement Only)|WSSS Section|Calculation Row (Export only)|Max Mark',
    ],
  ])('with labels in %s is known by them', (_name, criterion, columns) => {
    const result = read(scheme, { labels: { criterion, columns: columns.split('|') } });
    expect(result.document).toEqual(scheme);
    expect(result.layout).toBe('cis');
  });

  test('whose letter I became a word has its letter back', () => {
    const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    const document = {
      ...scheme,
      criteria: letters.map(
        (code, index) =>
          scheme.criteria[index] ?? { code, name: '', declaredHundredths: null, subCriteria: [] },
      ),
    };
    const result = read(document, { translated: true });
    expect(result.document.criteria.map((criterion) => criterion.code)).toEqual(letters);
    expect(result.warnings).toContainEqual({
      code: 'criterion_code_repaired',
      row: 21,
      value: 'EU',
      subject: 'I',
    });
  });

  test('with text past column N says what was left out', () => {
    const result = read(scheme, { textPastN: true });
    expect(result.document).toEqual(scheme);
    expect(result.warnings).toContainEqual(expect.objectContaining({ code: 'text_ignored', row: 4 }));
  });

  test('is summarised', () => {
    expect(summarizeScheme(scheme)).toEqual({
      title: '15 Plumbing and Heating',
      sections: [
        { number: 1, name: 'Order of work', declaredHundredths: 2000, aspectHundredths: 2000 },
        { number: 2, name: 'Pipework', declaredHundredths: 5000, aspectHundredths: 5000 },
        { number: 3, name: 'Commissioning', declaredHundredths: 3000, aspectHundredths: 3000 },
      ],
      criteria: 2,
      subCriteria: 3,
      aspects: 8,
      measurement: 6,
      judgement: 2,
      totalHundredths: 10_000,
      days: [1, 2],
    });
  });
});

describe('rows with something odd', () => {
  const row = (cells: Record<string, CellValue>): CellValue[] => {
    const made: CellValue[] = Array.from({ length: 14 }, () => null);
    for (const [column, value] of Object.entries(cells)) {
      made[column.charCodeAt(0) - 65] = value;
    }
    return made;
  };
  const sub = row({ A: 'A1', B: 'Form' });
  // The header of the built sheet stands in row 13, the rows given here begin in row 14.
  const warningOf = (cells: Record<string, CellValue>) =>
    readRows([sub, row(cells)]).warnings.filter((warning) => warning.row === 15);

  test.each<[string, Record<string, CellValue>, object]>([
    ['a mark with three decimals', { D: 'M', E: 'x', K: 0.125 }, { code: 'mark_rounded', value: '0.125' }],
    ['no mark', { D: 'M', E: 'x' }, { code: 'mark_missing' }],
    ['a mark in words', { D: 'M', E: 'x', K: 'half' }, { code: 'mark_not_understood', value: 'half' }],
    ['a mark below nothing', { D: 'M', E: 'x', K: -1 }, { code: 'mark_negative', value: '-1' }],
    ['no type', { E: 'x', K: 1 }, { code: 'type_assumed' }],
    ['an unknown type', { D: 'Q', E: 'x', K: 1 }, { code: 'type_not_understood', value: 'Q' }],
    [
      'a section in words',
      { D: 'M', E: 'x', K: 1, I: 'many' },
      { code: 'section_not_understood', value: 'many' },
    ],
    [
      'a calculation that is not there',
      { D: 'M', E: 'x', K: 1, J: 7 },
      { code: 'calculation_not_found', value: '7' },
    ],
  ])('%s is a warning with its row', (_name, cells, expected) => {
    expect(warningOf(cells)).toEqual([{ row: 15, ...expected }]);
  });

  test('marks are rounded half up and never go below nothing', () => {
    const marks = [0.125, 0.124, '0,125', 1.005, 24.749999999999993, -3].map(
      (mark) =>
        readRows([sub, row({ D: 'M', E: 'x', K: mark })]).document.criteria[0]?.subCriteria[0]?.aspects[0]
          ?.maxHundredths,
    );
    expect(marks).toEqual([13, 12, 13, 101, 2475, 0]);
  });

  test('a day in words, a sub-criterion without code, and one before any', () => {
    const result = readRows([
      row({ D: 'M', E: 'first', K: 1 }),
      row({ B: 'No code', C: 'soon' }),
      row({ D: 'M', E: 'second', K: 1 }),
    ]);
    expect(result.document.criteria[0]?.subCriteria.map(({ code, name }) => [code, name])).toEqual([
      ['A1', ''],
      ['A2', 'No code'],
    ]);
    expect(result.warnings.slice(0, 3)).toEqual([
      { code: 'sub_criterion_assumed', row: 14, subject: 'A1' },
      { code: 'day_not_understood', row: 15, value: 'soon' },
      { code: 'sub_criterion_code_missing', row: 15, subject: 'A2' },
    ]);
  });

  test('a heading, notes around a ladder and a score that is none keep their places', () => {
    const result = readRows([
      sub,
      row({ E: 'Heading' }),
      row({ D: 'J', E: 'Look', K: 1 }),
      row({ G: 'before' }),
      row({ F: 0, G: 'bad' }),
      row({ F: '1', G: 'fair' }),
      row({ G: 'between' }),
      row({ F: 4, G: 'superb' }),
      row({ E: 'Lonely heading' }),
    ]);
    expect(result.document.criteria[0]?.subCriteria[0]?.aspects).toEqual([
      makeJudgement('Look', 100, {
        sectionNumber: null,
        headings: ['Heading'],
        descriptors: [
          { score: 0, text: 'bad' },
          { score: 1, text: 'fair' },
        ],
        extraRows: [
          { text: 'before', afterDescriptors: 0 },
          { text: 'between', afterDescriptors: 2 },
          { text: '4 superb', afterDescriptors: 2 },
          { text: 'Lonely heading', afterDescriptors: 2 },
        ],
      }),
    ]);
    expect(result.warnings[0]).toEqual({ code: 'score_not_understood', row: 21, value: '4' });
  });

  test('a sum on the row of a sub-criterion is none of its aspects; one elsewhere is asked about', () => {
    const result = readRows([
      row({ A: 'A1', B: 'Form', K: 1 }),
      row({ D: 'M', E: 'x', K: 1 }),
      row({ K: 5 }),
    ]);
    expect(summarizeScheme(result.document).totalHundredths).toBe(100);
    expect(result.warnings[0]).toEqual({ code: 'mark_without_aspect', row: 16, value: '5' });
  });

  test('Cyrillic letters that look like Latin ones are read as these', () => {
    const result = readRows([row({ A: 'А1', B: 'Form' }), row({ D: 'М', E: 'x', K: 1 })]);
    expect(result.document.criteria[0]?.subCriteria[0]).toMatchObject({
      code: 'A1',
      aspects: [{ kind: 'measurement' }],
    });
    expect(codesOf(result)).not.toContain('type_not_understood');
  });
});
