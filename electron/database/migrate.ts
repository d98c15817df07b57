import { sql, type Kysely } from 'kysely';
import { makeVerifiedCopy } from './backup/verifiedCopy.ts';
import type { Connection } from './dialects/sqlite.ts';
import { DatabaseError } from './errors.ts';
import type { Migration } from './migrations/index.ts';
import type { MigrationDatabase } from './migrations/tables.ts';
import type { Schema } from './schema/schema.ts';

/** What {@link migrate} works with. */
export interface MigrateOptions {
  connection: Connection;
  migrations: readonly Migration[];
  backupFolder: string;
  wallClock: () => number;
}

async function readApplied(db: Kysely<Schema>): Promise<{ number: number; name: string }[]> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'schema_migrations')) return [];
  return db.selectFrom('schema_migrations').select(['number', 'name']).orderBy('number').execute();
}

/** The applied steps must be the first of ours, else the file belongs to a newer program or to another branch of it. */
function assertPrefix(
  applied: readonly { number: number; name: string }[],
  known: readonly Migration[],
): void {
  for (const [index, step] of applied.entries()) {
    const expected = known[index];
    if (expected?.number !== step.number || expected.name !== step.name) {
      throw new DatabaseError('database_newer', `migration ${step.number} ${step.name} is not known here`);
    }
  }
}

async function createMigrationTable(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('schema_migrations')
    .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
}

async function applyStep(db: Kysely<Schema>, step: Migration, wallClock: () => number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // A migration makes the schema that the types describe, so it cannot use them.
    await step.up(transaction as unknown as MigrationDatabase);
    await transaction
      .insertInto('schema_migrations')
      .values({ number: step.number, name: step.name, applied_at: new Date(wallClock()).toISOString() })
      .execute();
  });
}

/**
 * Brings the schema up to date, each step in its own transaction; a database that holds something is copied first.
 * @throws DatabaseError `database_newer` when the file was written by a newer program: nothing is touched
 */
export async function migrate(db: Kysely<Schema>, options: MigrateOptions): Promise<void> {
  const { migrations, wallClock } = options;
  const applied = await readApplied(db);
  assertPrefix(applied, migrations);
  const pending = migrations.slice(applied.length);
  if (pending.length === 0) return;
  if (applied.length === 0) await createMigrationTable(db);
  else {
    await makeVerifiedCopy(
      options.connection,
      options.backupFolder,
      'before_migration',
      new Date(wallClock()),
    );
  }
  for (const step of pending) await applyStep(db, step, wallClock);
}
