import { z } from 'zod';
import { command, query } from './route.ts';
import { day, done, filledLine, hundredths, id, line, text } from './values.ts';

export const planPhaseKinds = ['general', 'special', 'competition', 'taper'] as const;
export const plannedKinds = ['practice', 'mock'] as const;
export const adherenceBands = ['as_planned', 'off', 'far', 'missing', 'unplanned'] as const;

/** `HH:MM`, or empty when the time is open. */
const startTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/);
const weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7);
const sectionNumbers = z.array(z.number().int().min(1).max(99)).max(40);

const phaseFields = {
  kind: z.enum(planPhaseKinds),
  startDate: day,
  endDate: day,
  weeklyMinutes: z.number().int().min(0).max(6000),
  /** Sections of the standard to cover. */
  sectionNumbers,
  /** Modules or topics in words. */
  focus: line,
};
const phaseInput = z.strictObject(phaseFields);
export type PlanPhaseInput = z.infer<typeof phaseInput>;
const phase = z.object({ id, ...phaseFields });
export type PlanPhase = z.infer<typeof phase>;

const milestoneFields = { date: day, title: filledLine, targetHundredths: hundredths.max(10_000).nullable() };
const milestoneInput = z.strictObject(milestoneFields);
export type PlanMilestoneInput = z.infer<typeof milestoneInput>;
const milestone = z.object({ id, ...milestoneFields });
export type PlanMilestone = z.infer<typeof milestone>;

const planRow = z.object({
  id,
  competencyId: id,
  title: z.string(),
  startDate: day,
  championshipDate: day,
  notes: z.string(),
  plannedMinutes: z.number().int(),
  sessionCount: z.number().int(),
  doneCount: z.number().int(),
});
export type PlanRow = z.infer<typeof planRow>;

/** A plan beside what stands in the way of its sessions from today on. */
const listedPlan = planRow.extend({
  /** Sessions with a conflict of any kind, and the day of the nearest one. */
  clashes: z.object({ sessionCount: z.number().int(), firstDate: day.nullable() }),
});
export type ListedPlan = z.infer<typeof listedPlan>;

const sessionFields = {
  competencyId: id,
  planId: id.nullable(),
  date: day,
  startTime,
  durationMinutes: z.number().int().min(5).max(1440),
  kind: z.enum(plannedKinds),
  workshop: line,
  focus: line,
  expertId: id.nullable(),
  schemeId: id.nullable(),
  sectionNumbers,
  /** Null: the whole squad. */
  studentIds: z.array(id).max(500).nullable(),
};
const plannedInput = z.strictObject(sessionFields);
export type PlannedSessionInput = z.infer<typeof plannedInput>;

const adherence = z.object({
  plannedMinutes: z.number(),
  doneMinutes: z.number(),
  /** Difference in percent of the plan; null when nothing was planned. */
  differencePercent: z.number().nullable(),
  band: z.enum(adherenceBands),
});
export type AdherenceFigures = z.infer<typeof adherence>;

const plannedSession = z.object({
  id,
  ...sessionFields,
  /** Day that was planned first. */
  originalDate: day,
  expertName: z.string().nullable(),
  /** The session that it became; null: not yet. */
  sessionId: id.nullable(),
  doneMinutes: z.number().int().nullable(),
  /** Null while its day is not over and it has not been held. */
  adherence: adherence.nullable(),
});
export type PlannedSession = z.infer<typeof plannedSession>;

const conflict = z.object({
  kind: z.enum(['workshop', 'expert', 'student', 'absence', 'hours']),
  sessionId: id,
  otherId: id.nullable(),
  /** Surnames of those concerned. */
  names: z.array(z.string()),
});
export type PlanConflict = z.infer<typeof conflict>;

const absence = z.object({
  id,
  studentId: id,
  surname: z.string(),
  givenName: z.string(),
  fromDate: day,
  toDate: day,
  reason: z.string(),
});
export type AbsenceRow = z.infer<typeof absence>;

const weeklyFields = {
  studentId: id,
  kind: z.enum(['can', 'cannot']),
  weekdays,
  /** Both empty: the whole day. */
  fromTime: startTime,
  toTime: startTime,
  reason: line,
};
const weeklyHours = z.object({ id, surname: z.string(), givenName: z.string(), ...weeklyFields });
export type WeeklyHoursRow = z.infer<typeof weeklyHours>;

const named = adherence.extend({ id: z.string(), name: z.string() });
export type NamedAdherence = z.infer<typeof named>;

const span = { from: day, to: day, competencyId: id.optional() };

export const planRoutes = {
  'plan.list': query({
    permission: 'training.read',
    input: z.strictObject({ competencyId: id.optional() }),
    output: z.object({ plans: z.array(listedPlan) }),
  }),
  'plan.get': query({
    permission: 'training.read',
    input: z.strictObject({ id }),
    output: planRow.extend({ phases: z.array(phase), milestones: z.array(milestone) }),
    errors: ['not_found'],
  }),
  /** Makes a plan backwards from its day: phases, and sessions on the weekdays given. */
  'plan.create': command({
    permission: 'training.write',
    input: z.strictObject({
      competencyId: id,
      title: filledLine,
      startDate: day,
      championshipDate: day,
      weeklyMinutes: z.number().int().min(30).max(6000),
      longestMinutes: z.number().int().min(15).max(1440),
      weekdays,
      startTime,
      workshop: line,
      expertId: id.nullable(),
      /** Phases, milestones and sessions of a template take the place of the standard ones. */
      templateId: id.nullable(),
    }),
    output: z.object({ id, sessionCount: z.number().int() }),
    errors: ['not_found', 'plan_dates'],
  }),
  'plan.update': command({
    permission: 'training.write',
    input: z.strictObject({ id, title: filledLine, notes: text }),
    output: done,
    errors: ['not_found'],
  }),
  /** Puts title, notes, phases and milestones in the place of a plan's, as one action. */
  'plan.edit': command({
    permission: 'training.write',
    input: z.strictObject({
      id,
      title: filledLine,
      notes: text,
      phases: z.array(phaseInput).max(20),
      milestones: z.array(milestoneInput).max(100),
    }),
    output: done,
    errors: ['not_found', 'plan_dates'],
  }),
  'plan.setPhases': command({
    permission: 'training.write',
    input: z.strictObject({ planId: id, phases: z.array(phaseInput).max(20) }),
    output: done,
    errors: ['not_found', 'plan_dates'],
  }),
  'plan.setMilestones': command({
    permission: 'training.write',
    input: z.strictObject({ planId: id, milestones: z.array(milestoneInput).max(100) }),
    output: done,
    errors: ['not_found'],
  }),
  /** Moves all that is not done yet so that the plan ends on another day. */
  'plan.shift': command({
    permission: 'training.write',
    input: z.strictObject({ id, championshipDate: day }),
    output: done,
    errors: ['not_found', 'plan_dates'],
  }),
  'plan.copy': command({
    permission: 'training.write',
    input: z.strictObject({ id, competencyId: id, championshipDate: day, title: filledLine }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  /** Removes a plan with its sessions that have not been held. */
  'plan.remove': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  'plan.listTemplates': query({
    permission: 'training.read',
    input: z.strictObject({}),
    output: z.object({
      templates: z.array(
        z.object({ id, title: z.string(), days: z.number().int(), sessionCount: z.number().int() }),
      ),
    }),
  }),
  'plan.saveTemplate': command({
    permission: 'training.write',
    input: z.strictObject({ planId: id, title: filledLine }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'plan.removeTemplate': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** All that the calendar shows between two days. */
  'plan.calendar': query({
    permission: 'training.read',
    input: z.strictObject(span),
    output: z.object({
      sessions: z.array(plannedSession),
      /** Sessions that were held without a plan. */
      unplanned: z.array(
        z.object({
          id,
          competencyId: id,
          date: day,
          durationMinutes: z.number().int().nullable(),
          workshop: z.string(),
        }),
      ),
      milestones: z.array(milestone.extend({ planId: id, competencyId: id })),
      championships: z.array(z.object({ planId: id, competencyId: id, date: day, title: z.string() })),
      absences: z.array(absence),
      conflicts: z.array(conflict),
    }),
  }),
  'plan.createSession': command({
    permission: 'training.write',
    input: plannedInput,
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'plan.updateSession': command({
    permission: 'training.write',
    input: z.strictObject({ id, ...sessionFields }),
    output: done,
    errors: ['not_found'],
  }),
  /** Moves a session to another day; the day that was planned first is kept. */
  'plan.moveSession': command({
    permission: 'training.write',
    input: z.strictObject({ id, date: day, startTime: startTime.optional() }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  'plan.removeSession': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  /** Makes the training session of a planned one, with its students and their attempts when it names a scheme. */
  'plan.startSession': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: z.object({ sessionId: id }),
    errors: ['not_found'],
  }),
  'plan.addAbsence': command({
    permission: 'training.write',
    input: z.strictObject({ studentId: id, fromDate: day, toDate: day, reason: line }),
    output: z.object({ id }),
    errors: ['not_found', 'plan_dates'],
  }),
  'plan.removeAbsence': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Hours of the week in which students can come, or cannot: of everybody, or of a squad. */
  'plan.listWeeklyHours': query({
    permission: 'training.read',
    input: z.strictObject({ competencyId: id.optional() }),
    output: z.object({ hours: z.array(weeklyHours) }),
  }),
  'plan.addWeeklyHours': command({
    permission: 'training.write',
    input: z.strictObject(weeklyFields),
    output: z.object({ id }),
    errors: ['not_found', 'plan_times'],
  }),
  'plan.removeWeeklyHours': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Done against planned, for days that are over: per week, competency, expert and student. */
  'plan.adherence': query({
    permission: 'training.read',
    input: z.strictObject(span),
    output: z.object({
      weeks: z.array(adherence.extend({ week: day })),
      competencies: z.array(named),
      experts: z.array(named),
      students: z.array(named),
    }),
  }),
  /** The calendar as a file for other programs (.ics). */
  'plan.exportCalendar': query({
    permission: 'training.read',
    input: z.strictObject({ ...span, language: z.enum(['kk', 'ru', 'en']) }),
    output: z.object({ fileName: z.string(), content: z.string() }),
  }),
};
