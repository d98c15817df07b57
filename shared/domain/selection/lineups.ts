import type { Model } from './model.ts';
import type { Column, Row } from './programme.ts';
import { teamsOf, type Part, type TeamColumns } from './teamColumns.ts';

/** More line-ups of one team than this are not listed: the solver is quicker without them. */
const MOST_LINEUPS = 5000;

/** How many choices of so many of these there are. */
function choicesOf(count: number, size: number): number {
  let choices = 1;
  for (let taken = 0; taken < size; taken += 1) choices = (choices * (count - taken)) / (taken + 1);
  return choices;
}

function* lineupsOf(members: readonly Part[], size: number): Generator<Part[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, first] of members.entries()) {
    for (const others of lineupsOf(members.slice(index + 1), size - 1)) yield [first, ...others];
  }
}

/** What the pair values of a team add, by its columns of places. */
function pairBonus(
  { problem, programme }: Model,
  { competencyId }: TeamColumns,
): (columns: number[]) => number {
  const pairs = problem.pairValues.filter((pair) => pair.competencyId === competencyId);
  const studentOf = (index: number): string | undefined => {
    const column = programme.columns[index];
    return column?.kind === 'place' ? problem.options[column.option]?.studentId : undefined;
  };
  return (columns) => {
    if (pairs.length === 0) return 0;
    const students = columns.map(studentOf);
    return pairs
      .filter(({ studentIds }) => studentIds.every((studentId) => students.includes(studentId)))
      .reduce((sum, { bonus }) => sum + bonus, 0);
  };
}

/**
 * Lists the line-ups of the teams that have few, so that they can be counted like single competitors: the relaxation
 * is then nearly always whole (set partitioning, against rows with large coefficients).
 * @param closed columns that cannot be used
 * @returns the model with a column for each line-up
 */
export function listLineups(model: Model, closed: readonly boolean[], most = MOST_LINEUPS): Model {
  const columns: Column[] = [...model.programme.columns];
  const rows: Row[] = [...model.rows];
  for (const team of teamsOf(model)) {
    const members = team.members.filter(({ column }) => !closed[column]);
    if (members.length < team.size || choicesOf(members.length, team.size) > most) continue;
    const bonusOf = pairBonus(model, team);
    const withMember = new Map(members.map(({ column }) => [column, [] as number[]]));
    for (const lineup of lineupsOf(members, team.size)) {
      const own = lineup.map(({ column }) => column);
      const sum = lineup.reduce((total, { value }) => total + value, 0) + bonusOf(own);
      const { competencyId, number: entry } = team;
      const column = columns.push({ kind: 'lineup', competencyId, entry, sum }) - 1;
      for (const member of own) withMember.get(member)?.push(column);
    }
    for (const [member, own] of withMember) {
      const coefficients = [1, ...own.map(() => -1)];
      rows.push({ columns: [member, ...own], coefficients, lower: 0, upper: 0, group: null });
    }
  }
  return { ...model, programme: { ...model.programme, columns }, rows };
}
