import type { StudentInput, StudentRow } from '#shared/contract/people.ts';

/** A form with nothing in it. */
export const emptyStudent: StudentInput = {
  surname: '',
  givenName: '',
  patronymic: '',
  sex: null,
  birthDate: null,
  groupName: '',
  course: null,
  speciality: '',
  status: 'active',
  consent: 'unknown',
  consentDate: null,
  notes: '',
};

/** What the form starts with when a student is changed. */
export function studentInputOf(row: StudentRow): StudentInput {
  return {
    surname: row.surname,
    givenName: row.givenName,
    patronymic: row.patronymic,
    sex: row.sex,
    birthDate: row.birthDate,
    groupName: row.groupName,
    course: row.course,
    speciality: row.speciality,
    status: row.status,
    consent: row.consent,
    consentDate: row.consentDate,
    notes: row.notes,
  };
}

/** Different non-empty values of a field among students, most frequent first: suggestions for the next one. */
export function commonValues<T>(rows: readonly T[], field: (row: T) => string): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = field(row);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
