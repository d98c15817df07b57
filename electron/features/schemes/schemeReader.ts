import { fingerprintOf, placeMapping } from '#shared/domain/schemes/mappingFingerprint.ts';
import {
  readMappedScheme,
  readScheme,
  type ColumnMapping,
  type SchemeNotRead,
  type SchemeRead,
} from '#shared/domain/schemes/readScheme.ts';
import { Refusal } from '../../router/refusal.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';

/** What people have said about layouts that the program does not know. */
export interface KnownMappings {
  /** What was said about this very workbook. */
  given?: ColumnMapping | undefined;
  remembered: readonly { fingerprint: string; mapping: ColumnMapping }[];
}

/** A scheme that was read, and by what its mapping is remembered (null: none was needed). */
export type MappedRead = SchemeRead & { fingerprint: string | null };

/** Turns the bytes of a workbook into a scheme. @throws Refusal with a code of the workbook */
export type ReadSchemeWorkbook = (content: Uint8Array, mappings: KnownMappings) => Promise<MappedRead>;

type Sheets = Parameters<typeof readScheme>[0];

function readRemembered(sheets: Sheets, mappings: KnownMappings): SchemeRead | null {
  for (const remembered of mappings.remembered) {
    const mapping = placeMapping(sheets, remembered);
    const read = mapping && readMappedScheme(sheets, mapping);
    if (read?.ok) return read;
  }
  return null;
}

function readSheets(sheets: Sheets, mappings: KnownMappings): SchemeRead | SchemeNotRead {
  if (mappings.given) return readMappedScheme(sheets, mappings.given);
  const read = readScheme(sheets);
  if (read.ok || read.code !== 'workbook_unknown_layout') return read;
  return readRemembered(sheets, mappings) ?? read;
}

/** @param workbooks reads cells from bytes that came from outside, with bounded time and memory */
export function createSchemeReader(workbooks: WorkbookReader): ReadSchemeWorkbook {
  return async (content, mappings) => {
    const reading = await workbooks.read(content);
    if (!reading.ok) throw new Refusal(reading.code, 'the file could not be read as a workbook');
    const scheme = readSheets(reading.sheets, mappings);
    if (!scheme.ok)
      throw new Refusal(scheme.code, 'the workbook holds no marking scheme', { preview: scheme.preview });
    const { given } = mappings;
    const sheet = reading.sheets.find((one) => one.name === given?.sheetName);
    return { ...scheme, fingerprint: given ? fingerprintOf(sheet, given.headerRow) : null };
  };
}
