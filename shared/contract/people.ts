import { z } from 'zod';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, moment, nothing, text } from './values.ts';

export const studentStatuses = ['active', 'on_leave', 'graduated', 'expelled'] as const;
export const consentStates = ['unknown', 'given', 'refused', 'withdrawn'] as const;

export const sexes = ['female', 'male'] as const;

const studentFields = {
  surname: filledLine,
  givenName: filledLine,
  /** Empty when the person has none. */
  patronymic: line,
  /** Only the fairness report of a selection looks at it; null: not noted. */
  sex: z.enum(sexes).nullable().default(null),
  birthDate: day.nullable(),
  groupName: line,
  course: z.number().int().min(1).max(6).nullable(),
  speciality: line,
  status: z.enum(studentStatuses),
  /** Consent to the processing of personal data (of the guardian while the student is a minor). */
  consent: z.enum(consentStates),
  consentDate: day.nullable(),
  notes: text,
};

/** What the form of a student holds. */
export const studentInput = z.strictObject(studentFields);
export type StudentInput = z.infer<typeof studentInput>;

/** Who was erased keeps a row without a name. */
const studentRow = z.object({ id, ...studentFields, givenName: line, updatedAt: moment });
export type StudentRow = z.infer<typeof studentRow>;

/** A line of the list: without notes, which only the student's own page shows. */
const studentListRow = studentRow.omit({ notes: true, updatedAt: true }).extend({
  /** Competencies in whose squads the student is now. */
  competencyIds: z.array(id),
});
export type StudentListRow = z.infer<typeof studentListRow>;

const expertFields = {
  surname: filledLine,
  givenName: filledLine,
  patronymic: line,
  /** Own college or the name of the partner. Empty: own college. */
  organisation: line,
  position: line,
  phone: line,
  email: line,
  notes: text,
};

/** What the form of an expert holds. */
export const expertInput = z.strictObject(expertFields);
export type ExpertInput = z.infer<typeof expertInput>;

const expertRow = z.object({ id, ...expertFields, updatedAt: moment });
export type ExpertRow = z.infer<typeof expertRow>;

const foundPerson = z.object({
  kind: z.enum(['student', 'expert']),
  id,
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  /** Group of a student, organisation of an expert. */
  detail: z.string(),
});
export type FoundPerson = z.infer<typeof foundPerson>;

export const peopleRoutes = {
  'people.listStudents': query({
    permission: 'people.read',
    input: z.strictObject({
      /** Folded search: «Әсел» is found by "асел" and by "asel". */
      search: line.optional(),
      competencyId: id.optional(),
    }),
    output: z.object({ students: z.array(studentListRow) }),
  }),
  'people.getStudent': query({
    permission: 'people.read',
    input: z.strictObject({ id }),
    output: studentRow,
    errors: ['not_found'],
  }),
  'people.createStudent': command({
    permission: 'people.write',
    input: studentInput,
    output: z.object({ id }),
  }),
  'people.updateStudent': command({
    permission: 'people.write',
    input: z.strictObject({ id, ...studentFields }),
    output: done,
    errors: ['not_found'],
  }),
  'people.removeStudent': command({
    permission: 'people.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Students with the same name and birth date (or one date unknown): a warning, never a refusal. */
  'people.findDuplicates': query({
    permission: 'people.read',
    input: z.strictObject({
      surname: line,
      givenName: line,
      patronymic: line,
      birthDate: day.nullable(),
      exceptId: id.optional(),
    }),
    output: z.object({ students: z.array(studentListRow) }),
  }),
  'people.listExperts': query({
    permission: 'people.read',
    input: nothing,
    output: z.object({ experts: z.array(expertRow) }),
  }),
  'people.createExpert': command({
    permission: 'people.write',
    input: expertInput,
    output: z.object({ id }),
  }),
  'people.updateExpert': command({
    permission: 'people.write',
    input: z.strictObject({ id, ...expertFields }),
    output: done,
    errors: ['not_found'],
  }),
  'people.removeExpert': command({
    permission: 'people.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  'people.search': query({
    permission: 'people.read',
    input: z.strictObject({ text: line, limit: z.number().int().min(1).max(100).default(20) }),
    output: z.object({ people: z.array(foundPerson) }),
  }),
};
