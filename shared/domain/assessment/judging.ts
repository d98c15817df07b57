import { judgementMark } from './judgement.ts';

/** A judge's score in a round. */
export interface JudgeScore {
  judgeId: string;
  /** From 1; every spread above {@link LARGEST_SPREAD} opens another. */
  round: number;
  score: 0 | 1 | 2 | 3;
}

/** Judges' scores may differ by so much; beyond it they talk and mark again. Source: Technical Descriptions §4. */
export const LARGEST_SPREAD = 1;

/** Where the judging of one aspect of one competitor stands. */
export type JudgingState =
  /** No judge may mark: every one has a conflict, or none was named. */
  | { kind: 'no_judges' }
  /** Scores of the round stay hidden until these judges are in as well. */
  | { kind: 'waiting'; round: number; missing: string[] }
  /** The scores are too far apart; a note on what was said is needed, then this round begins. */
  | { kind: 'spread'; round: number; scores: number[] }
  | { kind: 'agreed'; round: number; scores: number[]; markHundredths: number };

/** The difference between the highest and the lowest score. */
export function spreadOf(scores: readonly number[]): number {
  return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
}

/**
 * What the scores of an aspect come to. Order of entry does not matter. A judge who is not in the panel (any more)
 * does not count; a judge's last entry of a round counts.
 */
export function resolveJudging(
  panel: readonly string[],
  scores: readonly JudgeScore[],
  maxHundredths: number,
): JudgingState {
  if (panel.length === 0) return { kind: 'no_judges' };
  for (let round = 1; ; round += 1) {
    const own = panel.map((judgeId) =>
      scores.findLast((score) => score.judgeId === judgeId && score.round === round),
    );
    const missing = panel.filter((_, index) => own[index] === undefined);
    const given = own.flatMap((score) => (score ? [score.score] : []));
    if (missing.length === panel.length && round > 1) {
      const before = scores.filter((score) => score.round === round - 1 && panel.includes(score.judgeId));
      return { kind: 'spread', round, scores: before.map((score) => score.score) };
    }
    if (missing.length > 0) return { kind: 'waiting', round, missing };
    if (spreadOf(given) <= LARGEST_SPREAD) {
      return { kind: 'agreed', round, scores: given, markHundredths: judgementMark(given, maxHundredths) };
    }
  }
}

/** What one judge may see: all scores of finished rounds, and of the open one only the own. */
export function visibleScores(
  state: JudgingState,
  scores: readonly JudgeScore[],
  viewerId: string | null,
): JudgeScore[] {
  if (state.kind === 'no_judges') return [];
  return scores.filter(
    (score) =>
      state.kind === 'agreed' ||
      score.round < state.round ||
      (viewerId !== null && score.judgeId === viewerId),
  );
}

/** A judge steps aside for a competitor, and who takes the place. */
export interface Replacement {
  outJudgeId: string;
  inJudgeId: string;
}

/** Who marks a competitor, and who of the panel needs a replacement first. */
export interface Panel {
  judges: string[];
  /** Judges with a conflict of interest that nobody has replaced. */
  needReplacement: string[];
}

/**
 * The judges that may mark one competitor: those of the team, less those with a conflict, each with the
 * replacement that was named. A replacement with a conflict is no replacement.
 */
export function panelFor(
  team: readonly string[],
  conflicts: ReadonlySet<string>,
  replacements: readonly Replacement[],
): Panel {
  const panel: Panel = { judges: [], needReplacement: [] };
  for (const judge of team) {
    if (!conflicts.has(judge)) {
      panel.judges.push(judge);
      continue;
    }
    const named = replacements.findLast(({ outJudgeId }) => outJudgeId === judge)?.inJudgeId;
    const isFree = named !== undefined && !conflicts.has(named) && !team.includes(named);
    if (isFree) panel.judges.push(named);
    else panel.needReplacement.push(judge);
  }
  return panel;
}
