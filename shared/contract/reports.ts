import { z } from 'zod';
import { eventKinds } from './developmentEvents.ts';
import { partnerFigures } from './partners.ts';
import { query } from './route.ts';
import { day, filledLine, id, line } from './values.ts';

const count = z.number().int();

/** A competency in a year: who trained, how much, with what results. */
const competencyYear = z.object({
  competencyId: id,
  candidateCount: count,
  sessionCount: count,
  /** Length of the sessions; one without a noted length counts nothing. */
  sessionMinutes: count,
  /** The same times those who were present. */
  studentMinutes: count,
  attemptCount: count,
  /** Mean and best percent of attempts that have marks; null without any. */
  meanPercent: z.number().nullable(),
  bestPercent: z.number().nullable(),
});
export type CompetencyYear = z.infer<typeof competencyYear>;

const monthYear = z.object({
  /** `YYYY-MM` */
  month: z.string(),
  sessionMinutes: count,
  eventCount: count,
  visitCount: count,
});

export const reportRoutes = {
  /** What a year came to, for the director and the education department. */
  'reports.year': query({
    permission: 'reports.read',
    input: z.strictObject({ from: day, to: day }),
    output: z.object({
      people: z.object({ students: count, candidates: count, experts: count }),
      competencies: z.array(competencyYear),
      months: z.array(monthYear),
      championships: z.array(
        z.object({
          id,
          name: z.string(),
          stage: z.string(),
          date: day,
          place: z.string(),
          isMock: z.boolean(),
          competencyCount: count,
        }),
      ),
      awards: z.array(z.object({ result: z.string(), count })),
      base: z.object({
        workshopCount: count,
        placeCount: count,
        itemCount: count,
        brokenCount: count,
        lentCount: count,
        /** How ready the base is now for the squad of each competency that has a list, the least ready first. */
        readiness: z.array(
          z.object({
            competencyId: id,
            /** Hundredths of a percent; null: nothing is needed. */
            readinessHundredths: count.nullable(),
            items: count,
            complete: count,
            missing: count,
            broken: count,
            /** Of what has to be got, in tiyn. */
            costTiyn: count,
          }),
        ),
      }),
      partners: z.object({
        activeCount: count,
        agreementCount: count,
        signedCount: count,
        visitsIn: count,
        visitsOut: count,
        figures: partnerFigures,
        named: z.array(z.object({ id, name: z.string(), figures: partnerFigures })),
      }),
      events: z.object({
        heldCount: count,
        presenceCount: count,
        reachedCount: count,
        kinds: z.array(z.object({ kind: z.enum(eventKinds), count, presenceCount: count })),
      }),
    }),
  }),
  /** Tables as a workbook: texts as texts, never run as formulas. */
  'reports.writeWorkbook': query({
    permission: 'reports.read',
    input: z.strictObject({
      fileName: filledLine,
      sheets: z
        .array(
          z.strictObject({
            /** At most 31 characters, without the signs that sheets must not have. */
            name: z
              .string()
              .min(1)
              .max(31)
              .regex(/^[^[\]/\\:*?]+$/),
            title: line,
            rows: z.array(z.array(z.union([z.string().max(5000), z.number()])).max(40)).max(5000),
          }),
        )
        .min(1)
        .max(20),
    }),
    output: z.object({ fileName: z.string(), content: z.base64() }),
  }),
};
