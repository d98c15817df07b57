import { z } from 'zod';
import { query } from './route.ts';
import { day, hundredths, id, localizedName, nothing, percent } from './values.ts';

const point = z.object({
  attemptId: id,
  sessionId: id,
  studentId: id,
  date: day,
  /** Marks given out of the maxima of the marked aspects, 0…100. */
  percent,
  markHundredths: hundredths,
  markedMaxHundredths: hundredths,
  schemeTitle: z.string(),
  durationMinutes: z.number().int().nullable(),
});
export type ProgressPoint = z.infer<typeof point>;

const trendPoint = z.object({ date: day, percent });
export type TrendPoint = z.infer<typeof trendPoint>;

const sectionProfile = z.object({
  number: z.number().int(),
  name: localizedName,
  /** Declared weight of the section in the standard. */
  weightHundredths: hundredths,
  markHundredths: hundredths,
  markedMaxHundredths: hundredths,
  /** Null when nothing of this section has been marked. */
  percent: percent.nullable(),
});
export type SectionProfile = z.infer<typeof sectionProfile>;

/** What the sentence above the chart says. */
const headline = z.object({
  attemptCount: z.number().int(),
  /** Of a student the latest attempt; of a squad the mean of each candidate's latest, as in the overview. */
  latestPercent: percent.nullable(),
  bestPercent: percent.nullable(),
  /** Percentage points that the smoothed line moved over its last 30 days; null when it does not reach back so far. */
  changeOver30Days: percent.nullable(),
  /** Section that costs most marks against its declared weight. */
  weakestSection: z.object({ number: z.number().int(), name: localizedName, percent }).nullable(),
});
export type ProgressHeadline = z.infer<typeof headline>;

const chart = z.object({
  /** At most 500, reduced in the query (buckets that keep every extreme). */
  points: z.array(point),
  /** How many attempts the points stand for. */
  totalPoints: z.number().int(),
  trend: z.array(trendPoint),
  targetPercent: percent.nullable(),
  sections: z.array(sectionProfile),
  headline,
});

const range = { from: day.optional(), to: day.optional() };

export const progressRoutes = {
  'progress.student': query({
    permission: 'progress.read',
    input: z.strictObject({ studentId: id, competencyId: id, ...range }),
    output: chart,
  }),
  'progress.squad': query({
    permission: 'progress.read',
    input: z.strictObject({ competencyId: id, ...range }),
    output: chart.extend({
      students: z.array(
        z.object({
          studentId: id,
          surname: z.string(),
          givenName: z.string(),
          /** In the squad now; practised but is not in it; was removed, and only the marks are left. */
          standing: z.enum(['squad', 'outside', 'removed']),
          attemptCount: z.number().int(),
          latestPercent: percent.nullable(),
          trendPercent: percent.nullable(),
          lastDate: day.nullable(),
        }),
      ),
    }),
  }),
  /** The start page: each competency that has candidates or practice. */
  'progress.overview': query({
    permission: 'progress.read',
    input: nothing,
    output: z.object({
      studentCount: z.number().int(),
      expertCount: z.number().int(),
      schemeCount: z.number().int(),
      sessionCount: z.number().int(),
      competencies: z.array(
        z.object({
          competencyId: id,
          candidateCount: z.number().int(),
          attemptCount: z.number().int(),
          lastSessionDate: day.nullable(),
          /** Mean of each candidate's latest attempt; null without attempts. */
          latestMeanPercent: percent.nullable(),
          targetPercent: percent.nullable(),
          /** Mean percent per calendar month, oldest first, at most 18. */
          monthly: z.array(z.object({ month: z.string(), percent })),
        }),
      ),
    }),
  }),
};
export type ProgressChart = z.infer<typeof chart>;
