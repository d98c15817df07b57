import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { findDeletion, getAction, listRemovals, readRow } from './history.repository.ts';
import { labelOf } from './recordHistory.service.ts';
import type { HistoryAction } from '#shared/contract/app.ts';
import { doAgain, findRedoable, findUndoable, takeBack } from '../../database/changes/undo.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Database } from '../../database/database.ts';
import type { ActionTable } from '../../database/schema/records.ts';
import type { CallActor } from '../../router/context.ts';
import { Refusal } from '../../router/refusal.ts';
import { toHistoryAction } from '../../database/changes/historyAction.ts';

type Direction = 'undo' | 'redo';

/** Refuses rows that who acts may not change; passed in, since it is another feature's. */
export type RecordCheck = (work: Work) => Promise<void>;

/** Instructors take back what they did themselves. */
function assertMayStep(target: ActionTable, actor: CallActor): void {
  const isFree = actor.role === 'administrator' || actor.role === 'coordinator';
  if (!isFree && target.actor_id !== actor.id) {
    throw new Refusal('forbidden_record', 'the action is of another person', { entity: 'actions' });
  }
}

const steps = {
  undo: { find: findUndoable, apply: takeBack, missing: 'nothing_to_undo' },
  redo: { find: findRedoable, apply: doAgain, missing: 'nothing_to_redo' },
} as const;

/** What was deleted can be brought back for so long; the rows stay, only the list ends. */
export const DAYS_TO_BRING_BACK = 90;
const MS_PER_DAY = 86_400_000;

/** What was deleted lately and is still gone. */
export async function listDeleted(
  db: Kysely<Schema>,
  now: string,
): Promise<RouteOutput<'history.listDeleted'>> {
  const since = new Date(Date.parse(now) - DAYS_TO_BRING_BACK * MS_PER_DAY).toISOString();
  const deleted: RouteOutput<'history.listDeleted'>['deleted'] = [];
  for (const action of await listRemovals(db, since)) {
    const place = await findDeletion(db, action.id);
    const row = place ? await readRow(db, place.entity, place.rowId) : undefined;
    if (!place || !row || row['deleted_at'] === null) continue;
    deleted.push({ action: toHistoryAction(action), ...place, label: labelOf(row) });
  }
  return { deleted };
}

/**
 * Takes one action back, wherever it stands in the history.
 * @throws Refusal `nothing_to_undo`, `forbidden_record`
 * @throws UndoBlockedError when a later change touched the same fields, or later rows need what it added
 */
export async function undoAction(
  database: Database,
  actionId: string,
  options: { actor: CallActor; check: RecordCheck },
): Promise<HistoryStep> {
  const target = await getAction(database.db, actionId);
  if (target?.kind !== 'do' || target.undoable !== 1 || target.undone === 1) {
    throw new Refusal('nothing_to_undo', 'the action cannot be taken back');
  }
  assertMayStep(target, options.actor);
  const header = { name: target.name, actor: options.actor, kind: 'undo' as const, targetId: target.id };
  const commit = await database.commitIn(header, async (db, work) => {
    work.describe(JSON.parse(target.params_json) as Record<string, string | number>);
    await takeBack(db, work, target);
    await database.assertNothingDepends(db, work);
    await options.check(work);
  });
  return { action: toHistoryAction({ ...target, undone: 1 }), entities: commit.entities };
}

/** What a step back or forth did, and which tables it touched. */
export interface HistoryStep {
  action: HistoryAction;
  entities: string[];
}

/**
 * Takes the last action back, or does the one taken back last again; itself an action of the history.
 * @param expectedId what the person saw on the button
 * @throws Refusal `nothing_to_undo`, `nothing_to_redo`, `conflict` when something else is the last action by now
 * @throws UndoBlockedError when later changes stand in the way
 */
export async function stepHistory(
  database: Database,
  direction: Direction,
  options: { actor: CallActor; expectedId?: string | undefined; check: RecordCheck },
): Promise<HistoryStep> {
  const { find, apply, missing } = steps[direction];
  const target: ActionTable | undefined = await find(database.db);
  if (!target) throw new Refusal(missing, `there is nothing to ${direction}`);
  if (options.expectedId && options.expectedId !== target.id) {
    throw new Refusal('conflict', 'another action is the last one now');
  }
  assertMayStep(target, options.actor);
  const header = { name: target.name, actor: options.actor, kind: direction, targetId: target.id };
  const commit = await database.commitIn(header, async (db, work) => {
    work.describe(JSON.parse(target.params_json) as Record<string, string | number>);
    await apply(db, work, target);
    await options.check(work);
  });
  return {
    action: toHistoryAction({ ...target, undone: direction === 'undo' ? 1 : 0 }),
    entities: commit.entities,
  };
}
