import { createHash, timingSafeEqual } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { backupKinds } from '#shared/domain/backup/backupName.ts';
import { encryptionSchema } from './encryption.ts';
import { deriveHeaderCheck } from './keys.ts';

/*
 * A backup file (FORMAT.md beside this file): magic, length of the header, header as JSON, its check of 32 bytes,
 * then blocks. The header can be read without a key: it holds counts and dates, never names.
 */
export const MAGIC = Buffer.from('SHYNGBK1');
export const CHECK_BYTES = 32;
/** A header names every attachment: some hundred bytes each. */
export const MOST_HEADER_BYTES = 32 * 1024 * 1024;
/** What one block holds, unpacked. */
export const BLOCK_BYTES = 1024 * 1024;

/** Files that a backup may hold: nothing else is ever written when it is unpacked. */
const FILE_NAME =
  /^(?:shyng\.sqlite|preferences\.json|attachments\/[A-Za-z0-9][A-Za-z0-9._-]{0,150}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,150}){0,3})$/;

const size = z.number().int().min(0);

const countsSchema = z.object({ students: size, sessions: size, attempts: size, marks: size, actions: size });
/** What is inside, for people who choose between backups. */
export type BackupCounts = z.infer<typeof countsSchema>;

export const headerSchema = z.object({
  format: z.literal(1),
  kind: z.enum(backupKinds),
  madeAt: z.iso.datetime(),
  appVersion: z.string().max(50),
  schemaVersion: z.number().int().min(0),
  counts: countsSchema,
  /** Moment of the newest action inside; null when nothing was ever done. */
  lastActionAt: z.iso.datetime().nullable(),
  files: z
    .array(
      z.strictObject({
        name: z.string().regex(FILE_NAME),
        bytes: size,
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(200_000)
    .refine((files) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length, {
      message: 'two files of one name',
    }),
  encryption: encryptionSchema.nullable(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** A header with what its check is computed over. */
export interface ReadHeader {
  header: BackupHeader;
  bytes: Buffer;
  check: Buffer;
  /** Where the blocks begin. */
  bodyStart: number;
}

/** Why a backup cannot be used; the codes are those of the contract. */
export class BackupError extends Error {
  readonly code:
    | 'backup_damaged'
    | 'backup_passphrase_needed'
    | 'backup_passphrase_wrong'
    | 'backup_newer'
    | 'backup_not_found'
    | 'folder_not_empty'
    | 'place_not_writable';

  constructor(code: BackupError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}

export const damaged = (message: string): BackupError => new BackupError('backup_damaged', message);

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw damaged('the file ends in its header');
  return buffer;
}

function parseHeader(bytes: Buffer): BackupHeader {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    throw new BackupError('backup_damaged', 'the header cannot be read', { cause: error });
  }
}

/** Reads the header of an open backup, without proving it. @throws BackupError `backup_damaged` */
export async function readHeaderFrom(handle: FileHandle): Promise<ReadHeader> {
  const start = await readExactly(handle, 0, MAGIC.length + 4);
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged('not a backup of this program');
  const length = start.readUInt32BE(MAGIC.length);
  if (length === 0 || length > MOST_HEADER_BYTES) throw damaged('the header has no such length');
  const bytes = await readExactly(handle, start.length, length);
  const check = await readExactly(handle, start.length + length, CHECK_BYTES);
  return { header: parseHeader(bytes), bytes, check, bodyStart: start.length + length + CHECK_BYTES };
}

/** Reads the header of a file, without proving it. @throws BackupError `backup_damaged`, `backup_not_found` */
export async function readHeader(file: string): Promise<BackupHeader> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new BackupError('backup_not_found', 'there is no such file', { cause: error });
  });
  try {
    return (await readHeaderFrom(handle)).header;
  } finally {
    await handle.close();
  }
}

/** The 32 bytes after the header: a plain hash, or with a key its message code. @param key null when not encrypted */
export function headerCheck(bytes: Buffer, key: Buffer | null): Buffer {
  if (key === null) return createHash('sha256').update(bytes).digest();
  return deriveHeaderCheck(key, bytes);
}

/** Whether a header is what its writer wrote, with this key. */
export function isHeaderGenuine(read: ReadHeader, key: Buffer | null): boolean {
  return timingSafeEqual(headerCheck(read.bytes, key), read.check);
}
