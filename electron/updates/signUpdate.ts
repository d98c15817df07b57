import { Buffer } from 'node:buffer';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { UpdateHeader } from '#shared/domain/updates/updateHeader.ts';
import { signedBytes } from './updateFile.ts';

/** What the publisher says of an installer; the rest follows from it. */
export type UpdateDetails = Pick<UpdateHeader, 'version' | 'platform' | 'arch' | 'notes'>;

/** Makes an update file of an installer. @param privateKey of the publisher, PEM, Ed25519 */
export async function signUpdate(
  installer: string,
  target: string,
  privateKey: string,
  details: UpdateDetails,
): Promise<UpdateHeader> {
  const payload = await readFile(installer);
  const header: UpdateHeader = {
    format: 1,
    ...details,
    fileName: basename(installer),
    size: payload.length,
    sha256: createHash('sha256').update(payload).digest('hex'),
  };
  const signed = signedBytes(Buffer.from(JSON.stringify(header), 'utf8'));
  const signature = sign(null, signed, createPrivateKey(privateKey));
  await writeFile(target, Buffer.concat([signed, signature, payload]));
  return header;
}
