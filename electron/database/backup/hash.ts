import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file, hexadecimal; reads it piece by piece without holding up others. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The hash of a file as a line that `sha256sum --check` understands. */
export async function hashLine(file: string, name: string = basename(file)): Promise<string> {
  return `${await hashOfFile(file)}  ${name}\n`;
}
