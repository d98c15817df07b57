/** A change as the log holds it, parsed. */
export interface LoggedChange {
  entity: string;
  rowId: string;
  operation: string;
  fields: Record<string, [unknown, unknown]>;
  /** Moment of the action. */
  at: string;
}

type FoldedRow = Record<string, unknown>;
/** entity → row id → row; fields that were never set are absent. */
export type FoldedState = Map<string, Map<string, FoldedRow>>;

/**
 * The state that a log describes: rebuilds damaged tables and proves the log complete.
 * @param changes in the order of the log (clock, device, sequence)
 */
export function foldLog(changes: Iterable<LoggedChange>): FoldedState {
  const state: FoldedState = new Map();
  for (const change of changes) {
    let rows = state.get(change.entity);
    if (!rows) state.set(change.entity, (rows = new Map<string, FoldedRow>()));
    let row = rows.get(change.rowId);
    if (!row) rows.set(change.rowId, (row = { id: change.rowId, created_at: change.at }));
    for (const [name, [, value]] of Object.entries(change.fields)) row[name] = value;
    row['updated_at'] = change.at;
  }
  return state;
}
