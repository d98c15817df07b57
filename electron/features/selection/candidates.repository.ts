import type { Kysely } from 'kysely';
import type { SelectionStudent } from '#shared/contract/selectionCandidates.ts';
import type { PractisedAttempt } from '#shared/domain/selection/figures.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listTeamMates, withTeamMates } from '../../database/teamAttempts.ts';

type Db = Kysely<Schema>;

/** States of an attempt that are no result of what the student can do. */
const NO_RESULT = ['absent', 'withdrawn', 'disqualified'];

/** A place in a squad, with what eligibility needs of the student. */
export interface SquadPlace extends SelectionStudent {
  competencyId: string;
  birthDate: string | null;
  consent: string;
  studentStatus: string;
  candidateStatus: string;
}

/** Squads of these competencies; those who left are not in them. */
export async function listSquads(db: Db, competencyIds: readonly string[]): Promise<SquadPlace[]> {
  if (competencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('students', 'students.id', 'candidates.student_id')
    .select([
      'candidates.competency_id',
      'candidates.status as candidate_status',
      'students.id',
      'students.surname',
      'students.given_name',
      'students.patronymic',
      'students.group_name',
      'students.course',
      'students.sex',
      'students.birth_date',
      'students.consent',
      'students.status',
    ])
    .where('candidates.competency_id', 'in', competencyIds)
    .where('candidates.status', '!=', 'left')
    .where('candidates.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .orderBy('candidates.id')
    .execute();
  return rows.map((row) => ({
    competencyId: row.competency_id,
    candidateStatus: row.candidate_status,
    id: row.id,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    groupName: row.group_name,
    course: row.course,
    sex: row.sex as SelectionStudent['sex'],
    birthDate: row.birth_date,
    consent: row.consent,
    studentStatus: row.status,
  }));
}

/** Names of students who are shown though they are in no squad any more; deleted ones too. */
export async function listStudents(db: Db, ids: readonly string[]): Promise<SelectionStudent[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('students')
    .select(['id', 'surname', 'given_name', 'patronymic', 'group_name', 'course', 'sex'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    groupName: row.group_name,
    course: row.course,
    sex: row.sex as SelectionStudent['sex'],
  }));
}

/** Sessions that were planned as a mock championship. */
async function listMockSessions(db: Db, competencyIds: readonly string[]): Promise<Set<string | null>> {
  const rows = await db
    .selectFrom('planned_sessions')
    .select('session_id')
    .where('kind', '=', 'mock')
    .where('competency_id', 'in', competencyIds)
    .where('session_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.session_id));
}

/** Marked attempts by competency, up to a day. */
export async function listPractice(
  db: Db,
  competencyIds: readonly string[],
  until: string,
): Promise<Map<string, PractisedAttempt[]>> {
  if (competencyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('attempt_totals', 'attempt_totals.attempt_id', 'attempts.id')
    .innerJoin('schemes', 'schemes.id', 'attempts.scheme_id')
    .select([
      'sessions.competency_id',
      'sessions.date',
      'attempts.id as attemptId',
      'attempts.session_id',
      'attempts.student_id as studentId',
      'attempts.scheme_id',
      'attempts.sub_criterion_ids_json',
      'attempts.duration_minutes',
      'schemes.kind',
      'attempt_totals.mark_hundredths',
      'attempt_totals.marked_max_hundredths',
    ])
    .where('sessions.competency_id', 'in', competencyIds)
    .where('sessions.date', '<=', until)
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('attempts.status', 'not in', NO_RESULT)
    .where('attempt_totals.marked_max_hundredths', '>', 0)
    .orderBy('sessions.date')
    .orderBy('attempts.id')
    .execute();
  const mocks = await listMockSessions(db, competencyIds);
  const results = withTeamMates(rows, await listTeamMates(db));
  const byCompetency = Map.groupBy(results, (row) => row.competency_id);
  return new Map(
    [...byCompetency].map(([competencyId, own]) => [
      competencyId,
      own.map((row) => ({
        studentId: row.studentId,
        project: `${row.scheme_id} ${row.sub_criterion_ids_json ?? ''}`,
        date: row.date,
        percent: (100 * row.mark_hundredths) / row.marked_max_hundredths,
        durationMinutes: row.duration_minutes,
        isMock: mocks.has(row.session_id) || (row.kind === 'official' && row.sub_criterion_ids_json === null),
      })),
    ]),
  );
}

const key = (studentId: string, competencyId: string): string => `${studentId} ${competencyId}`;

/** Marks per section of the members of teams beside the one that a result is on record under. */
async function listSectionsOfMates(db: Db, competencyIds: readonly string[], from: string) {
  return db
    .selectFrom('competitors')
    .innerJoin('competitor_members', 'competitor_members.competitor_id', 'competitors.id')
    .innerJoin('attempts', 'attempts.id', 'competitors.attempt_id')
    .innerJoin('attempt_section_totals', 'attempt_section_totals.attempt_id', 'attempts.id')
    .select([
      'attempt_section_totals.competency_id',
      'competitor_members.student_id',
      'attempt_section_totals.section_number',
      'attempt_section_totals.mark_hundredths as mark',
      'attempt_section_totals.marked_max_hundredths as most',
    ])
    .where('attempt_section_totals.competency_id', 'in', competencyIds)
    .where('attempt_section_totals.date', '>=', from)
    .where('attempts.deleted_at', 'is', null)
    .where('attempts.status', 'not in', NO_RESULT)
    .where('competitors.deleted_at', 'is', null)
    .where('competitor_members.deleted_at', 'is', null)
    .whereRef('competitor_members.student_id', '<>', 'attempts.student_id')
    .execute();
}

/** Sums by student, competency and section; `name` is {@link key}. */
function sumSections(
  rows: readonly {
    student_id: string;
    competency_id: string;
    section_number: number;
    mark: number | string;
    most: number | string;
  }[],
): { name: string; mark: number; most: number }[] {
  const sums = new Map<string, { name: string; mark: number; most: number }>();
  for (const row of rows) {
    const name = key(row.student_id, row.competency_id);
    const place = `${name} ${row.section_number}`;
    const sum = sums.get(place) ?? { name, mark: 0, most: 0 };
    sums.set(place, { name, mark: sum.mark + Number(row.mark), most: sum.most + Number(row.most) });
  }
  return [...sums.values()];
}

/** Least percent over the sections of the standard, by student and competency, since a day. */
export async function listSectionFloors(
  db: Db,
  competencyIds: readonly string[],
  from: string,
): Promise<Map<string, { percent: number; count: number }>> {
  if (competencyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('attempts', 'attempts.session_id', 'sessions.id')
    .innerJoin('attempt_section_totals', 'attempt_section_totals.attempt_id', 'attempts.id')
    .select([
      'sessions.competency_id',
      'attempts.student_id',
      'attempt_section_totals.section_number',
      (select) => select.fn.sum<number | string>('attempt_section_totals.mark_hundredths').as('mark'),
      (select) => select.fn.sum<number | string>('attempt_section_totals.marked_max_hundredths').as('most'),
    ])
    .where('sessions.competency_id', 'in', competencyIds)
    .where('sessions.date', '>=', from)
    .where('sessions.deleted_at', 'is', null)
    .where('attempts.deleted_at', 'is', null)
    .where('attempts.status', 'not in', NO_RESULT)
    .groupBy(['sessions.competency_id', 'attempts.student_id', 'attempt_section_totals.section_number'])
    .execute();
  const sums = sumSections([...rows, ...(await listSectionsOfMates(db, competencyIds, from))]);
  const floors = new Map<string, { percent: number; count: number }>();
  for (const { name, mark, most } of sums) {
    if (most === 0) continue;
    const percent = (100 * mark) / most;
    const old = floors.get(name);
    floors.set(name, { percent: Math.min(percent, old?.percent ?? 100), count: (old?.count ?? 0) + 1 });
  }
  return floors;
}

/** Attendance in percent of the sessions that were not excused, by student and competency. */
export async function listAttendanceShares(
  db: Db,
  competencyIds: readonly string[],
): Promise<Map<string, { percent: number; count: number }>> {
  if (competencyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('attendance', 'attendance.session_id', 'sessions.id')
    .select([
      'sessions.competency_id',
      'attendance.student_id',
      'attendance.state',
      (select) => select.fn.countAll<number | string>().as('count'),
    ])
    .where('sessions.competency_id', 'in', competencyIds)
    .where('sessions.deleted_at', 'is', null)
    .where('attendance.deleted_at', 'is', null)
    .where('attendance.state', '!=', 'excused')
    .groupBy(['sessions.competency_id', 'attendance.student_id', 'attendance.state'])
    .execute();
  const shares = new Map<string, { percent: number; count: number }>();
  for (const [name, own] of Map.groupBy(rows, (row) => key(row.student_id, row.competency_id))) {
    const count = own.reduce((sum, row) => sum + Number(row.count), 0);
    const there = own
      .filter((row) => row.state === 'present' || row.state === 'late')
      .reduce((sum, row) => sum + Number(row.count), 0);
    shares.set(name, { percent: (100 * there) / count, count });
  }
  return shares;
}

/** Age limits of competencies. */
export async function readAgeLimits(db: Db, ids: readonly string[]): Promise<Map<string, number | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('competencies').select(['id', 'max_age']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.max_age]));
}

/** Ids of the official competencies with these numbers that have a squad, the newest edition of each. */
export async function listOfficialCompetencies(db: Db, numbers: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('competencies')
    .select(['id', 'number'])
    .where('kind', '=', 'official')
    .where('number', 'in', numbers)
    .orderBy('edition')
    .execute();
  const newest = [...new Map(rows.map((row) => [row.number, row.id])).values()];
  const candidates = await listCandidateIds(db, newest);
  return newest.filter((id) => candidates.some((candidate) => candidate.competency_id === id));
}

/** Who is in the squads of these competencies, by ids alone, in the order they came. */
export async function listCandidateIds(
  db: Db,
  competencyIds: readonly string[],
): Promise<{ student_id: string; competency_id: string }[]> {
  if (competencyIds.length === 0) return [];
  return db
    .selectFrom('candidates')
    .select(['student_id', 'competency_id'])
    .where('competency_id', 'in', competencyIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
}
