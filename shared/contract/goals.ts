import { z } from 'zod';
import { command, query } from './route.ts';
import { day, done, hundredths, id, line } from './values.ts';

export const goalKinds = ['percent', 'section', 'time'] as const;
export const goalStates = ['open', 'reached', 'missed'] as const;

/** What is worked towards; the target is percent in hundredths, or minutes for the whole project when the kind is time. */
const goalFields = {
  kind: z.enum(goalKinds),
  /** Of a section goal; null for the others. */
  sectionNumber: z.number().int().min(1).max(99).nullable(),
  target: hundredths.min(1).max(10_000),
  dueDate: day,
  note: line,
};

const goal = z.object({
  id,
  studentId: id,
  competencyId: id,
  ...goalFields,
  setDate: day,
  surname: z.string(),
  givenName: z.string(),
  state: z.enum(goalStates),
  /** Day of the first attempt that reached it. */
  reachedOn: day.nullable(),
  /** Best result since it was set, in the units of the target; null: none yet. */
  best: z.number().nullable(),
  /** Chance 0…1 to reach it by its day; null while the record is too short, or when it is over. */
  chance: z.number().nullable(),
  /** Results that there are, and that a chance needs. */
  have: z.number().int(),
  need: z.number().int(),
});
export type GoalRow = z.infer<typeof goal>;

const goalInput = { competencyId: id, studentId: id, ...goalFields };

export const goalRoutes = {
  /** Goals of one student, or of all students of a competency, the nearest first. */
  'goals.list': query({
    permission: 'progress.read',
    input: z.strictObject({ competencyId: id, studentId: id.optional() }),
    output: z.object({ goals: z.array(goal) }),
  }),
  'goals.add': command({
    permission: 'training.write',
    input: z.strictObject(goalInput),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'goals.update': command({
    permission: 'training.write',
    input: z.strictObject({ id, ...goalFields }),
    output: done,
    errors: ['not_found'],
  }),
  'goals.remove': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
};
