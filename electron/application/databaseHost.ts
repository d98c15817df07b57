import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../database/database.ts';

/** What the host needs to open a database. */
export interface HostOptions {
  dataFolder: string;
  deviceId: string;
  wallClock: () => number;
  /** Runs after each opening: puts the catalogue there. */
  prepare(database: Database): Promise<void>;
  /** Whether the sample college is whole; one that was cut off while it was made is made anew. */
  isSampleFilled(database: Database): Promise<boolean>;
  /** Fills a new, prepared database with the fictional college. */
  fillSample(database: Database): Promise<void>;
}

const FILE_NAME = 'shyng.sqlite';

/**
 * Holds the database that is open now: the college's own, or the sample college in a folder of its own, so that the
 * two never mix and the sample can be removed without a trace.
 */
export class DatabaseHost {
  readonly #options: HostOptions;
  #current: Database;
  #isSample = false;

  private constructor(options: HostOptions, current: Database) {
    this.#options = options;
    this.#current = current;
  }

  /** Opens the college's own database. @throws DatabaseError */
  static async open(options: HostOptions): Promise<DatabaseHost> {
    return new DatabaseHost(options, await openIn(options, options.dataFolder));
  }

  get current(): Database {
    return this.#current;
  }

  /** The folder of the database that is open now; files that belong to it lie there too. */
  get folder(): string {
    return this.#isSample ? this.#sampleFolder : this.#options.dataFolder;
  }

  get isSample(): boolean {
    return this.#isSample;
  }

  /** Opens the sample college, made when it is not there yet. */
  async openSample(): Promise<void> {
    if (this.#isSample) return;
    const folder = this.#sampleFolder;
    let sample = await openIn(this.#options, folder);
    if (!(await this.#options.isSampleFilled(sample))) {
      await sample.close();
      await rm(folder, { recursive: true, force: true });
      sample = await openIn(this.#options, folder);
      await this.#options.fillSample(sample);
    }
    await this.#switchTo(sample, true);
  }

  /** Opens the college's own database and deletes the sample's files. */
  async removeSample(): Promise<void> {
    if (this.#isSample) await this.#switchTo(await openIn(this.#options, this.#options.dataFolder), false);
    await rm(this.#sampleFolder, { recursive: true, force: true });
  }

  /** Closes what is open. */
  async close(): Promise<void> {
    await this.#current.close();
  }

  get #sampleFolder(): string {
    return join(this.#options.dataFolder, 'sample');
  }

  async #switchTo(next: Database, isSample: boolean): Promise<void> {
    const previous = this.#current;
    this.#current = next;
    this.#isSample = isSample;
    await previous.close();
  }
}

async function openIn(options: HostOptions, folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true });
  const database = await Database.open({
    file: join(folder, FILE_NAME),
    backupFolder: join(folder, 'backups'),
    deviceId: options.deviceId,
    wallClock: options.wallClock,
  });
  await options.prepare(database);
  return database;
}
