import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue, WorkbookSheet } from '#shared/domain/schemes/cellValue.ts';
import { checkScheme } from '#shared/domain/schemes/checkScheme.ts';
import { readScheme } from '#shared/domain/schemes/readScheme.ts';
import { readOutputSheets } from '#shared/domain/schemes/workbookOutput.ts';
import { writeCisScheme } from '#shared/domain/schemes/writeCisScheme.ts';
import { buildCisSheets } from '../../../helpers/cisWorkbook.ts';
import { makeSampleScheme } from '../../../helpers/sampleScheme.ts';

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    ' ',
    'A',
    'B',
    'A1',
    'M',
    'J',
    'O',
    'D',
    'Z',
    'Total',
    'Criterion B',
    'Type',
    'Aspect',
    'Max',
    'ID',
  ),
  fc.integer({ min: -3, max: 30 }),
  fc.double(),
  fc.boolean(),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** The sample with cells overwritten at random. */
const spoiled: fc.Arbitrary<WorkbookSheet[]> = fc
  .array(fc.tuple(fc.nat(80), fc.nat(15), cell), { minLength: 1, maxLength: 60 })
  .map((changes) => {
    const sheets = buildCisSheets(makeSampleScheme());
    for (const [row, column, value] of changes) {
      const cells = sheets[0]?.rows[row];
      if (cells !== undefined) {
        cells[column] = value;
      }
    }
    return sheets;
  });

describe('a sheet of anything', () => {
  test('is read or refused, and what is read can be written and read again', () => {
    const anything = fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 20 });
    const sheets = fc.oneof(
      spoiled,
      anything.map((rows): WorkbookSheet[] => [{ name: 'Any', rows }]),
    );
    fc.assert(
      fc.property(sheets, (given) => {
        const result = readScheme(given);
        if (!result.ok) {
          expect(['workbook_empty', 'workbook_no_aspects', 'workbook_unknown_layout']).toContain(result.code);
          return;
        }
        const marks = result.document.criteria.flatMap(({ subCriteria }) =>
          subCriteria.flatMap(({ aspects }) => aspects.map((aspect) => aspect.maxHundredths)),
        );
        expect(marks.every((mark) => Number.isSafeInteger(mark) && mark >= 0)).toBe(true);
        expect(result.warnings).toEqual(expect.arrayContaining(checkScheme(result.document)));
        const again = readScheme(readOutputSheets(writeCisScheme(result.document)));
        expect(again).toMatchObject({ ok: true, document: result.document });
      }),
      { numRuns: 500 },
    );
  });

  test('of many long texts in every place is read in time', () => {
    const dots = '.'.repeat(30_000);
    const spaces = `x${' '.repeat(30_000)}x`;
    const rows = buildCisSheets(makeSampleScheme())[0]?.rows ?? [];
    for (let index = 0; index < 30; index += 1) {
      rows.push(Array.from({ length: 14 }, (_, column) => (column % 2 === 0 ? `${dots}x` : spaces)));
    }
    const headers = Array.from({ length: 20_000 }, () =>
      Array.from({ length: 14 }, (_, column) => `label ${column}`),
    );
    expect(readScheme([{ name: 'Long', rows }])).toMatchObject({ ok: true });
    expect(readScheme([{ name: 'Headers', rows: headers }])).toMatchObject({ ok: false });
  });
});
