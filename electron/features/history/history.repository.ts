import { sql, type Kysely, type Selectable } from 'kysely';
import type { HistoryAction } from '#shared/contract/app.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { toHistoryAction } from '../../database/changes/historyAction.ts';
import type { ActionTable, ChangeTable } from '../../database/schema/records.ts';
import { entityNames, type EntityName, type Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Which actions are asked for. */
export interface HistoryFilter {
  limit: number;
  beforeId?: string | undefined;
  area?: string | undefined;
  actorId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  undoableOnly?: boolean | undefined;
}

/** Actions, newest first; `hasMore` tells whether older ones are left. */
export async function listActions(
  db: Db,
  filter: HistoryFilter,
): Promise<{ actions: HistoryAction[]; hasMore: boolean }> {
  let query = db.selectFrom('actions').selectAll();
  if (filter.beforeId) query = query.where('id', '<', filter.beforeId);
  if (filter.area) query = query.where('name', 'like', `${filter.area}.%`);
  if (filter.actorId) query = query.where('actor_id', '=', filter.actorId);
  if (filter.from) query = query.where('at', '>=', filter.from);
  // Moments of that day sort behind the day itself, and before this.
  if (filter.to) query = query.where('at', '<', `${filter.to}U`);
  if (filter.undoableOnly === true) {
    query = query.where('kind', '=', 'do').where('undoable', '=', 1).where('undone', '=', 0);
  }
  const rows = await query
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { actions: rows.slice(0, filter.limit).map(toHistoryAction), hasMore: rows.length > filter.limit };
}

/** People and areas of the history. */
export async function listChoices(db: Db): Promise<RouteOutput<'history.listChoices'>> {
  const actors = await db
    .selectFrom('actions')
    .select(['actor_id as id', 'actor_name as name'])
    .distinct()
    .where('actor_name', '!=', '')
    .execute();
  const names = await db.selectFrom('actions').select('name').distinct().execute();
  const areas = new Set(names.map(({ name }) => name.split('.')[0] ?? ''));
  return { actors, areas: [...areas].filter((area) => /^[a-z]+$/.test(area)).sort() };
}

/** @returns undefined when there is none */
export async function getAction(db: Db, id: string): Promise<ActionTable | undefined> {
  return db.selectFrom('actions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Only tables of people's work are looked into, whatever a caller names. */
export const isEntity = (name: string): name is EntityName => entityNames.some((known) => known === name);

const MOST_CHANGES = 500;

/** A change of a row, and the action it belongs to. */
export interface LoggedChange {
  change: Selectable<ChangeTable>;
  action: ActionTable;
}

async function withActions(db: Db, changes: Selectable<ChangeTable>[]): Promise<LoggedChange[]> {
  const ids = [...new Set(changes.map((change) => change.action_id))];
  if (ids.length === 0) return [];
  const actions = await db.selectFrom('actions').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(actions.map((action) => [action.id, action]));
  return changes.flatMap((change) => {
    const action = byId.get(change.action_id);
    return action ? [{ change, action }] : [];
  });
}

/** Changes of one row with their actions, newest first. */
export async function listChangesOf(db: Db, entity: EntityName, rowId: string): Promise<LoggedChange[]> {
  const changes = await db
    .selectFrom('changes')
    .selectAll()
    .where('row_id', '=', rowId)
    .where('entity', '=', entity)
    .orderBy('hlc', 'desc')
    .limit(MOST_CHANGES)
    .execute();
  return withActions(db, changes);
}

/** Changes of the rows of a table that belong to one record, newest first. */
export async function listChangesOfParts(
  db: Db,
  { table, column }: { table: EntityName; column: string },
  ownerId: string,
): Promise<LoggedChange[]> {
  const parts = db.selectFrom(table).select('id').where(sql.ref<string>(column), '=', ownerId);
  const changes = await db
    .selectFrom('changes')
    .selectAll()
    .where('row_id', 'in', parts)
    .where('entity', '=', table)
    .orderBy('hlc', 'desc')
    .limit(MOST_CHANGES)
    .execute();
  return withActions(db, changes);
}

/** Actions that removed something since a moment and are not taken back, newest first. */
export async function listRemovals(db: Db, since: string): Promise<ActionTable[]> {
  return db
    .selectFrom('actions')
    .selectAll()
    .where('at', '>=', since)
    .where('kind', '=', 'do')
    .where('undoable', '=', 1)
    .where('undone', '=', 0)
    .where('name', 'like', '%.remove%')
    .orderBy('id', 'desc')
    .limit(300)
    .execute();
}

/** First change of an action that deleted a row. */
export async function findDeletion(
  db: Db,
  actionId: string,
): Promise<{ entity: EntityName; rowId: string } | null> {
  const changes = await db
    .selectFrom('changes')
    .select(['entity', 'row_id', 'fields_json'])
    .where('action_id', '=', actionId)
    .where('fields_json', 'like', '%"deleted_at"%')
    .orderBy('sequence')
    .execute();
  const [first] = changes;
  return first && isEntity(first.entity) ? { entity: first.entity, rowId: first.row_id } : null;
}

/** A row as it lies there, deleted or not. */
export async function readRow(
  db: Db,
  entity: EntityName,
  rowId: string,
): Promise<Record<string, unknown> | undefined> {
  return db.selectFrom(entity).selectAll().where('id', '=', rowId).executeTakeFirst();
}
