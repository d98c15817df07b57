import { z } from 'zod';
import { command, query } from './route.ts';
import { day, done, id, line, moment, nothing, text } from './values.ts';

export const watchStates = ['running', 'paused', 'waiting', 'stopped'] as const;
/** `note`: nothing went wrong, it is only worth keeping. */
export const incidentCategories = ['safety', 'tool', 'time', 'task_misread', 'other', 'note'] as const;

const timer = z.object({
  id,
  sessionId: id,
  studentId: id,
  attemptId: id.nullable(),
  /** Module or part, in words. */
  label: z.string(),
  state: z.enum(watchStates),
  runningSince: moment.nullable(),
  elapsedSeconds: z.number().int(),
  waitingSince: moment.nullable(),
  waitingSeconds: z.number().int(),
});
export type TimerRow = z.infer<typeof timer>;

const incident = z.object({
  id,
  sessionId: id,
  studentId: id.nullable(),
  at: moment,
  category: z.enum(incidentCategories),
  note: z.string(),
});
export type IncidentRow = z.infer<typeof incident>;

export const practiceRoutes = {
  /** Stopwatches and incidents of a session. */
  'practice.getBoard': query({
    permission: 'training.read',
    input: z.strictObject({ sessionId: id }),
    output: z.object({ timers: z.array(timer), incidents: z.array(incident), now: moment }),
  }),
  /** Sessions with stopwatches that have not been stopped, the latest first: what a crash or a lunch left open. */
  'practice.listOpen': query({
    permission: 'training.read',
    input: nothing,
    output: z.object({
      sessions: z.array(
        z.object({
          sessionId: id,
          competencyId: id,
          date: day,
          running: z.number().int(),
          standing: z.number().int(),
        }),
      ),
    }),
  }),
  /** Starts a stopwatch for each of the students; one that a student has open is stopped: a new module begins. */
  'practice.startTimers': command({
    permission: 'training.write',
    input: z.strictObject({ sessionId: id, studentIds: z.array(id).min(1).max(100), label: line }),
    output: z.object({ ids: z.array(id) }),
    errors: ['not_found'],
  }),
  /** Pauses, resumes, marks as waiting, or stops stopwatches; a stopped one gives its time to the student's attempt. */
  'practice.switchTimers': command({
    permission: 'training.write',
    input: z.strictObject({ ids: z.array(id).min(1).max(100), state: z.enum(watchStates) }),
    output: done,
    errors: ['not_found'],
  }),
  'practice.removeTimer': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  'practice.addIncident': command({
    permission: 'training.write',
    input: z.strictObject({
      sessionId: id,
      studentId: id.nullable(),
      category: z.enum(incidentCategories),
      note: text,
    }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'practice.removeIncident': command({
    permission: 'training.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Makes a session like the last one of the competency, or like the one given: same place, people and scheme. */
  'practice.repeatLast': command({
    permission: 'training.write',
    input: z.strictObject({ competencyId: id, date: day, sessionId: id.optional() }),
    output: z.object({ sessionId: id }),
    errors: ['not_found'],
  }),
};
