import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBackupName, type BackupKind } from '#shared/domain/backup/backupName.ts';
import { checkSqliteFile, sealSqliteCopy, type Connection } from '../dialects/sqlite.ts';
import { DatabaseError } from '../errors.ts';
import { hashLine } from './hash.ts';
import { syncFolder } from './syncFolder.ts';

/**
 * Makes a verified copy of the database alone: the database's own backup call → its integrity check on the copy → hash
 * beside it → rename. A copy that has its final name is whole and has been checked. For steps that run before the
 * application is up; all else is packed with the attachments ({@link packBackup}).
 * @returns path of the copy
 * @throws DatabaseError damaged when the copy does not pass its check
 */
export async function makeVerifiedCopy(
  connection: Connection,
  folder: string,
  kind: BackupKind,
  now: Date,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = formatBackupName(kind, now, '.sqlite');
  const target = join(folder, name);
  const unfinished = `${target}.unfinished`;
  try {
    await connection.copyTo(unfinished);
    sealSqliteCopy(unfinished);
    const verdict = checkSqliteFile(unfinished);
    if (verdict !== 'ok') throw new DatabaseError('database_damaged', `the copy is not whole: ${verdict}`);
    await writeFile(`${target}.sha256`, await hashLine(unfinished, name));
    await rename(unfinished, target);
    syncFolder(folder);
    return target;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
