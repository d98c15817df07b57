import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** More changes than this are not looked at one by one. */
const MOST_CHANGES = 4000;
/** Tables of which a row belongs to one competency, found through the attempt or the session. */
const NARROW = ['marks', 'attempts', 'attendance'] as const;
/** Tables that any squad's figures may rest on. */
const BROAD = [
  'sessions',
  'candidates',
  'students',
  'competencies',
  'standard_sections',
  'schemes',
  'scheme_sections',
  'criteria',
  'sub_criteria',
  'aspects',
] as const;

/** The latest action; ids rise with time. @returns empty when there was none */
export async function readLatestAction(db: Db): Promise<string> {
  const row = await db.selectFrom('actions').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? '';
}

type Narrow = (typeof NARROW)[number];

/** Competencies that rows of a table belong to. */
async function competenciesOf(db: Db, entity: Narrow, ids: readonly string[]): Promise<string[]> {
  if (entity === 'attendance') {
    const query = db
      .selectFrom('attendance')
      .innerJoin('sessions', 'sessions.id', 'attendance.session_id')
      .select('sessions.competency_id')
      .distinct()
      .where('attendance.id', 'in', ids);
    return (await query.execute()).map((row) => row.competency_id);
  }
  const attempts = db
    .selectFrom('attempts')
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select('sessions.competency_id')
    .distinct();
  const query =
    entity === 'attempts'
      ? attempts.where('attempts.id', 'in', ids)
      : attempts.where('attempts.id', 'in', (marks) =>
          marks.selectFrom('marks').select('marks.attempt_id').where('marks.id', 'in', ids),
        );
  return (await query.execute()).map((row) => row.competency_id);
}

/** Competencies whose figures may differ since an action; null: any may. */
export async function listTouchedSince(db: Db, actionId: string): Promise<string[] | null> {
  const changes = await db
    .selectFrom('changes')
    .select(['entity', 'row_id'])
    .where('action_id', '>', actionId)
    .where('entity', 'in', [...NARROW, ...BROAD])
    .limit(MOST_CHANGES + 1)
    .execute();
  const isNarrow = changes.every((change) => NARROW.some((entity) => entity === change.entity));
  if (!isNarrow || changes.length > MOST_CHANGES) return null;
  const touched: string[] = [];
  for (const entity of NARROW) {
    const ids = new Set(changes.filter((one) => one.entity === entity).map((one) => one.row_id));
    if (ids.size > 0) touched.push(...(await competenciesOf(db, entity, [...ids])));
  }
  return touched;
}
