import { choose, noGoodRow, solveMain } from './choose.ts';
import { findContradiction } from './contradiction.ts';
import { compareEntries, sortedEntries } from './leximin.ts';
import { totalUp } from './levels.ts';
import { buildModel, type SolveMip } from './model.ts';
import type { Choice, Pick, SelectionProblem, SelectionRule, SelectionTotals } from './problem.ts';
import type { Row } from './programme.ts';

const QUESTION = 'question';

/** A change of places between two choices. */
export interface PlaceChange {
  studentId: string;
  /** Null: not in the team. */
  from: { competencyId: string; seat: Pick['seat'] } | null;
  to: { competencyId: string; seat: Pick['seat'] } | null;
}

const placeKey = (pick: Pick): string => `${pick.studentId} ${pick.competencyId} ${pick.seat}`;

/** Who changes place between two choices, in the order of their ids. */
export function compareChoices(before: readonly Pick[], after: readonly Pick[]): PlaceChange[] {
  const old = new Set(before.map(placeKey));
  const next = new Set(after.map(placeKey));
  const gone = before.filter((pick) => !next.has(placeKey(pick)));
  const come = after.filter((pick) => !old.has(placeKey(pick)));
  const place = (pick: Pick | undefined): PlaceChange['from'] =>
    pick ? { competencyId: pick.competencyId, seat: pick.seat } : null;
  const students = [...new Set([...gone, ...come].map(({ studentId }) => studentId))].sort();
  return students.map((studentId) => ({
    studentId,
    from: place(gone.find((pick) => pick.studentId === studentId)),
    to: place(come.find((pick) => pick.studentId === studentId)),
  }));
}

/** What would follow if a candidate were a main competitor, or were not. */
export type WhyNot =
  | {
      kind: 'loss';
      /** Main entries that fewer would be filled. */
      entries: number;
      /** Hundredths of a point that the main team would lose. */
      main: number;
      /** How much the weakest entry would fall. */
      weakest: number;
      /** Hundredths of a point that the candidate's value would have to change by for it to tip; null: values alone cannot. */
      tippingPoint: number | null;
      changes: PlaceChange[];
    }
  /** The rules forbid it: these cannot all hold together with it. */
  | { kind: 'forbidden'; groups: string[] };

function withRule(problem: SelectionProblem, rule: SelectionRule): SelectionProblem {
  return { ...problem, rules: [...problem.rules, rule] };
}

const isMain = (choice: Choice, who: { studentId: string; competencyId: string }): boolean =>
  choice.picks.some(
    (pick) =>
      pick.seat === 'main' && pick.studentId === who.studentId && pick.competencyId === who.competencyId,
  );

function losses(
  before: SelectionTotals,
  after: SelectionTotals,
): { entries: number; main: number; weakest: number } {
  return {
    entries: before.entries - after.entries,
    main: before.main - after.main,
    weakest: (before.weakest ?? 0) - (after.weakest ?? 0),
  };
}

/**
 * Why a candidate is not (or is) a main competitor: the choice is made again with the opposite forced, and compared.
 * With the best total the loss is exactly what the candidate's own value would have to change by.
 */
export function askWhy(
  problem: SelectionProblem,
  choice: Choice,
  who: { studentId: string; competencyId: string },
  solve: SolveMip,
): WhyNot {
  const kind = isMain(choice, who) ? 'must_not' : 'must';
  const asked = withRule(problem, { kind, id: QUESTION, ...who, seat: 'main' });
  const outcome = choose(asked, solve);
  if (outcome.kind === 'contradiction') {
    return { kind: 'forbidden', groups: outcome.groups.filter((group) => group !== QUESTION) };
  }
  const lost = losses(choice.totals, outcome.choice.totals);
  return {
    kind: 'loss',
    ...lost,
    tippingPoint: lost.entries === 0 ? findTippingPoint(problem, { choice, who, lost, solve }) : null,
    changes: compareChoices(choice.picks, outcome.choice.picks),
  };
}

interface TippingQuestion {
  choice: Choice;
  who: { studentId: string; competencyId: string };
  lost: { main: number };
  solve: SolveMip;
}

/**
 * By how much the candidate's own value would have to change for the decision to tip, others as they are. With the best
 * total it is the loss; with the weakest first it is looked for by halving, as more value never hurts a candidate.
 * @returns null when no value in 0…100 would do
 */
function findTippingPoint(problem: SelectionProblem, question: TippingQuestion): number | null {
  const { choice, who, lost, solve } = question;
  const isOne = (one: { studentId: string; competencyId: string }): boolean =>
    one.studentId === who.studentId && one.competencyId === who.competencyId;
  const own = problem.options.find(isOne)?.value ?? 0;
  const wasMain = isMain(choice, who);
  const target = wasMain ? own - lost.main : own + lost.main;
  if (problem.objective === 'total') return target >= 0 && target <= 10_000 ? lost.main : null;
  const tips = (value: number): boolean => {
    const options = problem.options.map((option) => (isOne(option) ? { ...option, value } : option));
    const outcome = choose({ ...problem, options }, solve);
    return outcome.kind === 'chosen' && isMain(outcome.choice, who) !== wasMain;
  };
  let near = own;
  let far = wasMain ? 0 : 10_000;
  if (!tips(far)) return null;
  while (Math.abs(far - near) > 1) {
    const middle = Math.round((near + far) / 2);
    if (tips(middle)) far = middle;
    else near = middle;
  }
  return Math.abs(far - own);
}

/** Another main team and what it is worth. */
export interface Alternative {
  totals: SelectionTotals;
  picks: Pick[];
  changes: PlaceChange[];
  /** Exactly as good as the chosen one. */
  isEqual: boolean;
}

/**
 * The next best main teams, each different from all before it: found by excluding one set of competitors after the
 * other (no-good cuts). Reserves are not part of the comparison.
 * @param how.onStep is told how many have been found
 */
export function listAlternatives(
  problem: SelectionProblem,
  choice: Choice,
  solve: SolveMip,
  how: { limit: number; onStep?: (done: number) => void },
): Alternative[] {
  const model = buildModel(problem);
  const cuts: Row[] = [];
  const found: Alternative[] = [];
  const chosen = choice.picks.filter(({ seat }) => seat === 'main');
  let last: readonly Pick[] = chosen;
  while (found.length < how.limit) {
    const cut = noGoodRow(model, last);
    if (!cut) break;
    cuts.push(cut);
    const next = solveMain(model, solve, cuts)?.solved;
    if (!next) break;
    const picks = next.picks.filter(({ seat }) => seat === 'main');
    if (picks.length === 0) break;
    found.push({
      totals: next.totals,
      picks,
      changes: compareChoices(chosen, picks),
      isEqual: isAsGood(problem, chosen, picks),
    });
    last = picks;
    how.onStep?.(found.length);
  }
  return found;
}

/** Whether two main teams are worth the same in what the choice is made by. */
function isAsGood(problem: SelectionProblem, one: readonly Pick[], other: readonly Pick[]): boolean {
  const [first, second] = [totalUp(problem, one), totalUp(problem, other)];
  const isEqual = first.entries === second.entries && first.main === second.main;
  if (problem.objective === 'total') return isEqual;
  return isEqual && compareEntries(sortedEntries(problem, one), sortedEntries(problem, other)) === 0;
}

/** What contradicts a set of rules, with a problem that has them. */
export function explainContradiction(problem: SelectionProblem, solve: SolveMip): string[] {
  return findContradiction(buildModel(problem), solve);
}
