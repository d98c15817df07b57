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

async function createPlans(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'training_plans',
    columns(
      reference('competency_id', 'competencies'),
      texts('title', 'start_date', 'championship_date'),
      // No foreign key: championships come with a later step, and a plan may be older than its championship.
      optional('text', 'championship_id'),
      texts('notes'),
    ),
  );
  await createIndex(db, 'training_plans', ['competency_id']);
  await createEntityTable(
    db,
    'plan_phases',
    columns(
      reference('plan_id', 'training_plans'),
      texts('kind', 'start_date', 'end_date'),
      integers('weekly_minutes'),
      texts('section_numbers_json', 'focus'),
    ),
  );
  await createIndex(db, 'plan_phases', ['plan_id']);
  await createEntityTable(
    db,
    'plan_milestones',
    columns(
      reference('plan_id', 'training_plans'),
      texts('date', 'title'),
      optional('integer', 'target_hundredths'),
    ),
  );
  await createIndex(db, 'plan_milestones', ['plan_id']);
  await createEntityTable(db, 'plan_templates', texts('title', 'body_json'));
}

async function createPlannedSessions(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'planned_sessions',
    columns(
      reference('competency_id', 'competencies'),
      reference('plan_id', 'training_plans', false),
      texts('date', 'original_date', 'start_time'),
      integers('duration_minutes'),
      texts('kind', 'workshop', 'focus'),
      reference('expert_id', 'experts', false),
      reference('scheme_id', 'schemes', false),
      texts('section_numbers_json'),
      // Null: the whole squad.
      optional('text', 'student_ids_json'),
      // The session that it became.
      reference('session_id', 'sessions', false),
    ),
  );
  await createIndex(db, 'planned_sessions', ['date']);
  await createIndex(db, 'planned_sessions', ['competency_id', 'date']);
  await createIndex(db, 'planned_sessions', ['session_id']);
  await createEntityTable(
    db,
    'absences',
    columns(reference('student_id', 'students'), texts('from_date', 'to_date', 'reason')),
  );
  await createIndex(db, 'absences', ['student_id']);
}

async function createPractice(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'timers',
    columns(
      reference('session_id', 'sessions'),
      reference('student_id', 'students'),
      reference('attempt_id', 'attempts', false),
      texts('label', 'state'),
      optional('text', 'running_since'),
      integers('elapsed_seconds', 'waiting_seconds'),
      optional('text', 'waiting_since'),
    ),
  );
  await createIndex(db, 'timers', ['session_id']);
  await createEntityTable(
    db,
    'incidents',
    columns(
      reference('session_id', 'sessions'),
      reference('student_id', 'students', false),
      texts('at', 'category', 'note'),
    ),
  );
  await createIndex(db, 'incidents', ['session_id']);
  await createIndex(db, 'incidents', ['student_id']);
}

async function createGoals(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'goals',
    columns(
      reference('competency_id', 'competencies'),
      reference('student_id', 'students'),
      texts('kind'),
      optional('integer', 'section_number'),
      integers('target'),
      texts('due_date', 'set_date', 'note'),
    ),
  );
  await createIndex(db, 'goals', ['student_id']);
}

/** Plans with phases and milestones, planned sessions, absences, timers, incidents, goals. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createPlans(db);
  await createPlannedSessions(db);
  await createPractice(db);
  await createGoals(db);
}
