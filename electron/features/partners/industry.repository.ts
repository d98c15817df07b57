import type { Kysely } from 'kysely';
import type { IndustryRow } from '#shared/contract/partnerRecords.ts';
import { listMentorships } from '../../database/mentorships.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { Names } from './partners.repository.ts';

type Db = Kysely<Schema>;
type Conflict = IndustryRow['conflicts'][number];

/** Students whom each expert must not judge: declared by hand, or as their mentor. */
async function listConflicts(db: Db, names: Names): Promise<Map<string, Conflict[]>> {
  const declared = await db
    .selectFrom('judge_conflicts')
    .select(['expert_id', 'student_id'])
    .where('deleted_at', 'is', null)
    .execute();
  const conflicts = new Map<string, Map<string, Conflict>>();
  const add = (expertId: string, studentId: string, why: Conflict['why']): void => {
    const own = conflicts.get(expertId) ?? new Map<string, Conflict>();
    if (!own.has(studentId))
      own.set(studentId, { studentId, studentName: names.students.get(studentId) ?? '', why });
    conflicts.set(expertId, own);
  };
  for (const row of declared) add(row.expert_id, row.student_id, 'declared');
  for (const one of await listMentorships(db)) add(one.expertId, one.studentId, one.why);
  return new Map([...conflicts].map(([id, own]) => [id, [...own.values()]]));
}

/** Mentors and judges of partners, the first entered first. */
export async function listIndustryPeople(db: Db, names: Names): Promise<IndustryRow[]> {
  const rows = await db
    .selectFrom('industry_people')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const conflicts = await listConflicts(db, names);
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    partnerName: names.partners.get(row.partner_id) ?? '',
    expertId: row.expert_id,
    expertName: names.experts.get(row.expert_id) ?? '',
    role: row.role as IndustryRow['role'],
    competencyIds: JSON.parse(row.competency_ids_json) as string[],
    availability: JSON.parse(row.availability_json) as IndustryRow['availability'],
    notes: row.notes,
    conflicts: conflicts.get(row.expert_id) ?? [],
  }));
}
