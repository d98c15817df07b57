import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

type Value = string | number | null;

const ENTITIES = ['attempts', 'form_checks', 'marks', 'judge_scores', 'pair_readings'] as const;

/** One change of a row that belongs to an attempt, newest first in lists. */
export interface AttemptChange {
  at: string;
  actorName: string;
  actionName: string;
  kind: string;
  entity: (typeof ENTITIES)[number];
  rowId: string;
  operation: string;
  /** name → [old, new]. */
  fields: Record<string, [Value, Value]>;
}

/** A row as it is now, for what a change does not say. */
export interface OwnedRow {
  aspectId: string | null;
  expertId: string | null;
  /** For marking forms. */
  subCriterionId: string | null;
}

const NOTHING: OwnedRow = { aspectId: null, expertId: null, subCriterionId: null };

/** Rows of the attempt in all tables of raw marks, deleted ones too. */
export async function readOwnedRows(db: Kysely<Schema>, attemptId: string): Promise<Map<string, OwnedRow>> {
  const rows = new Map<string, OwnedRow>([[attemptId, NOTHING]]);
  for (const table of ['marks', 'pair_readings'] as const) {
    const own = await db
      .selectFrom(table)
      .select(['id', 'aspect_id'])
      .where('attempt_id', '=', attemptId)
      .execute();
    for (const row of own) rows.set(row.id, { ...NOTHING, aspectId: row.aspect_id });
  }
  const scores = await db
    .selectFrom('judge_scores')
    .select(['id', 'aspect_id', 'expert_id'])
    .where('attempt_id', '=', attemptId)
    .execute();
  for (const row of scores) {
    rows.set(row.id, { ...NOTHING, aspectId: row.aspect_id, expertId: row.expert_id });
  }
  const forms = await db
    .selectFrom('form_checks')
    .select(['id', 'sub_criterion_id'])
    .where('attempt_id', '=', attemptId)
    .execute();
  for (const row of forms) rows.set(row.id, { ...NOTHING, subCriterionId: row.sub_criterion_id });
  return rows;
}

/** What the change log says about some rows, newest first. */
export async function listChanges(db: Kysely<Schema>, rowIds: readonly string[]): Promise<AttemptChange[]> {
  const changes: (AttemptChange & { hlc: string; sequence: number })[] = [];
  for (let from = 0; from < rowIds.length; from += 500) {
    const rows = await db
      .selectFrom('changes')
      .innerJoin('actions', 'actions.id', 'changes.action_id')
      .select([
        'actions.at',
        'actions.actor_name',
        'actions.name',
        'actions.kind',
        'changes.entity',
        'changes.row_id',
        'changes.operation',
        'changes.fields_json',
        'changes.hlc',
        'changes.sequence',
      ])
      .where('changes.row_id', 'in', rowIds.slice(from, from + 500))
      .where('changes.entity', 'in', ENTITIES)
      .execute();
    for (const row of rows) {
      changes.push({
        at: row.at,
        actorName: row.actor_name,
        actionName: row.name,
        kind: row.kind,
        entity: row.entity as AttemptChange['entity'],
        rowId: row.row_id,
        operation: row.operation,
        fields: JSON.parse(row.fields_json) as AttemptChange['fields'],
        hlc: row.hlc,
        sequence: row.sequence,
      });
    }
  }
  return changes.sort((a, b) => (a.hlc === b.hlc ? b.sequence - a.sequence : a.hlc < b.hlc ? 1 : -1));
}
