import type { Kysely } from 'kysely';
import type { EntityName, Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Rows that belong to a competency, each by the column that leads there. */
const OWNERS = {
  sessions: 'competency_id',
  candidates: 'competency_id',
  training_plans: 'competency_id',
  planned_sessions: 'competency_id',
  attempts: 'session_id',
  attendance: 'session_id',
  session_judges: 'session_id',
  timers: 'session_id',
  incidents: 'session_id',
  marks: 'attempt_id',
  judge_scores: 'attempt_id',
  pair_readings: 'attempt_id',
  judge_replacements: 'attempt_id',
  form_checks: 'attempt_id',
  plan_phases: 'plan_id',
  plan_milestones: 'plan_id',
} as const satisfies Partial<Record<EntityName, string>>;

type OwnedEntity = keyof typeof OWNERS;

const PARENTS = { session_id: 'sessions', attempt_id: 'attempts', plan_id: 'training_plans' } as const;

const isOwned = (entity: EntityName): entity is OwnedEntity => Object.hasOwn(OWNERS, entity);

async function ownersOf(db: Db, entity: OwnedEntity, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  // In parts: a statement takes some thousand values at most.
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500);
    const rows = (await db
      .selectFrom(entity)
      .select(OWNERS[entity] as never)
      .where('id', 'in', part)
      .execute()) as Record<string, string>[];
    for (const row of rows) found.add(row[OWNERS[entity]] ?? '');
  }
  return [...found];
}

/** Competencies and sessions that rows of one table belong to. */
export interface RecordPlace {
  competencyIds: string[];
  sessionIds: string[];
}

/** Where rows belong; null for tables that belong to no competency. */
export async function findPlace(
  db: Db,
  entity: EntityName,
  ids: readonly string[],
): Promise<RecordPlace | null> {
  if (!isOwned(entity)) return null;
  const column = OWNERS[entity];
  const owners = await ownersOf(db, entity, ids);
  if (column === 'competency_id') {
    return { competencyIds: owners, sessionIds: entity === 'sessions' ? [...ids] : [] };
  }
  const above = await findPlace(db, PARENTS[column], owners);
  return above ?? { competencyIds: [], sessionIds: [] };
}

/** Whether an expert judges in all of these sessions. */
export async function judgesIn(db: Db, expertId: string, sessionIds: readonly string[]): Promise<boolean> {
  if (sessionIds.length === 0) return false;
  const rows = await db
    .selectFrom('session_judges')
    .select('session_id')
    .distinct()
    .where('expert_id', '=', expertId)
    .where('session_id', 'in', [...sessionIds])
    .where('deleted_at', 'is', null)
    .execute();
  return rows.length === new Set(sessionIds).size;
}
