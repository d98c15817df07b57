import { createCipheriv, createDecipheriv } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { BLOCK_BYTES, damaged } from './header.ts';

const TAG_BYTES = 16;
/** Set in the length of a block that is the last one: a file that was cut lacks it. */
const LAST = 0x80000000;
/** Deflate adds a few bytes to what it cannot make smaller. */
export const MOST_BLOCK_BYTES = BLOCK_BYTES + 1024;

/** What blocks are locked with; null when the backup is not encrypted. */
export interface BlockKey {
  fileKey: Buffer;
  /** The header's check: binds each block to its header. */
  headerCheck: Buffer;
}

/** Number of the block and whether it is the last: no two blocks of a file share it, and none can be moved. */
function nonce(index: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 4);
  bytes.writeUInt8(isLast ? 1 : 0, 11);
  return bytes;
}

/** One block with its length before it. */
export function sealBlock(
  content: Buffer,
  place: { index: number; isLast: boolean; key: BlockKey | null },
): Buffer {
  const { index, isLast, key } = place;
  let data: Buffer = deflateRawSync(content, { level: 1 });
  if (key) {
    const cipher = createCipheriv('aes-256-gcm', key.fileKey, nonce(index, isLast));
    cipher.setAAD(key.headerCheck);
    data = Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]);
  }
  const length = Buffer.alloc(4);
  length.writeUInt32BE((data.length | (isLast ? LAST : 0)) >>> 0);
  return Buffer.concat([length, data]);
}

/** Reads the length before a block. @throws BackupError `backup_damaged` */
export function readBlockLength(bytes: Buffer): { length: number; isLast: boolean } {
  const value = bytes.readUInt32BE(0);
  const isLast = (value & LAST) !== 0;
  const length = (value & ~LAST) >>> 0;
  if (length > MOST_BLOCK_BYTES + TAG_BYTES) throw damaged('a block is too long');
  return { length, isLast };
}

/** What a block holds. @throws BackupError `backup_damaged` when it was changed, moved or cut */
export function openBlock(
  data: Buffer,
  place: { index: number; isLast: boolean; key: BlockKey | null },
): Buffer {
  const { index, isLast, key } = place;
  try {
    let packed = data;
    if (key) {
      const decipher = createDecipheriv('aes-256-gcm', key.fileKey, nonce(index, isLast));
      decipher.setAAD(key.headerCheck);
      decipher.setAuthTag(data.subarray(data.length - TAG_BYTES));
      packed = Buffer.concat([decipher.update(data.subarray(0, data.length - TAG_BYTES)), decipher.final()]);
    }
    return inflateRawSync(packed, { maxOutputLength: BLOCK_BYTES });
  } catch {
    throw damaged(`block ${index} is not what was written`);
  }
}
