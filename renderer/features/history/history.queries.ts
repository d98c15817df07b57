import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';

type HistoryPart = RouteOutput<'history.list'>;

/** Actions asked for at once. */
const PART = 100;

/** The history, newest first, part by part. */
export function useHistory(): UseInfiniteQueryResult<InfiniteData<HistoryPart>, CallFailure> {
  const client = useClient();
  return useInfiniteQuery<HistoryPart, CallFailure, InfiniteData<HistoryPart>, string[], string | null>({
    queryKey: ['history.list', 'parts'],
    queryFn: ({ pageParam }) =>
      client.call('history.list', { limit: PART, ...(pageParam === null ? {} : { beforeId: pageParam }) }),
    initialPageParam: null,
    getNextPageParam: (last) => (last.hasMore ? (last.actions.at(-1)?.id ?? null) : null),
    placeholderData: keepPreviousData,
  });
}
