import { z } from 'zod';
import { medalKinds } from '../domain/assessment/medals.ts';
import { stages } from './championships.ts';
import { foundRecords } from './partners.ts';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, nothing, text } from './values.ts';

/** What students do beside practice. */
export const eventKinds = [
  'reading',
  'literary',
  'sport',
  'language',
  'graduate',
  'psychology',
  'first_aid',
  'culture',
  'volunteering',
  'other',
] as const;
export type EventKind = (typeof eventKinds)[number];
/** What an event is meant to grow. */
export const growthAims = [
  'communication',
  'composure',
  'teamwork',
  'languages',
  'culture',
  'health',
] as const;
export type GrowthAim = (typeof growthAims)[number];
export const eventStates = ['planned', 'held', 'cancelled'] as const;
export const participantRoles = ['participant', 'speaker', 'organiser', 'winner'] as const;
export const presences = ['invited', 'present', 'absent'] as const;
export const awardKinds = ['championship', 'certificate', 'diploma', 'course'] as const;

const clock = z.string().regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/);

const eventFields = {
  kind: z.enum(eventKinds),
  title: filledLine,
  /** Project or series that it belongs to, for example the reading project of the library. */
  series: line,
  date: day,
  startTime: clock,
  durationMinutes: z.number().int().min(0).max(100_000),
  place: line,
  organiserId: id.nullable(),
  /** Organiser who is not among the experts: a library, a circle. */
  organiser: line,
  partnerId: id.nullable(),
  aims: z.array(z.enum(growthAims)).max(growthAims.length),
  state: z.enum(eventStates),
  description: text,
};
/** What the form of an event holds. */
export const eventInput = z.strictObject(eventFields);
export type EventInput = z.infer<typeof eventInput>;

const participant = z.object({
  studentId: id,
  studentName: z.string(),
  groupName: z.string(),
  role: z.enum(participantRoles),
  presence: z.enum(presences),
  note: z.string(),
});
export type EventParticipant = z.infer<typeof participant>;

const eventRow = z.object({
  id,
  ...eventFields,
  organiserName: z.string(),
  partnerName: z.string(),
  invitedCount: z.number().int(),
  presentCount: z.number().int(),
});
export type EventRow = z.infer<typeof eventRow>;

const awardFields = {
  studentId: id,
  kind: z.enum(awardKinds),
  title: filledLine,
  issuer: line,
  date: day,
  /** Place taken, hours of a course, number of the paper: as written there. */
  result: line,
};
/** What the form of a certificate or a championship result holds. */
export const awardInput = z.strictObject(awardFields);
export type AwardInput = z.infer<typeof awardInput>;
const awardRow = z.object({ id, ...awardFields });
export type AwardRow = z.infer<typeof awardRow>;

const aimCount = z.object({ aim: z.enum(growthAims), count: z.number().int() });

export const developmentEventRoutes = {
  'events.list': query({
    permission: 'events.read',
    input: nothing,
    output: z.object({ events: z.array(eventRow) }),
  }),
  'events.get': query({
    permission: 'events.read',
    input: z.strictObject({ id }),
    output: z.object({ event: eventRow, participants: z.array(participant) }),
    errors: ['not_found'],
  }),
  'events.save': command({
    permission: 'events.write',
    input: eventInput.extend({ id: id.optional() }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'events.remove': command({
    permission: 'events.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Who takes part: the whole list, which replaces the one before. */
  'events.setParticipants': command({
    permission: 'events.write',
    input: z.strictObject({
      eventId: id,
      participants: z
        .array(
          z.strictObject({
            studentId: id,
            role: z.enum(participantRoles),
            presence: z.enum(presences),
            note: line,
          }),
        )
        .max(2000),
    }),
    output: done,
    errors: ['not_found'],
  }),
  /** Participation by group, and what each student has grown in between two days. */
  'events.balance': query({
    permission: 'events.read',
    input: z.strictObject({ from: day, to: day }),
    output: z.object({
      groups: z.array(
        z.object({
          groupName: z.string(),
          studentCount: z.number().int(),
          /** Students who were at one event at least. */
          reachedCount: z.number().int(),
          visitCount: z.number().int(),
        }),
      ),
      students: z.array(
        z.object({
          studentId: id,
          studentName: z.string(),
          groupName: z.string(),
          competencyIds: z.array(id),
          eventCount: z.number().int(),
          /** How often each aim was met, all aims in order. */
          aims: z.array(aimCount),
          practiceMinutes: z.number().int(),
        }),
      ),
    }),
  }),
  /** What brings a student's growth together: events, internships, championships, certificates, practice. */
  'events.portfolio': query({
    permission: 'events.read',
    input: z.strictObject({ studentId: id }),
    output: z.object({
      studentId: id,
      studentName: z.string(),
      groupName: z.string(),
      speciality: z.string(),
      course: z.number().int().nullable(),
      practiceMinutes: z.number().int(),
      practiceCount: z.number().int(),
      aims: z.array(aimCount),
      events: z.array(
        z.object({
          eventId: id,
          date: day,
          kind: z.enum(eventKinds),
          title: z.string(),
          role: z.enum(participantRoles),
          note: z.string(),
        }),
      ),
      internships: z.array(
        z.object({
          id,
          partnerName: z.string(),
          competencyId: id.nullable(),
          startDate: day,
          endDate: day,
          mentorName: z.string(),
          minutes: z.number().int(),
          conclusion: z.string(),
        }),
      ),
      squads: z.array(z.object({ competencyId: id, since: day, status: z.string() })),
      /** Where the student competes or competed, the latest first. */
      championships: z.array(
        z.object({
          entryId: id,
          /** The student, or the team with the student in it. */
          competitorId: id,
          championshipId: id,
          competencyId: id,
          name: z.string(),
          stage: z.enum(stages),
          date: day,
          isMock: z.boolean(),
          isPublished: z.boolean(),
          /** Place, medal and percent of the maximum of published results; null before, or without a rank. */
          place: z.number().int().nullable(),
          medal: z.enum(medalKinds).nullable(),
          percent: z.number().nullable(),
        }),
      ),
      awards: z.array(awardRow),
    }),
    errors: ['not_found'],
  }),
  'events.saveAward': command({
    permission: 'events.write',
    input: awardInput.extend({ id: id.optional() }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'events.removeAward': command({
    permission: 'events.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  'events.search': query({
    permission: 'events.read',
    input: z.strictObject({ text: line, limit: z.number().int().min(1).max(100).default(20) }),
    output: foundRecords,
  }),
};
