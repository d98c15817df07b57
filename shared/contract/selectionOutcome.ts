import { z } from 'zod';
import { id, moment } from './values.ts';

export const seatKind = z.enum(['main', 'reserve']);
export const pick = z.object({
  studentId: id,
  competencyId: id,
  seat: seatKind,
  entry: z.number().int(),
  value: z.number(),
});

export const totals = z.object({
  entries: z.number().int(),
  main: z.number(),
  weakest: z.number().nullable(),
  reserves: z.number().int(),
  reserve: z.number(),
});

const choice = z.object({ picks: z.array(pick), totals, isTie: z.boolean() });
export const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chosen'), choice }),
  /** Names of rules and of the program's own conditions that cannot all hold. */
  z.object({ kind: z.literal('contradiction'), groups: z.array(z.string()) }),
]);

const place = z.object({ competencyId: id, seat: seatKind }).nullable();
export const placeChange = z.object({ studentId: id, from: place, to: place });
export type SelectionPlaceChange = z.infer<typeof placeChange>;

export const runSummary = z.object({
  id,
  scenarioId: id,
  madeAt: moment,
  /** SHA-256 of inputs, rules, solver and seed. */
  hash: z.string(),
  solver: z.string(),
  outcome,
});
export type SelectionRunSummary = z.infer<typeof runSummary>;
