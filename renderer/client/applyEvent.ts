import type { QueryClient } from '@tanstack/react-query';
import { isTouchedBy } from './entities.ts';
import type { ClientEvent } from './transport.ts';

/** Lets queries ask again according to what main told. Keys of queries start with the route (see queries.ts). */
export function applyEvent(queryClient: QueryClient, event: ClientEvent): void {
  switch (event.kind) {
    case 'changed':
      void queryClient.invalidateQueries({
        predicate: (query) => isTouchedBy(String(query.queryKey[0]), event.entities),
      });
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
