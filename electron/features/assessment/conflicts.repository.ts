import type { Kysely } from 'kysely';
import type { JudgeConflict } from '#shared/contract/assessment.ts';
import { listMentorships } from '../../database/mentorships.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listTeamMates } from '../../database/teamAttempts.ts';
import type { AttemptFacts } from './assessment.repository.ts';

type Db = Kysely<Schema>;

/** A conflict, and the day from which it counts; null: from ever. */
type DatedConflict = JudgeConflict & { since: string | null };

const nameOf = (row: { surname: string; given_name: string }): string =>
  `${row.surname} ${row.given_name}`.trim();

async function listDeclared(db: Db): Promise<DatedConflict[]> {
  const rows = await db
    .selectFrom('judge_conflicts')
    .innerJoin('experts', 'experts.id', 'judge_conflicts.expert_id')
    .innerJoin('students', 'students.id', 'judge_conflicts.student_id')
    .select([
      'judge_conflicts.id',
      'judge_conflicts.expert_id',
      'judge_conflicts.student_id',
      'judge_conflicts.reason',
      'experts.surname as expert_surname',
      'experts.given_name as expert_given_name',
      'students.surname',
      'students.given_name',
    ])
    .where('judge_conflicts.deleted_at', 'is', null)
    .orderBy('judge_conflicts.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    expertId: row.expert_id,
    expertName: nameOf({ surname: row.expert_surname, given_name: row.expert_given_name }),
    studentId: row.student_id,
    studentName: nameOf(row),
    why: 'declared',
    reason: row.reason,
    partnerName: '',
    since: null,
  }));
}

/** Conflicts of mentors; nobody has declared them. */
async function listOfMentors(db: Db): Promise<DatedConflict[]> {
  const mentorships = await listMentorships(db);
  if (mentorships.length === 0) return [];
  const read = async (table: 'experts' | 'students', ids: readonly string[]) => {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'surname', 'given_name'])
      .where('id', 'in', [...new Set(ids)])
      .where('deleted_at', 'is', null)
      .execute();
    return new Map(rows.map((row) => [row.id, nameOf(row)]));
  };
  const experts = await read(
    'experts',
    mentorships.map((one) => one.expertId),
  );
  const students = await read(
    'students',
    mentorships.map((one) => one.studentId),
  );
  return mentorships.flatMap((one) => {
    const [expertName, studentName] = [experts.get(one.expertId), students.get(one.studentId)];
    if (expertName === undefined || studentName === undefined) return [];
    return [{ ...one, id: null, reason: '', expertName, studentName }];
  });
}

const pairOf = (one: { expertId: string; studentId: string }): string => `${one.expertId} ${one.studentId}`;

async function listAll(db: Db): Promise<DatedConflict[]> {
  const declared = await listDeclared(db);
  const known = new Set(declared.map(pairOf));
  return [...declared, ...(await listOfMentors(db)).filter((one) => !known.has(pairOf(one)))];
}

const withoutDay = ({ since: _, ...conflict }: DatedConflict): JudgeConflict => conflict;

/** Who may not judge whom, of some students or of all: declared first, then what mentors have by themselves. */
export async function listConflicts(db: Db, studentIds?: readonly string[]): Promise<JudgeConflict[]> {
  const wanted = studentIds && new Set(studentIds);
  return (await listAll(db)).filter((one) => wanted?.has(one.studentId) ?? true).map(withoutDay);
}

/** The declared conflict of a pair. */
export async function findDeclared(
  db: Db,
  pair: { expertId: string; studentId: string },
): Promise<JudgeConflict | undefined> {
  return (await listDeclared(db)).find((one) => pairOf(one) === pairOf(pair));
}

/**
 * Who may not mark each of some attempts; a conflict with one member of a team is one with the team. Whoever became a
 * mentor after the day of the session was none when they judged.
 */
export async function conflictsByAttempt(
  db: Db,
  attempts: readonly AttemptFacts[],
): Promise<Map<string, JudgeConflict[]>> {
  if (attempts.length === 0) return new Map();
  const mates = await listTeamMates(db);
  const byStudent = Map.groupBy(await listAll(db), (one) => one.studentId);
  return new Map(
    attempts.map((attempt) => {
      const members = [...new Set([attempt.studentId, ...(mates.get(attempt.id) ?? [])])];
      const own = members.flatMap((studentId) => byStudent.get(studentId) ?? []);
      const counting = own.filter((one) => one.since === null || one.since <= attempt.date);
      return [attempt.id, counting.map(withoutDay)];
    }),
  );
}
