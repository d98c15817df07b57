import { assertNever } from '../../lib/assertNever.ts';
import type { Option, SeatKind, SelectionProblem, SelectionRule } from './problem.ts';
import { sumRow, type Programme, type Row } from './programme.ts';

interface Place {
  option: Option;
  seat: SeatKind;
}

type Wanted = (place: Place) => boolean;

type RuleOf<K extends SelectionRule['kind']> = Extract<SelectionRule, { kind: K }>;

/** Looks up columns of places. */
type Find = (isWanted: Wanted) => number[];

function placeRows(rule: RuleOf<'must' | 'must_not'>, find: Find): Row[] {
  const columns = find(
    ({ option, seat }) =>
      option.studentId === rule.studentId &&
      (rule.competencyId === null || option.competencyId === rule.competencyId) &&
      (rule.seat === 'any' || seat === rule.seat),
  );
  return [sumRow(columns, rule.kind === 'must' ? { lower: 1 } : { upper: 0 }, rule.id)];
}

const isOf = (studentId: string, competencyId: string | null): Wanted =>
  competencyId === null
    ? ({ option }) => option.studentId === studentId
    : ({ option }) => option.studentId === studentId && option.competencyId === competencyId;

function pairRows(rule: RuleOf<'together' | 'apart'>, find: Find, problem: SelectionProblem): Row[] {
  const [one, other] = rule.studentIds;
  const competencies: (string | null)[] =
    rule.scope === 'delegation' ? [null] : problem.seats.map(({ competencyId }) => competencyId);
  return competencies.flatMap((competencyId) => {
    const first = find(isOf(one, competencyId));
    const second = find(isOf(other, competencyId));
    if (first.length + second.length === 0) return [];
    if (rule.kind === 'together') {
      const coefficients = [...first.map(() => 1), ...second.map(() => -1)];
      return [{ columns: [...first, ...second], coefficients, lower: 0, upper: 0, group: rule.id }];
    }
    return apartRows(first, second, { rule, limit: problem.competenciesPerStudent, competencyId });
  });
}

/** Not both: with several competencies a student, each place of one excludes each of the other. */
function apartRows(
  first: number[],
  second: number[],
  how: { rule: RuleOf<'apart' | 'together'>; limit: number; competencyId: string | null },
): Row[] {
  if (how.limit === 1 || how.competencyId !== null) {
    return [sumRow([...first, ...second], { upper: 1 }, how.rule.id)];
  }
  return first.flatMap((one) => second.map((other) => sumRow([one, other], { upper: 1 }, how.rule.id)));
}

function quotaRows(rule: RuleOf<'quota'>, find: Find, problem: SelectionProblem): Row[] {
  const inside = new Set(
    problem.people
      .filter((person) =>
        rule.attribute === 'group' ? person.group === rule.value : String(person.course) === rule.value,
      )
      .map(({ studentId }) => studentId),
  );
  const columns = find(({ option, seat }) => seat === 'main' && inside.has(option.studentId));
  return [sumRow(columns, { lower: rule.min ?? -Infinity, upper: rule.max ?? Infinity }, rule.id)];
}

function fillRows(rule: RuleOf<'fill'>, find: Find, problem: SelectionProblem): Row[] {
  return problem.seats
    .filter(({ competencyId }) => rule.competencyId === null || competencyId === rule.competencyId)
    .map((seats) =>
      sumRow(
        find(({ option, seat }) => seat === 'main' && option.competencyId === seats.competencyId),
        { lower: seats.mainEntries * seats.teamSize },
        rule.id,
      ),
    );
}

function conflictRows(rule: RuleOf<'conflict'>, find: Find, problem: SelectionProblem): Row[] {
  const students = new Set(problem.options.map(({ studentId }) => studentId));
  return [...students].flatMap((studentId) => {
    const [first, second] = rule.competencyIds.map((competencyId) => find(isOf(studentId, competencyId)));
    if (!first?.length || !second?.length) return [];
    return [sumRow([...first, ...second], { upper: 1 }, rule.id)];
  });
}

function rowsOf(rule: SelectionRule, find: Find, problem: SelectionProblem): Row[] {
  switch (rule.kind) {
    case 'must':
    case 'must_not':
      return placeRows(rule, find);
    case 'together':
    case 'apart':
      return pairRows(rule, find, problem);
    case 'quota':
      return quotaRows(rule, find, problem);
    case 'floor': {
      const isBelow: Wanted = ({ option }) =>
        (rule.competencyId === null || option.competencyId === rule.competencyId) &&
        option.value < rule.minValue;
      return [sumRow(find(isBelow), { upper: 0 }, rule.id)];
    }
    case 'fill':
      return fillRows(rule, find, problem);
    case 'conflict':
      return conflictRows(rule, find, problem);
    default:
      return assertNever(rule);
  }
}

/** Conditions of the coordinator's rules; a row without columns whose bounds exclude 0 cannot be met at all. */
export function ruleRows(problem: SelectionProblem, programme: Programme): Row[] {
  const placed = programme.columns.flatMap((column, index) => {
    const option = column.kind === 'place' ? problem.options[column.option] : undefined;
    return option && column.kind === 'place' ? [{ index, option, seat: column.seat }] : [];
  });
  const find: Find = (isWanted) => placed.filter(isWanted).map(({ index }) => index);
  return problem.rules.flatMap((rule) => rowsOf(rule, find, problem));
}
