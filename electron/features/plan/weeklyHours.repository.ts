import type { Kysely } from 'kysely';
import type { WeeklyHoursRow } from '#shared/contract/plan.ts';
import type { Schema } from '../../database/schema/schema.ts';

/** Weekly hours of all students, or of the candidates of a competency, by name. */
export async function listWeeklyHours(db: Kysely<Schema>, competencyId?: string): Promise<WeeklyHoursRow[]> {
  const rows = await db
    .selectFrom('weekly_hours')
    .innerJoin('students', 'students.id', 'weekly_hours.student_id')
    .selectAll('weekly_hours')
    .select(['students.surname', 'students.given_name'])
    .where('weekly_hours.deleted_at', 'is', null)
    .where('students.deleted_at', 'is', null)
    .$if(competencyId !== undefined, (query) =>
      query.where('weekly_hours.student_id', 'in', (candidates) =>
        candidates
          .selectFrom('candidates')
          .select('candidates.student_id')
          .where('candidates.competency_id', '=', competencyId ?? '')
          .where('candidates.deleted_at', 'is', null),
      ),
    )
    .orderBy('students.surname')
    .orderBy('weekly_hours.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    studentId: row.student_id,
    surname: row.surname,
    givenName: row.given_name,
    kind: row.kind as WeeklyHoursRow['kind'],
    weekdays: JSON.parse(row.weekdays_json) as number[],
    fromTime: row.from_time,
    toTime: row.to_time,
    reason: row.reason,
  }));
}
