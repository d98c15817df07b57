import { sql, type Transaction } from 'kysely';
import type { EntityName, Schema } from './schema/schema.ts';

type Db = Transaction<Schema>;
type Value = string | number | null;
type Row = Record<string, Value>;

/** Columns in which people write freely, and in which names of others stand too. */
const FREE_TEXT = /(?:^|_)(?:notes?|reason|comment|text|person|label|title|assessor|file_name|phone|email)$/;

/** What a student's own row becomes: nothing of the person, and still a row that marks point to. */
export function erasedStudent(id: string): Row {
  return {
    surname: `#${id.slice(-6)}`,
    given_name: '',
    patronymic: '',
    sex: null,
    birth_date: null,
    group_name: '',
    course: null,
    speciality: '',
    consent: 'withdrawn',
    consent_date: null,
    notes: '',
    search_text: '',
  };
}

/** Empty values for what people wrote in a row. */
function erasedTexts(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => FREE_TEXT.test(name) && typeof value === 'string' && value !== '')
      .map(([name]) => [name, '']),
  );
}

/** The log of one row with other values: as if they had been written from the beginning. */
async function rewriteLog(db: Db, entity: string, rowId: string, erased: Row): Promise<void> {
  const changes = await db
    .selectFrom('changes')
    .select(['device_id', 'sequence', 'operation', 'fields_json'])
    .where('entity', '=', entity)
    .where('row_id', '=', rowId)
    .execute();
  for (const change of changes) {
    const fields = JSON.parse(change.fields_json) as Record<string, [Value, Value]>;
    for (const [name, value] of Object.entries(erased)) {
      if (!(name in fields)) continue;
      // As if it had been so from the beginning: an insert leaves out what is null, a change changes nothing.
      if (change.operation !== 'insert') fields[name] = [value, value];
      else if (value === null) Reflect.deleteProperty(fields, name);
      else fields[name] = [null, value];
    }
    await db
      .updateTable('changes')
      .set({ fields_json: JSON.stringify(fields) })
      .where('device_id', '=', change.device_id)
      .where('sequence', '=', change.sequence)
      .execute();
  }
}

/** Overwrites values of a row and of its log, without a trace of what was there. */
async function overwrite(db: Db, entity: EntityName, row: Row, erased: Row): Promise<void> {
  if (Object.keys(erased).length === 0) return;
  const id = String(row['id']);
  await db
    .updateTable(entity)
    .set(erased as never)
    .where('id', '=', id)
    .execute();
  await rewriteLog(db, entity, id, erased);
}

/** Blanks texts of objects that tell of this person, wherever they stand in a JSON document. */
function blankPerson(value: unknown, id: string, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => blankPerson(item, id, names));
  if (typeof value === 'string') {
    return names.some((name) => value === name) ? '' : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const isOfPerson = Object.values(value).includes(id);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isName = isOfPerson && /name|patronymic|birth|group/i.test(key) && typeof item === 'string';
      return [key, isName ? '' : blankPerson(item, id, names)];
    }),
  );
}

/** JSON columns that hold this person's id are rewritten: records of selections and the like. */
async function blankDocuments(
  db: Db,
  entity: EntityName,
  id: string,
  names: readonly string[],
): Promise<void> {
  const [sample] = (await db.selectFrom(entity).selectAll().limit(1).execute()) as Row[];
  const columns = Object.keys(sample ?? {}).filter((name) => name.endsWith('_json'));
  for (const column of columns) {
    const rows = (await db
      .selectFrom(entity)
      .selectAll()
      .where(sql.ref<string>(column), 'like', `%${id}%`)
      .execute()) as Row[];
    for (const row of rows) {
      const text = JSON.stringify(blankPerson(JSON.parse(String(row[column])), id, names));
      if (text !== row[column]) await overwrite(db, entity, row, { [column]: text });
    }
  }
}

/** What erasing needs to know. */
export interface Erasure {
  studentId: string;
  entities: readonly EntityName[];
  /** Columns of entities that point to students. */
  references: readonly { table: string; column: string }[];
}

/**
 * Takes a person out of rows and log, and leaves the marks: the state is still the fold of the log. Attachments of the
 * student are taken out by their rows; the caller deletes files that no row names any more.
 * @returns hashes of the attachments of the student
 */
export async function erasePerson(db: Db, { studentId, entities, references }: Erasure): Promise<string[]> {
  const student = (await db
    .selectFrom('students')
    .selectAll()
    .where('id', '=', studentId)
    .executeTakeFirstOrThrow()) as unknown as Row;
  const [surname, given, patronymic] = ['surname', 'given_name', 'patronymic'].map((name) =>
    String(student[name]),
  );
  const full = [surname, given, patronymic].filter((part) => part !== '').join(' ');
  const names = [full, `${surname ?? ''} ${given ?? ''}`, `${given ?? ''} ${surname ?? ''}`].filter(
    (name) => name.trim() !== '',
  );
  await overwrite(db, 'students', student, erasedStudent(studentId));
  for (const { table, column } of references) {
    const entity = entities.find((name) => name === table);
    if (!entity || entity === 'erasures') continue;
    const rows = (await db
      .selectFrom(entity)
      .selectAll()
      .where(sql.ref<string>(column), '=', studentId)
      .execute()) as Row[];
    for (const row of rows) await overwrite(db, entity, row, erasedTexts(row));
  }
  for (const entity of entities) await blankDocuments(db, entity, studentId, names);
  return eraseAttachments(db, studentId);
}

async function eraseAttachments(db: Db, studentId: string): Promise<string[]> {
  const rows = await db.selectFrom('attachments').selectAll().where('owner_id', '=', studentId).execute();
  for (const row of rows) await overwrite(db, 'attachments', { ...row }, { file_name: '' });
  return rows.map(({ sha256 }) => sha256);
}
