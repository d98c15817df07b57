import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folder of the attachments, inside the folder of the database that they belong to. */
export function attachmentsFolder(databaseFolder: string): string {
  return join(databaseFolder, 'attachments');
}

const HASH = /^[0-9a-f]{64}$/;

/** SHA-256 of a content, hexadecimal. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Where the file with that hash lies. Names that people give never become paths.
 * @throws Error when it is no hash
 */
export function attachmentPath(databaseFolder: string, sha256: string): string {
  if (!HASH.test(sha256)) throw new Error('not a hash');
  return join(attachmentsFolder(databaseFolder), sha256.slice(0, 2), sha256);
}

/**
 * Keeps a content under its hash; the same content is kept once. It is on the disk when this resolves, so that a row
 * never names a file that a power cut took away.
 * @returns its hash
 */
export async function keepAttachment(databaseFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = contentHash(bytes);
  const path = attachmentPath(databaseFolder, sha256);
  if ((await readAttachment(databaseFolder, sha256)).kind === 'whole') return sha256;
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return sha256;
}

/** What reading a kept file came to. */
export type KeptFile = { kind: 'whole'; bytes: Buffer } | { kind: 'missing' } | { kind: 'damaged' };

/** Reads a kept file and checks it against its hash. */
export async function readAttachment(databaseFolder: string, sha256: string): Promise<KeptFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(attachmentPath(databaseFolder, sha256));
  } catch {
    return { kind: 'missing' };
  }
  return contentHash(bytes) === sha256 ? { kind: 'whole', bytes } : { kind: 'damaged' };
}
