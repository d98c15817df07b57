import type { Kysely, Selectable } from 'kysely';
import type { StudentTable } from '../../database/schema/people.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Students as far as an import compares and completes them. */
export async function listKnownStudents(db: Db): Promise<Selectable<StudentTable>[]> {
  return db.selectFrom('students').selectAll().where('deleted_at', 'is', null).execute();
}

const PREFIX = 'import_mapping:';

/** What people chose for a file of this layout; undefined when nobody did. */
export async function readMapping(
  db: Db,
  fingerprint: string,
): Promise<{ id: string; value: string } | undefined> {
  return db
    .selectFrom('settings')
    .select(['id', 'value'])
    .where('name', '=', `${PREFIX}${fingerprint}`)
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();
}

/** Name of the setting that remembers a layout. */
export const mappingName = (fingerprint: string): string => `${PREFIX}${fingerprint}`;
