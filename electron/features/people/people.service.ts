import type { ExpertInput, StudentInput, StudentListRow } from '#shared/contract/people.ts';
import { mayBeSamePerson, type PersonName } from '#shared/domain/people/duplicates.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { Kysely } from 'kysely';
import type { NewRow, Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound } from '../../router/refusal.ts';
import { listStudentsNamed } from './people.repository.ts';

function studentFields(input: StudentInput): Omit<NewRow<'students'>, 'id'> {
  return {
    surname: input.surname,
    given_name: input.givenName,
    patronymic: input.patronymic,
    sex: input.sex,
    birth_date: input.birthDate,
    group_name: input.groupName,
    course: input.course,
    speciality: input.speciality,
    status: input.status,
    consent: input.consent,
    consent_date: input.consentDate,
    notes: input.notes,
    search_text: foldForSearch(input.surname, input.givenName, input.patronymic),
  };
}

function expertFields(input: ExpertInput): Omit<NewRow<'experts'>, 'id'> {
  return {
    surname: input.surname,
    given_name: input.givenName,
    patronymic: input.patronymic,
    organisation: input.organisation,
    position: input.position,
    phone: input.phone,
    email: input.email,
    notes: input.notes,
    search_text: foldForSearch(input.surname, input.givenName, input.patronymic, input.organisation),
  };
}

/** Adds a student. @returns the id */
export function createStudent(work: Work, input: StudentInput): string {
  const id = work.newId();
  work.insert('students', { id, ...studentFields(input) });
  return id;
}

/** Changes a student. @throws Refusal `not_found` */
export async function updateStudent(work: Work, id: string, input: StudentInput): Promise<void> {
  assertFound(await work.update('students', id, studentFields(input)), 'student');
}

/** Adds an expert. @returns the id */
export function createExpert(work: Work, input: ExpertInput): string {
  const id = work.newId();
  work.insert('experts', { id, ...expertFields(input) });
  return id;
}

/** Changes an expert. @throws Refusal `not_found` */
export async function updateExpert(work: Work, id: string, input: ExpertInput): Promise<void> {
  assertFound(await work.update('experts', id, expertFields(input)), 'expert');
}

/** Students already entered who may be the same person, see {@link mayBeSamePerson}. */
export async function findDuplicates(
  db: Kysely<Schema>,
  person: PersonName,
  exceptId: string | undefined,
): Promise<StudentListRow[]> {
  const named = await listStudentsNamed(db, `${person.surname} ${person.givenName}`);
  return named.filter((other) => other.id !== exceptId && mayBeSamePerson(person, other));
}
