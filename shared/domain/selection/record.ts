import type { CriterionSetting, Figure, MissingRule } from './criteria.ts';
import {
  checkEligibility,
  isEligible,
  type EligibilityCheck,
  type EligibilityFacts,
  type EligibilityOverride,
  type EligibilityRule,
} from './eligibility.ts';
import type { SelectionInputs } from './inputs.ts';
import type { PairValue, SelectionRule } from './problem.ts';

/** What a scenario sets, as far as the choice rests on it. */
export interface SelectionSettings {
  criteria: CriterionSetting[];
  missing: MissingRule;
  eligibility: EligibilityRule[];
  rules: SelectionRule[];
  pairValues: PairValue[];
  competenciesPerStudent: number;
  objective: SelectionInputs['objective'];
  tie: SelectionInputs['tie'];
}

/** What is known of a candidate. */
export interface KnownCandidate {
  studentId: string;
  competencyId: string;
  group: string;
  course: number | null;
  maxAge: number | null;
  figures: Record<string, Figure>;
  facts: EligibilityFacts;
}

/** The occasion that the choice is made for. */
export interface SelectionOccasion {
  seats: SelectionInputs['seats'];
  /** First day of the championship. */
  championshipDay: string;
  /** Day of the choice. */
  today: string;
}

/** Inputs of the solver: candidates with figures and eligibility, seats, settings. */
export function makeInputs(
  settings: SelectionSettings,
  candidates: readonly KnownCandidate[],
  overrides: readonly EligibilityOverride[],
  occasion: SelectionOccasion,
): SelectionInputs {
  const year = Number(occasion.championshipDay.slice(0, 4));
  const used = new Set(settings.criteria.filter(({ weight }) => weight > 0).map(({ key }) => key));
  if (settings.tie.kind === 'published') used.add(settings.tie.figure);
  return {
    seats: occasion.seats.toSorted((a, b) => (a.competencyId < b.competencyId ? -1 : 1)),
    candidates: candidates.toSorted(inOrder).map((candidate) => {
      const frame = { year, day: occasion.today, maxAge: candidate.maxAge };
      const checks = checkEligibility(settings.eligibility, candidate.facts, frame);
      const figures = Object.entries(candidate.figures).filter(([key]) => used.has(key));
      return {
        studentId: candidate.studentId,
        competencyId: candidate.competencyId,
        group: candidate.group,
        course: candidate.course,
        figures: Object.fromEntries(figures),
        isEligible: isEligible(checks, candidate, overrides),
      };
    }),
    criteria: settings.criteria.filter(({ weight }) => weight > 0),
    missing: settings.missing,
    rules: settings.rules,
    pairValues: settings.pairValues,
    competenciesPerStudent: settings.competenciesPerStudent,
    objective: settings.objective,
    tie: settings.tie,
  };
}

/** A rule that a candidate does not meet, and the reason of the exception if one is on record. */
export interface Objection {
  studentId: string;
  competencyId: string;
  check: EligibilityCheck;
  exception: string | null;
}

/** What stands against candidates, for the record of a run: a protocol must not depend on what changes later. */
export function listObjections(
  rules: readonly EligibilityRule[],
  candidates: readonly KnownCandidate[],
  overrides: readonly (EligibilityOverride & { reason: string })[],
  occasion: SelectionOccasion,
): Objection[] {
  const year = Number(occasion.championshipDay.slice(0, 4));
  return candidates.toSorted(inOrder).flatMap((candidate) => {
    const { studentId, competencyId, maxAge, facts } = candidate;
    const checks = checkEligibility(rules, facts, { year, day: occasion.today, maxAge });
    return checks
      .filter(({ state }) => state !== 'pass')
      .map((check) => {
        const exception = overrides.find(
          (one) =>
            one.rule === check.rule &&
            one.studentId === studentId &&
            (one.competencyId === null || one.competencyId === competencyId),
        );
        return { studentId, competencyId, check, exception: exception?.reason ?? null };
      });
  });
}

/** By competency and student, so that the record of a run does not depend on the order of rows. */
function inOrder(a: KnownCandidate, b: KnownCandidate): number {
  const one = `${a.competencyId} ${a.studentId}`;
  const other = `${b.competencyId} ${b.studentId}`;
  return one < other ? -1 : one > other ? 1 : 0;
}
