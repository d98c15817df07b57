import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from './callFailure.ts';
import type { Client } from './client.ts';
import { useClient } from './clientContext.ts';
import { followSave } from './saveState.ts';

/** Key of a query: the route first, so that events can find it, then the input. */
export function routeKey<R extends RouteName>(route: R, input?: RouteInput<R>): readonly unknown[] {
  return input === undefined ? [route] : [route, input];
}

/** Options of a query, for `useRouteQuery` and for `queryClient.query` in events. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the library's own branded type
export function routeQuery<R extends RouteName>(client: Client, route: R, input: RouteInput<R>) {
  return queryOptions<RouteOutput<R>, CallFailure>({
    queryKey: routeKey(route, input),
    queryFn: () => client.call(route, input),
  });
}

interface RouteQueryOptions {
  /** False: do not ask yet (for example while a field is empty). */
  enabled?: boolean;
  /** Show the former answer while the one to a new input is on its way: for search and filters. */
  keepPrevious?: boolean;
}

/**
 * Asks main and asks again when the rows it read have changed.
 * `const students = useRouteQuery('people.listStudents', { search });` — show it through `QueryView` of renderer/ui.
 */
export function useRouteQuery<R extends RouteName>(
  route: R,
  input: RouteInput<R>,
  options: RouteQueryOptions = {},
): UseQueryResult<RouteOutput<R>, CallFailure> {
  return useQuery<RouteOutput<R>, CallFailure>({
    ...routeQuery(useClient(), route, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

interface CommandOptions {
  /** True: the caller shows the failure itself; otherwise the shell shows its sentence as a notice. */
  quiet?: boolean;
  /** True: the shell says what was done and offers to undo it at once; for removals and imports. */
  offerUndo?: boolean;
}

/**
 * Writes through main. The shell's indicator shows that it is stored; a refusal is told in a notice unless `quiet`.
 * `const remove = useCommand('people.removeStudent', { offerUndo: true }); remove.mutate({ id });`
 */
export function useCommand<R extends RouteName>(
  route: R,
  options: CommandOptions = {},
): UseMutationResult<RouteOutput<R>, CallFailure, RouteInput<R>> {
  const client = useClient();
  return useMutation<RouteOutput<R>, CallFailure, RouteInput<R>>({
    mutationKey: [route],
    mutationFn: (input) => followSave(client.call(route, input)),
    meta: { ...options },
  });
}
