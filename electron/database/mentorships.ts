import type { Kysely } from 'kysely';
import type { Schema } from './schema/schema.ts';

/*
 * Who is a mentor does not judge whom they train. Nobody has to declare that: it follows from what is on record.
 * Judging and the pages of partners ask here, so that both say the same.
 */

type Db = Kysely<Schema>;

/** An expert who is a mentor of a student. */
export interface Mentorship {
  expertId: string;
  studentId: string;
  /** `mentored`: in an internship; `trained`: the partner sent the expert as a mentor of the student's squad. */
  why: 'mentored' | 'trained';
  partnerName: string;
  /** Day from which it counts. */
  since: string;
}

/** Mentors of internships that were not cancelled. */
async function listInternshipMentors(db: Db): Promise<Mentorship[]> {
  const rows = await db
    .selectFrom('internships')
    .innerJoin('partners', 'partners.id', 'internships.partner_id')
    .select(['internships.mentor_id', 'internships.student_id', 'internships.start_date', 'partners.name'])
    .where('internships.mentor_id', 'is not', null)
    .where('internships.state', '!=', 'cancelled')
    .where('internships.deleted_at', 'is', null)
    .orderBy('internships.start_date')
    .execute();
  return rows.map((row) => ({
    expertId: row.mentor_id ?? '',
    studentId: row.student_id,
    why: 'mentored',
    partnerName: row.name,
    since: row.start_date,
  }));
}

/** Partners' mentors of a competency, each with its candidates; who is named a judge as well may judge them. */
async function listSquadMentors(db: Db): Promise<Mentorship[]> {
  const mentors = await db
    .selectFrom('industry_people')
    .innerJoin('partners', 'partners.id', 'industry_people.partner_id')
    .select(['industry_people.expert_id', 'industry_people.competency_ids_json', 'partners.name'])
    .where('industry_people.role', '=', 'mentor')
    .where('industry_people.deleted_at', 'is', null)
    .execute();
  if (mentors.length === 0) return [];
  const candidates = await db
    .selectFrom('candidates')
    .select(['competency_id', 'student_id', 'since'])
    .where('status', '!=', 'left')
    .where('deleted_at', 'is', null)
    .orderBy('since')
    .execute();
  const squads = Map.groupBy(candidates, (row) => row.competency_id);
  return mentors.flatMap((mentor) =>
    (JSON.parse(mentor.competency_ids_json) as string[])
      .flatMap((competencyId) => squads.get(competencyId) ?? [])
      .map((row): Mentorship => ({
        expertId: mentor.expert_id,
        studentId: row.student_id,
        why: 'trained',
        partnerName: mentor.name,
        since: row.since,
      })),
  );
}

/** Each mentor with each student once; an internship says more than the squad, and the earliest one counts. */
export async function listMentorships(db: Db): Promise<Mentorship[]> {
  const pairs = new Map<string, Mentorship>();
  for (const one of [...(await listInternshipMentors(db)), ...(await listSquadMentors(db))]) {
    const key = `${one.expertId} ${one.studentId}`;
    const known = pairs.get(key);
    if (!known) pairs.set(key, one);
    else if (one.since < known.since) pairs.set(key, { ...known, since: one.since });
  }
  return [...pairs.values()];
}
