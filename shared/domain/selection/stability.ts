import { valueSquad, type CriterionSetting } from './criteria.ts';
import { choose } from './choose.ts';
import type { SolveMip } from './model.ts';
import type { Pick, SelectionProblem } from './problem.ts';
import type { SelectionInputs } from './inputs.ts';
import { buildProblem, toHundredths } from './inputs.ts';
import { seededRandom, type SeededRandom } from './seededRandom.ts';

/** How often a candidate is a main competitor when something wobbles. */
export interface StabilityShare {
  studentId: string;
  competencyId: string;
  /** Weights drawn within ±20 % of theirs, 0…1. */
  underWeights: number;
  /** Marks drawn anew within their uncertainty, 0…1. */
  underMarks: number;
}

/** What one criterion's weight does when it alone moves. */
export interface WeightEffect {
  key: string;
  /** The smallest of the tried factors, up and down, at which the main team changes; null: it never did. */
  changesBelow: number | null;
  changesAbove: number | null;
}

export interface Stability {
  draws: number;
  /** Share of draws with the very same main team. */
  sameUnderWeights: number;
  sameUnderMarks: number;
  shares: StabilityShare[];
  effects: WeightEffect[];
}

const WOBBLE = 0.2;
const FACTORS_DOWN = [0.95, 0.9, 0.85, 0.8];
const FACTORS_UP = [1.05, 1.1, 1.15, 1.2];

const mainKeys = (picks: readonly Pick[]): string[] =>
  picks
    .filter(({ seat }) => seat === 'main')
    .map((pick) => `${pick.studentId} ${pick.competencyId}`)
    .sort();

function mainTeam(problem: SelectionProblem, solve: SolveMip): string[] | null {
  // Only the main team counts here: without reserves the programme is smaller and the answer the same, unless a rule
  // speaks of reserves.
  const needsReserves = problem.rules.some(
    (rule) => (rule.kind === 'must' || rule.kind === 'must_not') && rule.seat !== 'main',
  );
  const seats = needsReserves ? problem.seats : problem.seats.map((entry) => ({ ...entry, reserveSeats: 0 }));
  const outcome = choose({ ...problem, seats }, solve);
  return outcome.kind === 'chosen' ? mainKeys(outcome.choice.picks) : null;
}

function withWeights(
  inputs: SelectionInputs,
  factorOf: (criterion: CriterionSetting) => number,
): SelectionInputs {
  const criteria = inputs.criteria.map((criterion) => ({
    ...criterion,
    weight: criterion.weight * factorOf(criterion),
  }));
  return { ...inputs, criteria };
}

function resample(
  inputs: SelectionInputs,
  problem: SelectionProblem,
  random: SeededRandom,
): SelectionProblem {
  const squads = Map.groupBy(inputs.candidates, ({ competencyId }) => competencyId);
  const drawn = new Map<string, number>();
  for (const [competencyId, squad] of squads) {
    const figures = squad.map((candidate) => candidate.figures);
    valueSquad(inputs.criteria, figures, inputs.missing).values.forEach(({ value, deviation }, index) => {
      const key = `${squad[index]?.studentId ?? ''} ${competencyId}`;
      drawn.set(key, toHundredths(value + deviation * random.nextNormal()));
    });
  }
  const options = problem.options.map((option) => ({
    ...option,
    value: drawn.get(`${option.studentId} ${option.competencyId}`) ?? option.value,
  }));
  return { ...problem, options };
}

/** One question put to the solver again and again. */
interface Trial {
  count: number;
  same: number;
  wins: Map<string, number>;
}

function runTrials(
  base: readonly string[],
  draw: (index: number) => string[] | null,
  how: { draws: number; onStep: () => void },
): Trial {
  const trial: Trial = { count: 0, same: 0, wins: new Map() };
  const wanted = base.join('|');
  for (let index = 0; index < how.draws; index += 1) {
    const team = draw(index);
    how.onStep();
    if (!team) continue;
    trial.count += 1;
    if (team.join('|') === wanted) trial.same += 1;
    for (const key of team) trial.wins.set(key, (trial.wins.get(key) ?? 0) + 1);
  }
  return trial;
}

function findEffect(
  criterion: CriterionSetting,
  isSame: (key: string, factor: number) => boolean,
): WeightEffect {
  const first = (factors: readonly number[]): number | null =>
    factors.find((factor) => !isSame(criterion.key, factor)) ?? null;
  return { key: criterion.key, changesBelow: first(FACTORS_DOWN), changesAbove: first(FACTORS_UP) };
}

/**
 * How firm the choice is: all weights drawn within ±20 %, marks drawn anew within their uncertainty, and each weight
 * moved alone. Draws follow from the seed of the problem.
 * @param how.onStep progress; `total` is an upper bound
 */
export function measureStability(
  inputs: SelectionInputs,
  solve: SolveMip,
  how: { draws: number; onStep?: (done: number, total: number) => void },
): Stability {
  const problem = buildProblem(inputs);
  const base = mainTeam(problem, solve) ?? [];
  const weighted = inputs.criteria.filter(({ weight }) => weight > 0);
  const total = 2 * how.draws + weighted.length * (FACTORS_DOWN.length + FACTORS_UP.length);
  let done = 0;
  const onStep = (): void => how.onStep?.((done += 1), total);
  const random = seededRandom(problem.tie.seed);
  const wobble = (): number => 1 - WOBBLE + 2 * WOBBLE * random.next();
  const trials = { draws: how.draws, onStep };
  const byWeights = runTrials(base, () => mainTeam(buildProblem(withWeights(inputs, wobble)), solve), trials);
  const byMarks = runTrials(base, () => mainTeam(resample(inputs, problem, random), solve), trials);
  const isSame = (key: string, factor: number): boolean => {
    const moved = withWeights(inputs, (criterion) => (criterion.key === key ? factor : 1));
    onStep();
    return mainTeam(buildProblem(moved), solve)?.join('|') === base.join('|');
  };
  const share = (trial: Trial, key: string): number =>
    trial.count > 0 ? (trial.wins.get(key) ?? 0) / trial.count : 0;
  const keys = [...new Set([...base, ...byWeights.wins.keys(), ...byMarks.wins.keys()])].sort();
  return {
    draws: how.draws,
    sameUnderWeights: byWeights.count > 0 ? byWeights.same / byWeights.count : 0,
    sameUnderMarks: byMarks.count > 0 ? byMarks.same / byMarks.count : 0,
    shares: keys.map((key) => {
      const [studentId = '', competencyId = ''] = key.split(' ');
      return {
        studentId,
        competencyId,
        underWeights: share(byWeights, key),
        underMarks: share(byMarks, key),
      };
    }),
    effects: weighted.length > 1 ? weighted.map((criterion) => findEffect(criterion, isSame)) : [],
  };
}
