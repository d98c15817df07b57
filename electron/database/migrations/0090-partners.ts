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

async function createPartners(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'partners',
    columns(
      texts('name', 'sector', 'region', 'address', 'bin', 'website', 'state'),
      texts('contacts_json', 'competency_ids_json', 'notes', 'search_text'),
    ),
  );
  await createEntityTable(
    db,
    'visits',
    columns(
      reference('partner_id', 'partners'),
      texts('direction', 'date', 'start_time'),
      integers('duration_minutes'),
      texts('place', 'subject', 'state', 'programme_json', 'delegation_json', 'workshops_json'),
      texts('competency_ids_json', 'student_ids_json', 'expert_ids_json', 'said', 'outcome', 'search_text'),
    ),
  );
  await createIndex(db, 'visits', ['partner_id']);
  await createIndex(db, 'visits', ['date']);
}

async function createAgreements(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'agreements',
    columns(
      reference('partner_id', 'partners'),
      texts('kind', 'third_party', 'number', 'subject'),
      texts('college_signatory', 'partner_signatory', 'third_signatory', 'start_date'),
      optional('text', 'end_date'),
      integers('renewal_months'),
      optional('text', 'terminated_date'),
      reference('visit_id', 'visits', false),
      texts('notes', 'search_text'),
    ),
  );
  await createIndex(db, 'agreements', ['partner_id']);
  await createEntityTable(
    db,
    'obligations',
    columns(
      reference('agreement_id', 'agreements'),
      texts('side', 'what'),
      optional('text', 'due_date'),
      reference('responsible_id', 'experts', false),
      texts('responsible', 'state'),
      optional('text', 'done_date'),
      texts('notes'),
    ),
  );
  await createIndex(db, 'obligations', ['agreement_id']);
  await createIndex(db, 'obligations', ['due_date']);
  await createEntityTable(
    db,
    'contributions',
    columns(
      reference('partner_id', 'partners'),
      texts('kind', 'date', 'what'),
      integers('quantity'),
      optional('integer', 'value_tenge'),
      reference('competency_id', 'competencies', false),
      reference('agreement_id', 'agreements', false),
      reference('visit_id', 'visits', false),
      texts('notes'),
    ),
  );
  await createIndex(db, 'contributions', ['partner_id']);
}

async function createIndustry(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'industry_people',
    columns(
      reference('partner_id', 'partners'),
      reference('expert_id', 'experts'),
      texts('role', 'competency_ids_json', 'availability_json', 'notes'),
    ),
  );
  await createIndex(db, 'industry_people', ['partner_id']);
  await createEntityTable(
    db,
    'internships',
    columns(
      reference('student_id', 'students'),
      reference('partner_id', 'partners'),
      reference('competency_id', 'competencies', false),
      reference('mentor_id', 'experts', false),
      texts('mentor', 'start_date', 'end_date', 'place'),
      integers('weekly_minutes'),
      optional('integer', 'done_minutes'),
      texts('state', 'tasks', 'sections_json', 'conclusion'),
    ),
  );
  await createIndex(db, 'internships', ['student_id']);
  await createIndex(db, 'internships', ['partner_id']);
}

async function createDevelopment(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'development_events',
    columns(
      texts('kind', 'title', 'series', 'date', 'start_time'),
      integers('duration_minutes'),
      texts('place'),
      reference('organiser_id', 'experts', false),
      texts('organiser'),
      reference('partner_id', 'partners', false),
      texts('aims_json', 'state', 'description', 'search_text'),
    ),
  );
  await createIndex(db, 'development_events', ['date']);
  await createEntityTable(
    db,
    'event_participants',
    columns(
      reference('event_id', 'development_events'),
      reference('student_id', 'students'),
      texts('role', 'presence', 'note'),
    ),
  );
  await createIndex(db, 'event_participants', ['event_id']);
  await createIndex(db, 'event_participants', ['student_id']);
  await createEntityTable(
    db,
    'student_awards',
    columns(reference('student_id', 'students'), texts('kind', 'title', 'issuer', 'date', 'result')),
  );
  await createIndex(db, 'student_awards', ['student_id']);
}

async function createTasks(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'tasks',
    columns(
      texts('title', 'notes'),
      optional('text', 'due_date'),
      texts('side'),
      reference('responsible_id', 'experts', false),
      texts('responsible'),
      reference('competency_id', 'competencies', false),
      reference('partner_id', 'partners', false),
      reference('visit_id', 'visits', false),
      reference('event_id', 'development_events', false),
      texts('state'),
      optional('text', 'done_date'),
    ),
  );
  await createIndex(db, 'tasks', ['due_date']);
  await createIndex(db, 'tasks', ['partner_id']);
  await createIndex(db, 'tasks', ['visit_id']);
}

/** Partners, visits, agreements, what partners give, their people, internships, events, awards, tasks. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createPartners(db);
  await createAgreements(db);
  await createIndustry(db);
  await createDevelopment(db);
  await createTasks(db);
}
