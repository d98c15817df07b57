import { describe, expect, test } from 'vitest';
import type { CellValue } from '#shared/domain/schemes/cellValue.ts';
import { readMappedScheme, readScheme, type SchemeRead } from '#shared/domain/schemes/readScheme.ts';
import { summarizeScheme } from '#shared/domain/schemes/summarizeScheme.ts';
import { buildCisSheets } from '../../../helpers/cisWorkbook.ts';
import { makeMeasurement, makeSampleScheme } from '../../../helpers/sampleScheme.ts';

const codesOf = (result: SchemeRead): string[] => result.warnings.map((warning) => warning.code);

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

describe('a mapped sheet', () => {
  test('takes criteria and forms from columns of names, and leaves out sums', () => {
    const rows: CellValue[][] = [
      ['Module', 'Part', 'What', 'Points'],
      ['A: Wiring', 'Cables', 'Cable is cut to length', 1],
      ['A: Wiring', 'Cables', 'Cable is marked', 2],
      ['A: Wiring', 'Boxes', 'Box is level', 1],
      ['Finish', null, 'Cover is on', 0.5],
      [null, null, 'Total', 4.5],
    ];
    const result = readMappedScheme([{ name: 'List', rows }], {
      sheetName: 'List',
      headerRow: 0,
      columns: { criterion: 0, subCriterionName: 1, description: 2, maxMark: 3 },
    });
    const criteria = result.ok ? result.document.criteria : [];
    expect(
      criteria.map(({ code, name, subCriteria }) => [
        code,
        name,
        ...subCriteria.map((sub) => `${sub.code} ${sub.name} ${sub.aspects.length}`),
      ]),
    ).toEqual([
      ['A', 'Wiring', 'A1 Cables 2', 'A2 Boxes 1'],
      ['B', 'Finish', 'B1  1'],
    ]);
    expect(result.ok && codesOf(result)).toEqual(['sub_criterion_assumed', 'total_not_100', 'no_sections']);
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
