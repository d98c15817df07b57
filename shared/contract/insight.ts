import { z } from 'zod';
import { query } from './route.ts';
import { internshipStates } from './partnerRecords.ts';
import { day, hundredths, id, localizedName, nothing, percent } from './values.ts';

/** How sure an interval is. */
export const intervalLevels = [80, 90, 95] as const;

const coverage = z.object({ inside: z.number().int(), total: z.number().int() });

/** What a record says about the day of the championship, or why nothing is said. */
const forecast = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('forecast'),
    /** Day that it is for. */
    day,
    value: percent,
    low: percent,
    high: percent,
    /** Percent of outcomes that the interval should hold. */
    level: z.number().int(),
    /** False: no clear trend; the forecast is the level of the recent attempts. */
    trend: z.boolean(),
    /** How many attempts are expected until then, at the pace of the last eight weeks. */
    attemptsAhead: z.number().int(),
    residualCount: z.number().int(),
    coverage,
    /** Likelihood 0…1 of reaching the target; null when there is none. */
    chanceOfTarget: z.number().nullable(),
    /** The expected line to that day. */
    line: z.array(z.object({ date: day, percent })),
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.literal('too_few'),
    have: z.number().int(),
    need: z.number().int(),
  }),
]);
export type InsightForecast = z.infer<typeof forecast>;

const attemptPoint = z.object({
  attemptId: id,
  sessionId: id,
  date: day,
  percent,
  /** As on a test project of average difficulty. */
  adjustedPercent: percent,
  durationMinutes: z.number().int().nullable(),
  /** Time in percent of the squad's mean at the same part; below 100 is quicker. Null when it was not timed. */
  pacePercent: z.number().nullable(),
  markHundredths: hundredths,
  markedMaxHundredths: hundredths,
  schemeTitle: z.string(),
  isWholeScheme: z.boolean(),
});
export type InsightPoint = z.infer<typeof attemptPoint>;

const sectionCost = z.object({
  number: z.number().int(),
  name: localizedName,
  weightHundredths: hundredths,
  percent: percent.nullable(),
  squadPercent: percent.nullable(),
  /** Marks of a hundred that are lost here. */
  costHundredths: hundredths,
});
export type SectionCost = z.infer<typeof sectionCost>;

const loadPoint = z.object({
  date: day,
  /** Minutes a day that the student is used to, practice and internship together. */
  chronic: z.number(),
  acute: z.number(),
  freshness: z.number(),
  /** Part of `chronic` that comes from internships. */
  internship: z.number(),
});
export type LoadPoint = z.infer<typeof loadPoint>;

const best = z.object({
  attemptId: id,
  sessionId: id,
  date: day,
  value: z.number(),
  schemeTitle: z.string(),
});

/** An internship beside practice: it counts in the load, and never in the marks. */
const ownInternship = z.object({
  id,
  partnerId: id,
  partnerName: z.string(),
  mentorName: z.string(),
  startDate: day,
  endDate: day,
  state: z.enum(internshipStates),
  /** Minutes until today. */
  minutes: z.number().int(),
  /** Only the dates are known: a working day is taken as six hours. */
  isAssumed: z.boolean(),
  /** What the mentor found by section of the standard, 0…3. */
  sections: z.array(z.object({ number: z.number().int(), level: z.number().int() })),
});

/** What to do next: a code for the sentence, and what the sentence and its reason need. */
const nextAction = z.discriminatedUnion('code', [
  z.object({ code: z.literal('start') }),
  z.object({ code: z.literal('return'), idleDays: z.number().int() }),
  z.object({ code: z.literal('rest'), acute: z.number(), chronic: z.number() }),
  z.object({
    code: z.literal('section'),
    number: z.number().int(),
    name: localizedName,
    costHundredths: hundredths,
    percent,
    /** Module (sub-criterion) where most marks of the section are; null when no scheme tells. */
    module: z.object({ code: z.string(), name: z.string() }).nullable(),
    runs: z.number().int(),
  }),
  z.object({ code: z.literal('whole'), daysSinceWhole: z.number().int().nullable() }),
  z.object({ code: z.literal('keep') }),
]);
export type NextAction = z.infer<typeof nextAction>;

const heatAspect = z.object({
  aspectId: id,
  code: z.string(),
  description: z.string(),
  subCriterionCode: z.string(),
  sectionNumber: z.number().int().nullable(),
  maxHundredths: hundredths,
  /** What the last three results leave to gain, in marks. */
  toGainHundredths: hundredths,
  /** One a column: hundredths of the mark; null: not attempted, or out of the attempt's scope. */
  marks: z.array(hundredths.nullable()),
});
export type HeatAspect = z.infer<typeof heatAspect>;

const squadMember = z.object({
  studentId: id,
  surname: z.string(),
  givenName: z.string(),
  attemptCount: z.number().int(),
  rawPercent: percent.nullable(),
  /** Ability adjusted for difficulty, last 90 days of practice; null without marked attempts. */
  adjustedPercent: percent.nullable(),
  /** 80 % interval of the ability. */
  low: percent.nullable(),
  high: percent.nullable(),
  lastDate: day.nullable(),
  idleDays: z.number().int().nullable(),
});
export type SquadMember = z.infer<typeof squadMember>;

/** How results spread: lowest, quartiles, highest. */
const spread = z.object({
  count: z.number().int(),
  low: percent,
  quarter: percent,
  median: percent,
  threeQuarters: percent,
  high: percent,
});

const readinessParts = z.object({
  level: percent.nullable(),
  sections: percent,
  regularity: percent,
  depth: percent,
});
const readiness = z.object({ value: percent, parts: readinessParts });
export type InsightReadiness = z.infer<typeof readiness>;

const judge = z.object({
  expertId: id,
  surname: z.string(),
  givenName: z.string(),
  attemptCount: z.number().int(),
  studentCount: z.number().int(),
  /** Percentage points above (generous) or below (strict) what the students and projects make expected. */
  severity: percent,
  low: percent,
  high: percent,
  /** Points per 30 days; null when it cannot be told. */
  driftPer30Days: percent.nullable(),
  /** Whether the drift is clearly not zero. */
  isDrifting: z.boolean(),
  /** Points that the adjusted results of the students changed over the last 90 days; null without both halves. */
  groupGain: percent.nullable(),
});
export type InsightJudge = z.infer<typeof judge>;

const correlation = z.object({ value: z.number(), low: z.number(), high: z.number() });

const panelJudge = z.object({
  expertId: id,
  surname: z.string(),
  givenName: z.string(),
  /** Steps of the 0–3 scale above (generous) or below (strict) the panel. */
  severity: z.number(),
  driftPer30Days: z.number().nullable(),
  isDrifting: z.boolean(),
});
export type PanelJudge = z.infer<typeof panelJudge>;

/** Judges who marked the same aspects, and how well they agreed. */
const judgePanel = z.object({
  judges: z.array(panelJudge),
  /** Aspects of attempts that all of them scored. */
  targetCount: z.number().int(),
  from: day,
  to: day,
  /** ICC(2,1) and ICC(2,k) with 95 % intervals; null where they cannot be computed. */
  single: correlation.nullable(),
  mean: correlation.nullable(),
  /** Krippendorff's alpha of the scores as an order; null where it cannot be computed. */
  alpha: z.number().nullable(),
  verdict: z.enum(['good', 'moderate', 'poor', 'unknown']),
  /** Aspects on which they were furthest apart, in steps of the scale. */
  disputed: z.array(
    z.object({
      aspectId: id,
      description: z.string(),
      subCriterionCode: z.string(),
      schemeTitle: z.string(),
      spread: z.number(),
      count: z.number().int(),
    }),
  ),
});
export type JudgePanel = z.infer<typeof judgePanel>;

const person = z.strictObject({ studentId: id, competencyId: id });
const level = z.union([z.literal(80), z.literal(90), z.literal(95)]).default(80);

export const insightRoutes = {
  /** One student in one competency: results raw and adjusted, forecast, sections, load, bests, next action. */
  'insight.student': query({
    permission: 'progress.read',
    input: person.extend({ day: day.optional(), level }),
    output: z.object({
      points: z.array(attemptPoint),
      totalPoints: z.number().int(),
      /** Day of the next championship that is planned for; null without a plan. */
      championshipDay: day.nullable(),
      forecast,
      sections: z.array(sectionCost),
      load: z.array(loadPoint),
      /** Minutes of practice in this competency in all. */
      practiceMinutes: z.number().int(),
      /** Practices whose length is known: load is told from two on. */
      timedPractices: z.number().int(),
      /** Internships of this competency, or of none in particular, the latest first. */
      internships: z.array(ownInternship),
      bests: z.object({ percent: best.nullable(), wholeScheme: best.nullable(), fastest: best.nullable() }),
      targetPercent: percent.nullable(),
      next: nextAction,
      /** Standard deviation of what neither student nor project explains, in points. */
      residualDeviation: z.number().nullable(),
    }),
    errors: ['not_found'],
  }),
  /** Aspects against attempts, what leaves most marks to gain first. */
  'insight.heatMap': query({
    permission: 'progress.read',
    input: person.extend({ schemeId: id.optional() }),
    output: z.object({
      schemeId: id.nullable(),
      schemes: z.array(z.object({ id, title: z.string() })),
      attempts: z.array(z.object({ attemptId: id, sessionId: id, date: day })),
      aspects: z.array(heatAspect),
    }),
  }),
  /** A squad: who stands where and how sure that is, spread, sections, readiness. */
  'insight.squad': query({
    permission: 'progress.read',
    input: z.strictObject({ competencyId: id }),
    output: z.object({
      members: z.array(squadMember),
      /** Spread per month, oldest first. */
      distribution: z.array(spread.extend({ month: z.string() })),
      /** Spread per practice that several students attempted the same part at, oldest first. */
      practices: z.array(spread.extend({ sessionId: id, date: day, schemeTitle: z.string() })),
      /** Spread per attempt: everybody's first, second, third and so on, as far as several students have come. */
      attempts: z.array(spread.extend({ number: z.number().int() })),
      /** How the marks of the last 90 days of practice divide over the sections, beside their weights. */
      sections: z.array(
        z.object({
          number: z.number().int(),
          name: localizedName,
          weightHundredths: hundredths,
          practisedPercent: percent,
        }),
      ),
      readiness,
      targetPercent: percent.nullable(),
    }),
    errors: ['not_found'],
  }),
  /** Forecasts of all of a squad, computed aside; tells its progress in events with the same `task`. */
  'insight.squadForecast': query({
    permission: 'progress.read',
    input: z.strictObject({ competencyId: id, day: day.optional(), level, task: id }),
    output: z.object({
      day,
      students: z.array(z.object({ studentId: id, forecast })),
      /** How often the intervals made so far held what came next, over the whole squad. */
      coverage,
    }),
    errors: ['cancelled'],
  }),
  /** Ends a computation that runs aside; does nothing when it has ended. */
  'insight.cancel': query({
    permission: 'progress.read',
    input: z.strictObject({ task: id }),
    output: z.object({}),
  }),
  /** Readiness of each competency with candidates, and who has not practised for long. */
  'insight.college': query({
    permission: 'progress.read',
    input: nothing,
    output: z.object({
      competencies: z.array(z.object({ competencyId: id, readiness, candidateCount: z.number().int() })),
      idle: z.array(
        z.object({
          studentId: id,
          competencyId: id,
          surname: z.string(),
          givenName: z.string(),
          idleDays: z.number().int().nullable(),
        }),
      ),
    }),
  }),
  /** How well judges who mark together agree: panels of the last half year, the busiest first. */
  'insight.agreement': query({
    permission: 'progress.read',
    input: z.strictObject({ competencyId: id.optional() }),
    output: z.object({ panels: z.array(judgePanel) }),
  }),
  /** How strict those who mark are, and how their groups advance. */
  'insight.judges': query({
    permission: 'progress.read',
    input: z.strictObject({ competencyId: id.optional() }),
    output: z.object({ judges: z.array(judge), attemptCount: z.number().int() }),
  }),
};
