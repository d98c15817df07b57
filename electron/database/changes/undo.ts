import type { Kysely, Transaction } from 'kysely';
import type { ActionTable, ChangeTable } from '../schema/records.ts';
import type { EntityName, Schema } from '../schema/schema.ts';
import type { Work } from './work.ts';

type Value = string | number | null;
type Fields = Record<string, [Value, Value]>;

/** Why an action cannot be taken back or done again. */
export class UndoBlockedError extends Error {
  readonly entity: string;

  constructor(entity: string) {
    super(`a later change to ${entity} stands in the way`);
    this.name = 'UndoBlockedError';
    this.entity = entity;
  }
}

/** The newest action that people may take back; undefined when there is none. */
export async function findUndoable(db: Kysely<Schema>): Promise<ActionTable | undefined> {
  return db
    .selectFrom('actions')
    .selectAll()
    .where('kind', '=', 'do')
    .where('undoable', '=', 1)
    .where('undone', '=', 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/**
 * The action that redo would do again: the one taken back last, unless something new has been done since.
 * @returns undefined when there is none
 */
export async function findRedoable(db: Kysely<Schema>): Promise<ActionTable | undefined> {
  const lastDone = await db
    .selectFrom('actions')
    .select('id')
    .where('kind', '=', 'do')
    .where('undoable', '=', 1)
    .where('undone', '=', 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const undo = await db
    .selectFrom('actions as undo')
    .innerJoin('actions as target', 'target.id', 'undo.target_id')
    .selectAll('target')
    .where('undo.kind', '=', 'undo')
    .where('target.undone', '=', 1)
    .$if(lastDone !== undefined, (query) => query.where('undo.id', '>', lastDone?.id ?? ''))
    .orderBy('undo.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return undo;
}

async function readChanges(db: Kysely<Schema>, actionId: string): Promise<ChangeTable[]> {
  return db
    .selectFrom('changes')
    .selectAll()
    .where('action_id', '=', actionId)
    .orderBy('device_id')
    .orderBy('sequence')
    .execute();
}

/** Sets fields from one side of a change to the other, if they still are what that side says. */
async function turn(work: Work, change: ChangeTable, direction: 'back' | 'forth'): Promise<void> {
  const entity = change.entity as EntityName;
  const fields = JSON.parse(change.fields_json) as Fields;
  const row = (await work.db
    .selectFrom(entity)
    .selectAll()
    .where('id', '=', change.row_id)
    .executeTakeFirst()) as Record<string, Value> | undefined;
  if (!row) throw new UndoBlockedError(entity);
  if (change.operation === 'insert') {
    turnInsert(work, { entity, row, fields, direction });
    return;
  }
  const patch: Record<string, Value> = {};
  for (const [name, [before, after]] of Object.entries(fields)) {
    const [from, to] = direction === 'back' ? [after, before] : [before, after];
    if (row[name] !== from && !isTombstone(name, row[name], from)) throw new UndoBlockedError(entity);
    patch[name] = to;
  }
  work.updateKnown(entity, row, patch);
}

/** Deletions are compared by whether, not by when: undo and redo set a moment of their own. */
const isTombstone = (name: string, current: Value | undefined, expected: Value): boolean =>
  name === 'deleted_at' && (current === null) === (expected === null);

/** Taking back an insert deletes the row as it was put there; doing it again brings it back. */
function turnInsert(
  work: Work,
  step: { entity: EntityName; row: Record<string, Value>; fields: Fields; direction: 'back' | 'forth' },
): void {
  const { entity, row, fields, direction } = step;
  for (const [name, [, value]] of Object.entries(fields)) {
    if (row[name] !== value) throw new UndoBlockedError(entity);
  }
  const deleted = row['deleted_at'] !== null;
  if (deleted !== (direction === 'forth')) throw new UndoBlockedError(entity);
  work.updateKnown(entity, row, { deleted_at: direction === 'back' ? work.at : null });
}

/**
 * Takes an action back: each of its changes in reverse order, as a new action of its own.
 * @throws UndoBlockedError when a later change touched the same fields; nothing is changed then
 */
export async function takeBack(db: Transaction<Schema>, work: Work, action: ActionTable): Promise<void> {
  const changes = await readChanges(db, action.id);
  for (const change of changes.reverse()) await turn(work, change, 'back');
  await db.updateTable('actions').set({ undone: 1 }).where('id', '=', action.id).execute();
}

/**
 * Does an action again that had been taken back.
 * @throws UndoBlockedError when the rows are not as the action found them; nothing is changed then
 */
export async function doAgain(db: Transaction<Schema>, work: Work, action: ActionTable): Promise<void> {
  for (const change of await readChanges(db, action.id)) await turn(work, change, 'forth');
  await db.updateTable('actions').set({ undone: 0 }).where('id', '=', action.id).execute();
}
