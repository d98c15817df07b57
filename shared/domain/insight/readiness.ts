import type { InsightReadiness } from '#shared/contract/insight.ts';

/** What readiness is made of, before it is turned into percent. */
export interface ReadinessFacts {
  /** Adjusted abilities of the best candidates, as many as the competency sends. */
  abilities: readonly number[];
  /** What the squad works towards; null: 80 % is taken. */
  targetPercent: number | null;
  /** Weight of each section, and whether it was practised in the last 90 days. */
  sections: readonly { weight: number; isPractised: boolean }[];
  /** Weeks with practice out of the last eight. */
  weeksWithPractice: number;
  /** Candidates with enough attempts for a forecast, and how many are wanted (two for each place). */
  deepCandidates: number;
  wantedCandidates: number;
}

/** Shares of the parts: the level counts half. */
const WEIGHTS = { level: 0.5, sections: 0.2, regularity: 0.15, depth: 0.15 };
const WEEKS = 8;
const DEFAULT_TARGET = 80;

const percentOf = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0;

/** Readiness 0…100 with its parts: level against the target, sections practised, regularity, depth of the squad. */
export function computeReadiness(facts: ReadinessFacts): InsightReadiness {
  const { abilities, sections } = facts;
  const mean = abilities.reduce((sum, value) => sum + value, 0) / Math.max(1, abilities.length);
  const level = abilities.length > 0 ? percentOf(mean, facts.targetPercent ?? DEFAULT_TARGET) : null;
  const weight = sections.reduce((sum, section) => sum + section.weight, 0);
  const practised = sections.reduce((sum, section) => sum + (section.isPractised ? section.weight : 0), 0);
  const parts = {
    level,
    sections: percentOf(practised, weight),
    regularity: percentOf(facts.weeksWithPractice, WEEKS),
    depth: percentOf(facts.deepCandidates, facts.wantedCandidates),
  };
  const value =
    WEIGHTS.level * (level ?? 0) +
    WEIGHTS.sections * parts.sections +
    WEIGHTS.regularity * parts.regularity +
    WEIGHTS.depth * parts.depth;
  return { value, parts };
}
