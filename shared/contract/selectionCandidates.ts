import { z } from 'zod';
import { sexes } from './people.ts';
import { day, id } from './values.ts';

const figure = z.object({
  value: z.number().nullable(),
  deviation: z.number().nullable(),
  count: z.number(),
});

/** What eligibility rules look at. */
const facts = z.object({
  studentId: id,
  competencyId: id,
  birthDate: day.nullable(),
  consent: z.string(),
  studentStatus: z.string(),
  candidateStatus: z.string(),
  attemptDays: z.array(day),
  levelPercent: z.number().nullable(),
  mockCount: z.number().int(),
  squadIds: z.array(id),
});

export const candidate = z.object({
  studentId: id,
  competencyId: id,
  /** Age limit of the competency at the championship; null: none. */
  maxAge: z.number().int().nullable(),
  figures: z.record(z.string(), figure),
  facts,
});
export type SelectionCandidate = z.infer<typeof candidate>;

export const student = z.object({
  id,
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  groupName: z.string(),
  course: z.number().int().nullable(),
  /** For the fairness report alone; null: not noted. */
  sex: z.enum(sexes).nullable(),
});
export type SelectionStudent = z.infer<typeof student>;

const valuePart = z.object({
  key: z.string(),
  raw: z.number().nullable(),
  normalised: z.number().nullable(),
  share: z.number(),
  points: z.number(),
});

export const valued = z.object({
  studentId: id,
  competencyId: id,
  isEligible: z.boolean(),
  value: z.number(),
  deviation: z.number(),
  parts: z.array(valuePart),
  ranks: z.object({ best: z.number(), rankFrom: z.number().int(), rankTo: z.number().int() }).nullable(),
});
export type SelectionValued = z.infer<typeof valued>;

const check = z.object({
  rule: z.string(),
  kind: z.enum([
    'age',
    'consent',
    'status',
    'min_attempts',
    'min_percent',
    'mock_required',
    'conflict',
    'own',
  ]),
  state: z.enum(['pass', 'fail', 'unknown']),
  found: z.number().nullable(),
  limit: z.number().nullable(),
  days: z.number().int().nullable(),
  text: z.string(),
});

/** A rule that a candidate did not meet when the run was made, and the exception that was on record then. */
export const objection = z.object({
  studentId: id,
  competencyId: id,
  check,
  exception: z.string().nullable(),
});
export type SelectionObjection = z.infer<typeof objection>;

export const stability = z.object({
  draws: z.number().int(),
  sameUnderWeights: z.number(),
  sameUnderMarks: z.number(),
  shares: z.array(
    z.object({ studentId: id, competencyId: id, underWeights: z.number(), underMarks: z.number() }),
  ),
  effects: z.array(
    z.object({
      key: z.string(),
      changesBelow: z.number().nullable(),
      changesAbove: z.number().nullable(),
    }),
  ),
});
export type SelectionStability = z.infer<typeof stability>;
