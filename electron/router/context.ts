import type { Kysely } from 'kysely';
import type { Work } from '../database/changes/work.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema/schema.ts';
import type { CallerRole } from '../security/permissions.ts';

/** Who calls. */
export interface CallActor {
  id: string;
  name: string;
  role: CallerRole;
  /** Competencies in which alone an instructor writes; null: no such limit. */
  competencyIds: readonly string[] | null;
  /** The expert that this person is. */
  expertId: string | null;
}

/** What a handler of a query gets: the database to read, who asks, and when. */
export interface QueryContext {
  db: Kysely<Schema>;
  actor: CallActor;
  /** Moment of the call, ISO-8601 UTC. */
  now: string;
  /** Calendar day of the call where the program runs, `YYYY-MM-DD`. */
  today: string;
}

/** What a handler of a command gets: besides, the one way to write. */
export interface CommandContext extends QueryContext {
  database: Database;
  /**
   * Runs the writes of this call as one action of the history, named like the route; publishes what changed.
   * A body that throws leaves everything as it was. `undoable: false`: only a step of its own takes it back.
   */
  write: <T>(body: (work: Work) => Promise<T>, options?: { undoable: boolean }) => Promise<T>;
}
