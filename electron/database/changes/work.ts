import type { Transaction } from 'kysely';
import type { Connection } from '../dialects/sqlite.ts';
import type { EntityColumns } from '../schema/columns.ts';
import type { EntityName, EntityTables, Schema } from '../schema/schema.ts';
import type { HybridClock } from './clock.ts';

type Value = string | number | null;

/** A row as people's code gives it: without the columns that the log looks after. */
export type NewRow<T extends EntityName> = Omit<EntityTables[T], 'created_at' | 'updated_at' | 'deleted_at'>;
/** The fields of a row that a change may set. */
export type RowPatch<T extends EntityName> = Partial<
  Omit<EntityTables[T], 'id' | 'created_at' | 'updated_at'>
>;

/** One changed row, before it has its place in the log. `fields`: name → [old, new]. */
export interface PendingChange {
  entity: EntityName;
  rowId: string;
  operation: 'insert' | 'update';
  fields: Record<string, [Value, Value]>;
}

/** Words and numbers for the sentence of an action in the history. */
export type ActionParams = Record<string, string | number>;

const insertFields = (row: Record<string, Value>): Record<string, [Value, Value]> => {
  const fields: Record<string, [Value, Value]> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name !== 'id' && value !== null) fields[name] = [null, value];
  }
  return fields;
};

/**
 * The only way to write: each call writes rows and remembers what changed, and the command that owns it appends all
 * of that to the change log in the same transaction.
 */
export class Work {
  readonly db: Transaction<Schema>;
  /** Moment of the whole action, ISO-8601 UTC. */
  readonly at: string;
  readonly changes: PendingChange[] = [];
  params: ActionParams = {};
  readonly #connection: Connection;
  readonly #clock: HybridClock;

  constructor(options: { db: Transaction<Schema>; at: string; connection: Connection; clock: HybridClock }) {
    this.db = options.db;
    this.at = options.at;
    this.#connection = options.connection;
    this.#clock = options.clock;
  }

  /** A new row id; ids of one device sort in the order they were made. */
  newId(): string {
    return this.#clock.newId();
  }

  /** Gives the action's sentence in the history its words and numbers. No names of people: they change and are erased. */
  describe(params: ActionParams): void {
    this.params = { ...this.params, ...params };
  }

  /** Adds a row. */
  insert<T extends EntityName>(entity: T, row: NewRow<T>): void {
    this.insertMany(entity, [row]);
  }

  /** Adds rows that all have the same fields. */
  insertMany<T extends EntityName>(entity: T, rows: readonly NewRow<T>[]): void {
    const first = rows[0];
    if (!first) return;
    const whole = rows.map((row) => ({ ...row, created_at: this.at, updated_at: this.at, deleted_at: null }));
    const columns = [...Object.keys(first), 'created_at', 'updated_at', 'deleted_at'];
    this.#connection.insertMany(entity, columns, whole);
    for (const row of rows) {
      this.changes.push({
        entity,
        rowId: row.id,
        operation: 'insert',
        fields: insertFields(row as unknown as Record<string, Value>),
      });
    }
  }

  /**
   * Changes fields of a row; fields that already have the value are left alone.
   * @returns false when there is no such row, or it has been deleted (unless the patch brings it back)
   */
  async update<T extends EntityName>(entity: T, id: string, patch: RowPatch<T>): Promise<boolean> {
    const old = await this.#read(entity, id);
    if (!old || (old['deleted_at'] !== null && !('deleted_at' in patch))) return false;
    this.updateKnown(entity, old, patch);
    return true;
  }

  /** Like {@link update} for a row that the caller has just read whole in this transaction. */
  updateKnown<T extends EntityName>(
    entity: T,
    old: EntityColumns | Record<string, Value>,
    patch: RowPatch<T>,
  ): void {
    const before = old as Record<string, Value>;
    const fields: Record<string, [Value, Value]> = {};
    for (const [name, value] of Object.entries(patch) as [string, Value][]) {
      const previous = before[name] ?? null;
      if (previous !== value) fields[name] = [previous, value];
    }
    if (Object.keys(fields).length > 0) this.#write(entity, String(before['id']), fields);
  }

  /** Deletes a row: a tombstone, so that it can be brought back. @returns false when there is no such row */
  async remove(entity: EntityName, id: string): Promise<boolean> {
    return this.update(entity, id, { deleted_at: this.at });
  }

  async #read(entity: EntityName, id: string): Promise<Record<string, Value> | undefined> {
    const row = await this.db.selectFrom(entity).selectAll().where('id', '=', id).executeTakeFirst();
    return row;
  }

  #write(entity: EntityName, id: string, fields: Record<string, [Value, Value]>): void {
    const values: Record<string, Value> = { updated_at: this.at };
    for (const [name, [, value]] of Object.entries(fields)) values[name] = value;
    this.#connection.updateRow(entity, id, values);
    this.changes.push({ entity, rowId: id, operation: 'update', fields });
  }
}
