import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

/** Names of the college's own settings (those of the computer are in its preferences file). */
export type SettingName = 'college_name';

/** The newest value, and its row for changing it; undefined when it was never set. */
export async function readSetting(
  db: Kysely<Schema>,
  name: SettingName,
): Promise<{ id: string; value: string } | undefined> {
  return db
    .selectFrom('settings')
    .select(['id', 'value'])
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();
}

/** Whether nothing has been entered that screens could show. */
export async function isEmpty(db: Kysely<Schema>): Promise<boolean> {
  for (const table of ['students', 'experts', 'schemes', 'sessions'] as const) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('deleted_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (row) return false;
  }
  return true;
}
