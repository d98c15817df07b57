import { z } from 'zod';
import { scenarioConfig } from './selectionConfig.ts';
import { outcome } from './selectionOutcome.ts';
import { day, id } from './values.ts';

const figure = z.object({
  value: z.number().nullable(),
  deviation: z.number().nullable(),
  count: z.number(),
});

/** What the solver was given: settings without names, candidates by their ids only. */
const inputs = z
  .object({
    ...scenarioConfig.shape,
    seats: z
      .array(
        z.object({
          competencyId: id,
          mainEntries: z.number().int().min(0).max(100),
          reserveSeats: z.number().int().min(0).max(100),
          teamSize: z.number().int().min(1).max(12),
        }),
      )
      .max(200),
    candidates: z
      .array(
        z.object({
          studentId: id,
          competencyId: id,
          group: z.string(),
          course: z.number().nullable(),
          figures: z.record(z.string(), figure),
          isEligible: z.boolean(),
        }),
      )
      .max(50_000),
  })
  .omit({ eligibility: true });

/** As much of the record of a run as is needed to solve it again on any machine. */
export const runRecord = z.object({ version: z.literal(1), solver: z.string(), inputs });

/** A run as a file: the record exactly as it was hashed, and what came of it. */
export const runFile = z.object({
  format: z.literal('shyng-selection-run'),
  version: z.literal(1),
  madeOn: day,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  record: z.string(),
  outcome,
});
export type RunFile = z.infer<typeof runFile>;
