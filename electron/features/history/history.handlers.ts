import type { Work } from '../../database/changes/work.ts';
import { findRedoable, findUndoable } from '../../database/changes/undo.ts';
import type { CallActor } from '../../router/context.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { toHistoryAction } from '../../database/changes/historyAction.ts';
import { listActions, listChoices } from './history.repository.ts';
import { listDeleted, stepHistory, undoAction } from './history.service.ts';
import { recordHistory } from './recordHistory.service.ts';

/** What the handlers need of the application. */
export interface HistoryTools {
  /** Tells pages which tables a step changed. */
  publish: (entities: string[]) => void;
  /** Refuses rows that the person may not change. */
  check: (work: Work, actor: CallActor) => Promise<void>;
}

/** The history, and steps back and forth in it. */
export function createHistoryHandlers({ publish, check }: HistoryTools): FeatureHandlers<'history'> {
  return {
    'history.list': async (input, { db }) => listActions(db, input),
    'history.listChoices': (_, { db }) => listChoices(db),
    'history.ofRecord': ({ entity, rowId }, { db }) => recordHistory(db, entity, rowId),
    'history.listDeleted': (_, { db, now }) => listDeleted(db, now),
    'history.undoAction': async ({ actionId }, { database, actor }) => {
      const step = await undoAction(database, actionId, { actor, check: (work) => check(work, actor) });
      publish(step.entities);
      return { action: step.action };
    },
    'history.getUndoState': async (_, { db }) => {
      const [undo, redo] = [await findUndoable(db), await findRedoable(db)];
      return { undo: undo ? toHistoryAction(undo) : null, redo: redo ? toHistoryAction(redo) : null };
    },
    'history.undo': async ({ actionId }, { database, actor }) => {
      const step = await stepHistory(database, 'undo', {
        actor,
        expectedId: actionId,
        check: (work) => check(work, actor),
      });
      publish(step.entities);
      return { action: step.action };
    },
    'history.redo': async ({ actionId }, { database, actor }) => {
      const step = await stepHistory(database, 'redo', {
        actor,
        expectedId: actionId,
        check: (work) => check(work, actor),
      });
      publish(step.entities);
      return { action: step.action };
    },
  };
}
