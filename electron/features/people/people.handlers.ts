import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { getStudent, listExperts, listStudents, searchPeople } from './people.repository.ts';
import {
  createExpert,
  createStudent,
  findDuplicates,
  updateExpert,
  updateStudent,
} from './people.service.ts';

/** Students, experts, search. */
export const peopleHandlers: FeatureHandlers<'people'> = {
  'people.listStudents': async (input, { db }) => ({ students: await listStudents(db, input) }),
  'people.getStudent': async ({ id }, { db }) => found(await getStudent(db, id), 'student'),
  'people.createStudent': async (input, { write }) => ({
    id: await write((work) => Promise.resolve(createStudent(work, input))),
  }),
  'people.updateStudent': async ({ id, ...input }, { write }) => {
    await write((work) => updateStudent(work, id, input));
    return {};
  },
  'people.removeStudent': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('students', id), 'student'));
    return {};
  },
  'people.findDuplicates': async ({ exceptId, ...person }, { db }) => ({
    students: await findDuplicates(db, person, exceptId),
  }),
  'people.listExperts': async (_, { db }) => ({ experts: await listExperts(db) }),
  'people.createExpert': async (input, { write }) => ({
    id: await write((work) => Promise.resolve(createExpert(work, input))),
  }),
  'people.updateExpert': async ({ id, ...input }, { write }) => {
    await write((work) => updateExpert(work, id, input));
    return {};
  },
  'people.removeExpert': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('experts', id), 'expert'));
    return {};
  },
  'people.search': async ({ text, limit }, { db }) => ({ people: await searchPeople(db, text, limit) }),
};
