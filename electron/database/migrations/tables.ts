import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** A table under construction; the column names are checked by the database, not by the compiler. */
export type TableBuilder = CreateTableBuilder<string, string>;

/** A database whose schema the migration is about to make, so that no type can be known for it. */
export type MigrationDatabase = Kysely<unknown>;

/** Creates a strictly typed table (SQLite's STRICT; PostgreSQL is strict anyway). */
export async function createTable(
  db: MigrationDatabase,
  name: string,
  columns: (table: TableBuilder) => TableBuilder,
): Promise<void> {
  const table = columns(db.schema.createTable(name));
  await table.modifyEnd(sql`strict`).execute();
}

/** Creates a table of an entity: its own columns and those that every entity has. */
export async function createEntityTable(
  db: MigrationDatabase,
  name: string,
  columns: (table: TableBuilder) => TableBuilder,
): Promise<void> {
  await createTable(db, name, (table) =>
    columns(table.addColumn('id', 'text', (column) => column.primaryKey().notNull()))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('deleted_at', 'text'),
  );
}

/** Adds columns that must hold a text. */
export const texts =
  (...names: string[]) =>
  (table: TableBuilder): TableBuilder =>
    names.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table);

/** Adds columns that must hold a whole number. */
export const integers =
  (...names: string[]) =>
  (table: TableBuilder): TableBuilder =>
    names.reduce((built, name) => built.addColumn(name, 'integer', (column) => column.notNull()), table);

/** Adds a text column that points to a row of another table. */
export const reference =
  (name: string, target: string, required = true) =>
  (table: TableBuilder): TableBuilder =>
    table.addColumn(name, 'text', (column) => {
      const pointing = column.references(`${target}.id`);
      return required ? pointing.notNull() : pointing;
    });

/** Adds columns that may be empty. */
export const optional =
  (type: 'text' | 'integer', ...names: string[]) =>
  (table: TableBuilder): TableBuilder =>
    names.reduce((built, name) => built.addColumn(name, type), table);

/** Puts column groups one after the other. */
export const columns =
  (...groups: ((table: TableBuilder) => TableBuilder)[]) =>
  (table: TableBuilder): TableBuilder =>
    groups.reduce((built, group) => group(built), table);

/** Creates an index named after its table and its columns, or after what it is for. */
export async function createIndex(
  db: MigrationDatabase,
  table: string,
  columnNames: string[],
  purpose?: string,
): Promise<void> {
  const name = purpose ? `${table}_${purpose}` : `${table}_by_${columnNames.join('_')}`;
  await db.schema.createIndex(name).on(table).columns(columnNames).execute();
}
