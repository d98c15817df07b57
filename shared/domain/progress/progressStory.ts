import { STALE_DAYS } from './attention.ts';

/** What is known about a course of practice, in figures. */
export interface ProgressFacts {
  /** Attempts with marks. */
  attemptCount: number;
  /** Percent of the latest attempt; of a squad the mean of each candidate's latest. */
  latestPercent: number | null;
  /** What the target is compared with: where the line ends, or the latest result. */
  targetBasis: 'line' | 'latest';
  /** Where the smoothed line ends; null when there is no line. */
  linePercent: number | null;
  /** Percentage points that the line moved over its last thirty days; null when it does not reach back so far. */
  changeOver30Days: number | null;
  targetPercent: number | null;
  weakestSection: { percent: number } | null;
  /** Days since the last attempt; null when the record is of the past and today does not matter. */
  idleDays: number | null;
  /** Candidates of the squad without a single marked attempt. */
  idleCandidates?: number;
}

/** What is seen: which way the line goes. Points and levels are percentage points with at most one decimal. */
export type SeenPart =
  | { kind: 'few'; count: number; latest: number }
  | { kind: 'level'; level: number }
  | { kind: 'rising' | 'falling'; points: number; level: number }
  | { kind: 'steady'; level: number };

/** How far the target is; `latest` is what is compared with it when that is not the line. */
export type TargetPart =
  | { kind: 'unset' }
  | { kind: 'reached'; target: number; latest: number | null }
  | { kind: 'below'; target: number; gap: number; latest: number | null };

/** The next action. */
export type NextPart =
  'practise' | 'resume' | 'startOthers' | 'setTarget' | 'section' | 'keepPractising' | 'raiseTarget';

/** The sentence above a chart, as parts that a language puts together. */
export interface ProgressStory {
  seen: SeenPart;
  target: TargetPart;
  next: NextPart;
}

/** Less than this many percentage points in thirty days is called steady: single attempts scatter more than that. */
const STEADY_POINTS = 2;

const toTenth = (value: number): number => Math.round(value * 10) / 10;

function describeSeen(facts: ProgressFacts): SeenPart | null {
  const { attemptCount, latestPercent, linePercent, changeOver30Days } = facts;
  if (latestPercent === null) return null;
  if (linePercent === null) return { kind: 'few', count: attemptCount, latest: toTenth(latestPercent) };
  const level = toTenth(linePercent);
  if (changeOver30Days === null) return { kind: 'level', level };
  if (Math.abs(changeOver30Days) < STEADY_POINTS) return { kind: 'steady', level };
  const points = toTenth(Math.abs(changeOver30Days));
  return { kind: changeOver30Days > 0 ? 'rising' : 'falling', points, level };
}

function describeTarget(facts: ProgressFacts, seen: SeenPart): TargetPart {
  const { targetPercent: target, latestPercent, targetBasis } = facts;
  if (target === null) return { kind: 'unset' };
  const isLatest = seen.kind === 'few' || targetBasis === 'latest';
  const level = isLatest ? (latestPercent ?? 0) : seen.level;
  const gap = toTenth(target - level);
  const latest = isLatest && seen.kind !== 'few' ? toTenth(level) : null;
  return gap <= 0 ? { kind: 'reached', target, latest } : { kind: 'below', target, gap, latest };
}

function chooseNext(facts: ProgressFacts, seen: SeenPart, target: TargetPart): NextPart {
  if (facts.idleDays !== null && facts.idleDays >= STALE_DAYS) return 'resume';
  if (seen.kind === 'few') return 'practise';
  if ((facts.idleCandidates ?? 0) > 0) return 'startOthers';
  if (target.kind === 'unset') return 'setTarget';
  if (facts.weakestSection !== null) return 'section';
  return target.kind === 'reached' ? 'raiseTarget' : 'keepPractising';
}

/**
 * What the sentence above a chart says: what is seen, how far the target is, and the one next action.
 * @returns null when nothing has been marked yet
 */
export function tellProgress(facts: ProgressFacts): ProgressStory | null {
  const seen = describeSeen(facts);
  if (seen === null) return null;
  const target = describeTarget(facts, seen);
  return { seen, target, next: chooseNext(facts, seen, target) };
}
