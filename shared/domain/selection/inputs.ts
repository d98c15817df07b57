import {
  valueSquad,
  type CandidateValue,
  type CriterionSetting,
  type Figure,
  type Figures,
  type MissingRule,
  type NormalRange,
} from './criteria.ts';
import { describeRanks, type RankForecast } from './best.ts';
import {
  inCanonicalOrder,
  type CompetencySeats,
  type PairValue,
  type SelectionProblem,
  type SelectionRule,
} from './problem.ts';

/** A candidate with everything that the choice looks at; no name, no sex, no region. */
export interface CandidateInput {
  studentId: string;
  competencyId: string;
  group: string;
  course: number | null;
  figures: Figures;
  isEligible: boolean;
}

/** Which figure decides between equally good teams, before the seed. */
export const tieFigures = ['last_mock', 'level', 'attendance', 'section_floor'] as const;
export type TieFigure = (typeof tieFigures)[number];

/** Everything that a run rests on. The same inputs give the same answer on any machine. */
export interface SelectionInputs {
  seats: CompetencySeats[];
  candidates: CandidateInput[];
  criteria: CriterionSetting[];
  missing: MissingRule;
  rules: SelectionRule[];
  pairValues: PairValue[];
  competenciesPerStudent: number;
  objective: 'total' | 'weakest';
  tie: { kind: 'published'; figure: TieFigure; seed: number } | { kind: 'seed'; seed: number };
}

/** Points as the integer hundredths that the programme counts in. */
export function toHundredths(points: number): number {
  return Math.min(10_000, Math.max(0, Math.round(points * 100)));
}

/** A candidate with value, chances and rank in the competency. */
export interface ValuedCandidate extends CandidateValue {
  studentId: string;
  competencyId: string;
  isEligible: boolean;
  /** Among the eligible of the competency; null for those who may not be chosen. */
  ranks: RankForecast | null;
}

const squadsOf = (inputs: SelectionInputs): Map<string, CandidateInput[]> =>
  Map.groupBy(inputs.candidates, ({ competencyId }) => competencyId);

function valueOne(inputs: SelectionInputs, squad: readonly CandidateInput[]): ValuedCandidate[] {
  const figures = squad.map((candidate) => candidate.figures);
  const { values } = valueSquad(inputs.criteria, figures, inputs.missing);
  const valued = squad.map((candidate, index): ValuedCandidate => {
    const own = values[index] ?? { value: 0, deviation: 0, parts: [] };
    const { studentId, competencyId, isEligible } = candidate;
    return { studentId, competencyId, isEligible, ranks: null, ...own };
  });
  const eligible = valued.filter(({ isEligible }) => isEligible);
  const ranks = describeRanks(eligible.map(({ value, deviation }) => ({ mean: value, deviation })));
  eligible.forEach((candidate, index) => (candidate.ranks = ranks[index] ?? null));
  return valued;
}

/** Values of all candidates, squad by squad, best first within each. */
export function valueCandidates(inputs: SelectionInputs): ValuedCandidate[] {
  return [...squadsOf(inputs).values()].flatMap((squad) =>
    valueOne(inputs, squad).sort((a, b) => b.value - a.value || (a.studentId < b.studentId ? -1 : 1)),
  );
}

/** The ranges that map figures to 0…100, by competency and criterion. */
export function listRanges(inputs: SelectionInputs): Record<string, Record<string, NormalRange>> {
  return Object.fromEntries(
    [...squadsOf(inputs)].map(([competencyId, squad]) => [
      competencyId,
      valueSquad(
        inputs.criteria,
        squad.map(({ figures }) => figures),
        inputs.missing,
      ).ranges,
    ]),
  );
}

const tieScore = (figure: Figure | undefined): number => toHundredths(figure?.value ?? 0);

/** The problem that the solver is given. */
export function buildProblem(inputs: SelectionInputs): SelectionProblem {
  const options = [...squadsOf(inputs).values()].flatMap((squad) => {
    const figures = squad.map((candidate) => candidate.figures);
    const { values } = valueSquad(inputs.criteria, figures, inputs.missing);
    return squad.map((candidate, index) => ({
      studentId: candidate.studentId,
      competencyId: candidate.competencyId,
      value: toHundredths(values[index]?.value ?? 0),
      isEligible: candidate.isEligible,
      tieScore: inputs.tie.kind === 'published' ? tieScore(candidate.figures[inputs.tie.figure]) : 0,
    }));
  });
  const people = new Map(
    inputs.candidates.map(({ studentId, group, course }) => [studentId, { studentId, group, course }]),
  );
  return inCanonicalOrder({
    seats: inputs.seats,
    people: [...people.values()],
    options,
    rules: inputs.rules,
    pairValues: inputs.pairValues,
    competenciesPerStudent: inputs.competenciesPerStudent,
    objective: inputs.objective,
    tie: { kind: inputs.tie.kind, seed: inputs.tie.seed },
  });
}
