import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

/** Whether the sample college is whole: the college's name is written last. */
export async function isSampleFilled(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom('settings')
    .select('id')
    .where('name', '=', 'college_name')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of the official competencies by number; the newest edition of a number counts. */
export async function listCompetencyIds(db: Kysely<Schema>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('competencies')
    .select(['id', 'number'])
    .where('kind', '=', 'official')
    .orderBy('edition')
    .execute();
  return new Map(rows.map((row) => [row.number, row.id]));
}
