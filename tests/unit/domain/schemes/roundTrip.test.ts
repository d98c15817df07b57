import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCalculation, parseCalculation } from '#shared/domain/schemes/calculationText.ts';
import { readScheme } from '#shared/domain/schemes/readScheme.ts';
import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { readOutputSheets } from '#shared/domain/schemes/workbookOutput.ts';
import { writeCisScheme } from '#shared/domain/schemes/writeCisScheme.ts';
import { readSheets } from '../../../../electron/workers/workbookSheets.ts';
import { writeWorkbook } from '../../../../electron/workers/writeWorkbook.ts';
import { makeSampleScheme } from '../../../helpers/sampleScheme.ts';
import { schemeCalculation, schemeDocument } from '../../../helpers/schemeArbitrary.ts';

function readBack(document: SchemeDocument): SchemeDocument {
  const result = readScheme(readOutputSheets(writeCisScheme(document)));
  if (!result.ok) {
    throw new Error(result.code);
  }
  return result.document;
}

describe('export and import', () => {
  test('of cells give the same scheme, and a second export the same cells', () => {
    fc.assert(
      fc.property(schemeDocument, (document) => {
        const again = readBack(document);
        expect(again).toEqual(document);
        expect(writeCisScheme(again)).toEqual(writeCisScheme(document));
      }),
      { numRuns: 300 },
    );
  });

  test('of files give the same scheme, and the cells of a second file are the same', async () => {
    await fc.assert(
      fc.asyncProperty(schemeDocument, async (document) => {
        const sheets = await readSheets(Buffer.from(await writeWorkbook(writeCisScheme(document))));
        const result = readScheme(sheets);
        expect(result).toMatchObject({ ok: true, document });
        const again = result.ok ? writeCisScheme(result.document) : [];
        expect(await readSheets(Buffer.from(await writeWorkbook(again)))).toEqual(sheets);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('of calculations keep every number and word', () => {
    fc.assert(
      fc.property(schemeCalculation, ({ calculation }) => {
        expect(parseCalculation(formatCalculation(calculation))).toEqual(calculation);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the written sheet', () => {
  const sheets = writeCisScheme(makeSampleScheme());
  const rows = sheets[0]!.rows;
  const at = (row: number) => rows[row - 1]!.map((cell) => cell?.formula ?? cell?.value ?? null);
  const results = (row: number) => rows[row - 1]!.map((cell) => cell?.value ?? null);

  test('has the two sheets of CIS and its labels in their places', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['CIS Marking Scheme Import', 'Calculations']);
    expect(at(1)).toEqual(['15 Plumbing and Heating']);
    expect(at(3)).toEqual(['WorldSkills Occupational Standards']);
    expect(at(4)[0]).toBe('Section');
    expect(at(8).slice(8, 10)).toEqual(['Total Variation', null]);
    expect(at(11)).toEqual(['Criteria']);
    expect(at(14)).toEqual(['B', 'Start-up', ...Array.from({ length: 8 }, () => null), 40]);
    expect(at(15)).toEqual(['C']);
    expect(at(18).slice(11, 13)).toEqual(['Criterion A', 'Total\nMark']);
    expect(
      rows
        .at(-1)!
        .slice(11, 13)
        .map((cell) => cell?.value),
    ).toEqual(['Competition', 'Total\nMark']);
  });

  test('has the formulas of CIS, each with its result', () => {
    const last = rows.length;
    expect(at(6).slice(9)).toEqual([`SUMIF(I19:I${last - 1},A6,K19:K${last - 1})`, 'ABS(I6-J6)']);
    expect(results(6).slice(8)).toEqual([50, 50, 0]);
    expect(at(8)[10]).toBe('SUM(K5:K7)');
    const headers = rows.flatMap((row, index) =>
      row[11]?.value.toString().startsWith('Criterion') === true ? [index + 1] : [],
    );
    expect(headers).toHaveLength(3);
    expect(at(headers[0]!)[13]).toBe(`SUM(K${headers[0]! + 1}:K${headers[1]! - 1})`);
    expect(headers.map((row) => results(row)[13])).toEqual([60, 40, 0]);
    expect(at(last)[13]).toBe(`SUM(N1:N${last - 1})`);
    expect(results(last)[13]).toBe(100);
  });

  test('points to its calculations by row, and marks have two decimals', () => {
    expect(sheets[1]!.rows[0]!.map((cell) => cell?.value)).toEqual([
      'Off by millimetres',
      'REGULAR_DIFFERENCE_DEDUCTION',
      true,
      'DEDUCTION_TYPE:::#x~x#UNIT#-#TARGET_VALUE:::50.00000000#x~x##-#DIFFERENCE:::1.00000000#x~x##-#DIFFERENCE_TYPE:::#x~x#UNIT#-#DEDUCTION:::2.50000000#x~x#',
    ]);
    const aspects = rows.filter((row) => row[3]?.value === 'M' || row[3]?.value === 'J');
    expect(aspects.map((row) => row[9]?.value ?? null)).toEqual([1, null, null, 2, 3, 2, null, null]);
    expect(aspects.map((row) => row[10]?.value)).toEqual([10.5, 12.5, 27, 10, 15, 0.29, 14.71, 10]);
  });
});
