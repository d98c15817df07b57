import type { Kysely } from 'kysely';
import type { GoalRow } from '#shared/contract/goals.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listTeamMates, withTeamMates } from '../../database/teamAttempts.ts';

type Db = Kysely<Schema>;

/** A goal as it is stored, with the student's name. */
export type StoredGoal = Omit<GoalRow, 'state' | 'reachedOn' | 'best' | 'chance' | 'have' | 'need'>;

/** Goals of a student, or of all students of a competency, the nearest first. */
export async function listGoals(
  db: Db,
  of: { competencyId: string; studentId?: string | undefined },
): Promise<StoredGoal[]> {
  const rows = await db
    .selectFrom('goals')
    .innerJoin('students', 'students.id', 'goals.student_id')
    .selectAll('goals')
    .select(['students.surname', 'students.given_name'])
    .where('goals.competency_id', '=', of.competencyId)
    .$if(of.studentId !== undefined, (query) => query.where('goals.student_id', '=', of.studentId ?? ''))
    .where('goals.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .orderBy('goals.due_date')
    .orderBy('goals.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    studentId: row.student_id,
    competencyId: row.competency_id,
    kind: row.kind as StoredGoal['kind'],
    sectionNumber: row.section_number,
    target: row.target,
    dueDate: row.due_date,
    setDate: row.set_date,
    note: row.note,
    surname: row.surname,
    givenName: row.given_name,
  }));
}

/** Marks of a section in one attempt. */
export interface SectionResult {
  studentId: string;
  section: number;
  date: string;
  /** Percent. */
  value: number;
}

/** Results in a section of a competency, attempt by attempt, oldest first. */
export async function listSectionResults(
  db: Db,
  competencyId: string,
  section: number,
): Promise<SectionResult[]> {
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .innerJoin('attempt_section_totals', 'attempt_section_totals.attempt_id', 'attempts.id')
    .select([
      'attempts.id',
      'attempts.student_id',
      'attempt_section_totals.section_number',
      'sessions.date',
      'attempt_section_totals.mark_hundredths',
      'attempt_section_totals.marked_max_hundredths',
    ])
    .where('attempt_section_totals.section_number', '=', section)
    .where('attempts.deleted_at', 'is', null)
    .where('attempts.status', 'not in', ['absent', 'withdrawn', 'disqualified'])
    .where('sessions.competency_id', '=', competencyId)
    .where('sessions.deleted_at', 'is', null)
    .where('attempt_section_totals.marked_max_hundredths', '>', 0)
    .orderBy('sessions.date')
    .orderBy('attempts.id')
    .execute();
  const results = rows.map((row) => ({
    attemptId: row.id,
    studentId: row.student_id,
    section: row.section_number,
    date: row.date,
    value: (100 * row.mark_hundredths) / row.marked_max_hundredths,
  }));
  return withTeamMates(results, await listTeamMates(db));
}

/** Whether a student and a competency are there. */
export async function canHaveGoal(db: Db, studentId: string, competencyId: string): Promise<boolean> {
  const student = await db
    .selectFrom('students')
    .select('id')
    .where('id', '=', studentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  const competency = await db
    .selectFrom('competencies')
    .select('id')
    .where('id', '=', competencyId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return student !== undefined && competency !== undefined;
}

/** Goals that are due between two days, both included: whose, in which competency. */
export async function listGoalDates(
  db: Db,
  span: { from: string; to: string },
): Promise<{ rowId: string; date: string; title: string; place: string; competencyIds: string[] }[]> {
  const rows = await db
    .selectFrom('goals')
    .innerJoin('students', 'students.id', 'goals.student_id')
    .select(['goals.id', 'goals.competency_id', 'goals.due_date', 'goals.note'])
    .select(['students.surname', 'students.given_name'])
    .where('goals.due_date', '>=', span.from)
    .where('goals.due_date', '<=', span.to)
    .where('goals.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .orderBy('goals.due_date')
    .orderBy('goals.id')
    .execute();
  return rows.map((row) => ({
    rowId: row.id,
    date: row.due_date,
    title: `${row.surname} ${row.given_name}`.trim(),
    place: row.note,
    competencyIds: [row.competency_id],
  }));
}
