import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../database/database.ts';

/** What the host needs to open a database. */
export interface HostOptions {
  dataFolder: string;
  /** Names this installation in the change log; another one after a restore. */
  deviceId: () => string;
  wallClock: () => number;
  /** The disk allows only reading: commands are refused. */
  isReadOnly: boolean;
  /** Runs after each opening: puts the catalogue there. */
  prepare(database: Database): Promise<void>;
  /** Whether the sample college is whole; one that was cut off while it was made is made anew. */
  isSampleFilled(database: Database): Promise<boolean>;
  /** Fills a new, prepared database with the fictional college. */
  fillSample(database: Database): Promise<void>;
}

/** The college's own database, the fictional college, or a backup that is only looked at. */
export type OpenKind = 'own' | 'sample' | 'view';

const FILE_NAME = 'shyng.sqlite';

/**
 * Holds the database that is open now: the college's own, or the sample college in a folder of its own, so that the
 * two never mix and the sample can be removed without a trace; or a backup, which is only looked at.
 */
export class DatabaseHost {
  readonly #options: HostOptions;
  #current: Database;
  #folder: string;
  #kind: OpenKind = 'own';

  private constructor(options: HostOptions, current: Database) {
    this.#options = options;
    this.#current = current;
    this.#folder = options.dataFolder;
  }

  /** Opens the college's own database. @throws DatabaseError */
  static async open(options: HostOptions): Promise<DatabaseHost> {
    return new DatabaseHost(options, await openIn(options, options.dataFolder));
  }

  get current(): Database {
    return this.#current;
  }

  /** Folder of the database that is open now. */
  get folder(): string {
    return this.#folder;
  }

  get kind(): OpenKind {
    return this.#kind;
  }

  get isSample(): boolean {
    return this.#kind === 'sample';
  }

  /** Opens the sample college, made when it is not there yet. */
  async openSample(): Promise<void> {
    if (this.isSample) return;
    const folder = this.#sampleFolder;
    let sample = await openIn(this.#options, folder);
    if (!(await this.#options.isSampleFilled(sample))) {
      await sample.close();
      await rm(folder, { recursive: true, force: true });
      sample = await openIn(this.#options, folder);
      await this.#options.fillSample(sample);
    }
    await this.#switchTo(sample, 'sample', folder);
  }

  /** Opens the college's own database and deletes the sample's files. */
  async removeSample(): Promise<void> {
    if (this.isSample) await this.openOwn();
    await rm(this.#sampleFolder, { recursive: true, force: true });
  }

  /** Opens the college's own database; does nothing when it is open. */
  async openOwn(): Promise<void> {
    if (this.#kind === 'own') return;
    const { dataFolder } = this.#options;
    await this.#switchTo(await openIn(this.#options, dataFolder), 'own', dataFolder);
  }

  /** Opens an unpacked backup to be looked at: nothing can be written. */
  async openView(folder: string): Promise<void> {
    const view = await openIn(this.#options, folder);
    view.refuseWrites('view_only');
    await this.#switchTo(view, 'view', folder);
  }

  /** Gives the college's own database, opened for the moment when another one is open. */
  async withOwn<T>(body: (database: Database) => Promise<T>): Promise<T> {
    if (this.#kind === 'own') return body(this.#current);
    const own = await openIn(this.#options, this.#options.dataFolder);
    try {
      return await body(own);
    } finally {
      await own.close();
    }
  }

  /**
   * Closes the college's own database, lets its files be exchanged, and opens it again, whatever comes of it.
   * @param exchange renames files; must leave an openable database also when it throws
   */
  async exchangeOwn(exchange: () => Promise<void>): Promise<void> {
    await this.#current.close();
    try {
      await exchange();
    } finally {
      const { dataFolder } = this.#options;
      this.#current = await openIn(this.#options, dataFolder);
      this.#kind = 'own';
      this.#folder = dataFolder;
    }
  }

  /** Closes the college's own database and opens it anew. */
  async reopenOwn(): Promise<void> {
    await this.exchangeOwn(() => Promise.resolve());
  }

  /** Closes what is open. */
  async close(): Promise<void> {
    await this.#current.close();
  }

  get #sampleFolder(): string {
    return join(this.#options.dataFolder, 'sample');
  }

  async #switchTo(next: Database, kind: OpenKind, folder: string): Promise<void> {
    const previous = this.#current;
    this.#current = next;
    this.#kind = kind;
    this.#folder = folder;
    await previous.close();
  }
}

async function openIn(options: HostOptions, folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true });
  const database = await Database.open({
    file: join(folder, FILE_NAME),
    backupFolder: join(folder, 'backups'),
    deviceId: options.deviceId(),
    wallClock: options.wallClock,
  });
  await options.prepare(database);
  if (options.isReadOnly) database.refuseWrites('database_read_only');
  return database;
}

/** Whether a folder holds a database of a college. */
export function hasDatabase(folder: string): boolean {
  return existsSync(join(folder, FILE_NAME));
}
