import type { MigrationDatabase } from './tables.ts';

/** Sex of a student, empty unless the college notes it: only the fairness report of a selection looks at it. */
export async function up(db: MigrationDatabase): Promise<void> {
  await db.schema.alterTable('students').addColumn('sex', 'text').execute();
}
