import type { Kysely } from 'kysely';
import { entityNames, type EntityName, type Schema } from '../schema/schema.ts';
import { foldLog, type LoggedChange } from './fold.ts';

/** A row that is not what the log says. */
export interface LogDifference {
  entity: EntityName;
  rowId: string;
}

async function readLog(db: Kysely<Schema>): Promise<LoggedChange[]> {
  const rows = await db
    .selectFrom('changes')
    .innerJoin('actions', 'actions.id', 'changes.action_id')
    .select(['changes.entity', 'changes.row_id', 'changes.operation', 'changes.fields_json', 'actions.at'])
    .orderBy('changes.hlc')
    .orderBy('changes.device_id')
    .orderBy('changes.sequence')
    .execute();
  return rows.map((row) => ({
    entity: row.entity,
    rowId: row.row_id,
    operation: row.operation,
    fields: JSON.parse(row.fields_json) as LoggedChange['fields'],
    at: row.at,
  }));
}

const sameRow = (stored: Record<string, unknown>, folded: Record<string, unknown> | undefined): boolean =>
  folded !== undefined &&
  Object.entries(stored).every(([name, value]) => (folded[name] ?? null) === value) &&
  Object.keys(folded).every((name) => name in stored);

/**
 * Compares every row of every entity with what the change log says.
 * @returns the rows that differ or are on one side only; empty when the log is whole
 */
export async function findLogDifferences(db: Kysely<Schema>): Promise<LogDifference[]> {
  const state = foldLog(await readLog(db));
  const differences: LogDifference[] = [];
  for (const entity of entityNames) {
    const folded = state.get(entity) ?? new Map<string, Record<string, unknown>>();
    const stored = await db.selectFrom(entity).selectAll().execute();
    for (const row of stored) {
      if (!sameRow({ ...row }, folded.get(row.id))) differences.push({ entity, rowId: row.id });
      folded.delete(row.id);
    }
    for (const rowId of folded.keys()) differences.push({ entity, rowId });
  }
  return differences;
}
