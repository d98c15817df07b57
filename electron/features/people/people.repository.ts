import { sql, type Kysely, type Selectable } from 'kysely';
import type { ExpertRow, FoundPerson, StudentListRow, StudentRow } from '#shared/contract/people.ts';
import { searchTerms } from '#shared/lib/searchText.ts';
import type { ExpertTable, StudentTable } from '../../database/schema/people.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

const LIST_COLUMNS = [
  'id',
  'surname',
  'given_name',
  'patronymic',
  'sex',
  'birth_date',
  'group_name',
  'course',
  'speciality',
  'status',
  'consent',
  'consent_date',
] as const;

type ListRow = Pick<Selectable<StudentTable>, (typeof LIST_COLUMNS)[number]>;

function toListRow(row: ListRow, competencyIds: string[]): StudentListRow {
  return {
    id: row.id,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    sex: row.sex as StudentListRow['sex'],
    birthDate: row.birth_date,
    groupName: row.group_name,
    course: row.course,
    speciality: row.speciality,
    status: row.status as StudentListRow['status'],
    consent: row.consent as StudentListRow['consent'],
    consentDate: row.consent_date,
    competencyIds,
  };
}

function toStudent(row: Selectable<StudentTable>): StudentRow {
  const { competencyIds: _, ...fields } = toListRow(row, []);
  return { ...fields, notes: row.notes, updatedAt: row.updated_at };
}

function toExpert(row: Selectable<ExpertTable>): ExpertRow {
  return {
    id: row.id,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    organisation: row.organisation,
    position: row.position,
    phone: row.phone,
    email: row.email,
    notes: row.notes,
    updatedAt: row.updated_at,
  };
}

/** A condition for each word of the query: all of them must occur. */
const searchConditions = (search: string) =>
  searchTerms(search).map((term) => sql<boolean>`search_text like ${`%${term}%`}`);

/** student id → ids of the competencies in whose squads the student is. */
async function listSquads(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('candidates')
    .select(['student_id', 'competency_id'])
    .where('deleted_at', 'is', null)
    .where('status', '!=', 'left')
    .execute();
  const squads = new Map<string, string[]>();
  for (const row of rows)
    squads.set(row.student_id, [...(squads.get(row.student_id) ?? []), row.competency_id]);
  return squads;
}

/** All students that are not deleted; `search` as people type it. Sorting is the page's: it knows the language. */
export async function listStudents(
  db: Db,
  filter: { search?: string | undefined; competencyId?: string | undefined },
): Promise<StudentListRow[]> {
  let query = db.selectFrom('students').select(LIST_COLUMNS).where('deleted_at', 'is', null);
  for (const condition of searchConditions(filter.search ?? '')) query = query.where(condition);
  const [rows, squads] = [await query.execute(), await listSquads(db)];
  const students = rows.map((row) => toListRow(row, squads.get(row.id) ?? []));
  const { competencyId } = filter;
  return competencyId ? students.filter((student) => student.competencyIds.includes(competencyId)) : students;
}

/** @returns undefined when there is none, or it is deleted */
export async function getStudent(db: Db, id: string): Promise<StudentRow | undefined> {
  const row = await db
    .selectFrom('students')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toStudent(row);
}

/** Students whose folded name holds every word. The service decides which of them are the same person. */
export async function listStudentsNamed(db: Db, name: string): Promise<StudentListRow[]> {
  return searchTerms(name).length === 0 ? [] : listStudents(db, { search: name });
}

/** All experts that are not deleted. */
export async function listExperts(db: Db): Promise<ExpertRow[]> {
  const rows = await db.selectFrom('experts').selectAll().where('deleted_at', 'is', null).execute();
  return rows.map(toExpert);
}

async function searchTable(
  db: Db,
  table: 'students' | 'experts',
  detail: 'group_name' | 'organisation',
  options: { text: string; limit: number },
): Promise<Omit<FoundPerson, 'kind'>[]> {
  let query = db
    .selectFrom(table)
    .select(['id', 'surname', 'given_name', 'patronymic', sql.ref<string>(detail).as('detail')])
    .where('deleted_at', 'is', null);
  for (const condition of searchConditions(options.text)) query = query.where(condition);
  const rows = await query.orderBy('search_text').limit(options.limit).execute();
  return rows.map((row) => ({
    id: row.id,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    detail: row.detail,
  }));
}

/** Students and experts whose names hold every word of the text, at most `limit` in all. */
export async function searchPeople(db: Db, text: string, limit: number): Promise<FoundPerson[]> {
  if (searchTerms(text).length === 0) return [];
  const students = await searchTable(db, 'students', 'group_name', { text, limit });
  const experts = await searchTable(db, 'experts', 'organisation', { text, limit });
  return [
    ...students.map((person) => ({ kind: 'student' as const, ...person })),
    ...experts.map((person) => ({ kind: 'expert' as const, ...person })),
  ].slice(0, limit);
}

/** Whether a row is there and not deleted. */
export async function personExists(db: Db, table: 'students' | 'experts', id: string): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
