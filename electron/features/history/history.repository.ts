import type { Kysely, Selectable } from 'kysely';
import type { HistoryAction } from '#shared/contract/app.ts';
import type { ActionTable } from '../../database/schema/records.ts';
import type { Schema } from '../../database/schema/schema.ts';

/** An action as the contract writes it. */
export function toAction(row: Selectable<ActionTable>): HistoryAction {
  return {
    id: row.id,
    name: row.name,
    params: JSON.parse(row.params_json) as HistoryAction['params'],
    kind: row.kind as HistoryAction['kind'],
    targetId: row.target_id,
    actorName: row.actor_name,
    at: row.at,
    changeCount: row.change_count,
    undone: row.undone === 1,
    undoable: row.undoable === 1,
  };
}

/** Actions, newest first; `hasMore` tells whether older ones are left. */
export async function listActions(
  db: Kysely<Schema>,
  page: { limit: number; beforeId?: string | undefined },
): Promise<{ actions: HistoryAction[]; hasMore: boolean }> {
  let query = db.selectFrom('actions').selectAll();
  if (page.beforeId) query = query.where('id', '<', page.beforeId);
  const rows = await query
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return { actions: rows.slice(0, page.limit).map(toAction), hasMore: rows.length > page.limit };
}
