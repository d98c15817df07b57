import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { standardColumns } from '#shared/domain/base/itemFields.ts';
import { isStandardHeader, suggestMapping } from '#shared/domain/base/itemMapping.ts';
import { readItems } from '#shared/domain/base/readItems.ts';
import { createWorkbookReader } from '../../electron/workers/readWorkbook.ts';

/** The header of the WorldSkills import lies beside the folder of marking schemes, or in it. */
const FOLDER = process.env['SHYNG_REAL_WORKBOOKS'] ?? '';
const FILE = 'infrastructure-list-import.xlsx';
const path = [join(FOLDER, FILE), join(FOLDER, '..', FILE)].find((one) => existsSync(one)) ?? FILE;

test('the real header of the WorldSkills import is known column by column', async () => {
  const reader = createWorkbookReader({
    workerUrl: new URL('../../electron/workers/workbookWorker.ts', import.meta.url),
  });
  const reading = await reader.read(readFileSync(path));
  if (!reading.ok) throw new Error(reading.code);
  expect(isStandardHeader(reading.sheets[0]?.rows[0] ?? [])).toBe(true);
  const mapping = suggestMapping(reading.sheets);
  expect(Object.entries(mapping?.columns ?? {}).sort(([, one], [, other]) => one - other)).toEqual(
    standardColumns.map(([field], index) => [field, index]),
  );
  const defaults = { quantityHundredths: null, rule: 'per_competitor', groupSize: null } as const;
  expect(mapping && readItems(reading.sheets, mapping, defaults)).toEqual({
    items: [],
    problems: [],
    rows: 0,
  });
});
