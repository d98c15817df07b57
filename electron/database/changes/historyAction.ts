import type { Selectable } from 'kysely';
import type { HistoryAction } from '#shared/contract/app.ts';
import type { ActionTable } from '../schema/records.ts';

/** An action as the contract writes it. */
export function toHistoryAction(row: Selectable<ActionTable>): HistoryAction {
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
