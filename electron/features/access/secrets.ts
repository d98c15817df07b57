import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** How a password or PIN was hashed; kept beside the hash, so that it can be made costlier later. */
export interface SecretHash {
  N: number;
  r: number;
  p: number;
  salt: string;
  hash: string;
}

const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const HASH_BYTES = 32;
const MOST_MEMORY = 256 * 1024 * 1024;

const runScrypt = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

const derive = (secret: string, salt: string, cost: { N: number; r: number; p: number }): Promise<Buffer> =>
  runScrypt(secret.normalize('NFC'), Buffer.from(salt, 'hex'), HASH_BYTES, {
    N: cost.N,
    r: cost.r,
    p: cost.p,
    maxmem: MOST_MEMORY,
  });

/** Hashes with a salt of its own. */
export async function hashSecret(secret: string): Promise<SecretHash> {
  const salt = randomBytes(16).toString('hex');
  return { ...COST, salt, hash: (await derive(secret, salt, COST)).toString('hex') };
}

/** Whether a secret is the one that was hashed; takes the same time either way. */
export async function isSecret(secret: string, known: SecretHash): Promise<boolean> {
  return timingSafeEqual(await derive(secret, known.salt, known), Buffer.from(known.hash, 'hex'));
}

const FREE_FAILURES = 3;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Seconds that have to pass after so many failures in a row: none after three, then 2, 4, 8 … up to 15 minutes. */
export function waitAfter(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(2 ** (failures - FREE_FAILURES), LONGEST_WAIT_SECONDS);
}
