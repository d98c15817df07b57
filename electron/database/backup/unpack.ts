import { createHash, type Hash } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkSqliteFile } from '../dialects/sqlite.ts';
import { openBlock, readBlockLength, type BlockKey } from './blocks.ts';
import {
  BackupError,
  damaged,
  isHeaderGenuine,
  readHeaderFrom,
  type BackupHeader,
  type ReadHeader,
} from './header.ts';
import { deriveFileKey, unlockBackup } from './keys.ts';
import { listActionIds, summarizeFile, type FileSummary } from './summary.ts';
import type { Progress } from './pack.ts';

/** What {@link unpackBackup} unpacks. */
export interface UnpackJob {
  source: string;
  /** Empty folder that gets the files. */
  folder: string;
  /** Passphrase or recovery code, when the person gave one. */
  secret: string | null;
  /** Key of this computer: opens what it wrote itself without asking. */
  ownKey: Uint8Array | null;
  /** Newest schema this program knows. */
  schemaVersion: number;
}

/** What was inside. */
export interface Unpacked {
  summary: FileSummary;
  /** Ids of the actions inside, for the comparison with what is there now. */
  actionIds: string[];
  encrypted: boolean;
}

async function findKey(read: ReadHeader, job: UnpackJob): Promise<Buffer | null> {
  const { encryption } = read.header;
  if (encryption === null) {
    if (!isHeaderGenuine(read, null)) throw damaged('the header was changed');
    return null;
  }
  const own = job.ownKey && Buffer.from(job.ownKey);
  if (own && isHeaderGenuine(read, own)) return own;
  if (job.secret === null) throw new BackupError('backup_passphrase_needed', 'the backup is encrypted');
  const key = await unlockBackup(job.secret, encryption);
  if (!key || !isHeaderGenuine(read, key)) {
    throw new BackupError('backup_passphrase_wrong', 'neither passphrase nor recovery code fits');
  }
  return key;
}

/** Reads the blocks of a backup in order and ends with the last one. */
async function* readBody(handle: FileHandle, start: number, key: BlockKey | null): AsyncGenerator<Buffer> {
  let position = start;
  for (let index = 0; ; index += 1) {
    const head = Buffer.alloc(4);
    if ((await handle.read(head, 0, 4, position)).bytesRead !== 4) throw damaged('the file is cut');
    const { length, isLast } = readBlockLength(head);
    const data = Buffer.alloc(length);
    if ((await handle.read(data, 0, length, position + 4)).bytesRead !== length)
      throw damaged('the file is cut');
    position += 4 + length;
    const content = openBlock(data, { index, isLast, key });
    if (isLast) return;
    yield content;
  }
}

/** A file that is being written. */
interface Current {
  file: BackupHeader['files'][number];
  handle: FileHandle;
  hash: Hash;
  left: number;
}

/** Cuts the stream of blocks into the files of the header and proves each. */
class FileWriter {
  readonly #folder: string;
  readonly #waiting: BackupHeader['files'];
  #current: Current | null = null;

  constructor(folder: string, files: BackupHeader['files']) {
    this.#folder = folder;
    this.#waiting = [...files];
  }

  async write(block: Buffer): Promise<void> {
    let rest = block;
    while (rest.length > 0) {
      const current = this.#current ?? (await this.#openNext());
      if (!current) throw damaged('more than the header says');
      const part = rest.subarray(0, current.left);
      await current.handle.write(part);
      current.hash.update(part);
      current.left -= part.length;
      rest = rest.subarray(part.length);
      if (current.left === 0) await this.#finish(current);
    }
  }

  /** @throws BackupError when files are missing */
  async end(): Promise<void> {
    // Only empty files may be left: they take no bytes.
    while (!this.#current && this.#waiting.length > 0) {
      const next = await this.#openNext();
      if (next && next.left > 0) throw damaged('less than the header says');
    }
    if (this.#current) throw damaged('less than the header says');
  }

  async close(): Promise<void> {
    await this.#current?.handle.close();
    this.#current = null;
  }

  async #openNext(): Promise<Current | null> {
    for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) {
      const path = join(this.#folder, ...file.name.split('/'));
      mkdirSync(dirname(path), { recursive: true });
      const current = {
        file,
        handle: await open(path, 'wx', 0o600),
        hash: createHash('sha256'),
        left: file.bytes,
      };
      this.#current = current;
      if (current.left > 0) return current;
      await this.#finish(current);
    }
    return null;
  }

  async #finish(current: Current): Promise<void> {
    await current.handle.sync();
    await current.handle.close();
    this.#current = null;
    if (current.hash.digest('hex') !== current.file.sha256) throw damaged('a file is not what was written');
  }
}

async function unpackFiles(job: UnpackJob, onProgress: Progress): Promise<boolean> {
  const handle = await open(job.source, 'r').catch((error: unknown) => {
    throw new BackupError('backup_not_found', 'there is no such file', { cause: error });
  });
  try {
    const read = await readHeaderFrom(handle);
    const { encryption, files } = read.header;
    const key = await findKey(read, job);
    const blockKey =
      key && encryption
        ? { fileKey: deriveFileKey(key, encryption.fileSalt), headerCheck: read.check }
        : null;
    const total = files.reduce((sum, file) => sum + file.bytes, 0);
    const writer = new FileWriter(job.folder, files);
    try {
      let done = 0;
      for await (const block of readBody(handle, read.bodyStart, blockKey)) {
        await writer.write(block);
        onProgress((done += block.length), total);
      }
      await writer.end();
    } finally {
      await writer.close();
    }
    return encryption !== null;
  } finally {
    await handle.close();
  }
}

/** Checks an unpacked database and counts what it holds. @throws BackupError */
export function inspectUnpacked(file: string, job: UnpackJob): Omit<Unpacked, 'encrypted'> {
  try {
    const verdict = checkSqliteFile(file);
    if (verdict !== 'ok') throw damaged('the database inside does not pass its check');
    const summary = summarizeFile(file);
    if (summary.schemaVersion > job.schemaVersion) {
      throw new BackupError('backup_newer', `schema ${summary.schemaVersion} is not known here`);
    }
    return { summary, actionIds: listActionIds(file) };
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError('backup_damaged', 'the database inside cannot be read', { cause: error });
  }
}

/**
 * Unpacks a backup into an empty folder and proves all of it: header, blocks, hash of each file, the database's own
 * check. Also takes the plain copies that are made before a migration. Takes its time: runs in a worker.
 * @throws BackupError when anything is not as it was written
 */
export async function unpackBackup(job: UnpackJob, onProgress: Progress): Promise<Unpacked> {
  const database = join(job.folder, 'shyng.sqlite');
  if (!job.source.endsWith('.sqlite')) {
    const encrypted = await unpackFiles(job, onProgress);
    return { ...inspectUnpacked(database, job), encrypted };
  }
  copyFileSync(job.source, database);
  return { ...inspectUnpacked(database, job), encrypted: false };
}
