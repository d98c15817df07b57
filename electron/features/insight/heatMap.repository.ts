import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** An aspect of the heat map's scheme, in the order of the scheme. */
export interface MapAspect {
  id: string;
  kind: string;
  position: number;
  description: string;
  subCriterionCode: string;
  sectionNumber: number | null;
  maxHundredths: number;
}

/** Aspects of a scheme in their order. */
export async function listMapAspects(db: Db, schemeId: string): Promise<MapAspect[]> {
  const rows = await db
    .selectFrom('aspects')
    .innerJoin('sub_criteria', 'sub_criteria.id', 'aspects.sub_criterion_id')
    .innerJoin('criteria', 'criteria.id', 'sub_criteria.criterion_id')
    .select([
      'aspects.id',
      'aspects.kind',
      'aspects.position',
      'aspects.description',
      'sub_criteria.code',
      'aspects.section_number',
      'aspects.max_hundredths',
    ])
    .where('aspects.scheme_id', '=', schemeId)
    .where('aspects.deleted_at', 'is', null)
    .orderBy('criteria.position')
    .orderBy('sub_criteria.position')
    .orderBy('aspects.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    position: row.position,
    description: row.description,
    subCriterionCode: row.code,
    sectionNumber: row.section_number,
    maxHundredths: row.max_hundredths,
  }));
}

/** Marks of some attempts: `attempt/aspect` → hundredths. */
export async function listMapMarks(db: Db, attemptIds: readonly string[]): Promise<Map<string, number>> {
  if (attemptIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('marks')
    .select(['attempt_id', 'aspect_id', 'mark_hundredths'])
    .where('attempt_id', 'in', attemptIds)
    .where('outcome', '=', 'marked')
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [`${row.attempt_id}/${row.aspect_id}`, row.mark_hundredths ?? 0]));
}
