import { sql } from 'kysely';
import {
  columns,
  createEntityTable,
  createIndex,
  integers,
  optional,
  reference,
  texts,
  type MigrationDatabase,
} from './tables.ts';

/** What a competency of a championship that is held here needs: scheme, the session that holds the marks, its state. */
async function widenEntries(db: MigrationDatabase): Promise<void> {
  for (const name of ['scheme_id', 'session_id', 'state_at', 'state_by', 'state_reason', 'order_kind']) {
    await db.schema.alterTable('championship_competencies').addColumn(name, 'text').execute();
  }
  await db.schema.alterTable('championship_competencies').addColumn('order_seed', 'integer').execute();
  await db.schema
    .alterTable('championship_competencies')
    .addColumn('state', 'text', (column) => column.notNull().defaultTo(sql`'open'`))
    .execute();
  await createIndex(db, 'championship_competencies', ['session_id']);
}

/** Competitors (single, or teams as one), days of marking that differ from the scheme's, rules of the medals. */
export async function up(db: MigrationDatabase): Promise<void> {
  await db.schema.alterTable('championships').addColumn('medal_rules_json', 'text').execute();
  await widenEntries(db);
  await createEntityTable(
    db,
    'competitors',
    columns(
      reference('entry_id', 'championship_competencies'),
      integers('position'),
      texts('team_name'),
      reference('attempt_id', 'attempts', false),
    ),
  );
  await createIndex(db, 'competitors', ['entry_id']);
  await createIndex(db, 'competitors', ['attempt_id']);
  await createEntityTable(
    db,
    'competitor_members',
    columns(
      reference('competitor_id', 'competitors'),
      reference('student_id', 'students'),
      integers('position'),
    ),
  );
  await createIndex(db, 'competitor_members', ['competitor_id']);
  await createEntityTable(
    db,
    'marking_days',
    columns(
      reference('entry_id', 'championship_competencies'),
      reference('sub_criterion_id', 'sub_criteria'),
      optional('integer', 'day'),
    ),
  );
  await createIndex(db, 'marking_days', ['entry_id']);
}
