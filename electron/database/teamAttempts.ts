import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Schema } from './schema/schema.ts';

/*
 * A team competes as one: its attempt is on record under its first member, and its result belongs to every member.
 * Whoever asks for results by student asks here for those of the teams too.
 */

type Db = Kysely<Schema>;

/** Attempts with their competitor and its members; only attempts of competitors. */
function memberQuery(db: Db) {
  return db
    .selectFrom('competitors')
    .innerJoin('competitor_members', 'competitor_members.competitor_id', 'competitors.id')
    .where('competitors.deleted_at', 'is', null)
    .where('competitor_members.deleted_at', 'is', null)
    .where('competitors.attempt_id', 'is not', null);
}

/** Attempts of the competitors that a student is a member of: for `where attempt_id in (…)`. */
export function attemptsOfMember(
  db: Db,
  studentId: string,
): SelectQueryBuilder<Schema, 'competitors' | 'competitor_members', { attempt_id: string | null }> {
  return memberQuery(db)
    .select('competitors.attempt_id')
    .where('competitor_members.student_id', '=', studentId);
}

/** A team under the name that stands on lists. */
export interface Team {
  label: string;
  /** In the order they were entered. */
  memberNames: string[];
  memberIds: string[];
}

/** Teams of a session by their attempt; competitors of one person are not here. */
export async function readTeams(db: Db, sessionId: string): Promise<Map<string, Team>> {
  const rows = await memberQuery(db)
    .innerJoin('attempts', 'attempts.id', 'competitors.attempt_id')
    .innerJoin('students', 'students.id', 'competitor_members.student_id')
    .select([
      'attempts.id',
      'competitors.team_name',
      'students.id as student_id',
      'students.surname',
      'students.given_name',
    ])
    .where('attempts.session_id', '=', sessionId)
    .orderBy('competitor_members.position')
    .execute();
  const teams = new Map<string, Team>();
  for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
    const memberNames = own.map((row) => `${row.surname} ${row.given_name}`.trim());
    const name = own[0]?.team_name ?? '';
    if (own.length < 2 && name === '') continue;
    const memberIds = own.map((row) => row.student_id);
    teams.set(id, { label: name === '' ? memberNames.join(', ') : name, memberNames, memberIds });
  }
  return teams;
}

/** Members beside the one that an attempt is on record under, by attempt. */
export async function listTeamMates(db: Db): Promise<Map<string, string[]>> {
  const rows = await memberQuery(db)
    .innerJoin('attempts', 'attempts.id', 'competitors.attempt_id')
    .select(['attempts.id', 'competitor_members.student_id'])
    .whereRef('competitor_members.student_id', '<>', 'attempts.student_id')
    .orderBy('competitor_members.position')
    .execute();
  const mates = Map.groupBy(rows, (row) => row.id);
  return new Map([...mates].map(([id, own]) => [id, own.map((row) => row.student_id)]));
}

/** The same rows, those of a team once for each member, in the same order. */
export function withTeamMates<Row extends { attemptId: string; studentId: string }>(
  rows: readonly Row[],
  mates: ReadonlyMap<string, readonly string[]>,
): Row[] {
  if (mates.size === 0) return [...rows];
  return rows.flatMap((row) => [
    row,
    ...(mates.get(row.attemptId) ?? []).map((studentId) => ({ ...row, studentId })),
  ]);
}
