import { sql, type Transaction } from 'kysely';
import type { Connection } from '../dialects/sqlite.ts';
import type { EntityName, Schema } from '../schema/schema.ts';
import { UndoBlockedError } from './undo.ts';
import type { PendingChange } from './work.ts';

/** Whether a change took a row away. */
const isRemoval = ({ fields }: PendingChange): boolean => {
  const change = fields['deleted_at'];
  return change !== undefined && change[0] === null && change[1] !== null;
};

/**
 * Refuses to take away rows that others still need: a student whose marks were entered later, a scheme that was used.
 * @param changes what the step back did, inside its transaction
 * @throws UndoBlockedError with the table that depends on a row
 */
export async function assertNothingDepends(
  db: Transaction<Schema>,
  connection: Connection,
  changes: readonly PendingChange[],
): Promise<void> {
  const removed = new Map<EntityName, string[]>();
  for (const change of changes.filter(isRemoval)) {
    removed.set(change.entity, [...(removed.get(change.entity) ?? []), change.rowId]);
  }
  for (const [entity, ids] of removed) {
    for (const { table, column } of connection.referencesTo(entity)) {
      for (let at = 0; at < ids.length; at += 500) {
        const dependant = await db
          .selectFrom(table as EntityName)
          .select('id')
          .where(sql.ref<string>(column), 'in', ids.slice(at, at + 500))
          .where('deleted_at', 'is', null)
          .limit(1)
          .executeTakeFirst();
        if (dependant) throw new UndoBlockedError(table);
      }
    }
  }
}
