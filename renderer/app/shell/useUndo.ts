import { useCallback } from 'react';
import type { HistoryAction } from '#shared/contract/app.ts';
import { useCommand, useRouteQuery } from '../../client/queries.ts';
import { useMay, useMayCall } from '../../client/useAccess.ts';

interface Undo {
  /** What would be taken back or done again; null: nothing. */
  undoable: HistoryAction | null;
  redoable: HistoryAction | null;
  undo: () => void;
  redo: () => void;
}

/** The last action that can be undone and the last that can be redone, and both commands. */
export function useUndo(): Undo {
  const mayRead = useMay('history.read');
  const state = useRouteQuery('history.getUndoState', {}, { enabled: mayRead }).data;
  const { mutate: sendUndo, isPending: isUndoing } = useCommand('history.undo');
  const { mutate: sendRedo, isPending: isRedoing } = useCommand('history.redo');
  const mayUndo = useMayCall('history.undo');
  const undoable = (mayUndo ? state?.undo : null) ?? null;
  const redoable = (mayUndo ? state?.redo : null) ?? null;
  const isBusy = isUndoing || isRedoing;
  const undo = useCallback(() => {
    if (undoable !== null && !isBusy) sendUndo({ actionId: undoable.id });
  }, [undoable, isBusy, sendUndo]);
  const redo = useCallback(() => {
    if (redoable !== null && !isBusy) sendRedo({ actionId: redoable.id });
  }, [redoable, isBusy, sendRedo]);
  return { undoable, redoable, undo, redo };
}
