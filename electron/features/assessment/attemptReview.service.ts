import type { Kysely } from 'kysely';
import type { AttemptHistoryEntry } from '#shared/contract/assessment.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Schema } from '../../database/schema/schema.ts';
import {
  explainAspect,
  explainSum,
  type ExplainNode,
  type ExplainedAspect,
} from '#shared/domain/assessment/explain.ts';
import {
  computeMeasuredMark,
  type MarkWay,
  type MeasuredValue,
} from '#shared/domain/assessment/measuredMark.ts';
import { getAspectCode } from '#shared/domain/schemes/schemeDocument.ts';
import { found } from '../../router/refusal.ts';
import { readAttempt, readExpertNames, type AttemptFacts } from './assessment.repository.ts';
import {
  listChanges,
  readOwnedRows,
  type AttemptChange,
  type OwnedRow,
} from './attemptHistory.repository.ts';
import { readMarkedScheme, type MarkedSubCriterion } from './markedScheme.repository.ts';

type Db = Kysely<Schema>;
type MarkedAspectRow = MarkedSubCriterion['aspects'][number];

function wayOf(aspect: MarkedAspectRow): MarkWay | null {
  if (!aspect.calculation || aspect.measured_json === null) return null;
  const measured = JSON.parse(aspect.measured_json) as MeasuredValue;
  const result = computeMeasuredMark(aspect.calculation, measured, aspect.max_hundredths);
  return result.ok ? result.mark.way : null;
}

function toExplained(aspect: MarkedAspectRow, code: string): ExplainedAspect {
  return {
    code,
    description: aspect.description,
    kind: aspect.kind as ExplainedAspect['kind'],
    maxHundredths: aspect.max_hundredths,
    outcome: aspect.outcome === null ? 'empty' : (aspect.outcome as ExplainedAspect['outcome']),
    markHundredths: aspect.mark_hundredths,
    score: aspect.score,
    way: wayOf(aspect),
    scores: aspect.scores.map((row) => ({
      judgeId: row.expert_id,
      round: row.round,
      score: row.score,
      note: row.note,
    })),
  };
}

function explainSubCriterion(subCriterion: MarkedSubCriterion): ExplainNode {
  const leaves = subCriterion.aspects.map((aspect, index) =>
    explainAspect(
      toExplained(aspect, getAspectCode(subCriterion.code, aspect.kind as ExplainedAspect['kind'], index)),
    ),
  );
  return explainSum(subCriterion.code, subCriterion.name, leaves);
}

const isInScope = (attempt: AttemptFacts, subCriterion: MarkedSubCriterion): boolean =>
  attempt.subCriterionIds === null || attempt.subCriterionIds.has(subCriterion.id);

function listJudgeIds(node: ExplainNode): string[] {
  return [...node.scores.map((score) => score.judgeId), ...node.children.flatMap(listJudgeIds)];
}

/** The way from the raw marks of an attempt to its total. @throws Refusal `not_found` */
export async function explainAttempt(
  db: Db,
  attemptId: string,
): Promise<RouteOutput<'assessment.explainAttempt'>> {
  const attempt = found(await readAttempt(db, attemptId), 'attempt');
  const scheme = await readMarkedScheme(db, attempt.schemeId, attemptId);
  const criteria = scheme.criteria.flatMap((criterion) => {
    const own = criterion.subCriteria.filter((subCriterion) => isInScope(attempt, subCriterion));
    return own.length === 0 ? [] : [explainSum(criterion.code, criterion.name, own.map(explainSubCriterion))];
  });
  const tree = explainSum('', scheme.title, criteria);
  const people = [attempt.completedBy, attempt.verifiedBy].flatMap((id) => id ?? []);
  const names = await readExpertNames(db, [...people, ...listJudgeIds(tree).filter((id) => id !== '')]);
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return {
    tree,
    schemeId: attempt.schemeId,
    sessionId: attempt.sessionId,
    judges: [...names].map(([expertId, name]) => ({ expertId, name })),
    state: attempt.state,
    completedBy: nameOf(attempt.completedBy),
    verifiedBy: nameOf(attempt.verifiedBy),
    stateReason: attempt.stateReason ?? '',
  };
}

type Pair = [string | number | null, string | number | null];

/** What of a change people want to read: old and new of the field that matters; null: nothing of it. */
function shownFields(change: AttemptChange): { what: AttemptHistoryEntry['what']; values: Pair } | null {
  const { fields } = change;
  switch (change.entity) {
    case 'attempts':
      return fields['status']
        ? { what: 'state', values: fields['status'] }
        : { what: 'attempt', values: [null, null] };
    case 'form_checks':
      return fields['status'] ? { what: 'form', values: fields['status'] } : null;
    case 'marks':
      return shownMark(fields);
    case 'judge_scores':
      return fields['score'] ? { what: 'judge_score', values: fields['score'] } : null;
    case 'pair_readings':
      return fields['mark_hundredths'] ? { what: 'reading', values: fields['mark_hundredths'] } : null;
  }
}

/** A mark as hundredths; "not attempted" as a word of its own; emptied as nothing. */
function shownMark(fields: AttemptChange['fields']): { what: 'mark'; values: Pair } | null {
  const side = (index: 0 | 1): string | number | null => {
    const outcome = fields['outcome']?.[index];
    return outcome === 'not_attempted' ? outcome : (fields['mark_hundredths']?.[index] ?? null);
  };
  const values: Pair = [side(0), side(1)];
  const emptied = fields['deleted_at'];
  if (values[0] === null && values[1] === null && !emptied) return null;
  return { what: 'mark', values };
}

const text = (value: string | number | null | undefined): string => (value ? String(value) : '');

function reasonOf(change: AttemptChange): string {
  const { fields } = change;
  return text(fields['reason']?.[1] ?? fields['state_reason']?.[1] ?? fields['note']?.[1]);
}

/** Who acted in the matter: the judge of a score, or who finished or verified. */
function personOf(change: AttemptChange, row: OwnedRow | undefined): string {
  const { verified_by: verified, completed_by: completed } = change.fields;
  return text(row?.expertId ?? verified?.[1] ?? completed?.[1]);
}

interface Names {
  rows: Map<string, OwnedRow>;
  people: Map<string, string>;
  /** Aspects, and sub-criteria with their names. */
  aspects: Map<string, { code: string; description: string }>;
}

function toEntry(change: AttemptChange, names: Names): AttemptHistoryEntry | null {
  const shown = shownFields(change);
  if (!shown) return null;
  const row = names.rows.get(change.rowId);
  const aspect = names.aspects.get(row?.aspectId ?? row?.subCriterionId ?? '');
  return {
    at: change.at,
    actorName: change.actorName,
    actionName: change.actionName,
    kind: change.kind as AttemptHistoryEntry['kind'],
    what: shown.what,
    aspectCode: aspect?.code ?? null,
    aspectDescription: aspect?.description ?? null,
    personName: names.people.get(personOf(change, row)) ?? null,
    before: shown.values[0],
    after: shown.values[1],
    reason: reasonOf(change),
  };
}

/** All that happened to an attempt, newest first: who, when, old, new and why. @throws Refusal `not_found` */
export async function getAttemptHistory(
  db: Db,
  attemptId: string,
): Promise<RouteOutput<'assessment.getHistory'>> {
  const attempt = found(await readAttempt(db, attemptId), 'attempt');
  const rows = await readOwnedRows(db, attemptId);
  const changes = await listChanges(db, [...rows.keys()]);
  const scheme = await readMarkedScheme(db, attempt.schemeId, attemptId);
  const aspects = new Map(
    scheme.criteria.flatMap((criterion) =>
      criterion.subCriteria.flatMap((subCriterion) => [
        [subCriterion.id, { code: subCriterion.code, description: subCriterion.name }] as const,
        ...subCriterion.aspects.map((aspect, index) => {
          const kind = aspect.kind as ExplainedAspect['kind'];
          const code = getAspectCode(subCriterion.code, kind, index);
          return [aspect.id, { code, description: aspect.description }] as const;
        }),
      ]),
    ),
  );
  const people = changes.flatMap((change) => [
    rows.get(change.rowId)?.expertId,
    change.fields['verified_by']?.[1],
    change.fields['completed_by']?.[1],
  ]);
  const ids = people.filter((id): id is string => typeof id === 'string');
  const names: Names = { rows, people: await readExpertNames(db, ids), aspects };
  return { entries: changes.flatMap((change) => toEntry(change, names) ?? []) };
}
