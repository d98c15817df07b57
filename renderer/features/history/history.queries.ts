import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import type { HistoryFilter } from './historyFilter.ts';

type HistoryPart = RouteOutput<'history.list'>;

/** Actions asked for at once. */
const PART = 100;

function toInput(filter: HistoryFilter): Record<string, string | boolean> {
  const { actorId, area, from, undoableOnly } = filter;
  return {
    ...(actorId === null ? {} : { actorId }),
    ...(area === null ? {} : { area }),
    ...(from === null ? {} : { from }),
    ...(undoableOnly ? { undoableOnly } : {}),
  };
}

/** The history, newest first, part by part. */
export function useHistory(
  filter: HistoryFilter,
): UseInfiniteQueryResult<InfiniteData<HistoryPart>, CallFailure> {
  const client = useClient();
  const narrowed = toInput(filter);
  return useInfiniteQuery<HistoryPart, CallFailure, InfiniteData<HistoryPart>, unknown[], string | null>({
    queryKey: ['history.list', 'parts', narrowed],
    queryFn: ({ pageParam }) =>
      client.call('history.list', {
        limit: PART,
        ...narrowed,
        ...(pageParam === null ? {} : { beforeId: pageParam }),
      }),
    initialPageParam: null,
    getNextPageParam: (last) => (last.hasMore ? (last.actions.at(-1)?.id ?? null) : null),
    placeholderData: keepPreviousData,
  });
}
