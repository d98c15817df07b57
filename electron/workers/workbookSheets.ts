import { Buffer } from 'node:buffer';
import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { CellValue, WorkbookSheet } from '#shared/domain/schemes/cellValue.ts';
import type { WorkbookErrorCode } from '#shared/domain/schemes/schemeWarning.ts';
import { ArchiveError, inspectArchive, unpackEntry } from './archiveGuard.ts';

/** A scheme of 220 aspects has 450 rows. */
export const MAX_ROWS = 20_000;
/** Columns beyond this are left out. */
export const MAX_COLUMNS = 64;
export const MAX_SHEETS = 60;
/** What a spreadsheet itself allows in a cell. */
export const MAX_CELL_CHARACTERS = 32_767;
/** All texts of a workbook together. */
export const MAX_TEXT_CHARACTERS = 5_000_000;

/** A workbook as cells, or why it is none. */
export type WorkbookReading = { ok: true; sheets: WorkbookSheet[] } | { ok: false; code: WorkbookErrorCode };

/** The parts that hold cells, their texts and formats; pictures, themes and drawings are never unpacked. */
const NEEDED = /^xl\/(_rels\/workbook\.xml\.rels|[^/]+\.xml|worksheets\/[^/]+\.xml)$/;
const MUST_HAVE = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

/**
 * Spaces stay until the scheme's reader takes them off. A mark in a format of its own ("0.00 m") must not
 * become a date, so only the built-in date formats count (an option that the library's types leave out).
 */
const READ_OPTIONS = { trim: false, smartDateParser: false };

/** Nothing in a workbook needs a document type; entities that expand are declared in one. */
function checkMarkup(content: Buffer): void {
  if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) {
    throw new ArchiveError('workbook_unreadable', 'document type in a part');
  }
}

/**
 * The needed parts in a new archive that is stored, not packed: the library that reads it sees nothing of
 * the archive that came from outside.
 */
function repack(bytes: Buffer): ArrayBuffer {
  const entries = inspectArchive(bytes);
  if (!MUST_HAVE.every((name) => entries.some((entry) => entry.name === name))) {
    throw new ArchiveError('not_a_workbook', 'an archive without a workbook');
  }
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries.filter(({ name }) => NEEDED.test(name))) {
    const content = unpackEntry(bytes, entry);
    checkMarkup(content);
    parts[entry.name] = content;
  }
  const packed = zipSync(parts, { level: 0 });
  return packed.buffer;
}

/** Counts the texts of a workbook and stops at the limits. */
class TextLimit {
  #characters = 0;

  check(text: string): string {
    this.#characters += text.length;
    if (text.length > MAX_CELL_CHARACTERS || this.#characters > MAX_TEXT_CHARACTERS) {
      throw new ArchiveError('workbook_too_large', 'too much text');
    }
    return text;
  }
}

function toCellValue(value: unknown, limit: TextLimit): CellValue {
  if (typeof value === 'string') {
    return limit.check(value);
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : null;
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  }
  return typeof value === 'boolean' ? value : null;
}

interface LibrarySheet {
  sheet: string;
  /** Absent for a sheet that holds a chart only. */
  data?: unknown[][];
}

function toSheet({ sheet, data = [] }: LibrarySheet, limit: TextLimit): WorkbookSheet {
  if (data.length > MAX_ROWS) {
    throw new ArchiveError('workbook_too_large', `${data.length} rows`);
  }
  return {
    name: limit.check(sheet),
    rows: data.map((row) => row.slice(0, MAX_COLUMNS).map((value) => toCellValue(value, limit))),
  };
}

/**
 * Reads the cells of a workbook. Formulas give their stored result, or nothing where none is stored; errors
 * of formulas give nothing; dates give `YYYY-MM-DD`. Runs in a worker: hostile files may cost time and memory.
 * @throws ArchiveError when the file is refused; any other error means that the library could not read it
 */
export async function readSheets(bytes: Buffer): Promise<WorkbookSheet[]> {
  const archive = repack(bytes);
  const sheets: LibrarySheet[] = await readXlsxFile(archive, READ_OPTIONS);
  if (sheets.length > MAX_SHEETS) {
    throw new ArchiveError('workbook_too_large', `${sheets.length} sheets`);
  }
  const limit = new TextLimit();
  return sheets.map((sheet) => toSheet(sheet, limit));
}
