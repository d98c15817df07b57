import { columns, createTable, texts, type MigrationDatabase } from './tables.ts';

/**
 * Figures that dashboards show at once after a start, so that nobody waits until they are computed anew. They follow from
 * the other tables and say as of which action they hold: ids, days and numbers only.
 */
export async function up(db: MigrationDatabase): Promise<void> {
  await createTable(
    db,
    'kept_figures',
    columns(
      (table) => table.addColumn('name', 'text', (column) => column.primaryKey().notNull()),
      texts('body_json'),
    ),
  );
}
