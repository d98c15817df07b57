import type { Query, QueryClient } from '@tanstack/react-query';
import { isTouchedBy } from './entities.ts';
import type { ClientEvent } from './transport.ts';

/**
 * Lets what rests on changed rows ask again. A first answer that is still on its way may be of before the change, and the
 * library would take it for the newest: it is asked again after that.
 */
function askAgain(queryClient: QueryClient, entities: readonly string[]): void {
  const predicate = ({ queryKey }: Pick<Query, 'queryKey'>): boolean =>
    isTouchedBy(String(queryKey[0]), entities);
  const onTheirWay = queryClient
    .getQueryCache()
    .findAll({ predicate, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  for (const query of onTheirWay) {
    const again = (): unknown => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    void query.fetch().then(again, again);
  }
  void queryClient.invalidateQueries({ predicate });
}

/** Lets queries ask again according to what main told. Keys of queries start with the route (see queries.ts). */
export function applyEvent(queryClient: QueryClient, event: ClientEvent): void {
  switch (event.kind) {
    case 'changed':
      askAgain(queryClient, event.entities);
      return;
    case 'database_switched':
      // What was on the screen belongs to the other database: nothing of it may be shown meanwhile.
      void queryClient.resetQueries();
      return;
    case 'connection_back':
      void queryClient.invalidateQueries();
      return;
    case 'preferences_changed':
      void queryClient.invalidateQueries({ queryKey: ['app.getStatus'] });
      return;
    case 'connection_lost':
    case 'key_missing':
    case 'menu':
    case 'open_backup':
    case 'open_update':
    case 'progress':
    case 'trouble':
      return;
  }
}
