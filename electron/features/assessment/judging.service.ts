import type { Kysely } from 'kysely';
import type { JudgeConflict } from '#shared/contract/assessment.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import {
  panelFor,
  resolveJudging,
  visibleScores,
  type JudgeScore,
  type JudgingState,
  type Panel,
} from '#shared/domain/assessment/judging.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, found } from '../../router/refusal.ts';
import {
  allThere,
  listAspectsOf,
  listJudgeScores,
  listReplacements,
  listSessionAttempts,
  listSessionJudges,
  type AspectFacts,
  type AttemptFacts,
} from './assessment.repository.ts';
import { conflictsByAttempt } from './conflicts.repository.ts';
import { openCell } from './cell.ts';
import { dualStates } from './pairs.service.ts';
import { writeMark } from './writeMark.ts';

type Db = Kysely<Schema>;
type TeamRow = Awaited<ReturnType<typeof listSessionJudges>>[number];

/** The team of a sub-criterion: its own, or else that of the whole session. */
function teamOf(rows: readonly TeamRow[], subCriterionId: string): TeamRow[] {
  const own = rows.filter((row) => row.sub_criterion_id === subCriterionId);
  return own.length > 0 ? own : rows.filter((row) => row.sub_criterion_id === null);
}

const judgesOf = (team: readonly TeamRow[]): string[] =>
  team.filter((row) => row.role === 'judge').map((row) => row.expert_id);

/** Who may mark a competitor, and why others of the team may not. */
interface OpenPanel extends Panel {
  conflicts: JudgeConflict[];
}

/** Who may mark each of some attempts. */
async function readPanels(
  db: Db,
  team: readonly string[],
  attempts: readonly AttemptFacts[],
): Promise<Map<string, OpenPanel>> {
  const ids = attempts.map((attempt) => attempt.id);
  if (ids.length === 0) return new Map();
  const conflicts = await conflictsByAttempt(db, attempts);
  const replacements = Map.groupBy(await listReplacements(db, ids), (row) => row.attempt_id);
  return new Map(
    ids.map((id) => {
      const own = conflicts.get(id) ?? [];
      const named = (replacements.get(id) ?? []).map((row) => ({
        outJudgeId: row.out_expert_id,
        inJudgeId: row.in_expert_id,
      }));
      const panel = panelFor(team, new Set(own.map((one) => one.expertId)), named);
      return [id, { ...panel, conflicts: own.filter((one) => team.includes(one.expertId)) }];
    }),
  );
}

const NOBODY: OpenPanel = { judges: [], needReplacement: [], conflicts: [] };

const toScore = (row: { expert_id: string; round: number; score: number }): JudgeScore => ({
  judgeId: row.expert_id,
  round: row.round,
  score: row.score as JudgeScore['score'],
});

/** Nobody marks a competitor before each judge with a conflict has a replacement. */
function stateFor(panel: Panel, scores: readonly JudgeScore[], aspect: AspectFacts): JudgingState {
  const judges =
    panel.needReplacement.length > 0 ? [...panel.judges, ...panel.needReplacement] : panel.judges;
  return resolveJudging(judges, scores, aspect.maxHundredths);
}

const cellKey = (attemptId: string, aspectId: string): string => `${attemptId} ${aspectId}`;

/**
 * How the judging of a sub-criterion stands, as one of its judges sees it (null: as nobody's, so that open scores
 * of all are hidden). @throws Refusal `not_found`
 */
export async function getJudging(
  db: Db,
  input: { sessionId: string; subCriterionId: string; viewerExpertId: string | null },
): Promise<RouteOutput<'assessment.getJudging'>> {
  found((await allThere(db, 'sessions', [input.sessionId])) || null, 'session');
  const team = teamOf(await listSessionJudges(db, input.sessionId), input.subCriterionId);
  const aspects = await listAspectsOf(db, input.subCriterionId);
  const schemeId = found(aspects[0], 'sub-criterion').schemeId;
  const attempts = (await listSessionAttempts(db, input.sessionId)).filter(
    (attempt) =>
      attempt.schemeId === schemeId &&
      (attempt.subCriterionIds === null || attempt.subCriterionIds.has(input.subCriterionId)),
  );
  const panels = await readPanels(db, judgesOf(team), attempts);
  const ids = attempts.map((attempt) => attempt.id);
  const rows = ids.length > 0 ? await listJudgeScores(db, ids) : [];
  const byCell = Map.groupBy(rows, (row) => cellKey(row.attempt_id, row.aspect_id));
  const judged = aspects.filter((aspect) => aspect.kind === 'judgement');
  const cells = attempts.flatMap((attempt) =>
    judged.map((aspect) => {
      const own = byCell.get(cellKey(attempt.id, aspect.id)) ?? [];
      const panel = panels.get(attempt.id) ?? NOBODY;
      const state = stateFor(panel, own.map(toScore), aspect);
      const seen = new Set(
        visibleScores(state, own.map(toScore), input.viewerExpertId).map(
          (score) => `${score.judgeId} ${score.round}`,
        ),
      );
      const scores = own
        .filter((row) => seen.has(`${row.expert_id} ${row.round}`))
        .map((row) => ({ expertId: row.expert_id, round: row.round, score: row.score, note: row.note }));
      return { attemptId: attempt.id, aspectId: aspect.id, state, scores };
    }),
  );
  return {
    team: team.map((row) => ({
      expertId: row.expert_id,
      name: row.name,
      role: row.role === 'supervisor' ? 'supervisor' : 'judge',
    })),
    attempts: attempts.map((attempt) => ({
      attemptId: attempt.id,
      ...(panels.get(attempt.id) ?? NOBODY),
    })),
    cells,
    dual: ids.length > 0 ? await dualStates(db, ids, aspects) : [],
  };
}

/** A judge's score of an aspect. */
export interface ScoreInput {
  attemptId: string;
  aspectId: string;
  expertId: string;
  score: 0 | 1 | 2 | 3;
  note: string;
}

/** The round that a score belongs to; a corrected score stays in the last one. */
function roundOf(state: JudgingState): number {
  return state.kind === 'no_judges' ? 1 : state.round;
}

/** A new round, and a correction of what was agreed, say what was talked about. */
function assertNote(state: JudgingState, input: ScoreInput): void {
  const isNeeded = state.kind === 'spread' || state.kind === 'agreed';
  if (isNeeded && input.note === '') throw new Refusal('note_needed', 'say what was agreed or corrected');
}

function assertMayJudge(panel: Panel, expertId: string): void {
  if (panel.needReplacement.includes(expertId)) {
    throw new Refusal('judge_conflict', 'the judge has a conflict for this competitor');
  }
  if (!panel.judges.includes(expertId)) {
    throw new Refusal('judge_not_in_team', 'the judge is not in the team for this competitor');
  }
}

/**
 * Keeps a judge's score; once all are in and close enough, the mark is written, and emptied again while they are not.
 * @throws Refusal `judge_conflict`, `judge_not_in_team`, `note_needed`, and those of {@link openCell}
 */
export async function scoreAspect(work: Work, input: ScoreInput): Promise<JudgingState> {
  const { db } = work;
  const { attempt, aspect } = await openCell(db, input, 'judgement');
  const team = teamOf(await listSessionJudges(db, attempt.sessionId), aspect.subCriterionId);
  const panels = await readPanels(db, judgesOf(team), [attempt]);
  const panel = found(panels.get(attempt.id), 'attempt');
  assertMayJudge(panel, input.expertId);
  const rows = (await listJudgeScores(db, [attempt.id])).filter((row) => row.aspect_id === aspect.id);
  const before = stateFor(panel, rows.map(toScore), aspect);
  assertNote(before, input);
  const round = roundOf(before);
  const known = rows.find((row) => row.expert_id === input.expertId && row.round === round);
  const { score, note } = input;
  if (known) work.updateKnown('judge_scores', known, { score, note });
  else {
    const place = { attempt_id: attempt.id, aspect_id: aspect.id, expert_id: input.expertId };
    work.insert('judge_scores', { id: work.newId(), ...place, round, score, note });
  }
  const others = rows.filter((row) => row !== known).map(toScore);
  const after = stateFor(panel, [...others, { judgeId: input.expertId, round, score }], aspect);
  await writeMark(work, input, markOfState(after));
  return after;
}

function markOfState(state: JudgingState): Parameters<typeof writeMark>[2] {
  if (state.kind !== 'agreed') return null;
  const [only] = state.scores;
  const score = state.scores.length === 1 ? (only ?? null) : null;
  return { outcome: 'marked', markHundredths: state.markHundredths, score, measured: null };
}
