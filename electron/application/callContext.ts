import type { MainEvent } from '#shared/contract/events.ts';
import type { RouteName } from '#shared/contract/registry.ts';
import { localDay } from '#shared/lib/localDay.ts';
import type { Work } from '../database/changes/work.ts';
import { assertOwnRecords } from '../features/access/recordRule.ts';
import type { CallActor, CommandContext } from '../router/context.ts';
import type { DatabaseHost } from './databaseHost.ts';

/** What contexts are made from. */
export interface ContextTools {
  host: DatabaseHost;
  /** Who works with the program at this moment. */
  actor: () => CallActor;
  publish: (event: MainEvent) => void;
  wallClock: () => number;
}

/** @returns a function that makes the context of one call, with the database that is open at that moment */
export function createContextFactory(tools: ContextTools): (route: RouteName) => CommandContext {
  return (route) => {
    const database = tools.host.current;
    const actor = tools.actor();
    const ms = tools.wallClock();
    const write = async <T>(
      body: (work: Work) => Promise<T>,
      options: { undoable?: boolean } = {},
    ): Promise<T> => {
      const commit = await database.commit({ name: route, actor, ...options }, async (work) => {
        const value = await body(work);
        await assertOwnRecords(work, actor);
        return value;
      });
      if (commit.entities.length > 0) tools.publish({ kind: 'changed', entities: commit.entities });
      return commit.value;
    };
    return {
      db: database.db,
      database,
      actor,
      now: new Date(ms).toISOString(),
      today: localDay(ms),
      write,
    };
  };
}
