import {
  columns,
  createEntityTable,
  createIndex,
  optional,
  reference,
  texts,
  type MigrationDatabase,
} from './tables.ts';

/** Who finished and who verified one sub-criterion of one attempt; where there is no row, the attempt's state holds. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'form_checks',
    columns(
      reference('attempt_id', 'attempts'),
      reference('sub_criterion_id', 'sub_criteria'),
      texts('status'),
      reference('completed_by', 'experts', false),
      reference('verified_by', 'experts', false),
      optional('text', 'reason'),
    ),
  );
  await createIndex(db, 'form_checks', ['attempt_id']);
}
