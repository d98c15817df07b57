import { useEffect, useState } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../../client/clientContext.ts';
import { followSave } from '../../../client/saveState.ts';
import { OpenEditor } from './openEditor.ts';

type Answer = RouteOutput<'schemes.getDraft'>;

/**
 * The editor of a scheme, kept up to what main has.
 * @param answeredAt when main gave the answer. An answer that equals the one before is the same object, yet says
 * something new when an edit of the page lies between the two: it was taken back.
 */
export function useSchemeEditor(id: string, answer: Answer, answeredAt: number): OpenEditor {
  const client = useClient();
  const [open] = useState(
    () =>
      new OpenEditor({
        id,
        answer,
        storage: window.localStorage,
        save: (form) => followSave(client.call('schemes.saveDraft', { id, ...form })),
        fetch: () => client.call('schemes.getDraft', { id }),
      }),
  );
  useEffect(() => open.adopt(answer), [open, answer, answeredAt]);
  return open;
}
