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

/** Columns that older rows have nothing for: all of them may be empty. */
async function widenMarking(db: MigrationDatabase): Promise<void> {
  for (const name of ['measured_json', 'reason']) {
    await db.schema.alterTable('marks').addColumn(name, 'text').execute();
  }
  for (const name of ['completed_by', 'verified_by', 'state_reason']) {
    await db.schema.alterTable('attempts').addColumn(name, 'text').execute();
  }
  await db.schema.alterTable('schemes').addColumn('allows_partial', 'integer').execute();
}

async function createTeams(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'session_judges',
    columns(
      reference('session_id', 'sessions'),
      reference('sub_criterion_id', 'sub_criteria', false),
      reference('expert_id', 'experts'),
      texts('role'),
      integers('position'),
    ),
  );
  await createIndex(db, 'session_judges', ['session_id']);
  await createEntityTable(
    db,
    'judge_conflicts',
    columns(reference('expert_id', 'experts'), reference('student_id', 'students'), texts('reason')),
  );
  await createIndex(db, 'judge_conflicts', ['student_id']);
  await createEntityTable(
    db,
    'judge_replacements',
    columns(
      reference('attempt_id', 'attempts'),
      reference('out_expert_id', 'experts'),
      reference('in_expert_id', 'experts'),
    ),
  );
  await createIndex(db, 'judge_replacements', ['attempt_id']);
}

async function createRawMarks(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'judge_scores',
    columns(
      reference('attempt_id', 'attempts'),
      reference('aspect_id', 'aspects'),
      reference('expert_id', 'experts'),
      integers('round', 'score'),
      texts('note'),
    ),
  );
  await createIndex(db, 'judge_scores', ['attempt_id']);
  await createEntityTable(
    db,
    'pair_readings',
    columns(
      reference('attempt_id', 'attempts'),
      reference('aspect_id', 'aspects'),
      texts('pair'),
      integers('round', 'mark_hundredths'),
      optional('text', 'measured_json'),
    ),
  );
  await createIndex(db, 'pair_readings', ['attempt_id']);
}

/** What was measured, who judged what in which round, who may not judge whom, and the life of a result. */
export async function up(db: MigrationDatabase): Promise<void> {
  await widenMarking(db);
  await createTeams(db);
  await createRawMarks(db);
}
