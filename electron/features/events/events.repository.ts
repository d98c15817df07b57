import { sql, type Kysely, type Selectable } from 'kysely';
import type { AwardRow, EventParticipant, EventRow, GrowthAim } from '#shared/contract/developmentEvents.ts';
import { foldForSearch, matchesSearch, searchTerms } from '#shared/lib/searchText.ts';
import type { StudentAwardTable } from '../../database/schema/development.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

const fullName = (row: { surname: string; given_name: string; patronymic: string }): string =>
  [row.surname, row.given_name, row.patronymic].filter((part) => part !== '').join(' ');

async function countPresence(db: Db): Promise<Map<string, { invited: number; present: number }>> {
  const rows = await db
    .selectFrom('event_participants')
    .innerJoin('students', 'students.id', 'event_participants.student_id')
    .select(['event_id', 'presence', (select) => select.fn.countAll<number>().as('count')])
    .where('event_participants.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .groupBy(['event_id', 'presence'])
    .execute();
  const counts = new Map<string, { invited: number; present: number }>();
  for (const row of rows) {
    const own = counts.get(row.event_id) ?? { invited: 0, present: 0 };
    own.invited += row.count;
    if (row.presence === 'present') own.present += row.count;
    counts.set(row.event_id, own);
  }
  return counts;
}

/** All events with the numbers of their participants, the latest first. */
export async function listEvents(db: Db): Promise<EventRow[]> {
  const rows = await db
    .selectFrom('development_events')
    .leftJoin('experts', 'experts.id', 'development_events.organiser_id')
    .leftJoin('partners', 'partners.id', 'development_events.partner_id')
    .selectAll('development_events')
    .select(['experts.surname', 'experts.given_name', 'partners.name as partner_name'])
    .where('development_events.deleted_at', 'is', null)
    .orderBy('development_events.date', 'desc')
    .orderBy('development_events.id')
    .execute();
  const counts = await countPresence(db);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as EventRow['kind'],
    title: row.title,
    series: row.series,
    date: row.date,
    startTime: row.start_time,
    durationMinutes: row.duration_minutes,
    place: row.place,
    organiserId: row.organiser_id,
    organiser: row.organiser,
    organiserName: row.surname === null ? row.organiser : `${row.surname} ${row.given_name ?? ''}`.trim(),
    partnerId: row.partner_id,
    partnerName: row.partner_name ?? '',
    aims: JSON.parse(row.aims_json) as GrowthAim[],
    state: row.state as EventRow['state'],
    description: row.description,
    invitedCount: counts.get(row.id)?.invited ?? 0,
    presentCount: counts.get(row.id)?.present ?? 0,
  }));
}

/** A participation with the id of its row. */
export interface StoredParticipant extends EventParticipant {
  id: string;
  eventId: string;
}

/** Participants of an event, or of all of a student's events. */
export async function listParticipants(
  db: Db,
  filter: { eventId?: string; studentId?: string },
): Promise<StoredParticipant[]> {
  const { eventId, studentId } = filter;
  const rows = await db
    .selectFrom('event_participants')
    .innerJoin('students', 'students.id', 'event_participants.student_id')
    .selectAll('event_participants')
    .select(['surname', 'given_name', 'patronymic', 'group_name'])
    .where('event_participants.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .$if(eventId !== undefined, (query) => query.where('event_id', '=', eventId ?? ''))
    .$if(studentId !== undefined, (query) => query.where('student_id', '=', studentId ?? ''))
    .orderBy('event_participants.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    eventId: row.event_id,
    studentId: row.student_id,
    studentName: fullName(row),
    groupName: row.group_name,
    role: row.role as EventParticipant['role'],
    presence: row.presence as EventParticipant['presence'],
    note: row.note,
  }));
}

/** Who was at which event. */
export async function listPresences(db: Db): Promise<{ eventId: string; studentId: string }[]> {
  const all = await listParticipants(db, {});
  return all
    .filter(({ presence }) => presence === 'present')
    .map(({ eventId, studentId }) => ({ eventId, studentId }));
}

/** A student as the balance and the portfolio need it. */
export interface GrowingStudent {
  id: string;
  name: string;
  groupName: string;
  speciality: string;
  course: number | null;
  status: string;
}

/** Students that are not deleted. */
export async function listStudents(db: Db): Promise<GrowingStudent[]> {
  const rows = await db.selectFrom('students').selectAll().where('deleted_at', 'is', null).execute();
  return rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    groupName: row.group_name,
    speciality: row.speciality,
    course: row.course,
    status: row.status,
  }));
}

/** Squads of students: who trains in what. */
export async function listSquads(
  db: Db,
): Promise<{ studentId: string; competencyId: string; since: string; status: string }[]> {
  const rows = await db
    .selectFrom('candidates')
    .select(['student_id', 'competency_id', 'since', 'status'])
    .where('deleted_at', 'is', null)
    .orderBy('since')
    .execute();
  return rows.map((row) => ({
    studentId: row.student_id,
    competencyId: row.competency_id,
    since: row.since,
    status: row.status,
  }));
}

/** Practice of students who were present: sessions and minutes; a session without a noted length counts no minutes. */
export async function listPractice(
  db: Db,
  span: { from: string; to: string; studentId?: string },
): Promise<Map<string, { minutes: number; count: number }>> {
  const { studentId } = span;
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('sessions', 'sessions.id', 'attendance.session_id')
    .select([
      'attendance.student_id',
      (select) => select.fn.sum<number | null>('sessions.duration_minutes').as('minutes'),
      (select) => select.fn.countAll<number>().as('count'),
    ])
    .where('sessions.date', '>=', span.from)
    .where('sessions.date', '<=', span.to)
    .where('sessions.deleted_at', 'is', null)
    .where('attendance.deleted_at', 'is', null)
    .where('attendance.state', 'in', ['present', 'late'])
    .$if(studentId !== undefined, (query) => query.where('attendance.student_id', '=', studentId ?? ''))
    .groupBy('attendance.student_id')
    .execute();
  return new Map(rows.map((row) => [row.student_id, { minutes: row.minutes ?? 0, count: row.count }]));
}

const toAward = (row: Selectable<StudentAwardTable>): AwardRow => ({
  id: row.id,
  studentId: row.student_id,
  kind: row.kind as AwardRow['kind'],
  title: row.title,
  issuer: row.issuer,
  date: row.date,
  result: row.result,
});

/** Certificates, diplomas and results of a student, the latest first. */
export async function listAwards(db: Db, studentId: string): Promise<AwardRow[]> {
  const rows = await db
    .selectFrom('student_awards')
    .selectAll()
    .where('student_id', '=', studentId)
    .where('deleted_at', 'is', null)
    .orderBy('date', 'desc')
    .execute();
  return rows.map(toAward);
}

/** Whether every one of these rows is there and not deleted; nulls ask for nothing. */
export async function exist(
  db: Db,
  table: 'students' | 'experts' | 'partners' | 'development_events',
  ids: readonly (string | null)[],
): Promise<boolean> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return true;
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', 'in', wanted)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.length === wanted.length;
}

/** Events whose folded title, series and place hold every word. */
export async function searchEvents(
  db: Db,
  text: string,
  limit: number,
): Promise<{ id: string; title: string; detail: string }[]> {
  let query = db
    .selectFrom('development_events')
    .select(['id', 'title', 'date as detail'])
    .where('deleted_at', 'is', null);
  for (const term of searchTerms(text)) query = query.where(sql<boolean>`search_text like ${`%${term}%`}`);
  return query.orderBy('date', 'desc').limit(limit).execute();
}

/** Results and certificates of students, the latest first, by title, giver or student, at most `limit`. */
export async function searchAwards(
  db: Db,
  text: string,
  limit: number,
): Promise<{ id: string; parentId: string; title: string; detail: string }[]> {
  const rows = await db
    .selectFrom('student_awards')
    .innerJoin('students', 'students.id', 'student_awards.student_id')
    .select([
      'student_awards.id',
      'student_awards.student_id',
      'student_awards.title',
      'student_awards.issuer',
    ])
    .select(['students.surname', 'students.given_name'])
    .where('student_awards.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .orderBy('student_awards.date', 'desc')
    .execute();
  return rows
    .map((row) => ({ ...row, name: `${row.surname} ${row.given_name}`.trim() }))
    .filter((row) => matchesSearch(foldForSearch(row.title, row.issuer, row.name), text))
    .slice(0, limit)
    .map((row) => ({ id: row.id, parentId: row.student_id, title: row.title, detail: row.name }));
}
