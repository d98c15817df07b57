import type { Kysely } from 'kysely';
import type { HistoryAction } from '#shared/contract/app.ts';
import { toHistoryAction } from '../../database/changes/historyAction.ts';
import type { Schema } from '../../database/schema/schema.ts';

/** Actions, newest first; `hasMore` tells whether older ones are left. */
export async function listActions(
  db: Kysely<Schema>,
  page: { limit: number; beforeId?: string | undefined },
): Promise<{ actions: HistoryAction[]; hasMore: boolean }> {
  let query = db.selectFrom('actions').selectAll();
  if (page.beforeId) query = query.where('id', '<', page.beforeId);
  const rows = await query
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return { actions: rows.slice(0, page.limit).map(toHistoryAction), hasMore: rows.length > page.limit };
}
