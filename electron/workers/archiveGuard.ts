import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import type { WorkbookErrorCode } from '#shared/domain/schemes/schemeWarning.ts';

/** A workbook of a marking scheme is some hundred kilobytes; the contract lets eleven megabytes in. */
export const MAX_ARCHIVE_BYTES = 12 * 1024 * 1024;
/** Real workbooks have some twenty entries. */
export const MAX_ENTRIES = 1_000;
/** All entries together, unpacked. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
/** One entry, unpacked. */
export const MAX_ENTRY_BYTES = 48 * 1024 * 1024;
/** Deflate reaches 1032 at most; sheets of many empty cells stay below a hundred. */
export const MAX_RATIO = 250;
/** Below this size an entry may be packed as tightly as it likes. */
export const RATIO_FROM_BYTES = 1024 * 1024;

/** An entry whose place and sizes were checked against the archive. */
export interface ArchiveEntry {
  name: string;
  isCompressed: boolean;
  dataStart: number;
  packedBytes: number;
  unpackedBytes: number;
  crc: number;
}

/** Bytes that are no archive we read, or one that is not safe to unpack. */
export class ArchiveError extends Error {
  readonly code: WorkbookErrorCode;

  constructor(code: WorkbookErrorCode, message: string) {
    super(message);
    this.name = 'ArchiveError';
    this.code = code;
  }
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ZIP64_LOCATOR_BYTES = 20;
const MAX_COMMENT_BYTES = 0xffff;
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const METHODS = { stored: 0, deflated: 8 };

/** The container of the older formats, in which an encrypted workbook travels too. */
const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const unreadable = (message: string) => new ArchiveError('workbook_unreadable', message);

function checkMagic(bytes: Buffer): void {
  if (bytes.length > MAX_ARCHIVE_BYTES) {
    throw new ArchiveError('workbook_too_large', `${bytes.length} bytes`);
  }
  if (bytes.subarray(0, OLE_MAGIC.length).equals(OLE_MAGIC)) {
    const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new ArchiveError(isEncrypted ? 'workbook_encrypted' : 'not_a_workbook', 'OLE container');
  }
  if (bytes.length < END_BYTES || bytes.readUInt32LE(0) !== LOCAL_SIGNATURE) {
    throw new ArchiveError('not_a_workbook', 'no archive');
  }
}

/** The end record is the one whose comment reaches exactly to the last byte. */
function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1) {
    if (
      bytes.readUInt32LE(at) === END_SIGNATURE &&
      at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length
    ) {
      return at;
    }
  }
  throw unreadable('no end record: the file is cut');
}

interface Directory {
  start: number;
  end: number;
  count: number;
}

function readEnd(bytes: Buffer): Directory {
  const at = findEnd(bytes);
  const [disk, startDisk, countHere, count] = [4, 6, 8, 10].map((offset) => bytes.readUInt16LE(at + offset));
  const size = bytes.readUInt32LE(at + 12);
  const start = bytes.readUInt32LE(at + 16);
  const locator = at - ZIP64_LOCATOR_BYTES;
  if (locator >= 0 && bytes.readUInt32LE(locator) === ZIP64_LOCATOR_SIGNATURE) {
    throw unreadable('zip64');
  }
  if (disk !== 0 || startDisk !== 0 || count === undefined || countHere !== count || start + size !== at) {
    throw unreadable('the end record does not fit the archive');
  }
  if (count > MAX_ENTRIES) {
    throw new ArchiveError('workbook_too_large', `${count} entries`);
  }
  return { start, end: at, count };
}

function isSafeName(name: string): boolean {
  const isRelative = name !== '' && !name.startsWith('/') && !/^[A-Za-z]:/.test(name);
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  return isRelative && !/[\\\u0000-\u001f]/.test(name) && !name.split('/').includes('..');
}

function checkEntry(entry: ArchiveEntry, flags: number, method: number): void {
  if ((flags & ENCRYPTED_FLAGS) !== 0) {
    throw new ArchiveError('workbook_encrypted', `entry is encrypted`);
  }
  if (method !== METHODS.stored && method !== METHODS.deflated) {
    throw unreadable(`compression method ${method}`);
  }
  if (entry.packedBytes === 0xffffffff || entry.unpackedBytes === 0xffffffff) {
    throw unreadable('zip64');
  }
  if (method === METHODS.stored && entry.packedBytes !== entry.unpackedBytes) {
    throw unreadable('sizes of a stored entry differ');
  }
  const isPackedTight = entry.unpackedBytes > entry.packedBytes * MAX_RATIO;
  if (entry.unpackedBytes > MAX_ENTRY_BYTES || (entry.unpackedBytes > RATIO_FROM_BYTES && isPackedTight)) {
    throw new ArchiveError('workbook_too_large', `entry of ${entry.unpackedBytes} bytes`);
  }
  if (!isSafeName(entry.name)) {
    throw unreadable('name of an entry');
  }
}

/** Where an entry's data starts, as its own header says; that header must tell the same name. */
function findData(bytes: Buffer, offset: number, name: Buffer): number {
  if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_SIGNATURE) {
    throw unreadable('no header where the directory says');
  }
  const nameEnd = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26);
  if (!bytes.subarray(offset + LOCAL_BYTES, nameEnd).equals(name)) {
    throw unreadable('two names for one entry');
  }
  return nameEnd + bytes.readUInt16LE(offset + 28);
}

interface PlacedEntry {
  entry: ArchiveEntry;
  offset: number;
  /** First byte after the record of the directory. */
  next: number;
}

function readRecord(bytes: Buffer, at: number, directory: Directory): PlacedEntry {
  if (at + CENTRAL_BYTES > directory.end || bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE) {
    throw unreadable('the directory is damaged');
  }
  const nameEnd = at + CENTRAL_BYTES + bytes.readUInt16LE(at + 28);
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > directory.end) {
    throw unreadable('the directory is damaged');
  }
  const name = bytes.subarray(at + CENTRAL_BYTES, nameEnd);
  const method = bytes.readUInt16LE(at + 10);
  const offset = bytes.readUInt32LE(at + 42);
  const entry: ArchiveEntry = {
    name: name.toString('utf8'),
    isCompressed: method === METHODS.deflated,
    dataStart: 0,
    packedBytes: bytes.readUInt32LE(at + 20),
    unpackedBytes: bytes.readUInt32LE(at + 24),
    crc: bytes.readUInt32LE(at + 16),
  };
  checkEntry(entry, bytes.readUInt16LE(at + 8), method);
  entry.dataStart = findData(bytes, offset, name);
  return { entry, offset, next };
}

/** Entries must not share bytes with each other or with the directory: bombs are made that way. */
function checkPlaces(placed: PlacedEntry[], directory: Directory): void {
  let end = 0;
  for (const { entry, offset } of placed.sort((a, b) => a.offset - b.offset)) {
    if (offset < end) {
      throw unreadable('entries overlap');
    }
    end = entry.dataStart + entry.packedBytes;
  }
  if (end > directory.start) {
    throw unreadable('an entry reaches into the directory');
  }
}

/**
 * Lists the entries of an archive from its own directory, without unpacking anything.
 * @throws ArchiveError with the code to answer: no archive, encrypted, too large, or built to mislead
 */
export function inspectArchive(bytes: Buffer): ArchiveEntry[] {
  checkMagic(bytes);
  const directory = readEnd(bytes);
  const placed: PlacedEntry[] = [];
  const names = new Set<string>();
  let at = directory.start;
  let unpackedBytes = 0;
  for (let index = 0; index < directory.count; index += 1) {
    const record = readRecord(bytes, at, directory);
    const name = record.entry.name.toLowerCase();
    if (names.has(name)) {
      throw unreadable('two entries of one name');
    }
    names.add(name);
    unpackedBytes += record.entry.unpackedBytes;
    placed.push(record);
    at = record.next;
  }
  if (at !== directory.end) {
    throw unreadable('the directory is longer than its entries');
  }
  if (unpackedBytes > MAX_UNPACKED_BYTES) {
    throw new ArchiveError('workbook_too_large', `${unpackedBytes} bytes unpacked`);
  }
  checkPlaces(placed, directory);
  return placed.map(({ entry }) => entry);
}

/**
 * Unpacks one entry and never more than its declared size.
 * @throws ArchiveError when the content does not fit the declared size or checksum
 */
export function unpackEntry(bytes: Buffer, entry: ArchiveEntry): Buffer {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  let content = packed;
  if (entry.isCompressed) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
    } catch {
      throw unreadable('an entry is damaged or larger than it says');
    }
  }
  if (content.length !== entry.unpackedBytes || crc32(content) !== entry.crc) {
    throw unreadable('an entry is not what the directory says');
  }
  return content;
}
