import { MutationCache, notifyManager, QueryClient } from '@tanstack/react-query';
import type { Mutation } from '@tanstack/react-query';

interface CommandWatchers {
  /** A command was refused and nobody else tells it. */
  onFailure: (error: Error) => void;
  /** A command asked that undoing it is offered at once. */
  onUndoable: () => void;
}

type AnyMutation = Mutation<unknown, unknown>;

/** Answers stay fresh until an event says otherwise (see client/applyEvent.ts): nothing asks again on a timer. */
export function createQueryClient(watchers: CommandWatchers): QueryClient {
  // Screens hear of new data before the next frame: with a timer in between, a stored mark would show its old value.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation: AnyMutation) => {
        if (mutation.meta?.['quiet'] !== true) watchers.onFailure(error);
      },
      onSuccess: (_data, _input, _result, mutation: AnyMutation) => {
        if (mutation.meta?.['offerUndo'] === true) watchers.onUndoable();
      },
    }),
  });
}
