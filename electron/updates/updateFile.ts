import { Buffer } from 'node:buffer';
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import {
  MOST_HEADER_BYTES,
  SIGNATURE_BYTES,
  UPDATE_MAGIC,
  compareVersions,
  isPlainFileName,
  isVersion,
  updatePlatforms,
  type UpdateHeader,
} from '#shared/domain/updates/updateHeader.ts';
import { Refusal } from '../router/refusal.ts';

const note = z.string().max(5000);
const schema = z.strictObject({
  format: z.literal(1),
  version: z.string().refine(isVersion),
  platform: z.enum(updatePlatforms),
  arch: z.string().regex(/^[a-z0-9]{1,20}$/),
  fileName: z.string().refine(isPlainFileName),
  size: z.number().int().min(1).max(4_000_000_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  notes: z.strictObject({ kk: note, ru: note, en: note }),
});

const MAGIC = Buffer.from(UPDATE_MAGIC, 'ascii');
const LENGTH_BYTES = 4;

/** A header that the publisher has signed, and where the installer begins in the file. */
export interface SignedUpdate {
  header: UpdateHeader;
  payloadStart: number;
}

/** What the program knows of itself when it looks at an update. */
export interface UpdateSurroundings {
  /** The publisher's key; null: none was built in. */
  publicKey: KeyObject | null;
  version: string;
  platform: string;
  arch: string;
}

/** The publisher's public key that is shipped with the program; null where the publisher has put none there. */
export async function readPublisherKey(file: string): Promise<KeyObject | null> {
  const pem = await readFile(file, 'utf8').catch(() => null);
  if (pem === null) return null;
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key of updates is not an Ed25519 key');
  return key;
}

/** What is signed: the first bytes, the length and the header as they stand in the file. */
export const signedBytes = (header: Buffer): Buffer => {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(header.length);
  return Buffer.concat([MAGIC, length, header]);
};

const notOurs = (): Refusal => new Refusal('update_not_ours', 'the file is no update of this program');

function parseHeader(bytes: Buffer): UpdateHeader {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw notOurs();
  }
}

async function readSigned(path: string, publicKey: KeyObject): Promise<SignedUpdate> {
  const file = await open(path, 'r').catch(() => {
    throw new Refusal('not_found', 'the file cannot be opened');
  });
  try {
    const read = async (from: number, length: number): Promise<Buffer> => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, from);
      if (bytesRead < length) throw notOurs();
      return buffer;
    };
    const start = await read(0, MAGIC.length + LENGTH_BYTES);
    if (!start.subarray(0, MAGIC.length).equals(MAGIC)) throw notOurs();
    const length = start.readUInt32BE(MAGIC.length);
    if (length < 2 || length > MOST_HEADER_BYTES) throw notOurs();
    const bytes = await read(start.length, length);
    const signature = await read(start.length + length, SIGNATURE_BYTES);
    // Before anything of it is read: only the publisher's words are looked at.
    if (!verify(null, signedBytes(bytes), publicKey, signature)) {
      throw new Refusal('update_not_signed', 'the signature is not the publisher’s');
    }
    const header = parseHeader(bytes);
    const payloadStart = start.length + length + SIGNATURE_BYTES;
    const { size } = await file.stat();
    if (size !== payloadStart + header.size) throw new Refusal('update_altered', 'the length is another one');
    return { header, payloadStart };
  } finally {
    await file.close();
  }
}

/**
 * Looks at an update file: signed by the publisher, for this computer, and newer than this program.
 * @throws Refusal `update_no_key`, `update_not_ours`, `update_not_signed`, `update_altered`,
 * `update_other_computer`, `update_not_newer`, `not_found`
 */
export async function inspectUpdate(path: string, around: UpdateSurroundings): Promise<SignedUpdate> {
  if (around.publicKey === null) throw new Refusal('update_no_key', 'no key of a publisher is built in');
  const update = await readSigned(path, around.publicKey);
  const { version, platform, arch } = update.header;
  if (platform !== around.platform || arch !== around.arch) {
    throw new Refusal('update_other_computer', 'the installer is for another system', { platform, arch });
  }
  if (compareVersions(version, around.version) <= 0) {
    throw new Refusal('update_not_newer', 'the program is as new', { version });
  }
  return update;
}

/**
 * Writes the installer of an update that {@link inspectUpdate} has accepted into a folder. It gets its name only once
 * every byte has been compared with what was signed.
 * @returns path of the installer
 * @throws Refusal `update_altered`; nothing is left then
 */
export async function unpackUpdate(path: string, update: SignedUpdate, folder: string): Promise<string> {
  const { header, payloadStart } = update;
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `${header.fileName}.unfinished`);
  const target = join(folder, header.fileName);
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    const end = payloadStart + header.size - 1;
    await pipeline(
      createReadStream(path, { start: payloadStart, end }),
      hashed,
      createWriteStream(unfinished, { mode: 0o755 }),
    );
    if (hash.digest('hex') !== header.sha256) throw new Refusal('update_altered', 'the bytes are others');
    await rename(unfinished, target);
    return target;
  } finally {
    await rm(unfinished, { force: true });
  }
}
