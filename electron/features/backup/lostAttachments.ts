import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listBackupNames } from '../../database/backup/folder.ts';
import { readHeader } from '../../database/backup/header.ts';
import { findPlace, listMounts } from '../../database/backup/places.ts';
import { migrations } from '../../database/migrations/index.ts';
import { contentHash, keepAttachment, readAttachment } from '../../files/attachmentFiles.ts';
import type { BackupSettingsFile } from '../../files/backupSettings.ts';
import type { BackupRunner } from '../../workers/runBackup.ts';

/** What brings files back. */
export interface LostAttachmentTools {
  dataFolder: string;
  backupFolder: string;
  settings: BackupSettingsFile;
  runner: BackupRunner;
}

const ignore = (): void => undefined;

/** Where an attachment lies in a backup, by its hash. */
const nameOf = (sha256: string): string => `attachments/${sha256.slice(0, 2)}/${sha256}`;

/** Unpacks a backup aside and takes the files out that are wanted. @returns the hashes that came back */
async function takeFrom(
  source: string,
  wanted: readonly string[],
  tools: LostAttachmentTools,
): Promise<string[]> {
  const { key } = tools.settings.values;
  const folder = join(tools.dataFolder, `bring-back-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    const job = {
      kind: 'unpack' as const,
      source,
      folder,
      secret: null,
      ownKey: key && Buffer.from(key.key, 'hex'),
      schemaVersion: migrations.at(-1)?.number ?? 0,
    };
    await tools.runner.run(job, ignore);
    const back: string[] = [];
    for (const sha256 of wanted) {
      const bytes = await readFile(join(folder, nameOf(sha256)));
      if (contentHash(bytes) === sha256) back.push(await keepAttachment(tools.dataFolder, bytes));
    }
    return back;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Backups of this computer and of the second place, newest first. */
async function listSources(tools: LostAttachmentTools): Promise<string[]> {
  const { secondPlace } = tools.settings.values;
  const second = secondPlace && (await findPlace(secondPlace, listMounts()));
  const folders = [tools.backupFolder, ...(second ? [second] : [])];
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await listBackupNames(folder)).map(({ fileName }) => ({ fileName, path: join(folder, fileName) })),
    ),
  );
  const sorted = found.flat().toSorted((a, b) => (a.fileName < b.fileName ? 1 : -1));
  return sorted.map(({ path }) => path);
}

/** Attachments of these that are not whole on the disk. */
async function findLost(dataFolder: string, hashes: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  for (const sha256 of hashes) {
    if ((await readAttachment(dataFolder, sha256)).kind !== 'whole') lost.push(sha256);
  }
  return lost;
}

/**
 * Brings attachments back that are gone or damaged on the disk, each from the newest backup that holds it.
 * @returns the hashes that stay lost: no copy of this computer or its second place has them
 */
export async function bringBackLost(
  hashes: readonly string[],
  tools: LostAttachmentTools,
): Promise<string[]> {
  let lost = await findLost(tools.dataFolder, hashes);
  if (lost.length === 0) return lost;
  for (const source of await listSources(tools)) {
    const header = await readHeader(source).catch(() => null);
    const names = new Set(header?.files.map(({ name }) => name));
    const held = lost.filter((sha256) => names.has(nameOf(sha256)));
    if (held.length === 0) continue;
    // A backup that is damaged or locked: the next one may hold the file too.
    const back = await takeFrom(source, held, tools).catch((): string[] => []);
    lost = lost.filter((sha256) => !back.includes(sha256));
    if (lost.length === 0) break;
  }
  return lost;
}
