import { useEffect, useState } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../../client/clientContext.ts';
import { followSave } from '../../../client/saveState.ts';
import { OpenEditor } from './openEditor.ts';

type Answer = RouteOutput<'schemes.getDraft'>;

/** The editor of a scheme, kept up to what main has. */
export function useSchemeEditor(id: string, answer: Answer): OpenEditor {
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
  useEffect(() => open.adopt(answer), [open, answer]);
  return open;
}
