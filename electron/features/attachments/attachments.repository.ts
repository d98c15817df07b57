import type { Kysely } from 'kysely';
import type { AttachmentRow, attachmentOwners } from '#shared/contract/attachments.ts';
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
