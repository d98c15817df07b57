import { describe, expect, test } from 'vitest';
import type { CellValue } from '#shared/domain/schemes/cellValue.ts';
import { readMappedScheme, readScheme, type SchemeRead } from '#shared/domain/schemes/readScheme.ts';
import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { summarizeScheme } from '#shared/domain/schemes/summarizeScheme.ts';
import { buildCisSheets, type CisTraps } from '../../../helpers/cisWorkbook.ts';
import { makeJudgement, makeMeasurement, makeSampleScheme } from '../../../helpers/sampleScheme.ts';

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

describe('other layouts', () => {
  const readSheet = (name: string, rows: CellValue[][]): SchemeRead => {
    const result = readScheme([{ name, rows }]);
    if (!result.ok) {
      throw new Error(result.code);
    }
    return result;
  };
  const aspectsOf = (result: SchemeRead) =>
    result.document.criteria.flatMap((criterion) =>
      criterion.subCriteria.flatMap((subCriterion) =>
        subCriterion.aspects.map((aspect) => [
          subCriterion.code,
          aspect.kind,
          aspect.description,
          aspect.maxHundredths,
        ]),
      ),
    );

  test('before 2015: types O and S, two rows of labels, notes below in the column of descriptions', () => {
    const header = (letter: string): CellValue[][] => [
      [
        'Sub\nCriteria\nID',
        'Sub - Criteria\n\nName or Description',
        'Aspect\nType\nO = Obj\nS = Sub',
        'Aspect - Description',
        'For Objective Assessment Only',
        null,
        'Max\nMark',
        `Criterion\n${letter}`,
        'Total\nMark',
        3,
      ],
      [null, null, null, null, 'Requirement\nor Nominal\nSize', 'Add - (Extra Aspect Information)'],
    ];
    const result = readSheet('CIS_Subcriteria_Import', [
      [null, null, null, 'Criterion', 'Mark'],
      [null, null, 'A', 'Wiring', 2],
      [null, null, 'B', 'Finish', 1],
      [],
      ...header('A'),
      ['A1', 'Cables'],
      [null, null, 'O', 'Length of the cable', '200 mm', 'Measured once', 1.5],
      [null, null, null, 'Deduct for each cut'],
      [null, null, 'S', 'Look of the bends', null, null, 0.5],
      [],
      ...header('B'),
      ['B1', 'Cover'],
      [null, null, 'O', 'Cover is on', null, null, 1],
    ]);
    expect(result.layout).toBe('subcriteria_import');
    expect(
      result.document.criteria.map(({ code, name, declaredHundredths }) => [code, name, declaredHundredths]),
    ).toEqual([
      ['A', 'Wiring', 200],
      ['B', 'Finish', 100],
    ]);
    expect(result.document.criteria[0]?.subCriteria[0]?.aspects[0]).toEqual(
      makeMeasurement('Length of the cable', 150, {
        sectionNumber: null,
        requirement: '200 mm',
        extraDescription: 'Measured once',
        extraRows: [{ text: 'Deduct for each cut', afterDescriptors: 0 }],
      }),
    );
    expect(aspectsOf(result)).toEqual([
      ['A1', 'measurement', 'Length of the cable', 150],
      ['A1', 'judgement', 'Look of the bends', 50],
      ['B1', 'measurement', 'Cover is on', 100],
    ]);
  });

  test('2015 and 2016: types O and J with ladder and section but without day', () => {
    const result = readSheet('Marks', [
      ['06 Joinery'],
      [],
      [
        'Sub Criterion ID',
        'Sub Criterion Name or Description',
        'Aspect Type O = Obj J = Judg',
        'Aspect - Description',
        'Judg Score',
        'Extra Aspect Description (Obj or Judg) OR Judgement Score Description (Judg only)',
        'Requirement or Nominal Size (Obj Only)',
        'WSSS Section',
        'Max Mark',
        'Criterion A',
        'Total Mark',
        2,
      ],
      ['A1', 'Joints'],
      [null, null, 'O', 'Gap of the joint', null, null, '0 mm', 2, 1],
      [null, null, 'J', 'Surface', null, null, null, 3, 1],
      [null, null, null, null, 0, 'rough'],
      [null, null, null, null, 1, 'fair'],
      [null, null, null, null, 2, 'good'],
      [null, null, null, null, 3, 'superb'],
    ]);
    expect(result.layout).toBe('cis_2015');
    expect(result.document.title).toBe('06 Joinery');
    expect(aspectsOf(result)).toEqual([
      ['A1', 'measurement', 'Gap of the joint', 100],
      ['A1', 'judgement', 'Surface', 100],
    ]);
    expect(
      result.document.criteria[0]?.subCriteria[0]?.aspects[1]?.descriptors.map(({ text }) => text),
    ).toEqual(['rough', 'fair', 'good', 'superb']);
  });

  test('simplified: one table, codes on each row, numbered types, criteria from the codes', () => {
    const result = readSheet('MarkingScheme', [
      [
        'Sub Criterion ID',
        'Sub Criterion Name',
        'Type',
        'Aspect Description',
        'Score',
        'Extra Description',
        'Max Mark',
      ],
      ['A1', 'Plan', 'M1', 'Plan is drawn', null, null, '0,5'],
      ['A1', 'Plan', 'J1', 'Plan is clear', null, null, 1],
      [null, null, null, null, 0, 'no'],
      ['B1', 'Build', 'M1', 'It stands', null, null, 2],
    ]);
    expect(result.layout).toBe('marking_scheme');
    expect(aspectsOf(result)).toEqual([
      ['A1', 'measurement', 'Plan is drawn', 50],
      ['A1', 'judgement', 'Plan is clear', 100],
      ['B1', 'measurement', 'It stands', 200],
    ]);
    expect(result.document.criteria.map(({ code }) => code)).toEqual(['A', 'B']);
  });

  test('Russian: binary, discrete with options of their own mark, judging, links', () => {
    const result = readSheet('Критерии', [
      [null, null, null, null, 'Skill name'],
      [null, null, null, null, 'Сварочные технологии'],
      [null, null, null, null, 'Критерии', 'Балл'],
      [null, null, 'A', null, 'Сборка', 4],
      [],
      [
        'ID субкритерия',
        'Субкритерий',
        'Тип аспекта',
        'Z связь',
        'Аспект',
        'Судейская оценка',
        'Дополнительное описание',
        'Требование',
        'Раздел WSSS',
        'Макс. балл',
        'Критерий A',
        'Итого',
        4,
      ],
      ['A1', 'Подготовка'],
      [null, null, 'Z', 1, 'Работа начата по сигналу', null, null, null, '-', 0],
      [null, null, 'Бинарный', 1, 'Кромки зачищены', null, null, null, 2, 1],
      [null, null, 'Дискретный', null, 'Число прихваток', null, null, '4 шт.', 2, 2],
      [null, null, null, null, null, null, 'Все на месте', null, null, 2],
      [null, null, null, null, null, null, 'Одной нет', null, null, '1,5'],
      [null, null, null, null, null, null, 'Ни одной', null, null, 0],
      [null, null, 'Судейский', null, 'Вид шва', null, null, null, 3, 1],
      [null, null, null, null, null, 0, 'плохо'],
      [null, null, null, null, null, 1, 'сносно'],
      [null, null, null, null, null, 2, 'хорошо'],
      [null, null, null, null, null, 3, 'отлично'],
    ]);
    expect(result.layout).toBe('russian');
    expect(result.document.title).toBe('Сварочные технологии');
    expect(result.document.criteria[0]).toMatchObject({ code: 'A', name: 'Сборка', declaredHundredths: 400 });
    expect(aspectsOf(result)).toEqual([
      ['A1', 'measurement', 'Работа начата по сигналу', 0],
      ['A1', 'measurement', 'Кромки зачищены', 100],
      ['A1', 'measurement', 'Число прихваток', 200],
      ['A1', 'judgement', 'Вид шва', 100],
    ]);
    expect(result.document.calculations).toEqual([
      {
        name: '',
        isShared: false,
        calculation: {
          kind: 'choice',
          deductionType: 'unit',
          options: [
            { label: 'Все на месте', deduction: '0' },
            { label: 'Одной нет', deduction: '0.5' },
            { label: 'Ни одной', deduction: '2' },
          ],
        },
      },
    ]);
    expect(result.document.criteria[0]?.subCriteria[0]?.aspects[1]?.extraRows).toEqual([
      { text: 'Z 1', afterDescriptors: 0 },
    ]);
    expect(codesOf(result).filter((code) => code === 'link_kept_as_note')).toHaveLength(2);
  });

  test('of two sheets with tables the larger is read and the other named', () => {
    const small = buildCisSheets({
      ...makeSampleScheme(),
      criteria: makeSampleScheme().criteria.slice(1),
    })[0]!;
    const result = readScheme([{ ...small, name: 'Old' }, ...buildCisSheets(makeSampleScheme())]);
    expect(result).toMatchObject({ ok: true, document: makeSampleScheme() });
    expect(result.ok && result.warnings.at(-1)).toEqual({ code: 'sheet_ignored', value: 'Old' });
  });
});

describe('what is no scheme', () => {
  test('has a code of its own', () => {
    expect(readScheme([])).toMatchObject({ ok: false, code: 'workbook_empty' });
    expect(readScheme([{ name: 'Sheet1', rows: [[null, ' ', '']] }])).toMatchObject({
      ok: false,
      code: 'workbook_empty',
    });
    const bare = {
      ...makeSampleScheme(),
      criteria: [{ code: 'A', name: 'One', declaredHundredths: 100, subCriteria: [] }],
    };
    expect(readScheme(buildCisSheets(bare))).toEqual({ ok: false, code: 'workbook_no_aspects', preview: [] });
  });

  test('shows its first rows, so that a person can name the columns', () => {
    const rows: CellValue[][] = [
      ['What to look at', 'How', 'Points'],
      ['The wall is straight', 'by rule', '1,5'],
      ['The wall is fair to see', 'by eye', 2],
    ];
    const sheets = [{ name: 'List', rows }];
    const refused = readScheme(sheets);
    expect(refused).toEqual({
      ok: false,
      code: 'workbook_unknown_layout',
      preview: [{ name: 'List', rows }],
    });
    const mapped = readMappedScheme(sheets, {
      sheetName: 'List',
      headerRow: 0,
      columns: { description: 0, extraDescription: 1, maxMark: 2 },
    });
    expect(mapped).toMatchObject({ ok: true, layout: 'mapped' });
    expect(mapped.ok && summarizeScheme(mapped.document)).toMatchObject({ aspects: 2, totalHundredths: 350 });
    expect(readMappedScheme(sheets, { sheetName: 'Other', headerRow: null, columns: {} })).toMatchObject({
      ok: false,
      code: 'workbook_unknown_layout',
    });
  });
});
