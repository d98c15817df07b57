import {
  columns,
  createEntityTable,
  createIndex,
  createTable,
  integers,
  optional,
  reference,
  texts,
  type MigrationDatabase,
} from './tables.ts';

async function createPeople(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'students',
    columns(
      texts('surname', 'given_name', 'patronymic'),
      optional('text', 'birth_date'),
      texts('group_name'),
      optional('integer', 'course'),
      texts('speciality', 'status', 'consent'),
      optional('text', 'consent_date'),
      texts('notes', 'search_text'),
    ),
  );
  await createEntityTable(
    db,
    'experts',
    texts(
      'surname',
      'given_name',
      'patronymic',
      'organisation',
      'position',
      'phone',
      'email',
      'notes',
      'search_text',
    ),
  );
}

async function createCompetencies(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'competencies',
    columns(
      texts('kind', 'edition', 'number', 'name_kk', 'name_ru', 'name_en'),
      integers('attested_kk', 'attested_ru'),
      texts('sector'),
      integers('team_size'),
      optional('integer', 'max_age', 'target_hundredths'),
    ),
  );
  await createEntityTable(
    db,
    'standard_sections',
    columns(
      reference('competency_id', 'competencies'),
      integers('number'),
      texts('name_kk', 'name_ru', 'name_en'),
      integers('weight_hundredths'),
    ),
  );
  await createIndex(db, 'standard_sections', ['competency_id']);
  await createEntityTable(
    db,
    'candidates',
    columns(
      reference('competency_id', 'competencies'),
      reference('student_id', 'students'),
      texts('status', 'since'),
      optional('integer', 'target_hundredths'),
      texts('notes'),
    ),
  );
  await createIndex(db, 'candidates', ['competency_id']);
  await createIndex(db, 'candidates', ['student_id']);
}

async function createSchemes(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'schemes',
    columns(
      reference('competency_id', 'competencies', false),
      texts('title', 'kind'),
      integers('version'),
      reference('previous_version_id', 'schemes', false),
      texts('source_file_name', 'calculations_json'),
    ),
  );
  await createIndex(db, 'schemes', ['competency_id']);
  await createEntityTable(
    db,
    'scheme_sections',
    columns(
      reference('scheme_id', 'schemes'),
      integers('number'),
      texts('name'),
      integers('declared_hundredths'),
    ),
  );
  await createIndex(db, 'scheme_sections', ['scheme_id']);
  await createEntityTable(
    db,
    'criteria',
    columns(
      reference('scheme_id', 'schemes'),
      integers('position'),
      texts('code', 'name'),
      optional('integer', 'declared_hundredths'),
    ),
  );
  await createIndex(db, 'criteria', ['scheme_id']);
  await createSchemeDetails(db);
}

async function createSchemeDetails(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'sub_criteria',
    columns(
      reference('scheme_id', 'schemes'),
      reference('criterion_id', 'criteria'),
      integers('position'),
      texts('code', 'name'),
      optional('integer', 'marking_day'),
    ),
  );
  await createIndex(db, 'sub_criteria', ['scheme_id']);
  await createEntityTable(
    db,
    'aspects',
    columns(
      reference('scheme_id', 'schemes'),
      reference('sub_criterion_id', 'sub_criteria'),
      integers('position'),
      texts('kind', 'description', 'extra_description', 'requirement'),
      optional('integer', 'section_number'),
      integers('max_hundredths'),
      texts('descriptors_json', 'extra_rows_json', 'headings_json'),
      optional('integer', 'calculation_index'),
    ),
  );
  await createIndex(db, 'aspects', ['scheme_id']);
}

async function createTraining(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'sessions',
    columns(
      reference('competency_id', 'competencies'),
      texts('date'),
      optional('integer', 'duration_minutes'),
      texts('workshop'),
      reference('expert_id', 'experts', false),
      texts('notes'),
    ),
  );
  await createIndex(db, 'sessions', ['competency_id', 'date', 'deleted_at']);
  await createIndex(db, 'sessions', ['date']);
  await createEntityTable(
    db,
    'attendance',
    columns(reference('session_id', 'sessions'), reference('student_id', 'students'), texts('state', 'note')),
  );
  await createIndex(db, 'attendance', ['session_id']);
  await createIndex(db, 'attendance', ['student_id']);
  await createEntityTable(
    db,
    'attempts',
    columns(
      reference('session_id', 'sessions'),
      reference('student_id', 'students'),
      reference('scheme_id', 'schemes'),
      optional('text', 'sub_criterion_ids_json'),
      texts('status'),
      optional('integer', 'duration_minutes'),
      texts('notes'),
    ),
  );
  await createIndex(db, 'attempts', ['session_id']);
  await createIndex(db, 'attempts', ['student_id']);
  await createIndex(db, 'attempts', ['scheme_id']);
  await createEntityTable(
    db,
    'marks',
    columns(
      reference('attempt_id', 'attempts'),
      reference('aspect_id', 'aspects'),
      texts('outcome'),
      optional('integer', 'mark_hundredths', 'score'),
    ),
  );
  await createIndex(db, 'marks', ['attempt_id']);
}

async function createDerivedTotals(db: MigrationDatabase): Promise<void> {
  await createTable(
    db,
    'attempt_totals',
    columns(
      (table) => table.addColumn('attempt_id', 'text', (column) => column.primaryKey().notNull()),
      texts('session_id', 'competency_id', 'student_id', 'scheme_id', 'date'),
      integers('mark_hundredths', 'marked_max_hundredths', 'scope_max_hundredths'),
      integers('marked_count', 'not_attempted_count', 'scope_count'),
    ),
  );
  await createTable(db, 'attempt_section_totals', (table) =>
    columns(
      texts('attempt_id'),
      integers('section_number'),
      texts('competency_id', 'date'),
      integers('mark_hundredths', 'marked_max_hundredths'),
    )(table).addPrimaryKeyConstraint('attempt_section_totals_key', ['attempt_id', 'section_number'] as never),
  );
}

/** What charts ask: all of a competency in time, and one student's. The indexes hold all that is asked for. */
async function indexDerivedTotals(db: MigrationDatabase): Promise<void> {
  const sums = ['mark_hundredths', 'marked_max_hundredths'];
  const inTime = ['competency_id', 'date', 'attempt_id', 'student_id', ...sums];
  await createIndex(db, 'attempt_totals', inTime, 'in_time');
  const ofStudents = ['competency_id', 'student_id', 'date', 'attempt_id', ...sums];
  await createIndex(db, 'attempt_totals', ofStudents, 'of_students');
  const ofSections = ['competency_id', 'section_number', 'date', ...sums];
  await createIndex(db, 'attempt_section_totals', ofSections, 'of_sections');
}

async function createChangeLog(db: MigrationDatabase): Promise<void> {
  await createTable(
    db,
    'actions',
    columns(
      (table) => table.addColumn('id', 'text', (column) => column.primaryKey().notNull()),
      texts('device_id', 'hlc', 'at', 'name', 'params_json', 'kind'),
      optional('text', 'target_id'),
      texts('actor_id', 'actor_name'),
      integers('change_count', 'undoable', 'undone'),
    ),
  );
  await createIndex(db, 'actions', ['kind', 'undoable', 'undone', 'id']);
  await createTable(db, 'changes', (table) =>
    columns(
      texts('device_id'),
      integers('sequence'),
      texts('hlc', 'action_id', 'entity', 'row_id', 'operation', 'fields_json'),
      integers('schema_version'),
    )(table).addPrimaryKeyConstraint('changes_key', ['device_id', 'sequence'] as never),
  );
  await createIndex(db, 'changes', ['action_id']);
  await createIndex(db, 'changes', ['row_id']);
}

/** People, competencies, schemes, training with marks, settings; the change log; derived totals. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createPeople(db);
  await createCompetencies(db);
  await createSchemes(db);
  await createTraining(db);
  await createEntityTable(db, 'settings', texts('name', 'value'));
  await createDerivedTotals(db);
  await indexDerivedTotals(db);
  await createChangeLog(db);
}
