import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WorkbookSheet } from '#shared/domain/schemes/cellValue.ts';
import { findCalculationSheet } from '#shared/domain/schemes/calculationSheet.ts';
import { readScheme, type SchemeRead } from '#shared/domain/schemes/readScheme.ts';
import { summarizeScheme } from '#shared/domain/schemes/summarizeScheme.ts';
import { writeCisScheme } from '#shared/domain/schemes/writeCisScheme.ts';
import { createWorkbookReader } from '../../electron/workers/readWorkbook.ts';
import { writeWorkbook } from '../../electron/workers/writeWorkbook.ts';

/**
 * Over real marking schemes, which are other people's work and never part of the project: the folder is named
 * by SHYNG_REAL_WORKBOOKS, and without it these tests are not collected.
 */
const FOLDER = process.env['SHYNG_REAL_WORKBOOKS'] ?? '';
const ES2023 = 'ES2023_marking_scheme_Web_Development_17.xlsx';
const WSUK2024 = 'WSUK2024_nationals_web_development_marking_final_cis.xlsx';
const WSC2019 = 'WSC2019_09_ITSSB_marking_scheme_pt-br.xlsx';
const BR = 'BR_simulado_CIS.xlsx';

const reader = createWorkbookReader({
  workerUrl: new URL('../../electron/workers/workbookWorker.ts', import.meta.url),
});

async function readSheets(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  const reading = await reader.read(bytes);
  if (!reading.ok) {
    throw new Error(reading.code);
  }
  return reading.sheets;
}

const readFile = (file: string) => readSheets(readFileSync(join(FOLDER, file)));

function toScheme(sheets: WorkbookSheet[]): SchemeRead {
  const result = readScheme(sheets);
  if (!result.ok) {
    throw new Error(result.code);
  }
  return result;
}

const countCodes = ({ warnings }: SchemeRead): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { code } of warnings) {
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

interface Counted {
  layout: string;
  criteria: number;
  subCriteria: number;
  judgement: number;
  measurement: number;
  totalHundredths: number;
  days: number[];
  /** Marks per section in hundredths. */
  sections: number[];
  /** Letters, also those without aspects. */
  letters: string;
  warnings: Record<string, number>;
}

/** Counted independently of this code. */
const COUNTS: [string, Counted][] = [
  [
    ES2023,
    {
      layout: 'cis',
      criteria: 6,
      subCriteria: 36,
      judgement: 26,
      measurement: 123,
      totalHundredths: 10_000,
      days: [1, 2, 3],
      sections: [500, 500, 2500, 2500, 4000],
      letters: 'ABCDEF',
      warnings: {},
    },
  ],
  [
    WSUK2024,
    {
      layout: 'cis',
      criteria: 4,
      subCriteria: 30,
      judgement: 19,
      measurement: 201,
      totalHundredths: 10_000,
      days: [1, 2],
      sections: [600, 100, 700, 6000, 2600],
      letters: 'ABCDEFGHI',
      warnings: { section_variation: 5, total_variation: 1 },
    },
  ],
  [
    WSC2019,
    {
      layout: 'cis_translated',
      criteria: 5,
      subCriteria: 34,
      judgement: 2,
      measurement: 91,
      totalHundredths: 10_000,
      days: [1, 2, 3, 4],
      sections: [900, 500, 1000, 2500, 5100],
      letters: 'ABCDEFGHI',
      warnings: { criterion_code_repaired: 1, section_variation: 2 },
    },
  ],
  [
    BR,
    {
      layout: 'subcriteria_import',
      criteria: 5,
      subCriteria: 2,
      judgement: 0,
      measurement: 22,
      totalHundredths: 1250,
      days: [],
      sections: [],
      letters: 'ABCDE',
      warnings: { mark_missing: 1, total_not_100: 1, no_sections: 1, mark_out_of_range: 1 },
    },
  ],
];

describe.each(COUNTS)('%s', (file, expected) => {
  test('gives the counts that were made independently', async () => {
    const result = toScheme(await readFile(file));
    const summary = summarizeScheme(result.document);
    expect({
      layout: result.layout,
      criteria: summary.criteria,
      subCriteria: summary.subCriteria,
      judgement: summary.judgement,
      measurement: summary.measurement,
      totalHundredths: summary.totalHundredths,
      days: summary.days,
      sections: summary.sections.map((section) => section.aspectHundredths),
      letters: result.document.criteria.map(({ code }) => code).join(''),
      warnings: countCodes(result),
    }).toEqual(expected);
    expect(summary.aspects).toBe(expected.judgement + expected.measurement);
  });

  test('has every text of its table in the scheme', async () => {
    const sheets = await readFile(file);
    const { document } = toScheme(sheets);
    const kept = JSON.stringify(document).replaceAll('\\n', ' ').replace(/\s+/g, ' ');
    const main = sheets[0]?.rows ?? [];
    const start = main.findIndex((row) => row.filter((cell) => typeof cell === 'string').length >= 8);
    const lost = main.slice(start).flatMap((row) => {
      const isLabels = row.filter((cell) => typeof cell === 'string').length >= 7;
      const texts = row.slice(0, 8).filter((cell) => typeof cell === 'string' && cell.length > 20);
      return isLabels ? [] : texts.map((cell) => JSON.stringify(cell).slice(1, -1));
    });
    const missing = lost
      .map((cell) =>
        cell
          .replaceAll(/\\r\\n|\\n/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((cell) => !kept.includes(cell) && !/^(Requirement|Add - )/.test(cell));
    expect(missing).toEqual([]);
  });

  test('survives export and import, and a second export has the same cells', async () => {
    const { document } = toScheme(await readFile(file));
    const first = await readSheets(await writeWorkbook(writeCisScheme(document)));
    const again = toScheme(first);
    expect(again.document).toEqual(document);
    expect(await readSheets(await writeWorkbook(writeCisScheme(again.document)))).toEqual(first);
  });
});

test('calculations are written as they were read, character for character', async () => {
  const sheets = await readFile(WSUK2024);
  const rowsOf = (from: readonly WorkbookSheet[]) =>
    (findCalculationSheet(from)?.rows ?? [])
      .map((row) => row.slice(0, 4))
      .filter((row) => row[1] !== null && row[1] !== undefined);
  const { document } = toScheme(sheets);
  expect(document.calculations).toHaveLength(5);
  const written = await readSheets(Buffer.from(await writeWorkbook(writeCisScheme(document))));
  expect(rowsOf(written)).toEqual(rowsOf(sheets));
});
