import { sql, type Kysely } from 'kysely';
import { foldForSearch, matchesSearch, searchTerms } from '#shared/lib/searchText.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

interface FoundRow {
  id: string;
  parentId: string | null;
  title: string;
  detail: string;
}

/** Rows of a table whose stored search text holds every word, at most `limit`. */
export async function searchRecords(
  db: Db,
  table: 'partners' | 'agreements' | 'visits',
  options: { text: string; limit: number },
): Promise<FoundRow[]> {
  const columns = {
    partners: { parent: sql<string | null>`null`, title: 'name', detail: 'region' },
    agreements: { parent: sql<string | null>`partner_id`, title: 'subject', detail: 'number' },
    visits: { parent: sql<string | null>`partner_id`, title: 'subject', detail: 'date' },
  }[table];
  let query = db
    .selectFrom(table)
    .select([
      'id',
      columns.parent.as('parentId'),
      sql.ref<string>(columns.title).as('title'),
      sql.ref<string>(columns.detail).as('detail'),
    ])
    .where('deleted_at', 'is', null);
  for (const term of searchTerms(options.text))
    query = query.where(sql<boolean>`search_text like ${`%${term}%`}`);
  return query.orderBy('search_text').limit(options.limit).execute();
}

/** What partners gave, the latest first, whose words or whose partner's name hold every word, at most `limit`. */
export async function searchContributions(
  db: Db,
  options: { text: string; limit: number },
): Promise<FoundRow[]> {
  const rows = await db
    .selectFrom('contributions')
    .innerJoin('partners', 'partners.id', 'contributions.partner_id')
    .select(['contributions.id', 'contributions.partner_id as parentId'])
    .select(['contributions.what as title', 'contributions.date as detail', 'partners.name'])
    .where('contributions.deleted_at', 'is', null)
    .orderBy('contributions.date', 'desc')
    .execute();
  return rows
    .filter((row) => matchesSearch(foldForSearch(row.title, row.name), options.text))
    .slice(0, options.limit)
    .map(({ name: _, ...row }) => row);
}
