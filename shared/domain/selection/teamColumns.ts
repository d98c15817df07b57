import { seatsById } from './levels.ts';
import type { Model } from './model.ts';
import type { SelectionProblem } from './problem.ts';
import type { Column } from './programme.ts';

/** A place in the team, a pair of it, or a whole line-up, with what it adds to the team's sum. */
export interface Part {
  column: number;
  value: number;
}

/** The columns of one team of two or more. */
export interface TeamColumns {
  competencyId: string;
  /** Number of the team in its competency, from 0. */
  number: number;
  size: number;
  /** Column that says that the team takes part. */
  entry: number;
  members: Part[];
  pairs: Part[];
  /** All line-ups that are possible; empty while they are not listed. */
  lineups: Part[];
}

const keyOf = ({ competencyId }: { competencyId: string }, { entry }: { entry: number }): string =>
  `${competencyId} ${entry}`;

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Parts of a hundredth of a point in which the mean of every team is a whole number. */
export function grainOf(problem: SelectionProblem): number {
  return problem.seats.reduce(
    (grain, { teamSize }) => (grain * teamSize) / greatestCommonDivisor(grain, teamSize),
    1,
  );
}

/** What a column is to a team, and which team; null when it is nothing to any. */
function partOf(
  problem: SelectionProblem,
  column: Column,
): { team: string; list: 'members' | 'pairs' | 'lineups'; value: number } | null {
  if (column.kind === 'place' && column.seat === 'main') {
    const option = problem.options[column.option];
    return option ? { team: keyOf(option, column), list: 'members', value: option.value } : null;
  }
  if (column.kind === 'pair') {
    const pair = problem.pairValues[column.pair];
    return pair ? { team: keyOf(pair, column), list: 'pairs', value: pair.bonus } : null;
  }
  return column.kind === 'lineup'
    ? { team: keyOf(column, column), list: 'lineups', value: column.sum }
    : null;
}

/** The teams of two or more that a model can form. */
export function teamsOf({ problem, programme }: Model): TeamColumns[] {
  const seats = seatsById(problem);
  const teams = new Map<string, TeamColumns>();
  programme.columns.forEach((column, entry) => {
    if (column.kind !== 'entry') return;
    const { competencyId, entry: number } = column;
    const size = seats.get(competencyId)?.teamSize ?? 1;
    const team = { competencyId, number, size, entry, members: [], pairs: [], lineups: [] };
    teams.set(keyOf(column, column), team);
  });
  programme.columns.forEach((column, index) => {
    const part = partOf(problem, column);
    if (part) teams.get(part.team)?.[part.list].push({ column: index, value: part.value });
  });
  return [...teams.values()];
}
