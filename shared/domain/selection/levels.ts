import { drawFor } from './seededRandom.ts';
import type { CompetencySeats, Pick, SelectionProblem, SelectionTotals } from './problem.ts';
import type { Column, Programme, Row } from './programme.ts';

/** A coefficient for each column. */
export type Costs = number[];

/** Seats by competency. */
export const seatsById = (problem: SelectionProblem): Map<string, CompetencySeats> =>
  new Map(problem.seats.map((seats) => [seats.competencyId, seats]));

/** Counts the main entries: a competitor, or a team that takes part. */
export function entryCosts(problem: SelectionProblem, programme: Programme): Costs {
  const seats = seatsById(problem);
  return programme.columns.map((column) => {
    if (column.kind === 'entry') return 1;
    if (column.kind !== 'place' || column.seat !== 'main') return 0;
    const option = problem.options[column.option];
    return option && seats.get(option.competencyId)?.teamSize === 1 ? 1 : 0;
  });
}

function valueOf(problem: SelectionProblem, column: Column): number {
  if (column.kind === 'place') return problem.options[column.option]?.value ?? 0;
  if (column.kind === 'pair') return problem.pairValues[column.pair]?.bonus ?? 0;
  return 0;
}

/** Values of the main team with their pair values. */
export function mainCosts(problem: SelectionProblem, programme: Programme): Costs {
  return programme.columns.map((column) =>
    column.kind === 'place' && column.seat === 'reserve' ? 0 : valueOf(problem, column),
  );
}

/** More than any two choices can differ in their value: one more entry always counts for more. */
export function entryBonus(problem: SelectionProblem): number {
  const greatest = problem.options.reduce((most, { value }) => Math.max(most, value), 0);
  const persons = problem.seats.reduce((sum, { mainEntries, teamSize }) => sum + mainEntries * teamSize, 0);
  const pairs = problem.pairValues.reduce((sum, { bonus }) => sum + Math.abs(bonus), 0);
  const teams = problem.seats.reduce((most, { mainEntries }) => Math.max(most, mainEntries), 1);
  return persons * greatest + pairs * teams + 1;
}

/** Adds up costs. */
export function addCosts(costs: Costs, more: Costs, factor: number): Costs {
  return costs.map((cost, index) => cost + factor * (more[index] ?? 0));
}

/** As many reserves as can be, then their value; equal ones by the seed. */
export function reserveCosts(problem: SelectionProblem, programme: Programme): Costs {
  const greatest = problem.options.reduce((most, { value }) => Math.max(most, value), 0);
  const seats = problem.seats.reduce((sum, { reserveSeats }) => sum + reserveSeats, 0);
  const bonus = seats * greatest + 1;
  const draws = Math.max(2, Math.floor(FINE / Math.max(1, seats)));
  return programme.columns.map((column) => {
    if (column.kind !== 'place' || column.seat !== 'reserve') return 0;
    const option = problem.options[column.option];
    if (!option) return 0;
    const draw = drawFor(problem.tie.seed, `reserve ${option.studentId} ${option.competencyId}`, draws);
    return (option.value + bonus) * FINE + Math.min(draw, FINE - 1);
  });
}

/** Parts of a hundredth of a point that the seed may use among reserves. */
const FINE = 1000;

/** The published tie rule: who has more of the figure that it names. */
export function tieCosts(problem: SelectionProblem, programme: Programme): Costs {
  return programme.columns.map((column) =>
    column.kind === 'place' && column.seat === 'main' ? (problem.options[column.option]?.tieScore ?? 0) : 0,
  );
}

/** What the seed gives each main competitor. */
export function drawCosts(problem: SelectionProblem, programme: Programme): Costs {
  return programme.columns.map((column) => {
    if (column.kind !== 'place' || column.seat !== 'main') return 0;
    const option = problem.options[column.option];
    return option ? drawFor(problem.tie.seed, `${option.studentId} ${option.competencyId}`, 10_000) : 0;
  });
}

/** Σ costs ≥ least, for costs that are whole numbers. */
export function atLeast(costs: Costs, least: number): Row {
  const columns = costs.flatMap((cost, index) => (cost === 0 ? [] : [index]));
  const coefficients = columns.map((index) => costs[index] ?? 0);
  return { columns, coefficients, lower: least - 0.25, upper: Infinity, group: null };
}

/** The places that columns of a solution stand for. */
export function readPicks(
  problem: SelectionProblem,
  programme: Programme,
  values: readonly number[],
): Pick[] {
  return programme.columns.flatMap((column, index) => {
    if (column.kind !== 'place' || (values[index] ?? 0) < 0.5) return [];
    const option = problem.options[column.option];
    if (!option) return [];
    const { studentId, competencyId, value } = option;
    return [{ studentId, competencyId, seat: column.seat, entry: column.entry, value }];
  });
}

function teamBonus(problem: SelectionProblem, members: readonly Pick[]): number {
  return problem.pairValues
    .filter(
      ({ competencyId, studentIds }) =>
        members[0]?.competencyId === competencyId &&
        studentIds.every((studentId) => members.some((member) => member.studentId === studentId)),
    )
    .reduce((sum, { bonus }) => sum + bonus, 0);
}

/** Sum and size of each main entry; a team's sum includes its pair values. */
export function entrySums(
  problem: SelectionProblem,
  picks: readonly Pick[],
): { sum: number; size: number }[] {
  const seats = seatsById(problem);
  const main = picks.filter(({ seat }) => seat === 'main');
  const entries = Map.groupBy(main, (pick) =>
    seats.get(pick.competencyId)?.teamSize === 1
      ? `${pick.competencyId} ${pick.studentId}`
      : `${pick.competencyId} ${pick.entry}`,
  );
  return [...entries.values()].map((members) => {
    const own = members.reduce((sum, { value }) => sum + value, 0);
    const bonus = members.length > 1 ? teamBonus(problem, members) : 0;
    return { sum: own + bonus, size: members.length };
  });
}

/** The figures of a choice, counted anew from its places. */
export function totalUp(problem: SelectionProblem, picks: readonly Pick[]): SelectionTotals {
  const sums = entrySums(problem, picks);
  const reserves = picks.filter(({ seat }) => seat === 'reserve');
  return {
    entries: sums.length,
    main: sums.reduce((total, { sum }) => total + sum, 0),
    weakest: sums.reduce<number | null>(
      (least, { sum, size }) => (least === null ? sum / size : Math.min(least, sum / size)),
      null,
    ),
    reserves: reserves.length,
    reserve: reserves.reduce((sum, { value }) => sum + value, 0),
  };
}
