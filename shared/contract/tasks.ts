import { z } from 'zod';
import { languages } from './app.ts';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, text } from './values.ts';

export const taskStates = ['open', 'done', 'cancelled'] as const;
/** Who promised. */
export const taskSides = ['college', 'partner'] as const;

const taskFields = {
  title: filledLine,
  notes: text,
  dueDate: day.nullable(),
  side: z.enum(taskSides),
  responsibleId: id.nullable(),
  /** Name of somebody who is not among the experts. */
  responsible: line,
  competencyId: id.nullable(),
  partnerId: id.nullable(),
  /** The visit on which it was promised. */
  visitId: id.nullable(),
  eventId: id.nullable(),
  state: z.enum(taskStates),
  doneDate: day.nullable(),
};
/** What the form of a task holds. */
export const taskInput = z.strictObject(taskFields);
export type TaskInput = z.infer<typeof taskInput>;
export const taskRow = z.object({ id, ...taskFields, responsibleName: z.string(), partnerName: z.string() });
export type TaskRow = z.infer<typeof taskRow>;

/** What kinds of things have a date. */
export const agendaKinds = [
  'task',
  'obligation',
  'agreement_end',
  'visit',
  'internship',
  'availability',
  'event',
  'session',
  'milestone',
  'championship',
  'goal',
  'absence',
  'calibration',
  'service',
  'lent_return',
  'end_of_life',
  'purchase',
  'stock',
] as const;

/** Something with a date. */
const agendaEntry = z.object({
  /** Unique within the answer. */
  key: z.string(),
  kind: z.enum(agendaKinds),
  rowId: id,
  date: day,
  /** Last day; the same as `date` for one day. */
  endDate: day,
  startTime: z.string(),
  durationMinutes: z.number().int(),
  title: z.string(),
  place: z.string(),
  personId: id.nullable(),
  personName: z.string(),
  competencyIds: z.array(id),
  partnerId: id.nullable(),
  partnerName: z.string(),
  /** Somebody has to do something: it belongs to "what needs me". */
  isDuty: z.boolean(),
  isDone: z.boolean(),
});
export type AgendaEntry = z.infer<typeof agendaEntry>;

const span = {
  from: day,
  to: day,
  personId: id.optional(),
  competencyId: id.optional(),
  kind: z.enum(agendaKinds).optional(),
};

export const taskRoutes = {
  'tasks.list': query({
    permission: 'tasks.read',
    input: z.strictObject({ partnerId: id.optional() }),
    output: z.object({ tasks: z.array(taskRow) }),
  }),
  'tasks.save': command({
    permission: 'tasks.write',
    input: taskInput.extend({ id: id.optional() }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'tasks.setState': command({
    permission: 'tasks.write',
    input: z.strictObject({ id, state: z.enum(taskStates) }),
    output: done,
    errors: ['not_found'],
  }),
  'tasks.remove': command({
    permission: 'tasks.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Everything with a date between two days, and what is overdue before them. */
  'tasks.agenda': query({
    permission: 'tasks.read',
    input: z.strictObject(span),
    output: z.object({ entries: z.array(agendaEntry), overdue: z.array(agendaEntry) }),
  }),
  'tasks.exportCalendar': query({
    permission: 'tasks.read',
    input: z.strictObject({
      ...span,
      language: z.enum(languages),
      /** The word that stands before an entry of each kind, in the language of the file. */
      labels: z.record(z.enum(agendaKinds), line),
    }),
    output: z.object({ fileName: z.string(), content: z.string() }),
  }),
};
