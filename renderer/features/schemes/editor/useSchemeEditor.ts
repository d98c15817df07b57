import { useEffect, useState } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { CallFailure } from '../../../client/callFailure.ts';
import { useClient } from '../../../client/clientContext.ts';
import { followSave } from '../../../client/saveState.ts';
import { DraftSaver } from './draftSaver.ts';
import { SchemeEditor } from './editorStore.ts';
import { keptChanges } from './keptChanges.ts';
import type { SchemeForm } from './schemeForm.ts';

type Answer = RouteOutput<'schemes.getDraft'>;

const formOf = ({ draft, kind, allowsPartial }: Answer): SchemeForm => ({ draft, kind, allowsPartial });

/** What the screen does with an editor. */
export interface OpenEditor {
  editor: SchemeEditor;
  /** Tries again to store what was refused. */
  retry: () => void;
  adopt: (answer: Answer) => void;
  discard: () => void;
}

interface Making {
  id: string;
  answer: Answer;
  save: (form: SchemeForm) => Promise<unknown>;
}

/**
 * The editor of a scheme. Of one that no attempt rests on, each edit is stored at once; changes to a used one are kept
 * on this computer until they become its next version.
 */
function openEditor({ id, answer, save }: Making): OpenEditor {
  const storage = window.localStorage;
  let isUsed = answer.attemptCount > 0;
  const saver = new DraftSaver<SchemeForm>(save, (form, error) => {
    if (error === null) editor.confirm(form);
    else editor.fail(error);
    if (error instanceof CallFailure && error.code === 'in_use') {
      isUsed = true;
      editor.keepsSteps = true;
      keptChanges.write(storage, id, editor.state.form);
    }
  });
  const stored = formOf(answer);
  const kept = isUsed ? keptChanges.read(storage, id) : null;
  const onEdit = (form: SchemeForm): void => {
    if (isUsed) keptChanges.write(storage, id, form);
    else saver.push(form);
  };
  const editor = new SchemeEditor(stored, kept ?? stored, onEdit);
  editor.keepsSteps = isUsed;
  const discard = (): void => {
    keptChanges.drop(storage, id);
    editor.discard();
  };
  return {
    editor,
    retry: () => saver.push(editor.state.form),
    adopt: (next) => {
      isUsed = next.attemptCount > 0;
      editor.keepsSteps = isUsed;
      if (!saver.isIdle) return;
      editor.adopt(formOf(next));
      if (!editor.isDirty) keptChanges.drop(storage, id);
      // The last attempt was removed: what waited to become a version can be stored as it is.
      else if (!isUsed) saver.push(editor.state.form);
    },
    discard,
  };
}

/** The editor of a scheme, kept up to what main has. */
export function useSchemeEditor(id: string, answer: Answer): OpenEditor {
  const client = useClient();
  const [open] = useState(() =>
    openEditor({
      id,
      answer,
      save: (form) => followSave(client.call('schemes.saveDraft', { id, ...form })),
    }),
  );
  useEffect(() => open.adopt(answer), [open, answer]);
  return open;
}
