import type { PendingChange, Work } from '../../database/changes/work.ts';
import type { EntityName } from '../../database/schema/schema.ts';
import type { CallActor } from '../../router/context.ts';
import { Refusal } from '../../router/refusal.ts';
import { findPlace, judgesIn } from './recordRule.repository.ts';

const refused = (entity: string): Refusal =>
  new Refusal('forbidden_record', `the ${entity} of others may not be changed`, { entity });

/** Where a row was before this change moved it, for example a session from one competency to another. */
function formerCompetencies(changes: readonly PendingChange[]): string[] {
  return changes.flatMap(({ operation, fields }) => {
    const before = operation === 'update' ? fields['competency_id']?.[0] : undefined;
    return typeof before === 'string' ? [before] : [];
  });
}

function groupByEntity(changes: readonly PendingChange[]): Map<EntityName, PendingChange[]> {
  const groups = new Map<EntityName, PendingChange[]>();
  for (const change of changes) {
    const group = groups.get(change.entity);
    if (group) group.push(change);
    else groups.set(change.entity, [change]);
  }
  return groups;
}

/** What a judge may change at all: the own marking. */
const JUDGES_TABLES: readonly EntityName[] = [
  'judge_scores',
  'pair_readings',
  'marks',
  'attempts',
  'form_checks',
];

async function assertJudge(work: Work, actor: CallActor, entity: EntityName, ids: string[]): Promise<void> {
  const place = JUDGES_TABLES.includes(entity) ? await findPlace(work.db, entity, ids) : null;
  const isOwn = place && actor.expertId && (await judgesIn(work.db, actor.expertId, place.sessionIds));
  if (!isOwn) throw refused(entity);
}

async function assertInstructor(
  work: Work,
  own: readonly string[],
  entity: EntityName,
  changes: readonly PendingChange[],
): Promise<void> {
  const place = await findPlace(work.db, entity, [...new Set(changes.map(({ rowId }) => rowId))]);
  if (!place) return;
  const touched = [...place.competencyIds, ...formerCompetencies(changes)];
  if (!touched.every((id) => own.includes(id))) throw refused(entity);
}

/**
 * The permission of each record: an instructor writes in the own competencies, a judge where this expert is in the
 * team. Looks at the rows that a command wrote, inside its transaction, so that no route can forget it.
 * @throws Refusal `forbidden_record`; the command is undone by that
 */
export async function assertOwnRecords(work: Work, actor: CallActor): Promise<void> {
  if (actor.role !== 'instructor' && actor.role !== 'judge') return;
  for (const [entity, changes] of groupByEntity(work.changes)) {
    if (actor.role === 'judge')
      await assertJudge(
        work,
        actor,
        entity,
        changes.map(({ rowId }) => rowId),
      );
    else await assertInstructor(work, actor.competencyIds ?? [], entity, changes);
  }
}
