import { readScheme, type SchemeRead } from '#shared/domain/schemes/readScheme.ts';
import { Refusal } from '../../router/refusal.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';

/** Turns the bytes of a workbook into a scheme. @throws Refusal with a code of the workbook */
export type ReadSchemeWorkbook = (content: Uint8Array) => Promise<SchemeRead>;

/** @param workbooks reads cells from bytes that came from outside, with bounded time and memory */
export function createSchemeReader(workbooks: WorkbookReader): ReadSchemeWorkbook {
  return async (content) => {
    const reading = await workbooks.read(content);
    if (!reading.ok) throw new Refusal(reading.code, 'the file could not be read as a workbook');
    const scheme = readScheme(reading.sheets);
    if (!scheme.ok)
      throw new Refusal(scheme.code, 'the workbook holds no marking scheme', { preview: scheme.preview });
    return scheme;
  };
}
