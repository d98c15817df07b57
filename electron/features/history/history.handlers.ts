import { findRedoable, findUndoable } from '../../database/changes/undo.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { toHistoryAction } from '../../database/changes/historyAction.ts';
import { listActions } from './history.repository.ts';
import { stepHistory } from './history.service.ts';

/** @param publish tells pages which tables a step changed */
export function createHistoryHandlers(publish: (entities: string[]) => void): FeatureHandlers<'history'> {
  return {
    'history.list': async (input, { db }) => listActions(db, input),
    'history.getUndoState': async (_, { db }) => {
      const [undo, redo] = [await findUndoable(db), await findRedoable(db)];
      return { undo: undo ? toHistoryAction(undo) : null, redo: redo ? toHistoryAction(redo) : null };
    },
    'history.undo': async ({ actionId }, { database, actor }) => {
      const step = await stepHistory(database, 'undo', { actor, expectedId: actionId });
      publish(step.entities);
      return { action: step.action };
    },
    'history.redo': async ({ actionId }, { database, actor }) => {
      const step = await stepHistory(database, 'redo', { actor, expectedId: actionId });
      publish(step.entities);
      return { action: step.action };
    },
  };
}
