import { Kysely, type Transaction } from 'kysely';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { HybridClock } from './changes/clock.ts';
import {
  runAction,
  type ActionHeader,
  type ActionTools,
  type DerivedRefresh,
  type LogPosition,
} from './changes/commit.ts';
import { assertNothingDepends } from './changes/dependants.ts';
import { replayAction } from './changes/replay.ts';
import { findLogDifferences, type LogDifference } from './changes/verify.ts';
import type { PendingChange, Work } from './changes/work.ts';
import { refreshAttemptTotals } from './derived/attemptTotals.ts';
import { assertNotFrozen } from './derived/frozenContests.ts';
import { openSqlite, type Connection } from './dialects/sqlite.ts';
import { DatabaseError } from './errors.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { SalvagedAction } from './backup/salvage.ts';
import type { ActionTable } from './schema/records.ts';
import type { Schema } from './schema/schema.ts';

/** What opening needs to know. */
export interface DatabaseOptions {
  file: string;
  /** Where verified copies go before the schema changes. */
  backupFolder: string;
  deviceId: string;
  /** Milliseconds since 1970; given so that tests can set the clock back. */
  wallClock: () => number;
}

/** What a committed command did. */
export interface Commit<T> {
  value: T;
  /** Null when the command changed nothing. */
  action: ActionTable | null;
  /** Names of the tables it changed. */
  entities: string[];
}

/** Refuses what closed results forbid, then keeps sums in step. */
const derived: DerivedRefresh = async (db, changes) => {
  await assertNotFrozen(db, changes);
  await refreshAttemptTotals(db, changes);
};

const entitiesOf = (changes: readonly PendingChange[]): string[] => [
  ...new Set(changes.map((change) => change.entity)),
];

async function readPosition(db: Kysely<Schema>, deviceId: string): Promise<LogPosition> {
  const row = await db
    .selectFrom('changes')
    .select((select) => select.fn.max<number | string | null, 'sequence'>('sequence').as('last'))
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  const schemaVersion = migrations.at(-1)?.number ?? 0;
  return { deviceId, nextSequence: Number(row?.last ?? 0) + 1, schemaVersion };
}

async function readLastStamp(db: Kysely<Schema>): Promise<string | null> {
  // Ids of actions sort as they were made, but devices merge: the newest few are enough to find the newest stamp.
  const rows = await db.selectFrom('actions').select('hlc').orderBy('id', 'desc').limit(50).execute();
  return rows
    .map((row) => row.hlc)
    .reduce<string | null>((last, hlc) => (last && last > hlc ? last : hlc), null);
}

const ignore = (): void => undefined;

/** The open database: queries through `db`, every write through {@link Database.commit}. */
export class Database {
  readonly db: Kysely<Schema>;
  readonly clock: HybridClock;
  readonly #connection: Connection;
  readonly #tools: ActionTools;
  /** Why commands are refused; null when they are not. */
  #closedBecause: ErrorCode | null = null;
  /** Commands run one after the other: the numbers of the log are given out in their order. */
  #lastCommit: Promise<unknown> = Promise.resolve();

  private constructor(options: {
    db: Kysely<Schema>;
    connection: Connection;
    clock: HybridClock;
    position: LogPosition;
  }) {
    this.db = options.db;
    this.clock = options.clock;
    this.#connection = options.connection;
    this.#tools = {
      connection: options.connection,
      clock: options.clock,
      position: options.position,
      refreshDerived: derived,
    };
  }

  /**
   * Opens or makes the file, checks its settings, brings the schema up to date (verified backup first).
   * @throws DatabaseError see {@link openSqlite} and {@link migrate}
   */
  static async open(options: DatabaseOptions): Promise<Database> {
    const connection = openSqlite(options.file);
    try {
      const db = new Kysely<Schema>({ dialect: connection.dialect });
      await migrate(db, {
        connection,
        migrations,
        backupFolder: options.backupFolder,
        wallClock: options.wallClock,
      });
      const clock = new HybridClock(await readLastStamp(db), options.wallClock);
      const position = await readPosition(db, options.deviceId);
      return new Database({ db, connection, clock, position });
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** From now on nothing may be written: for copies that are only looked at, and after damage. @param why answers commands */
  refuseWrites(why: ErrorCode): void {
    this.#closedBecause = why;
  }

  /** Runs one command in one transaction: all of it is stored, log included, or nothing is. */
  async commit<T>(header: ActionHeader, body: (work: Work) => Promise<T>): Promise<Commit<T>> {
    return this.commitIn(header, (_, work) => body(work));
  }

  /** Like {@link commit} for those that also need the transaction itself (undo marks actions as taken back). */
  async commitIn<T>(
    header: ActionHeader,
    body: (db: Transaction<Schema>, work: Work) => Promise<T>,
  ): Promise<Commit<T>> {
    if (this.#closedBecause) throw new DatabaseError(this.#closedBecause, 'nothing may be written now');
    const run = this.#lastCommit.then(() => this.#transact(header, body));
    this.#lastCommit = run.then(ignore, ignore);
    return run;
  }

  /**
   * Writes what only follows from other rows: in one transaction between two commands, without an action and without the
   * log.
   * @returns undefined where nothing may be written
   */
  async storeDerived<T>(body: (db: Transaction<Schema>) => Promise<T>): Promise<T | undefined> {
    if (this.#closedBecause) return undefined;
    const run = this.#lastCommit.then(() => this.db.transaction().execute(body));
    this.#lastCommit = run.then(ignore, ignore);
    return run;
  }

  /**
   * Does what the log of another copy says and this one lacks, one action after the other.
   * @returns those that could not be done, because what they change is not here
   */
  async replay(logged: readonly SalvagedAction[]): Promise<ActionTable[]> {
    const missed: ActionTable[] = [];
    const run = this.#lastCommit.then(async () => {
      // These actions have their own places in the log: figures kept as of another one know nothing of them.
      await this.db.deleteFrom('kept_figures').execute();
      for (const one of logged) {
        await replayAction(this.db, this.#tools, one).catch(() => missed.push(one.action));
      }
    });
    this.#lastCommit = run.then(ignore, ignore);
    await run;
    return missed;
  }

  /** @throws UndoBlockedError when rows that the step takes away are still needed */
  async assertNothingDepends(db: Transaction<Schema>, work: Work): Promise<void> {
    await assertNothingDepends(db, this.#connection, work.changes);
  }

  /** Columns of entities that point to rows of a table. */
  referencesTo(table: string): { table: string; column: string }[] {
    return this.#connection.referencesTo(table);
  }

  /** Waits for the running command and rewrites the file: what was overwritten is in no page of it any more. */
  async wipe(): Promise<void> {
    const run = this.#lastCommit.then(() => this.#connection.wipe());
    this.#lastCommit = run.then(ignore, ignore);
    await run;
  }

  /** Rows that are not what the change log says; none in a sound database. */
  async findLogDifferences(): Promise<LogDifference[]> {
    return findLogDifferences(this.db);
  }

  /** Copies the database into a file while it is in use. */
  async copyTo(file: string, onProgress?: (donePages: number, totalPages: number) => void): Promise<void> {
    await this.#connection.copyTo(file, onProgress);
  }

  /** Waits for the running command, moves the log into the file, closes. Safe to call twice. */
  async close(): Promise<void> {
    await this.#lastCommit;
    await this.db.destroy();
    this.#connection.close();
  }

  async #transact<T>(
    header: ActionHeader,
    body: (db: Transaction<Schema>, work: Work) => Promise<T>,
  ): Promise<Commit<T>> {
    const tools = this.#tools;
    const result = await this.db
      .transaction()
      .execute((db) => runAction(tools, db, header, (work) => body(db, work)));
    // Only now: a command that failed must not leave a gap in the numbers.
    tools.position.nextSequence += result.changes.length;
    return { value: result.value, action: result.action, entities: entitiesOf(result.changes) };
  }
}
