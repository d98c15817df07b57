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

async function createProfiles(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'profiles',
    columns(texts('name', 'role'), reference('expert_id', 'experts', false), integers('active')),
  );
  await createEntityTable(
    db,
    'profile_competencies',
    columns(reference('profile_id', 'profiles'), reference('competency_id', 'competencies')),
  );
  await createIndex(db, 'profile_competencies', ['profile_id']);
  await createTable(db, 'credentials', (table) =>
    columns(
      texts('kind', 'hash_json'),
      integers('failures'),
      optional('text', 'last_failure_at', 'last_sign_in_at'),
    )(
      table.addColumn('profile_id', 'text', (column) =>
        column.primaryKey().notNull().references('profiles.id'),
      ),
    ),
  );
}

async function createPrivacy(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'consents',
    columns(
      reference('student_id', 'students'),
      texts('purpose', 'state', 'given_on'),
      optional('text', 'valid_until'),
      texts('person', 'relation', 'notes'),
    ),
  );
  await createIndex(db, 'consents', ['student_id']);
  await createEntityTable(
    db,
    'erasures',
    columns(reference('student_id', 'students'), texts('erased_on', 'reason')),
  );
}

/** Profiles of people who work with the program, their passwords; consents of students; erasures. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createProfiles(db);
  await createPrivacy(db);
}
