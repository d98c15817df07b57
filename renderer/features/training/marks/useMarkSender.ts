import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../../client/callFailure.ts';
import type { Client } from '../../../client/client.ts';
import { useClient } from '../../../client/clientContext.ts';
import { routeKey } from '../../../client/queries.ts';
import { followSave } from '../../../client/saveState.ts';
import { applyStored } from './applyStored.ts';
import { MarkSender } from './markSender.ts';
import type { SenderState } from './markSender.ts';

type Sheet = RouteOutput<'training.getSheet'>;

/** One sender a page: it goes on while other screens are shown. */
const senders = new WeakMap<Client, MarkSender>();

function isSampleOpen(queryClient: QueryClient): boolean {
  const status = queryClient.getQueryData<RouteOutput<'app.getStatus'>>(routeKey('app.getStatus', {}));
  return status?.sample ?? false;
}

function createSender(client: Client, queryClient: QueryClient): MarkSender {
  const sender = new MarkSender(
    {
      send: (cells) => followSave(client.call('training.setMarks', { marks: [...cells] })),
      storage: window.localStorage,
      newId: () => crypto.randomUUID(),
      onStored: (stored) => {
        const { sessionId, schemeId } = stored.batch;
        const key = routeKey('training.getSheet', { sessionId, schemeId });
        queryClient.setQueryData<Sheet>(key, (sheet) => sheet && applyStored(sheet, stored));
      },
    },
    isSampleOpen(queryClient),
  );
  client.subscribe((event) => {
    if (event.kind === 'connection_back') sender.retry();
    if (event.kind === 'database_switched') sender.switchDatabase(event.sample);
  });
  return sender;
}

/** What stores the cells of the grids of this page. */
export function useMarkSender(): MarkSender {
  const client = useClient();
  const queryClient = useQueryClient();
  const known = senders.get(client);
  if (known) return known;
  const made = createSender(client, queryClient);
  senders.set(client, made);
  return made;
}

/** What of the sending a screen shows. */
export function useSenderState<T>(select: (state: SenderState) => T): T {
  return useStore(useMarkSender().store, select);
}

/** Attempts and marks of a scheme in a session; never older than what this page knows to be stored. */
export function useSheet(sessionId: string, schemeId: string): UseQueryResult<Sheet, CallFailure> {
  const client = useClient();
  const sender = useMarkSender();
  const input = { sessionId, schemeId };
  return useQuery<Sheet, CallFailure>({
    queryKey: routeKey('training.getSheet', input),
    queryFn: async () => {
      const known = sender.sequence;
      const sheet = await client.call('training.getSheet', input);
      return sender.since(known).reduce(applyStored, sheet);
    },
  });
}
