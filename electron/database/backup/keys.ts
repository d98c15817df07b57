import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { BackupEncryption } from './encryption.ts';

const KEY_BYTES = 32;
/** 128 MB and about half a second: a passphrase is tried slowly. */
const KDF = { N: 2 ** 17, r: 8, p: 1 } as const;
const MOST_KDF_MEMORY = 1024 * 1024 * 1024;

type Kdf = BackupEncryption['kdf'];

/** What encrypts backups: a random key, and the same key locked with the passphrase, which travels in each backup. */
export interface BackupKey {
  key: Buffer;
  kdf: Kdf;
  wrappedKey: BackupEncryption['wrappedKey'];
}

const runScrypt = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

const deriveFromPassphrase = (passphrase: string, kdf: Kdf): Promise<Buffer> =>
  runScrypt(passphrase.normalize('NFC'), Buffer.from(kdf.salt, 'hex'), KEY_BYTES, {
    N: kdf.N,
    r: kdf.r,
    p: kdf.p,
    maxmem: MOST_KDF_MEMORY,
  });

/** A new random key, locked with a passphrase (scrypt, AES-256-GCM). @param key the key to lock again, when it exists */
export async function makeBackupKey(
  passphrase: string,
  key: Buffer = randomBytes(KEY_BYTES),
): Promise<BackupKey> {
  const kdf: Kdf = { name: 'scrypt', ...KDF, salt: randomBytes(16).toString('hex') };
  const lock = await deriveFromPassphrase(passphrase, kdf);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', lock, iv);
  const data = Buffer.concat([cipher.update(key), cipher.final()]);
  const wrappedKey = {
    iv: iv.toString('hex'),
    data: data.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
  return { key, kdf, wrappedKey };
}

/** The key that a passphrase unlocks; null when it is another passphrase. */
async function unlockWithPassphrase(
  passphrase: string,
  { kdf, wrappedKey }: Pick<BackupEncryption, 'kdf' | 'wrappedKey'>,
): Promise<Buffer | null> {
  const lock = await deriveFromPassphrase(passphrase, kdf);
  const decipher = createDecipheriv('aes-256-gcm', lock, Buffer.from(wrappedKey.iv, 'hex'));
  decipher.setAuthTag(Buffer.from(wrappedKey.tag, 'hex'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrappedKey.data, 'hex')), decipher.final()]);
  } catch {
    return null;
  }
}

/** Digits and letters that nobody mistakes for each other on paper (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_CHECK_BYTES = 3;
const GROUP = 4;

const codeCheck = (key: Buffer): Buffer =>
  createHash('sha256').update('shyng recovery code').update(key).digest().subarray(0, CODE_CHECK_BYTES);

/** The key as a code for the recovery sheet: 14 groups of four, the last of them a check. */
export function formatRecoveryCode(key: Buffer): string {
  const bits = [...key, ...codeCheck(key)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)] ?? '').join('');
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** Reads a code as people type it: spaces, dashes, small letters, O for 0, I and L for 1. @returns null when it is none */
export function parseRecoveryCode(text: string): Buffer | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== ((KEY_BYTES + CODE_CHECK_BYTES) * 8) / 5) return null;
  const values = Array.from(letters, (letter) => LETTERS.indexOf(letter));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const key = bytes.subarray(0, KEY_BYTES);
  return codeCheck(key).equals(bytes.subarray(KEY_BYTES)) ? key : null;
}

/** The key that a passphrase or a recovery code stands for; null when neither fits. */
export async function unlockBackup(
  secret: string,
  encryption: Pick<BackupEncryption, 'kdf' | 'wrappedKey'>,
): Promise<Buffer | null> {
  return parseRecoveryCode(secret) ?? (await unlockWithPassphrase(secret, encryption));
}

/** The message code of a header. */
export function deriveHeaderCheck(key: Buffer, header: Buffer): Buffer {
  const checkKey = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'shyng backup header', KEY_BYTES));
  return createHmac('sha256', checkKey).update(header).digest();
}

/** The key of one file's blocks. */
export function deriveFileKey(key: Buffer, fileSalt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.from(fileSalt, 'hex'), 'shyng backup blocks', KEY_BYTES));
}
