import type { Kysely, Transaction } from 'kysely';
import type { Connection } from '../dialects/sqlite.ts';
import { entityNames, type EntityName, type Schema } from '../schema/schema.ts';
import type { ActionTable, ChangeTable } from '../schema/records.ts';
import type { DerivedRefresh } from './commit.ts';
import type { PendingChange } from './work.ts';

type Value = string | number | null;
type Fields = PendingChange['fields'];

const isEntity = (name: string): name is EntityName => entityNames.some((known) => known === name);

function toPending(change: ChangeTable): PendingChange {
  if (!isEntity(change.entity)) throw new Error(`${change.entity} is no table of ours`);
  return {
    entity: change.entity,
    rowId: change.row_id,
    operation: change.operation === 'insert' ? 'insert' : 'update',
    fields: JSON.parse(change.fields_json) as Fields,
  };
}

const newValues = (fields: Fields): Record<string, Value> =>
  Object.fromEntries(Object.entries(fields).map(([name, [, value]]) => [name, value]));

async function applyChange(
  db: Transaction<Schema>,
  connection: Connection,
  change: PendingChange,
  at: string,
): Promise<void> {
  const { entity, rowId, operation, fields } = change;
  if (operation === 'insert') {
    const row = { id: rowId, created_at: at, updated_at: at, deleted_at: null, ...newValues(fields) };
    connection.insertMany(entity, Object.keys(row), [row]);
    return;
  }
  const found = await db.selectFrom(entity).select('id').where('id', '=', rowId).executeTakeFirst();
  if (!found) throw new Error(`${entity} has no such row`);
  connection.updateRow(entity, rowId, { ...newValues(fields), updated_at: at });
}

/** Undo and redo say of another action whether it is taken back now. */
async function markTarget(db: Transaction<Schema>, action: ActionTable): Promise<void> {
  if (action.kind === 'do' || action.target_id === null) return;
  await db
    .updateTable('actions')
    .set({ undone: action.kind === 'undo' ? 1 : 0 })
    .where('id', '=', action.target_id)
    .execute();
}

/**
 * Does once more what the log of another copy says, with its own ids, stamps and numbers, in one transaction.
 * @throws when a row that it changes is not here; nothing is changed then
 */
export async function replayAction(
  db: Kysely<Schema>,
  tools: { connection: Connection; refreshDerived: DerivedRefresh },
  logged: { action: ActionTable; changes: readonly ChangeTable[] },
): Promise<void> {
  const { action, changes } = logged;
  const pending = changes.map(toPending);
  await db.transaction().execute(async (transaction) => {
    for (const change of pending) await applyChange(transaction, tools.connection, change, action.at);
    await tools.refreshDerived(transaction, pending);
    await transaction
      .insertInto('actions')
      .values({ ...action, undone: 0 })
      .execute();
    await markTarget(transaction, action);
    tools.connection.insertMany(
      'changes',
      Object.keys(changes[0] ?? {}),
      changes.map((change) => ({ ...change })),
    );
  });
}
