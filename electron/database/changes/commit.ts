import type { Transaction } from 'kysely';
import type { ActionTable, ChangeTable } from '../schema/records.ts';
import type { Schema } from '../schema/schema.ts';
import type { Connection } from '../dialects/sqlite.ts';
import type { HybridClock } from './clock.ts';
import { Work, type PendingChange } from './work.ts';

/** Who acts. */
export interface Actor {
  id: string;
  name: string;
}

/** What a command says of itself when it begins. */
export interface ActionHeader {
  /** Name of the action, that of its route as a rule. */
  name: string;
  actor: Actor;
  kind?: 'do' | 'undo' | 'redo';
  targetId?: string;
  /** Whether people may take it back; the catalogue of the program itself may not. */
  undoable?: boolean;
}

/** The place in the log where this device goes on. */
export interface LogPosition {
  deviceId: string;
  nextSequence: number;
  schemaVersion: number;
}

const CHANGE_COLUMNS = [
  'device_id',
  'sequence',
  'hlc',
  'action_id',
  'entity',
  'row_id',
  'operation',
  'fields_json',
  'schema_version',
] as const satisfies readonly (keyof ChangeTable)[];

function changeRow(
  change: PendingChange,
  place: { position: LogPosition; sequence: number; hlc: string; actionId: string },
): ChangeTable {
  return {
    device_id: place.position.deviceId,
    sequence: place.sequence,
    hlc: place.hlc,
    action_id: place.actionId,
    entity: change.entity,
    row_id: change.rowId,
    operation: change.operation,
    fields_json: JSON.stringify(change.fields),
    schema_version: place.position.schemaVersion,
  };
}

/** Keeps derived tables in step; runs in the transaction, after the rows and before the log. */
export type DerivedRefresh = (db: Transaction<Schema>, changes: readonly PendingChange[]) => Promise<void>;

/** What {@link runAction} works with. */
export interface ActionTools {
  connection: Connection;
  clock: HybridClock;
  position: LogPosition;
  refreshDerived: DerivedRefresh;
}

/**
 * One action inside a transaction that the caller opened: the body's writes, then derived tables, then the log.
 * An action that changed nothing leaves no trace.
 * @returns the body's answer, the action's row (null when nothing changed), and its changes
 */
export async function runAction<T>(
  tools: ActionTools,
  db: Transaction<Schema>,
  header: ActionHeader,
  body: (work: Work) => Promise<T>,
): Promise<{ value: T; action: ActionTable | null; changes: readonly PendingChange[] }> {
  const { connection, clock, position } = tools;
  const { hlc, at } = clock.tick();
  const work = new Work({ db, at, connection, clock });
  const value = await body(work);
  if (work.changes.length === 0) return { value, action: null, changes: [] };
  await tools.refreshDerived(db, work.changes);
  const action: ActionTable = {
    id: clock.newId(),
    device_id: position.deviceId,
    hlc,
    at,
    name: header.name,
    params_json: JSON.stringify(work.params),
    kind: header.kind ?? 'do',
    target_id: header.targetId ?? null,
    actor_id: header.actor.id,
    actor_name: header.actor.name,
    change_count: work.changes.length,
    undoable: header.undoable === false ? 0 : 1,
    undone: 0,
  };
  await db.insertInto('actions').values(action).execute();
  const rows = work.changes.map((change, index) =>
    changeRow(change, { position, sequence: position.nextSequence + index, hlc, actionId: action.id }),
  );
  connection.insertMany('changes', CHANGE_COLUMNS, rows as unknown as Record<string, unknown>[]);
  return { value, action, changes: work.changes };
}
