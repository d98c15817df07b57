import type { Kysely } from 'kysely';
import type { InternshipInput } from '#shared/contract/partnerRecords.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** An internship as the progress of a student needs it. */
export interface OwnInternship extends Pick<
  InternshipInput,
  'partnerId' | 'startDate' | 'endDate' | 'weeklyMinutes' | 'doneMinutes' | 'state' | 'sections'
> {
  id: string;
  partnerName: string;
  mentorName: string;
}

/** Internships of a student that began, of a competency or of none in particular, the latest first. */
export async function listOwnInternships(
  db: Db,
  of: { studentId: string; competencyId: string; today: string },
): Promise<OwnInternship[]> {
  const rows = await db
    .selectFrom('internships')
    .innerJoin('partners', 'partners.id', 'internships.partner_id')
    .leftJoin('experts', 'experts.id', 'internships.mentor_id')
    .selectAll('internships')
    .select(['partners.name as partner_name', 'experts.surname', 'experts.given_name'])
    .where('internships.student_id', '=', of.studentId)
    .where((where) =>
      where.or([
        where('internships.competency_id', '=', of.competencyId),
        where('internships.competency_id', 'is', null),
      ]),
    )
    .where('internships.state', '!=', 'cancelled')
    .where('internships.start_date', '<=', of.today)
    .where('internships.deleted_at', 'is', null)
    .orderBy('internships.start_date', 'desc')
    .orderBy('internships.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    mentorName: row.surname === null ? row.mentor : `${row.surname} ${row.given_name ?? ''}`.trim(),
    startDate: row.start_date,
    endDate: row.end_date,
    weeklyMinutes: row.weekly_minutes,
    doneMinutes: row.done_minutes,
    state: row.state as OwnInternship['state'],
    sections: JSON.parse(row.sections_json) as OwnInternship['sections'],
  }));
}
