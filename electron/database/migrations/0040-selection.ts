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

async function createChampionships(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'championships',
    columns(
      texts('name', 'stage', 'start_date'),
      optional('text', 'end_date'),
      texts('place'),
      integers('is_mock'),
      optional('integer', 'max_age'),
      texts('notes'),
    ),
  );
  await createEntityTable(
    db,
    'championship_competencies',
    columns(
      reference('championship_id', 'championships'),
      reference('competency_id', 'competencies'),
      integers('main_seats', 'reserve_seats', 'team_size'),
      optional('integer', 'max_age'),
    ),
  );
  await createIndex(db, 'championship_competencies', ['championship_id']);
}

async function createScenarios(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'selections',
    columns(
      reference('championship_id', 'championships'),
      texts('name', 'status', 'notes', 'commission_json', 'steps_json'),
      // No foreign key: a run points to its scenario and that to the selection.
      optional('text', 'decided_run_id'),
    ),
  );
  await createIndex(db, 'selections', ['championship_id']);
  await createEntityTable(
    db,
    'selection_scenarios',
    columns(reference('selection_id', 'selections'), texts('name', 'notes', 'config_json')),
  );
  await createIndex(db, 'selection_scenarios', ['selection_id']);
  await createEntityTable(
    db,
    'selection_runs',
    columns(
      reference('scenario_id', 'selection_scenarios'),
      texts('made_at', 'hash', 'solver'),
      integers('seed'),
      texts('record_json', 'outcome_json', 'candidates_json'),
      optional('text', 'stability_json'),
    ),
  );
  await createIndex(db, 'selection_runs', ['scenario_id']);
}

async function createRecords(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'selection_overrides',
    columns(
      reference('selection_id', 'selections'),
      reference('student_id', 'students'),
      reference('competency_id', 'competencies', false),
      texts('rule', 'reason', 'made_at'),
    ),
  );
  await createIndex(db, 'selection_overrides', ['selection_id']);
  await createEntityTable(
    db,
    'candidate_assessments',
    columns(
      reference('student_id', 'students'),
      reference('competency_id', 'competencies'),
      texts('criterion', 'assessor'),
      integers('value_hundredths'),
      texts('made_at'),
    ),
  );
  await createIndex(db, 'candidate_assessments', ['competency_id']);
  await createEntityTable(
    db,
    'selection_replacements',
    columns(
      reference('selection_id', 'selections'),
      reference('competency_id', 'competencies'),
      texts('seat'),
      reference('out_student_id', 'students'),
      reference('in_student_id', 'students', false),
      texts('reason', 'note', 'person', 'made_at'),
    ),
  );
  await createIndex(db, 'selection_replacements', ['selection_id']);
}

/** Championships with their competencies and seats; selections with scenarios, runs, exceptions, replacements. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createChampionships(db);
  await createScenarios(db);
  await createRecords(db);
}
