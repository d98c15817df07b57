import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** Names are UTF-8. */
const UTF8_FLAG = 0x0800;
const DEFLATED = 8;
const VERSION = 20;
/** 1980-01-01: the same content makes the same archive. */
const DOS_DATE = 0x0021;
const MOST_BYTES = 0xffffffff;
/** A part of 20,000 rows has some ten megabytes; attachments have twenty at most. */
const MOST_ENTRY_BYTES = 128 * 1024 * 1024;
const MOST_ENTRIES = 60_000;

/** An archive that is not as it should be. */
export class ZipError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ZipError';
  }
}

interface Entry {
  name: string;
  crc: number;
  packedBytes: number;
  unpackedBytes: number;
  offset: number;
  isDeflated: boolean;
}

function commonFields(entry: Entry): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(UTF8_FLAG, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  bytes.writeUInt16LE(DOS_DATE, 8);
  bytes.writeUInt32LE(entry.crc, 10);
  bytes.writeUInt32LE(entry.packedBytes, 14);
  bytes.writeUInt32LE(entry.unpackedBytes, 18);
  bytes.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return bytes;
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function centralRecord(entry: Entry): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(VERSION);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([signature(CENTRAL), made, commonFields(entry), tail, Buffer.from(entry.name)]);
}

/** Writes an archive entry by entry. */
export class ZipWriter {
  readonly #handle: number;
  readonly #entries: Entry[] = [];
  #offset = 0;

  constructor(file: string) {
    this.#handle = openSync(file, 'wx', 0o600);
  }

  /** @throws ZipError when the archive would need a newer format */
  add(name: string, content: Buffer): void {
    const packed = deflateRawSync(content, { level: 6 });
    const entry: Entry = {
      name,
      crc: crc32(content),
      packedBytes: packed.length,
      unpackedBytes: content.length,
      offset: this.#offset,
      isDeflated: true,
    };
    this.#write(Buffer.concat([signature(LOCAL), commonFields(entry), Buffer.from(name)]));
    this.#write(packed);
    this.#entries.push(entry);
  }

  /** Writes the directory, flushes and closes. */
  finish(): void {
    const start = this.#offset;
    for (const entry of this.#entries) this.#write(centralRecord(entry));
    const end = Buffer.alloc(END_BYTES);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#offset - start, 12);
    end.writeUInt32LE(start, 16);
    this.#write(end);
    fsyncSync(this.#handle);
    this.close();
  }

  close(): void {
    closeSync(this.#handle);
  }

  #write(bytes: Buffer): void {
    if (this.#offset + bytes.length > MOST_BYTES || this.#entries.length >= MOST_ENTRIES) {
      throw new ZipError('the archive would be larger than the format allows');
    }
    for (let at = 0; at < bytes.length;) at += writeSync(this.#handle, bytes, at);
    this.#offset += bytes.length;
  }
}

/** Reads an archive of ours; every length is checked before it is believed. */
export class ZipReader {
  readonly #handle: number;
  readonly #entries = new Map<string, Entry>();
  readonly #size: number;

  /** @throws ZipError when it is no archive, cut, or built to mislead */
  constructor(file: string) {
    this.#handle = openSync(file, 'r');
    this.#size = fstatSync(this.#handle).size;
    try {
      this.#readDirectory();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Unpacks one entry, never more than it says. @throws ZipError */
  read(name: string): Buffer {
    const entry = this.#entries.get(name);
    if (!entry) throw new ZipError('an entry is missing');
    const head = this.#readAt(entry.offset, LOCAL_BYTES);
    if (head.readUInt32LE(0) !== LOCAL) throw new ZipError('no entry where the directory says');
    const start = entry.offset + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
    const packed = this.#readAt(start, entry.packedBytes);
    let content = packed;
    if (entry.isDeflated) {
      try {
        content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
      } catch {
        throw new ZipError('an entry cannot be unpacked');
      }
    }
    if (content.length !== entry.unpackedBytes || crc32(content) !== entry.crc) {
      throw new ZipError('an entry is not what the directory says');
    }
    return content;
  }

  close(): void {
    closeSync(this.#handle);
  }

  #readAt(position: number, length: number): Buffer {
    if (position < 0 || length < 0 || position + length > this.#size)
      throw new ZipError('the archive is cut');
    const bytes = Buffer.alloc(length);
    if (readSync(this.#handle, bytes, 0, length, position) !== length)
      throw new ZipError('the archive is cut');
    return bytes;
  }

  #readDirectory(): void {
    const end = this.#readAt(this.#size - END_BYTES, END_BYTES);
    if (end.readUInt32LE(0) !== END) throw new ZipError('no archive of ours');
    const count = end.readUInt16LE(10);
    const [size, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
    if (start + size !== this.#size - END_BYTES)
      throw new ZipError('the directory is not where it should be');
    const directory = this.#readAt(start, size);
    let at = 0;
    for (let index = 0; index < count; index += 1) at = this.#readRecord(directory, at);
    if (at !== size) throw new ZipError('the directory is longer than its entries');
  }

  #readRecord(directory: Buffer, at: number): number {
    if (at + CENTRAL_BYTES > directory.length || directory.readUInt32LE(at) !== CENTRAL) {
      throw new ZipError('the directory is damaged');
    }
    const nameEnd = at + CENTRAL_BYTES + directory.readUInt16LE(at + 28);
    const method = directory.readUInt16LE(at + 10);
    const entry: Entry = {
      name: directory.subarray(at + CENTRAL_BYTES, nameEnd).toString('utf8'),
      crc: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      isDeflated: method === DEFLATED,
    };
    if (method !== DEFLATED && method !== 0) throw new ZipError('an entry is packed in another way');
    if (entry.unpackedBytes > MOST_ENTRY_BYTES) throw new ZipError('an entry is too large');
    if (this.#entries.has(entry.name)) throw new ZipError('two entries of one name');
    this.#entries.set(entry.name, entry);
    return nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}
