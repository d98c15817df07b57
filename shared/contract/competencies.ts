import { z } from 'zod';
import { command, query } from './route.ts';
import { day, done, filledLine, hundredths, id, line, localizedName, nothing, text } from './values.ts';

const section = z.object({ id, number: z.number().int(), name: localizedName, weightHundredths: hundredths });
export type StandardSection = z.infer<typeof section>;

const competencyRow = z.object({
  id,
  kind: z.enum(['official', 'own']),
  /** Official: "WSC2026". Own: empty. Numbers are reused between editions, so both name a competency. */
  edition: z.string(),
  number: z.string(),
  name: localizedName,
  /** Whether the Kazakh and the Russian name are attested or our own translation. */
  attested: z.object({ kk: z.boolean(), ru: z.boolean() }),
  sector: z.string(),
  teamSize: z.number().int(),
  maxAge: z.number().int().nullable(),
  /** What the squad works towards, percent of the maximum in hundredths of a percent; null when not set. */
  targetHundredths: hundredths.nullable(),
  candidateCount: z.number().int(),
});
export type CompetencyRow = z.infer<typeof competencyRow>;

const ownFields = {
  number: line,
  name: z.strictObject({ kk: filledLine, ru: filledLine, en: line }),
  teamSize: z.number().int().min(1).max(12),
  maxAge: z.number().int().min(14).max(99).nullable(),
  sections: z
    .array(
      z.strictObject({
        id: id.optional(),
        number: z.number().int().min(1).max(99),
        name: z.strictObject({ kk: filledLine, ru: filledLine, en: line }),
        weightHundredths: hundredths,
      }),
    )
    .max(40),
};

/** What the form of an own competency holds. */
export const ownCompetencyInput = z.strictObject(ownFields);
export type OwnCompetencyInput = z.infer<typeof ownCompetencyInput>;

export const candidateStatuses = ['training', 'reserve', 'paused', 'left'] as const;

const candidate = z.object({
  id,
  competencyId: id,
  studentId: id,
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  groupName: z.string(),
  birthDate: day.nullable(),
  status: z.enum(candidateStatuses),
  since: day,
  /** Own target of this candidate; null: the target of the competency holds. */
  targetHundredths: hundredths.nullable(),
  notes: z.string(),
  attemptCount: z.number().int(),
  lastSessionDate: day.nullable(),
});
export type CandidateRow = z.infer<typeof candidate>;

export const competencyRoutes = {
  'competencies.list': query({
    permission: 'competencies.read',
    input: nothing,
    output: z.object({ competencies: z.array(competencyRow) }),
  }),
  'competencies.get': query({
    permission: 'competencies.read',
    input: z.strictObject({ id }),
    output: competencyRow.extend({ sections: z.array(section) }),
    errors: ['not_found'],
  }),
  'competencies.createOwn': command({
    permission: 'competencies.write',
    input: ownCompetencyInput,
    output: z.object({ id }),
  }),
  'competencies.updateOwn': command({
    permission: 'competencies.write',
    input: z.strictObject({ id, ...ownFields }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  'competencies.removeOwn': command({
    permission: 'competencies.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  'competencies.setTarget': command({
    permission: 'competencies.write',
    input: z.strictObject({ id, targetHundredths: hundredths.max(10_000).nullable() }),
    output: done,
    errors: ['not_found'],
  }),
  'competencies.listCandidates': query({
    permission: 'competencies.read',
    input: z.strictObject({ competencyId: id }),
    output: z.object({ candidates: z.array(candidate) }),
  }),
  'competencies.addCandidates': command({
    permission: 'competencies.write',
    input: z.strictObject({ competencyId: id, studentIds: z.array(id).min(1).max(500) }),
    output: z.object({ added: z.number().int() }),
    errors: ['not_found', 'duplicate_candidate'],
  }),
  'competencies.updateCandidate': command({
    permission: 'competencies.write',
    input: z.strictObject({
      id,
      status: z.enum(candidateStatuses),
      targetHundredths: hundredths.max(10_000).nullable(),
      notes: text,
    }),
    output: done,
    errors: ['not_found'],
  }),
  'competencies.removeCandidate': command({
    permission: 'competencies.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
};
