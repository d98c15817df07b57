import type { WorkbookErrorCode } from '#shared/domain/schemes/schemeWarning.ts';
import type { CellValue } from '#shared/domain/schemes/cellValue.ts';
import { parseCsv } from '#shared/domain/exchange/csv.ts';
import { decodeText } from './decodeText.ts';
import { Refusal } from '../../router/refusal.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';

/** A file as tables of text. */
export interface TableFile {
  sheets: { name: string; rows: string[][] }[];
}

const MOST_CSV_BYTES = 12 * 1024 * 1024;
/** First bytes of an archive (.xlsx) and of the older container. */
const ARCHIVE = [0x50, 0x4b];
const OLE = [0xd0, 0xcf];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const toText = (value: CellValue): string => (value === null ? '' : String(value));

const refuse = (code: WorkbookErrorCode): Refusal => new Refusal(code, 'the file cannot be read');

function readCsv(bytes: Uint8Array): TableFile {
  if (bytes.length > MOST_CSV_BYTES) throw refuse('workbook_too_large');
  const { text } = decodeText(bytes);
  // A text holds no zero characters; what does is a picture, a program, or an archive with another name.
  if (text.includes('\u0000')) throw refuse('not_a_workbook');
  try {
    return { sheets: [{ name: '', rows: parseCsv(text) }] };
  } catch {
    throw refuse('workbook_too_large');
  }
}

/**
 * Reads a table from outside: a workbook in its worker, or text with separators. What the file is, its bytes say, not
 * its name.
 * @throws Refusal with the code of the workbook's reader
 */
export async function readTableFile(bytes: Uint8Array, workbooks: WorkbookReader): Promise<TableFile> {
  if (bytes.length === 0) throw refuse('workbook_empty');
  if (!startsWith(bytes, ARCHIVE) && !startsWith(bytes, OLE)) return readCsv(bytes);
  const reading = await workbooks.read(bytes);
  if (!reading.ok) throw refuse(reading.code);
  return {
    sheets: reading.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(toText)) })),
  };
}
