import {
  columns,
  createEntityTable,
  createIndex,
  integers,
  texts,
  type MigrationDatabase,
} from './tables.ts';

/** Files beside records: the rows; the files themselves lie in the attachments folder. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'attachments',
    columns(texts('owner_entity', 'owner_id', 'file_name', 'media_type', 'sha256'), integers('size_bytes')),
  );
  await createIndex(db, 'attachments', ['owner_id']);
}
