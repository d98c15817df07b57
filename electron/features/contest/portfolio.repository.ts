import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

/** A competency of a championship in which a student competes, alone or in a team. */
export interface OwnEntry {
  competitorId: string;
  entryId: string;
  championshipId: string;
  competencyId: string;
  name: string;
  stage: string;
  date: string;
  isMock: boolean;
  state: string;
}

/** Where a student competes or competed, the latest first. */
export async function listOwnEntries(db: Kysely<Schema>, studentId: string): Promise<OwnEntry[]> {
  const rows = await db
    .selectFrom('competitor_members as member')
    .innerJoin('competitors as competitor', 'competitor.id', 'member.competitor_id')
    .innerJoin('championship_competencies as entry', 'entry.id', 'competitor.entry_id')
    .innerJoin('championships as championship', 'championship.id', 'entry.championship_id')
    .select([
      'competitor.id as competitor_id',
      'entry.id as entry_id',
      'entry.competency_id',
      'entry.state',
      'championship.id as championship_id',
      'championship.name',
      'championship.stage',
      'championship.start_date',
      'championship.is_mock',
    ])
    .where('member.student_id', '=', studentId)
    .where('member.deleted_at', 'is', null)
    .where('competitor.deleted_at', 'is', null)
    .where('entry.deleted_at', 'is', null)
    .where('championship.deleted_at', 'is', null)
    .orderBy('championship.start_date', 'desc')
    .orderBy('entry.id')
    .execute();
  return rows.map((row) => ({
    competitorId: row.competitor_id,
    entryId: row.entry_id,
    championshipId: row.championship_id,
    competencyId: row.competency_id,
    name: row.name,
    stage: row.stage,
    date: row.start_date,
    isMock: row.is_mock === 1,
    state: row.state,
  }));
}
