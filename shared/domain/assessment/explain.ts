import type { MarkWay } from './measuredMark.ts';

/** A raw entry below an aspect: a judge's score of a round. */
export interface ExplainedScore {
  judgeId: string;
  round: number;
  score: number;
  note: string;
}

/** An aspect with all that led to its mark. */
export interface ExplainedAspect {
  code: string;
  description: string;
  kind: 'measurement' | 'judgement';
  maxHundredths: number;
  outcome: 'marked' | 'not_attempted' | 'empty';
  markHundredths: number | null;
  /** The one score of everyday practice; null when several judges scored, or for a measurement. */
  score: number | null;
  way: MarkWay | null;
  scores: ExplainedScore[];
}

/** How the mark of a node comes about. */
export type ExplainRule =
  | 'sum'
  /** Scores ÷ (3 × judges) × maximum. */
  | 'judged'
  | 'measured'
  | 'given_by_hand'
  | 'not_attempted'
  | 'empty';

/** One step of the way from the raw marks to a total; the sentence comes from the rule. */
export interface ExplainNode {
  rule: ExplainRule;
  code: string;
  name: string;
  markHundredths: number;
  maxHundredths: number;
  children: ExplainNode[];
  /** Only with the rule `measured`. */
  way: MarkWay | null;
  /** Only with the rule `judged`: the scores of the round that counted last, earlier rounds before them. */
  scores: ExplainedScore[];
}

function ruleOf(aspect: ExplainedAspect): ExplainRule {
  if (aspect.outcome !== 'marked') return aspect.outcome;
  if (aspect.kind === 'judgement') return 'judged';
  return aspect.way ? 'measured' : 'given_by_hand';
}

/** The leaf of an aspect. */
export function explainAspect(aspect: ExplainedAspect): ExplainNode {
  const rule = ruleOf(aspect);
  const own: ExplainedScore[] =
    aspect.score === null ? [] : [{ judgeId: '', round: 1, score: aspect.score, note: '' }];
  return {
    rule,
    code: aspect.code,
    name: aspect.description,
    markHundredths: aspect.outcome === 'marked' ? (aspect.markHundredths ?? 0) : 0,
    maxHundredths: aspect.maxHundredths,
    children: [],
    way: rule === 'measured' ? aspect.way : null,
    scores: rule === 'judged' ? (aspect.scores.length > 0 ? aspect.scores : own) : [],
  };
}

/** A node that is the sum of others. */
export function explainSum(code: string, name: string, children: ExplainNode[]): ExplainNode {
  return {
    rule: 'sum',
    code,
    name,
    markHundredths: children.reduce((sum, child) => sum + child.markHundredths, 0),
    maxHundredths: children.reduce((sum, child) => sum + child.maxHundredths, 0),
    children,
    way: null,
    scores: [],
  };
}
