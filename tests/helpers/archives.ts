import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';

/** The parts of the smallest workbook that can be read; `sheet` is what stands inside `<sheetData>`. */
export function makeParts(sheet: string, more: Record<string, string> = {}): Record<string, Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

/** Parts as an archive. */
export function pack(parts: Record<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(parts));
}

/** A workbook with the given rows of XML. */
export function makeRawWorkbook(sheet: string, more: Record<string, string> = {}): Buffer {
  return pack(makeParts(sheet, more));
}

const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** Where the directory's record of an entry begins. */
export function findRecord(archive: Buffer, name: string): number {
  let at = archive.indexOf(CENTRAL);
  while (at >= 0 && archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28)) !== name) {
    at = archive.indexOf(CENTRAL, at + 4);
  }
  return at;
}

/** Where the end record begins. */
export function findEndRecord(archive: Buffer): number {
  return archive.lastIndexOf(END);
}

/** An archive with bytes changed: a copy is handed to `change`. */
export function tamper(archive: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(archive);
  change(copy);
  return copy;
}

const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The container of an encrypted workbook, or (without the stream's name) of an old .xls file. */
export function makeOleContainer(isEncrypted: boolean): Buffer {
  const streamName = Buffer.from(isEncrypted ? 'EncryptedPackage' : 'Workbook', 'utf16le');
  return Buffer.concat([OLE_MAGIC, Buffer.alloc(1016), streamName, Buffer.alloc(1024)]);
}
