import { createEntityTable, createIndex, texts, type MigrationDatabase } from './tables.ts';

/** Which aspect of the version before an aspect comes from; columns of workbooks whose layout people explained. */
export async function up(db: MigrationDatabase): Promise<void> {
  await db.schema.alterTable('aspects').addColumn('origin_id', 'text').execute();
  await createEntityTable(db, 'workbook_mappings', texts('fingerprint', 'mapping_json'));
  await createIndex(db, 'workbook_mappings', ['fingerprint']);
}
