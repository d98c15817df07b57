import { seatsById } from './levels.ts';
import type { Model } from './model.ts';
import type { Row } from './programme.ts';
import { grainOf, teamsOf, type TeamColumns } from './teamColumns.ts';

/** What is known before the entries below a threshold are counted. Thresholds are in grains, see {@link grainOf}. */
export interface Known {
  /** No entry can be below; null when nothing is known. */
  floor: number | null;
  /** Columns that cannot be used. */
  closed: readonly boolean[];
}

/** A model in which the entries below a threshold can be counted. */
export interface Below {
  model: Model;
  rows: Row[];
  /** Columns that together count the entries below the threshold. */
  counted: number[];
}

/** The least sum of a team that is not below a threshold: a whole number, so that nothing is left to tolerance. */
const leastSum = (team: TeamColumns, threshold: number, grain: number): number =>
  Math.ceil((team.size * threshold) / grain);

/** Columns of single competitors whose own value is below the threshold. */
function singlesBelow({ problem, programme }: Model, threshold: number, grain: number): number[] {
  const seats = seatsById(problem);
  return programme.columns.flatMap((column, index) => {
    if (column.kind !== 'place' || column.seat !== 'main') return [];
    const option = problem.options[column.option];
    if (!option || seats.get(option.competencyId)?.teamSize !== 1) return [];
    return option.value * grain < threshold ? [index] : [];
  });
}

/** Members with whom even the best others leave a team below the sum. */
function membersBelow(team: TeamColumns, least: number, closed: readonly boolean[]): number[] {
  const members = team.members
    .filter(({ column }) => !closed[column])
    .sort((one, other) => other.value - one.value);
  const bonus = team.pairs.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const others = members.slice(0, team.size - 1).reduce((sum, { value }) => sum + value, 0);
  // For one of the best themselves this counts too much, never too little.
  return members.flatMap(({ column, value }) => (value + others + bonus < least ? [column] : []));
}

/** Columns that cannot be used when no entry may be below the threshold. */
export function hopelessBelow(model: Model, threshold: number, closed: readonly boolean[]): number[] {
  const grain = grainOf(model.problem);
  const members = teamsOf(model).flatMap((team) =>
    membersBelow(team, leastSum(team, threshold, grain), closed),
  );
  const lineups = teamsOf(model).flatMap((team) =>
    team.lineups.filter(({ value }) => value < leastSum(team, threshold, grain)).map(({ column }) => column),
  );
  return [...singlesBelow(model, threshold, grain), ...members, ...lineups];
}

/**
 * Σ values − least · entry + lift · below ≥ 0: below is 1 when the team takes part with less. The lift is as small as
 * what is known allows, because the relaxation is the closer for it.
 */
function teamRow(team: TeamColumns, below: number, how: Known & { least: number }): Row {
  const { least, floor, closed } = how;
  const parts = [...team.members, ...team.pairs].filter(({ column }) => !closed[column]);
  const malus = team.pairs.reduce((sum, { value }) => sum + Math.max(0, -value), 0);
  const lift = Math.max(0, floor === null ? least + malus : least - floor);
  return {
    columns: [...parts.map(({ column }) => column), team.entry, below],
    coefficients: [...parts.map(({ value }) => value), -least, lift],
    lower: -0.25,
    upper: Infinity,
    group: null,
  };
}

/** Makes the entries below a threshold countable; a team whose line-ups are not listed needs a column that says so. */
export function countBelow(model: Model, threshold: number, { floor, closed }: Known): Below {
  const grain = grainOf(model.problem);
  const columns = [...model.programme.columns];
  const counted = singlesBelow(model, threshold, grain).filter((column) => !closed[column]);
  const rows: Row[] = [];
  for (const team of teamsOf(model)) {
    const least = leastSum(team, threshold, grain);
    if (team.lineups.length > 0) {
      for (const { column, value } of team.lineups)
        if (value < least && !closed[column]) counted.push(column);
      continue;
    }
    const below = columns.push({ kind: 'below' }) - 1;
    counted.push(below);
    const floorSum = floor === null ? null : leastSum(team, floor, grain);
    rows.push(teamRow(team, below, { least, floor: floorSum, closed }));
  }
  return { model: { ...model, programme: { ...model.programme, columns } }, rows, counted };
}
