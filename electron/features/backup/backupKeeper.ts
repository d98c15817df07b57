import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBackupName, type BackupKind } from '#shared/domain/backup/backupName.ts';
import { listOtherFiles, listBackupNames, rotateBackups } from '../../database/backup/folder.ts';
import { findLastWork, listAttachmentHashes } from '../../database/backup/contents.ts';
import type { BackupEncryption } from '../../database/backup/encryption.ts';
import { BackupError } from '../../database/backup/header.ts';
import { copyNewest, findPlace, listMounts } from '../../database/backup/places.ts';
import type { Progress } from '../../database/backup/pack.ts';
import type { Database } from '../../database/database.ts';
import { databaseErrorCode } from '../../database/errors.ts';
import type { BackupSettingsFile } from '../../files/backupSettings.ts';
import type { BackupRunner } from '../../workers/runBackup.ts';

/** What backups are made of and by. */
export interface KeeperTools {
  dataFolder: string;
  /** Where the backups lie. */
  folder: string;
  /** Brings attachments back that are lost on the disk, before older backups that hold them are let go. */
  bringBack: (hashes: readonly string[]) => Promise<void>;
  settings: BackupSettingsFile;
  runner: BackupRunner;
  version: string;
  wallClock: () => number;
  /** Gives the college's own database, whichever is on the screen. */
  withOwn<T>(body: (database: Database) => Promise<T>): Promise<T>;
  /** Whether the college's own database is the one on the screen. */
  isOwnOpen(): boolean;
  /** Damage was found: told once. */
  onDamage(): void;
  logError(where: string, error: unknown): void;
}

const DAY_LETTERS = 'YYYY-MM-DD'.length;

type PackEncryption = Pick<BackupEncryption, 'kdf' | 'wrappedKey'> & Record<'key', Uint8Array>;

const ignore = (): void => undefined;

/** Makes backups, one at a time, rotates them, and brings them to the second place. */
export class BackupKeeper {
  readonly folder: string;
  readonly #tools: KeeperTools;
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(tools: KeeperTools) {
    this.#tools = tools;
    this.folder = tools.folder;
  }

  /**
   * Makes a backup: the database's own backup call while people work on, then check, hash, packing and renaming in a
   * worker, then rotation and the second place.
   * @returns name of the file
   * @throws BackupError, DatabaseError and errors of the system
   */
  make(kind: BackupKind, onProgress: Progress = ignore): Promise<string> {
    const run = this.#last.then(() => this.#make(kind, onProgress));
    this.#last = run.catch(ignore);
    return run;
  }

  /**
   * Writes all of the college in the open format.
   * @returns path of the archive
   */
  async exportCollege(folder: string, onProgress: Progress = ignore): Promise<string> {
    const { tools } = { tools: this.#tools };
    const now = new Date(tools.wallClock()).toISOString();
    const target = join(folder, `shyng-college-${now.replace(/[:.]/g, '-')}.zip`);
    await mkdir(folder, { recursive: true });
    const databaseCopy = join(folder, `${randomUUID()}.copy`);
    try {
      await tools.withOwn((database) =>
        database.copyTo(databaseCopy, (done, total) => onProgress(done, total * 3)),
      );
      const attachments = (await listOtherFiles(tools.dataFolder)).filter(({ name }) =>
        name.startsWith('attachments/'),
      );
      await tools.runner.run(
        { kind: 'export', target, madeAt: now, databaseCopy, attachments },
        (done, total) => onProgress(total + 2 * done, total * 3),
      );
    } finally {
      await rm(databaseCopy, { force: true });
    }
    return target;
  }

  /** A backup before a step that changes much at once; none when there is nothing to lose or nothing new. */
  async makeBefore(kind: BackupKind): Promise<void> {
    if (!this.#tools.isOwnOpen()) return;
    const lastWork = await this.#tools.withOwn((database) => findLastWork(database.db));
    const [newest] = await listBackupNames(this.folder);
    const isCovered = newest && this.#tools.settings.values.lastBackup?.lastWork === lastWork;
    if (lastWork !== null && !isCovered) await this.make(kind);
  }

  /** Looks now and then whether a backup is due and whether the second place has come back. */
  startSchedule(firstAfterMs: number, everyMs: number): void {
    const look = (): void => {
      void this.makeDue().catch((error: unknown) => this.#tools.logError('backup', error));
      this.#timer = setTimeout(look, everyMs).unref();
    };
    this.#timer = setTimeout(look, firstAfterMs).unref();
  }

  /** Ends the schedule and waits for the backup that is being made. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#last;
  }

  /** Makes the day's backup when there is none and something has been done since the last one. */
  async makeDue(): Promise<boolean> {
    const isDue = this.#tools.isOwnOpen() && (await this.#isDue());
    if (isDue) await this.make('automatic');
    else await this.copyToSecondPlace();
    return isDue;
  }

  /** Brings the newest backup to the second place when it is there. @returns whether the place is there */
  async copyToSecondPlace(): Promise<boolean> {
    const { secondPlace } = this.#tools.settings.values;
    if (!secondPlace) return false;
    const path = await findPlace(secondPlace, listMounts());
    if (path === null) return false;
    const copied = await copyNewest(this.folder, path);
    if (copied || path !== secondPlace.path) {
      const copiedAt = copied ? new Date(this.#tools.wallClock()).toISOString() : secondPlace.copiedAt;
      this.#tools.settings.update({ secondPlace: { ...secondPlace, path, copiedAt } });
    }
    return true;
  }

  async #isDue(): Promise<boolean> {
    const lastWork = await this.#tools.withOwn((database) => findLastWork(database.db));
    if (lastWork === null) return false;
    const { lastBackup } = this.#tools.settings.values;
    const [newest] = await listBackupNames(this.folder);
    if (!newest || !lastBackup) return true;
    // By what was done and not by which moment is later: a clock that was set back stops no backups.
    return lastBackup.day !== this.#today() && lastBackup.lastWork !== lastWork;
  }

  #today(): string {
    return new Date(this.#tools.wallClock()).toISOString().slice(0, DAY_LETTERS);
  }

  #encryption(): PackEncryption | null {
    const { key } = this.#tools.settings.values;
    return key && { ...key, key: Buffer.from(key.key, 'hex') };
  }

  async #make(kind: BackupKind, onProgress: Progress): Promise<string> {
    const { tools, folder } = { tools: this.#tools, folder: this.folder };
    await mkdir(folder, { recursive: true });
    const now = new Date(tools.wallClock());
    const fileName = formatBackupName(kind, now);
    const databaseCopy = join(folder, `${randomUUID()}.copy`);
    const lastWork = await tools.withOwn((database) => findLastWork(database.db));
    await tools.bringBack(await tools.withOwn((database) => listAttachmentHashes(database.db)));
    try {
      // The copy is a third of the way, the worker does the rest.
      await tools.withOwn((database) =>
        database.copyTo(databaseCopy, (done, total) => onProgress(done, total * 3)),
      );
      const job = {
        kind: 'pack' as const,
        backupKind: kind,
        target: join(folder, fileName),
        madeAt: now.toISOString(),
        appVersion: tools.version,
        databaseCopy,
        others: await listOtherFiles(tools.dataFolder),
        encryption: this.#encryption(),
      };
      await tools.runner.run(job, (done, total) => onProgress(total + 2 * done, total * 3));
    } catch (error) {
      await rm(databaseCopy, { force: true });
      this.#noteIfDamage(error);
      throw error;
    }
    tools.settings.update({ lastBackup: { day: this.#today(), lastWork } });
    await this.#afterwards();
    return fileName;
  }

  async #afterwards(): Promise<void> {
    // A backup of damaged data must not push out a good one.
    if (this.#tools.settings.values.damage === null) await rotateBackups(this.folder);
    await this.copyToSecondPlace().catch((error: unknown) => this.#tools.logError('second place', error));
  }

  /** Remembers that parts of the database cannot be read: old backups are kept from now on. */
  noteDamage(): void {
    if (this.#tools.settings.values.damage !== null) return;
    const foundAt = new Date(this.#tools.wallClock()).toISOString();
    this.#tools.settings.update({ damage: { foundAt, kind: 'damaged', aside: null } });
    this.#tools.onDamage();
  }

  #noteIfDamage(error: unknown): void {
    const isDamage = error instanceof BackupError && error.code === 'backup_damaged';
    if (!isDamage && databaseErrorCode(error) !== 'database_damaged') return;
    this.noteDamage();
  }
}
