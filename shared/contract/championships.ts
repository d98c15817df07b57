import { z } from 'zod';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, nothing, text } from './values.ts';

/** Rungs of the country's ladder. */
export const stages = ['college', 'regional', 'republican', 'international'] as const;

const entryFields = {
  competencyId: id,
  /** Entries: competitors, or whole teams where the team is larger than one. */
  mainSeats: z.number().int().min(0).max(50),
  reserveSeats: z.number().int().min(0).max(50),
  /** Persons in an entry. */
  teamSize: z.number().int().min(1).max(12),
  /** Own limit of the competency at this championship; null: that of the championship, then of the competency. */
  maxAge: z.number().int().min(14).max(99).nullable(),
};

const championshipFields = {
  name: filledLine,
  stage: z.enum(stages),
  startDate: day,
  endDate: day.nullable(),
  place: line,
  /** A rehearsal of our own. */
  isMock: z.boolean(),
  maxAge: z.number().int().min(14).max(99).nullable(),
  notes: text,
  competencies: z.array(z.strictObject(entryFields)).max(200),
};

/** What the form of a championship holds. */
export const championshipInput = z.strictObject(championshipFields);
export type ChampionshipInput = z.infer<typeof championshipInput>;

const championship = z.object({
  id,
  ...championshipFields,
  competencies: z.array(z.object(entryFields)),
});
export type ChampionshipRow = z.infer<typeof championship>;
export type ChampionshipEntry = ChampionshipRow['competencies'][number];

export const championshipRoutes = {
  'championships.list': query({
    permission: 'selection.read',
    input: nothing,
    output: z.object({ championships: z.array(championship) }),
  }),
  'championships.get': query({
    permission: 'selection.read',
    input: z.strictObject({ id }),
    output: championship,
    errors: ['not_found'],
  }),
  'championships.create': command({
    permission: 'selection.write',
    input: championshipInput,
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'championships.update': command({
    permission: 'selection.write',
    input: z.strictObject({ id, ...championshipFields }),
    output: done,
    errors: ['not_found'],
  }),
  'championships.remove': command({
    permission: 'selection.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
};
