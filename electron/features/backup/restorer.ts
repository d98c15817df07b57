import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { BackupCounts } from '../../database/backup/header.ts';
import { BackupError } from '../../database/backup/header.ts';
import {
  compareActions,
  countContents,
  listActionIdsOf,
  type ActionDifference,
} from '../../database/backup/contents.ts';
import type { Progress } from '../../database/backup/pack.ts';
import type { Salvage } from '../../database/backup/salvage.ts';
import { swapDatabase } from '../../database/backup/swap.ts';
import type { Unpacked } from '../../database/backup/unpack.ts';
import type { Database } from '../../database/database.ts';
import type { ActionTable } from '../../database/schema/records.ts';
import { migrations } from '../../database/migrations/index.ts';
import type { BackupSettingsFile } from '../../files/backupSettings.ts';
import type { BackupRunner } from '../../workers/runBackup.ts';

/** What a restore works with. */
export interface RestorerTools {
  dataFolder: string;
  settings: BackupSettingsFile;
  runner: BackupRunner;
  wallClock: () => number;
  withOwn<T>(body: (database: Database) => Promise<T>): Promise<T>;
  /** Closes the college's own database while files are exchanged, and opens what is there then. */
  exchangeOwn(exchange: () => Promise<void>): Promise<void>;
  openView(folder: string): Promise<void>;
  openOwn(): Promise<void>;
  /** The log goes on under another device id: its numbers may have been given out after the backup. */
  renewDevice(): Promise<void>;
  reopenOwn(): Promise<void>;
  switched(): Promise<void>;
}

/** A backup that has been unpacked and proven, beside what is there now. */
export interface Preview {
  /** Names the unpacked files until the next preview. */
  previewId: string;
  fileName: string;
  encrypted: boolean;
  lastActionAt: string | null;
  counts: BackupCounts;
  /** Null: the database is damaged and cannot be counted. */
  countsNow: BackupCounts | null;
  difference: ActionDifference;
  /** How many of the actions that the backup lacks can be done once more from the damaged log. */
  recoverable: number;
}

/** What a restore after damage brought forward from the damaged log. */
export interface Restored {
  recovered: number;
  /** Actions that are known by name and could not be brought back. */
  missing: ActionTable[];
}

interface Staged {
  previewId: string;
  folder: string;
  fileName: string;
}

/** Former states that stay after restores. */
const KEPT_ASIDE = 2;
const MOST_LISTED_ACTIONS = 50;
const ASIDE = 'before-restore';
const STAGED = 'restore';

const newestSchema = (): number => migrations.at(-1)?.number ?? 0;

/** Unpacks backups aside, shows them, puts them in place, and takes that back. */
export class Restorer {
  readonly #tools: RestorerTools;
  #staged: Staged | null = null;
  #viewed: Staged | null = null;

  constructor(tools: RestorerTools) {
    this.#tools = tools;
  }

  /** The backup that is looked at now. */
  get viewedFileName(): string | null {
    return this.#viewed?.fileName ?? null;
  }

  /** Deletes what a former run left unpacked. */
  async clearStaged(): Promise<void> {
    this.#staged = null;
    if (!this.#viewed) await rm(join(this.#tools.dataFolder, STAGED), { recursive: true, force: true });
  }

  /**
   * Unpacks and proves a backup, and compares it with what is there now. Nothing is changed.
   * @throws BackupError when it is damaged, newer, or locked with another passphrase
   */
  async preview(
    source: { path: string; fileName: string; secret: string | null },
    onProgress: Progress,
  ): Promise<Preview> {
    const { dataFolder, settings, runner } = this.#tools;
    if (this.#staged) await rm(this.#staged.folder, { recursive: true, force: true });
    const previewId = randomUUID();
    const folder = join(dataFolder, STAGED, previewId);
    await mkdir(folder, { recursive: true });
    const { key } = settings.values;
    let unpacked: Unpacked;
    try {
      unpacked = await runner.run(
        {
          kind: source.path.endsWith('.zip') ? 'import' : 'unpack',
          source: source.path,
          folder,
          secret: source.secret,
          ownKey: key && Buffer.from(key.key, 'hex'),
          schemaVersion: newestSchema(),
        },
        onProgress,
      );
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    this.#staged = { previewId, folder, fileName: source.fileName };
    const { actionIds, summary, encrypted } = unpacked;
    const { counts, lastActionAt } = summary;
    const now = await this.#compare(actionIds);
    return { previewId, fileName: source.fileName, encrypted, lastActionAt, counts, ...now };
  }

  /**
   * Puts the previewed backup in the place of what is there now, which is kept. After damage, what the damaged log
   * still tells of later changes is done once more.
   * @throws BackupError
   */
  async restoreInPlace(previewId: string): Promise<Restored> {
    const staged = this.#take(previewId);
    const { damage } = this.#tools.settings.values;
    await rm(join(staged.folder, 'preferences.json'), { force: true });
    const former = await this.#exchange(join(STAGED, staged.previewId), staged.fileName);
    if (!damage) return { recovered: 0, missing: [] };
    this.#tools.settings.update({ damage: null });
    const restored = await this.#bringForward(damage.aside ?? former);
    await this.#tools.switched();
    return restored;
  }

  /** People go on with what there is: after damage, or with the empty database in place of an unreadable one. */
  async acceptDamage(): Promise<void> {
    this.#tools.settings.update({ damage: null });
    await this.#tools.reopenOwn();
    await this.#tools.switched();
  }

  /** Puts back what was there before the last restore; that can be taken back again. @throws BackupError */
  async undoRestore(): Promise<void> {
    const { restored } = this.#tools.settings.values;
    if (!restored || !existsSync(join(this.#tools.dataFolder, restored.aside, 'shyng.sqlite'))) {
      throw new BackupError('backup_not_found', 'no former state is kept');
    }
    await this.#exchange(restored.aside, '');
  }

  /** Unpacks the previewed backup for good, as the data folder of its own. @throws BackupError `folder_not_empty` */
  async restoreBeside(previewId: string, folder: string): Promise<void> {
    const staged = this.#take(previewId);
    this.#staged = staged;
    const target = resolve(folder);
    const toOwn = relative(resolve(this.#tools.dataFolder), target);
    const isInside = !toOwn.startsWith('..') && !isAbsolute(toOwn);
    if (!isAbsolute(folder) || isInside)
      throw new BackupError('place_not_writable', 'not a place of its own');
    const present = await readdir(target).catch((): string[] => []);
    if (present.length > 0) throw new BackupError('folder_not_empty', 'the folder holds something');
    try {
      await mkdir(target, { recursive: true });
      await cp(staged.folder, target, { recursive: true });
    } catch (error) {
      throw new BackupError('place_not_writable', 'the folder cannot be written to', { cause: error });
    }
  }

  /** Shows the previewed backup instead of the college's data; nothing can be written meanwhile. @throws BackupError */
  async openView(previewId: string): Promise<void> {
    const staged = this.#take(previewId);
    await this.#tools.openView(staged.folder);
    this.#viewed = staged;
    await this.#tools.switched();
  }

  /** Back to the college's own data. */
  async closeView(): Promise<void> {
    const viewed = this.#viewed;
    if (!viewed) return;
    await this.#tools.openOwn();
    this.#viewed = null;
    await rm(viewed.folder, { recursive: true, force: true });
    await this.#tools.switched();
  }

  async #salvage(folder: string, known: readonly string[]): Promise<Salvage> {
    const { dataFolder, runner } = this.#tools;
    const scratch = join(dataFolder, STAGED, `salvage-${randomUUID()}`);
    return runner.run({ kind: 'salvage', folder: join(dataFolder, folder), scratch, known }, () => undefined);
  }

  async #bringForward(folder: string): Promise<Restored> {
    const known = await this.#tools.withOwn(({ db }) => listActionIdsOf(db));
    const { actions, incomplete } = await this.#salvage(folder, known);
    const missed = await this.#tools.withOwn((database) => database.replay(actions));
    // The clock has to know the newest of the stamps that came in.
    if (actions.length > 0) await this.#tools.reopenOwn();
    return { recovered: actions.length - missed.length, missing: [...incomplete, ...missed] };
  }

  /** What there is now against a backup; after damage, what can be read of the damaged log against it. */
  async #compare(
    actionIds: readonly string[],
  ): Promise<Pick<Preview, 'countsNow' | 'difference' | 'recoverable'>> {
    const { damage } = this.#tools.settings.values;
    if (!damage) {
      return this.#tools.withOwn(async ({ db }) => ({
        countsNow: await countContents(db),
        difference: await compareActions(db, actionIds, MOST_LISTED_ACTIONS),
        recoverable: 0,
      }));
    }
    const salvage = await this.#salvage(damage.aside ?? '', actionIds);
    const lost = [...salvage.actions.map(({ action }) => action), ...salvage.incomplete];
    lost.sort((a, b) => (a.id < b.id ? 1 : -1));
    const here = new Set(salvage.actionIds);
    return {
      countsNow: null,
      recoverable: salvage.actions.length,
      difference: {
        onlyHere: lost.length,
        newestOnlyHere: lost.slice(0, MOST_LISTED_ACTIONS),
        onlyThere: actionIds.filter((id) => !here.has(id)).length,
      },
    };
  }

  #take(previewId: string): Staged {
    const staged = this.#staged;
    if (staged?.previewId !== previewId) throw new BackupError('backup_not_found', 'not previewed');
    this.#staged = null;
    return staged;
  }

  /** @returns folder of the former state, inside the data folder */
  async #exchange(staged: string, fileName: string): Promise<string> {
    const { tools } = { tools: this.#tools };
    await this.closeView();
    const at = new Date(tools.wallClock()).toISOString();
    const aside = join(ASIDE, `${at.replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`).replaceAll(
      '\\',
      '/',
    );
    await tools.exchangeOwn(async () => {
      swapDatabase(tools.dataFolder, staged.replaceAll('\\', '/'), aside);
      await tools.renewDevice();
    });
    tools.settings.update({ restored: { at, aside, fileName } });
    await this.#forgetOldest();
    await tools.switched();
    return aside;
  }

  async #forgetOldest(): Promise<void> {
    const folder = join(this.#tools.dataFolder, ASIDE);
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.toSorted().slice(0, -KEPT_ASIDE)) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
