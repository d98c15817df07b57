import { sql, type Kysely } from 'kysely';
import type { AttachmentRow, attachmentOwners, FoundFile } from '#shared/contract/attachments.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import type { AttachmentTable } from '../../database/schema/attachments.ts';
import type { EntityName, Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Tables that can have files, as the database knows them. */
export type AttachmentOwner = (typeof attachmentOwners)[number] & EntityName;

/** Files of a record in the order they came. */
export async function listAttachments(
  db: Db,
  entity: AttachmentOwner,
  ownerId: string,
): Promise<AttachmentRow[]> {
  const rows = await db
    .selectFrom('attachments')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('owner_entity', '=', entity)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type as AttachmentRow['mediaType'],
    sizeBytes: row.size_bytes,
    addedAt: row.created_at,
  }));
}

/** One file's row, unless it was removed. */
export async function getAttachment(db: Db, id: string): Promise<AttachmentTable | undefined> {
  return db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Whether the record that a file is to belong to is there. */
export async function hasOwner(db: Db, entity: AttachmentOwner, ownerId: string): Promise<boolean> {
  const row = await db
    .selectFrom(entity)
    .select('id')
    .where('id', '=', ownerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose page shows the owner of a file, where it is not the owner itself. */
const PARENTS = {
  agreements: 'partner_id',
  internships: 'partner_id',
  student_awards: 'student_id',
} as const;
type Child = keyof typeof PARENTS;

/** Owners that are there, with the record whose page shows them. */
async function placesOf(
  db: Db,
  entity: AttachmentOwner,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const parent = entity in PARENTS ? PARENTS[entity as Child] : 'id';
  const rows = await db
    .selectFrom(entity)
    .select(['id', sql.ref<string>(parent).as('place_id')])
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.place_id]));
}

/** Files of records that are there whose names hold every word, the newest first, at most `limit`. */
export async function searchAttachments(db: Db, text: string, limit: number): Promise<FoundFile[]> {
  const rows = await db
    .selectFrom('attachments')
    .select(['id', 'file_name', 'owner_entity', 'owner_id', 'created_at'])
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  const named = rows.filter((row) => matchesSearch(foldForSearch(row.file_name), text));
  const places = new Map<string, string>();
  for (const [entity, own] of Map.groupBy(named, (row) => row.owner_entity as AttachmentOwner)) {
    const ids = [...new Set(own.map((row) => row.owner_id))];
    for (const [id, place] of await placesOf(db, entity, ids)) places.set(id, place);
  }
  return named
    .flatMap((row): FoundFile[] => {
      const placeId = places.get(row.owner_id);
      if (placeId === undefined) return [];
      const entity = row.owner_entity as AttachmentOwner;
      const { id, file_name: fileName, owner_id: ownerId, created_at: addedAt } = row;
      return [{ id, fileName, entity, ownerId, placeId, addedAt }];
    })
    .slice(0, limit);
}
