import type { Kysely } from 'kysely';
import type { ActionTable } from '../schema/records.ts';
import type { Schema } from '../schema/schema.ts';
import type { BackupCounts } from './header.ts';

type Db = Kysely<Schema>;

async function countRows(db: Db, table: 'students' | 'sessions' | 'attempts' | 'marks'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Counts what the open database holds, as a backup's header does. */
export async function countContents(db: Db): Promise<BackupCounts> {
  const actions = await db
    .selectFrom('actions')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    students: await countRows(db, 'students'),
    sessions: await countRows(db, 'sessions'),
    attempts: await countRows(db, 'attempts'),
    marks: await countRows(db, 'marks'),
    actions: Number(actions.count),
  };
}

/** Id of the newest action of a person; null when nobody has done anything. */
export async function findLastWork(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('actions')
    .select('id')
    .where('undoable', '=', 1)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Moment of the newest action, the program's own too. */
export async function findLastActionAt(db: Db): Promise<string | null> {
  const row = await db.selectFrom('actions').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.at ?? null;
}

/** How the actions of the open database and those of a backup differ. */
export interface ActionDifference {
  /** Actions that are here and not in the backup: a restore would take them away. */
  onlyHere: number;
  /** The newest of them. */
  newestOnlyHere: ActionTable[];
  /** Actions that are in the backup and not here. */
  onlyThere: number;
}

/** Compares by id. @param there ids of the backup's actions; @param most how many actions to give in full */
export async function compareActions(
  db: Db,
  there: readonly string[],
  most: number,
): Promise<ActionDifference> {
  const known = new Set(there);
  const here = await db.selectFrom('actions').select('id').orderBy('id', 'desc').execute();
  const missing = here.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const newest = missing.slice(0, most);
  const rows =
    newest.length === 0
      ? []
      : await db.selectFrom('actions').selectAll().where('id', 'in', newest).orderBy('id', 'desc').execute();
  return {
    onlyHere: missing.length,
    newestOnlyHere: rows,
    onlyThere: there.length - (here.length - missing.length),
  };
}

/** Ids of all actions of the open database, oldest first. */
export async function listActionIdsOf(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('actions').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Hashes of the files that records name, each once. */
export async function listAttachmentHashes(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('attachments')
    .select('sha256')
    .distinct()
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}
