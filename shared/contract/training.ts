import { z } from 'zod';
import { attemptStates } from '../domain/assessment/attemptLife.ts';
import { command, query } from './route.ts';
import { measuredValue } from './schemeDocument.ts';
import { day, done, hundredths, id, line, text } from './values.ts';

export const attendanceStates = ['present', 'late', 'absent', 'excused'] as const;
/** States of a result; further steps than these two are taken with `assessment.changeState`. */
export const attemptStatuses = attemptStates;
const everydayStatuses = ['draft', 'complete'] as const;

const sessionFields = {
  competencyId: id,
  date: day,
  /** Planned or real length of the whole session; null when nobody noted it. */
  durationMinutes: z.number().int().min(1).max(1440).nullable(),
  workshop: line,
  expertId: id.nullable(),
  notes: text,
};

/** What the form of a training session holds. */
export const sessionInput = z.strictObject(sessionFields);
export type SessionInput = z.infer<typeof sessionInput>;

const sessionRow = z.object({
  id,
  ...sessionFields,
  expertName: z.string().nullable(),
  presentCount: z.number().int(),
  attemptCount: z.number().int(),
  /** Mean percent over the session's attempts that have marks; null when there are none. */
  meanPercent: z.number().nullable(),
});
export type SessionRow = z.infer<typeof sessionRow>;

const attendance = z.object({ studentId: id, state: z.enum(attendanceStates), note: z.string() });
export type AttendanceRow = z.infer<typeof attendance>;

const attemptTotals = z.object({
  attemptId: id,
  /** Sum of the marks given. */
  markHundredths: hundredths,
  /** Sum of the maxima of the aspects that were marked (not of those not attempted or still empty). */
  markedMaxHundredths: hundredths,
  /** Sum of the maxima of all aspects in the attempt's scope. */
  scopeMaxHundredths: hundredths,
  markedCount: z.number().int(),
  notAttemptedCount: z.number().int(),
  scopeCount: z.number().int(),
});
export type AttemptTotals = z.infer<typeof attemptTotals>;

const attempt = attemptTotals.omit({ attemptId: true }).extend({
  id,
  sessionId: id,
  studentId: id,
  schemeId: id,
  /** Of a team its name; the other two are then empty. */
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  /** Of a team; nobody for one person. */
  memberNames: z.array(z.string()),
  /** In the order of their names. */
  memberIds: z.array(id),
  schemeTitle: z.string(),
  /** Sub-criteria that are practised; null: the whole scheme. */
  subCriterionIds: z.array(id).nullable(),
  status: z.enum(attemptStatuses),
  /** Sub-criteria that a second person has verified on their own: they are closed for marks. */
  verifiedSubCriterionIds: z.array(id),
  durationMinutes: z.number().int().nullable(),
  notes: z.string(),
});
export type AttemptRow = z.infer<typeof attempt>;

/** What a cell of the score grid holds. Not attempted is a state of its own, never a zero. */
export const markEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), markHundredths: hundredths }),
  z.strictObject({ kind: z.literal('score'), score: z.number().int().min(0).max(3) }),
  /** What was measured, where the aspect has a calculation; the mark is computed from it. */
  z.strictObject({ kind: z.literal('measured'), measured: measuredValue }),
  z.strictObject({ kind: z.literal('not_attempted') }),
]);
export type MarkEntry = z.infer<typeof markEntry>;

const storedMark = z.object({
  attemptId: id,
  aspectId: id,
  outcome: z.enum(['marked', 'not_attempted']),
  /** Null when not attempted. */
  markHundredths: hundredths.nullable(),
  /** Judgement 0–3; null for a measurement. */
  score: z.number().int().nullable(),
  /** What was measured; null where a mark was given by hand, and for a judgement. */
  measured: measuredValue.nullable(),
});
export type StoredMark = z.infer<typeof storedMark>;

export const trainingRoutes = {
  'training.listSessions': query({
    permission: 'training.read',
    input: z.strictObject({
      competencyId: id.optional(),
      studentId: id.optional(),
      from: day.optional(),
      to: day.optional(),
      limit: z.number().int().min(1).max(5000).default(500),
    }),
    output: z.object({ sessions: z.array(sessionRow), total: z.number().int() }),
  }),
  'training.getSession': query({
    permission: 'training.read',
    input: z.strictObject({ id }),
    output: z.object({
      session: sessionRow,
      attendance: z.array(attendance),
      attempts: z.array(attempt),
    }),
    errors: ['not_found'],
  }),
  'training.createSession': command({
    permission: 'training.write',
    input: sessionInput,
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'training.updateSession': command({
    permission: 'training.write',
    input: z.strictObject({ id, ...sessionFields }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  'training.removeSession': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  'training.setAttendance': command({
    permission: 'training.write',
    input: z.strictObject({
      sessionId: id,
      entries: z
        .array(
          z.strictObject({
            studentId: id,
            state: z.enum(attendanceStates).nullable(),
            note: line.optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: done,
    errors: ['not_found'],
  }),
  /** Starts an attempt of each student at the scheme, or at some of its sub-criteria. */
  'training.addAttempts': command({
    permission: 'training.write',
    input: z.strictObject({
      sessionId: id,
      schemeId: id,
      studentIds: z.array(id).min(1).max(100),
      subCriterionIds: z.array(id).min(1).max(500).nullable(),
    }),
    output: z.object({ attemptIds: z.array(id) }),
    errors: ['not_found'],
  }),
  'training.updateAttempt': command({
    permission: 'training.write',
    input: z.strictObject({
      id,
      status: z.enum(everydayStatuses),
      durationMinutes: z.number().int().min(1).max(6000).nullable(),
      notes: text,
    }),
    output: done,
    errors: ['not_found', 'attempt_closed', 'attempt_marks_missing'],
  }),
  'training.removeAttempt': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  /** All that the score grid shows of one scheme in one session: attempts and their marks. */
  'training.getSheet': query({
    permission: 'training.read',
    input: z.strictObject({ sessionId: id, schemeId: id }),
    output: z.object({
      attempts: z.array(attempt),
      marks: z.array(storedMark),
      /** Sub-criteria whose judgements a team of judges scores: nobody types a single score there. */
      teamSubCriterionIds: z.array(id),
    }),
    errors: ['not_found'],
  }),
  /** Stores cells of the grid as one action: all of them or, when one is wrong, none. `entry: null` empties a cell. */
  'training.setMarks': command({
    permission: 'training.write',
    input: z.strictObject({
      marks: z
        .array(z.strictObject({ attemptId: id, aspectId: id, entry: markEntry.nullable() }))
        .min(1)
        .max(10_000),
      /** Why marks are corrected; kept with them. */
      reason: line.optional(),
    }),
    output: z.object({ marks: z.array(storedMark), totals: z.array(attemptTotals) }),
    errors: [
      'not_found',
      'mark_above_maximum',
      'mark_wrong_kind',
      'mark_partial_not_allowed',
      'mark_by_judges',
      'measured_wrong_kind',
      'measured_out_of_range',
      'calculation_not_computable',
      'aspect_not_in_attempt',
      'attempt_closed',
      'form_verified',
    ],
  }),
};
