import type { Kysely } from 'kysely';
import type { AwardInput, EventInput, EventRow } from '#shared/contract/developmentEvents.ts';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import { countAims, groupShares } from '#shared/domain/development/balance.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import { saveRow } from '../../database/changes/save.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound, found } from '../../router/refusal.ts';
import {
  exist,
  listAwards,
  listEvents,
  listParticipants,
  listPractice,
  listSquads,
  listStudents,
} from './events.repository.ts';

type Db = Kysely<Schema>;
type Portfolio = RouteOutput<'events.portfolio'>;

/** What belongs to other features, which pass it in. */
export interface PortfolioSources {
  listInternshipsOf(db: Db, studentId: string): Promise<Portfolio['internships']>;
  listContestsOf(db: Db, studentId: string): Promise<Portfolio['championships']>;
}

/** Adds or changes an event. @returns the id @throws Refusal `not_found` */
export async function saveEvent(
  work: Work,
  input: EventInput & { id?: string | undefined },
): Promise<string> {
  assertFound(await exist(work.db, 'experts', [input.organiserId]), 'expert');
  assertFound(await exist(work.db, 'partners', [input.partnerId]), 'partner');
  const fields = {
    kind: input.kind,
    title: input.title,
    series: input.series,
    date: input.date,
    start_time: input.startTime,
    duration_minutes: input.durationMinutes,
    place: input.place,
    organiser_id: input.organiserId,
    organiser: input.organiser,
    partner_id: input.partnerId,
    aims_json: JSON.stringify(input.aims),
    state: input.state,
    description: input.description,
    search_text: foldForSearch(input.title, input.series, input.place, input.organiser),
  };
  return found(await saveRow(work, 'development_events', input.id, fields), 'event');
}

/** Deletes an event and who took part in it. @throws Refusal `not_found` */
export async function removeEvent(work: Work, id: string): Promise<void> {
  for (const one of await listParticipants(work.db, { eventId: id }))
    await work.remove('event_participants', one.id);
  assertFound(await work.remove('development_events', id), 'event');
}

/** Puts a list of participants in the place of the one before. @throws Refusal `not_found` */
export async function setParticipants(
  work: Work,
  { eventId, participants }: ParsedInput<'events.setParticipants'>,
): Promise<void> {
  assertFound(await exist(work.db, 'development_events', [eventId]), 'event');
  const wanted = new Map(participants.map((one) => [one.studentId, one]));
  assertFound(await exist(work.db, 'students', [...wanted.keys()]), 'student');
  for (const old of await listParticipants(work.db, { eventId })) {
    const next = wanted.get(old.studentId);
    wanted.delete(old.studentId);
    if (!next) await work.remove('event_participants', old.id);
    else {
      const { role, presence, note } = next;
      await work.update('event_participants', old.id, { role, presence, note });
    }
  }
  work.insertMany(
    'event_participants',
    [...wanted.values()].map(({ studentId, ...rest }) => ({
      id: work.newId(),
      event_id: eventId,
      student_id: studentId,
      ...rest,
    })),
  );
}

/** Adds or changes a certificate or result. @returns the id @throws Refusal `not_found` */
export async function saveAward(
  work: Work,
  input: AwardInput & { id?: string | undefined },
): Promise<string> {
  assertFound(await exist(work.db, 'students', [input.studentId]), 'student');
  const { kind, title, issuer, date, result } = input;
  const fields = { student_id: input.studentId, kind, title, issuer, date, result };
  return found(await saveRow(work, 'student_awards', input.id, fields), 'award');
}

/** An event and who takes part. @throws Refusal `not_found` */
export async function describeEvent(db: Db, id: string): Promise<RouteOutput<'events.get'>> {
  const event = found(
    (await listEvents(db)).find((one) => one.id === id),
    'event',
  );
  const participants = await listParticipants(db, { eventId: id });
  return { event, participants: participants.map(({ id: _, eventId: __, ...rest }) => rest) };
}

/** Events that were held, by the student who was there. */
async function heldByStudent(db: Db, span: { from: string; to: string }): Promise<Map<string, EventRow[]>> {
  const held = new Map(
    (await listEvents(db))
      .filter((one) => one.state === 'held' && one.date >= span.from && one.date <= span.to)
      .map((one) => [one.id, one]),
  );
  const byStudent = new Map<string, EventRow[]>();
  for (const { studentId, eventId, presence } of await listParticipants(db, {})) {
    const event = held.get(eventId);
    if (!event || presence !== 'present') continue;
    const own = byStudent.get(studentId) ?? [];
    own.push(event);
    byStudent.set(studentId, own);
  }
  return byStudent;
}

/** Participation by group, and the balance of each student who studies now, between two days. */
export async function describeBalance(
  db: Db,
  span: { from: string; to: string },
): Promise<RouteOutput<'events.balance'>> {
  const held = await heldByStudent(db, span);
  const practice = await listPractice(db, span);
  const squads = Map.groupBy(
    (await listSquads(db)).filter((one) => one.status !== 'left'),
    (one) => one.studentId,
  );
  const studying = (await listStudents(db)).filter((one) => one.status === 'active');
  const students = studying.map((student) => {
    const events = held.get(student.id) ?? [];
    return {
      studentId: student.id,
      studentName: student.name,
      groupName: student.groupName,
      competencyIds: (squads.get(student.id) ?? []).map((one) => one.competencyId),
      eventCount: events.length,
      aims: countAims(events),
      practiceMinutes: practice.get(student.id)?.minutes ?? 0,
    };
  });
  return { groups: groupShares(students), students };
}

const ALL_DAYS = { from: '0000-01-01', to: '9999-12-31' };

/** What brings a student's growth together. @throws Refusal `not_found` */
export async function describePortfolio(
  db: Db,
  studentId: string,
  sources: PortfolioSources,
): Promise<Portfolio> {
  const student = found(
    (await listStudents(db)).find((one) => one.id === studentId),
    'student',
  );
  const events = new Map((await listEvents(db)).map((one) => [one.id, one]));
  const attended = (await listParticipants(db, { studentId })).flatMap((one) => {
    const event = events.get(one.eventId);
    return event?.state === 'held' && one.presence === 'present' ? [{ event, ...one }] : [];
  });
  const practice = (await listPractice(db, { ...ALL_DAYS, studentId })).get(studentId);
  const squads = (await listSquads(db)).filter((one) => one.studentId === studentId);
  return {
    studentId,
    studentName: student.name,
    groupName: student.groupName,
    speciality: student.speciality,
    course: student.course,
    practiceMinutes: practice?.minutes ?? 0,
    practiceCount: practice?.count ?? 0,
    aims: countAims(attended.map(({ event }) => event)),
    events: attended
      .map(({ event, role, note }) => ({
        eventId: event.id,
        date: event.date,
        kind: event.kind,
        title: event.title,
        role,
        note,
      }))
      .toSorted((a, b) => b.date.localeCompare(a.date)),
    internships: await sources.listInternshipsOf(db, studentId),
    championships: await sources.listContestsOf(db, studentId),
    squads: squads.map(({ competencyId, since, status }) => ({ competencyId, since, status })),
    awards: await listAwards(db, studentId),
  };
}

/** Events as entries of the calendar. One that was to be held and of which nothing is written is a duty. */
export async function listEventDates(db: Db): Promise<AgendaEntry[]> {
  const events = (await listEvents(db)).filter((one) => one.state !== 'cancelled');
  return events.map((one) => ({
    key: `event/${one.id}`,
    kind: 'event',
    rowId: one.id,
    date: one.date,
    endDate: one.date,
    startTime: one.startTime,
    durationMinutes: one.durationMinutes,
    title: one.title,
    place: one.place,
    personId: one.organiserId,
    personName: one.organiserName,
    competencyIds: [],
    partnerId: one.partnerId,
    partnerName: one.partnerName,
    isDuty: one.state === 'planned',
    isDone: one.state === 'held',
  }));
}
