import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Connection } from './dialects/sqlite.ts';
import { checkSqliteFile, sealSqliteCopy } from './dialects/sqlite.ts';
import { DatabaseError } from './errors.ts';

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Makes a verified copy: the database's own backup call → its integrity check on the copy → hash beside it → rename.
 * A copy that has its final name is whole and has been checked.
 * @param label what it was made for, part of the file name
 * @returns path of the copy
 * @throws DatabaseError damaged when the copy does not pass its check
 */
export async function makeVerifiedBackup(
  connection: Connection,
  folder: string,
  label: string,
  now: Date,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = `shyng-${now.toISOString().replaceAll(':', '').replace('.', '-')}-${label}.sqlite`;
  const target = join(folder, name);
  const unfinished = `${target}.unfinished`;
  try {
    await connection.copyTo(unfinished);
    sealSqliteCopy(unfinished);
    const verdict = checkSqliteFile(unfinished);
    if (verdict !== 'ok') throw new DatabaseError('database_damaged', `the copy is not whole: ${verdict}`);
    await writeFile(`${target}.sha256`, `${await sha256(unfinished)}  ${name}\n`);
    await rename(unfinished, target);
    return target;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
