import { z } from 'zod';
import { candidate, student } from './selectionCandidates.ts';
import { scenarioConfig } from './selectionConfig.ts';
import { runSummary, seatKind } from './selectionOutcome.ts';
import { filledLine, id, line, moment } from './values.ts';

/** The way of a decision; each step is taken by a named person. */
export const selectionStatuses = ['proposed', 'discussed', 'approved', 'published'] as const;
/** `vacant`: the place had been left empty before. */
export const replacementReasons = ['injury', 'withdrawal', 'discipline', 'other', 'vacant'] as const;

const scenario = z.object({
  id,
  name: z.string(),
  notes: z.string(),
  config: scenarioConfig,
  /** Newest first. */
  runs: z.array(runSummary),
});
export type SelectionScenario = z.infer<typeof scenario>;

const override = z.object({
  id,
  studentId: id,
  competencyId: id.nullable(),
  rule: z.string(),
  reason: z.string(),
  at: moment,
});

const assessment = z.object({
  id,
  studentId: id,
  competencyId: id,
  criterion: z.string(),
  /** 0…100 */
  value: z.number(),
  assessor: z.string(),
  at: moment,
});

export const commissionMember = z.strictObject({ name: filledLine, role: line });
export type CommissionMember = z.infer<typeof commissionMember>;

const step = z.object({
  status: z.enum(selectionStatuses),
  person: z.string(),
  note: z.string(),
  at: moment,
});

const replacement = z.object({
  id,
  competencyId: id,
  seat: seatKind,
  outStudentId: id,
  inStudentId: id.nullable(),
  reason: z.enum(replacementReasons),
  note: z.string(),
  person: z.string(),
  at: moment,
});
export type SelectionReplacement = z.infer<typeof replacement>;

export const selectionHead = z.object({
  id,
  championshipId: id,
  name: z.string(),
  status: z.enum(selectionStatuses),
  notes: z.string(),
  commission: z.array(commissionMember),
  /** Who took which step, oldest first. */
  steps: z.array(step),
  /** The run that was approved. */
  decidedRunId: id.nullable(),
});
export type SelectionHead = z.infer<typeof selectionHead>;

export const whole = z.object({
  selection: selectionHead,
  students: z.array(student),
  candidates: z.array(candidate),
  scenarios: z.array(scenario),
  overrides: z.array(override),
  assessments: z.array(assessment),
  replacements: z.array(replacement),
});
export type SelectionView = z.infer<typeof whole>;
