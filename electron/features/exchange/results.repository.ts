import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** A student as far as results are matched to one. */
export interface KnownStudent {
  id: string;
  surname: string;
  givenName: string;
  patronymic: string;
  groupName: string;
}

const STUDENT = ['students.id', 'surname', 'given_name', 'patronymic', 'group_name'] as const;

const toKnown = (row: {
  id: string;
  surname: string;
  given_name: string;
  patronymic: string;
  group_name: string;
}): KnownStudent => ({
  id: row.id,
  surname: row.surname,
  givenName: row.given_name,
  patronymic: row.patronymic,
  groupName: row.group_name,
});

/** Everybody whom a file may name. */
export async function listStudentNames(db: Db): Promise<KnownStudent[]> {
  const rows = await db.selectFrom('students').select(STUDENT).where('deleted_at', 'is', null).execute();
  return rows.map(toKnown);
}

/** The squad of a competency, in the order of names. */
export async function listSquad(db: Db, competencyId: string): Promise<KnownStudent[]> {
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select(STUDENT)
    .where('candidates.competency_id', '=', competencyId)
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .orderBy('surname')
    .orderBy('given_name')
    .execute();
  return rows.map(toKnown);
}

/** Whether a competency is there. */
export async function competencyIsThere(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('competencies')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** `<student> <day>` of each attempt in a competency. */
export async function listAttemptDays(db: Db, competencyId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select(['attempts.student_id as studentId', 'sessions.date as date'])
    .distinct()
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .execute();
  return new Set(rows.map(({ studentId, date }) => `${studentId} ${date}`));
}

/** A setting by its whole name. */
export async function readNamedSetting(
  db: Db,
  name: string,
): Promise<{ id: string; value: string } | undefined> {
  return db
    .selectFrom('settings')
    .select(['id', 'value'])
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();
}
