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

async function competenciesOf(db: Db, rows: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const found: { competency_id: string }[] = [];
  const idsOf = (entity: (typeof NARROW)[number]): readonly string[] => rows.get(entity) ?? [];
  if (idsOf('marks').length > 0) {
    const query = db
      .selectFrom('marks')
      .innerJoin('attempts', 'attempts.id', 'marks.attempt_id')
      .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
      .select('sessions.competency_id')
      .distinct()
      .where('marks.id', 'in', idsOf('marks'));
    found.push(...(await query.execute()));
  }
  for (const table of ['attempts', 'attendance'] as const) {
    if (idsOf(table).length === 0) continue;
    const query = db
      .selectFrom(table)
      .innerJoin('sessions', 'sessions.id', `${table}.session_id`)
      .select('sessions.competency_id')
      .distinct()
      .where(`${table}.id`, 'in', idsOf(table));
    found.push(...(await query.execute()));
  }
  return found.map((row) => row.competency_id);
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
  const rows = Map.groupBy(changes, (change) => change.entity);
  return competenciesOf(
    db,
    new Map([...rows].map(([entity, own]) => [entity, [...new Set(own.map((change) => change.row_id))]])),
  );
}
