import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BackupKind } from '#shared/domain/backup/backupName.ts';
import { checkSqliteFile, sealSqliteCopy } from '../dialects/sqlite.ts';
import { sealBlock, type BlockKey } from './blocks.ts';
import { BLOCK_BYTES, MAGIC, damaged, headerCheck, type BackupHeader } from './header.ts';
import type { BackupEncryption } from './encryption.ts';
import { deriveFileKey } from './keys.ts';
import { syncFolder } from './syncFolder.ts';
import { summarizeFile } from './summary.ts';

/** A file that goes into a backup. */
export interface PackedFile {
  /** Name inside the backup. */
  name: string;
  path: string;
}

/** What {@link packBackup} makes a backup from. */
export interface PackJob {
  /** Final path of the backup. */
  target: string;
  backupKind: BackupKind;
  madeAt: string;
  appVersion: string;
  /** Copy of the database that the database's own backup call made; deleted afterwards. */
  databaseCopy: string;
  /** The other files, as they lie in the data folder. */
  others: readonly PackedFile[];
  /** Null: not encrypted. */
  encryption: {
    key: Uint8Array;
    kdf: BackupEncryption['kdf'];
    wrappedKey: BackupEncryption['wrappedKey'];
  } | null;
}

/** Told how many bytes of how many are done. */
export type Progress = (done: number, total: number) => void;

/** Reads a file in blocks. */
function* readBlocks(path: string): Generator<Buffer> {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(BLOCK_BYTES);
    for (;;) {
      const length = readSync(handle, buffer, 0, buffer.length, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

function hashFile(path: string, onBytes: (count: number) => void): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const block of readBlocks(path)) {
    hash.update(block);
    bytes += block.length;
    onBytes(block.length);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}

/** All files one after the other as blocks; the last one says so. */
function writeBody(
  handle: number,
  files: readonly PackedFile[],
  options: { key: BlockKey | null; onBytes: (count: number) => void },
): void {
  let index = 0;
  for (const file of files) {
    for (const block of readBlocks(file.path)) {
      writeAll(handle, sealBlock(block, { index, isLast: false, key: options.key }));
      index += 1;
      options.onBytes(block.length);
    }
  }
  writeAll(handle, sealBlock(Buffer.alloc(0), { index, isLast: true, key: options.key }));
}

function lengthBytes(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function makeHeader(
  job: PackJob,
  files: readonly PackedFile[],
  onBytes: (count: number) => void,
): BackupHeader {
  const verdict = checkSqliteFile(job.databaseCopy);
  if (verdict !== 'ok') throw damaged('the copy of the database does not pass its check');
  const hashed = files.map(({ name, path }) => ({ name, ...hashFile(path, onBytes) }));
  return {
    format: 1,
    kind: job.backupKind,
    madeAt: job.madeAt,
    appVersion: job.appVersion,
    ...summarizeFile(job.databaseCopy),
    files: hashed,
    encryption: job.encryption && {
      kdf: job.encryption.kdf,
      wrappedKey: job.encryption.wrappedKey,
      fileSalt: randomBytes(16).toString('hex'),
    },
  };
}

/**
 * Makes one file of a copy of the database and the files beside it: integrity check of the copy → hashes → blocks →
 * flushed to the disk → renamed. A file that has its final name is whole. Takes its time: runs in a worker.
 * @returns header of the backup
 * @throws BackupError `backup_damaged` when the copy does not pass its check: the database itself is damaged
 */
export function packBackup(job: PackJob, onProgress: Progress): BackupHeader {
  const unfinished = `${job.target}.unfinished`;
  sealSqliteCopy(job.databaseCopy);
  const files = [{ name: 'shyng.sqlite', path: job.databaseCopy }, ...job.others];
  const total = 2 * files.reduce((sum, { path }) => sum + statSync(path).size, 0);
  let done = 0;
  const onBytes = (count: number): void => {
    done += count;
    onProgress(done, total);
  };
  try {
    const header = makeHeader(job, files, onBytes);
    const bytes = Buffer.from(JSON.stringify(header));
    const key = job.encryption && Buffer.from(job.encryption.key);
    const check = headerCheck(bytes, key);
    const blockKey =
      key && header.encryption
        ? { fileKey: deriveFileKey(key, header.encryption.fileSalt), headerCheck: check }
        : null;
    const handle = openSync(unfinished, 'w', 0o600);
    try {
      writeAll(handle, Buffer.concat([MAGIC, lengthBytes(bytes.length), bytes, check]));
      writeBody(handle, files, { key: blockKey, onBytes });
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, job.target);
    syncFolder(dirname(job.target));
    return header;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    rmSync(job.databaseCopy, { force: true });
  }
}
