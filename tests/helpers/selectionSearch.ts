import type { Pick, SelectionProblem, SelectionTotals } from '#shared/domain/selection/problem.ts';
import { totalUp } from '#shared/domain/selection/levels.ts';

interface Spot {
  competencyId: string;
  seat: 'main' | 'reserve';
  entry: number;
}

const spotsOf = (problem: SelectionProblem): Spot[] =>
  problem.seats.flatMap((seats) => [
    ...Array.from(
      { length: seats.teamSize > 1 ? seats.mainEntries : Math.min(1, seats.mainEntries) },
      (_, entry) => ({
        competencyId: seats.competencyId,
        seat: 'main' as const,
        entry,
      }),
    ),
    ...(seats.reserveSeats > 0
      ? [{ competencyId: seats.competencyId, seat: 'reserve' as const, entry: 0 }]
      : []),
  ]);

function fitsSeats(problem: SelectionProblem, picks: readonly Pick[]): boolean {
  return problem.seats.every((seats) => {
    const own = picks.filter((pick) => pick.competencyId === seats.competencyId);
    const main = own.filter((pick) => pick.seat === 'main');
    if (own.length - main.length > seats.reserveSeats) return false;
    if (seats.teamSize === 1) return main.length <= seats.mainEntries;
    const sizes = Map.groupBy(main, (pick) => pick.entry);
    return [...sizes.values()].every((members) => members.length === seats.teamSize);
  });
}

type RuleOf<K extends SelectionProblem['rules'][number]['kind']> = Extract<
  SelectionProblem['rules'][number],
  { kind: K }
>;

function meetsQuota(rule: RuleOf<'quota'>, problem: SelectionProblem, picks: readonly Pick[]): boolean {
  const count = picks.filter((pick) => {
    const person = problem.people.find(({ studentId }) => studentId === pick.studentId);
    const value = rule.attribute === 'group' ? person?.group : String(person?.course);
    return pick.seat === 'main' && value === rule.value;
  }).length;
  return count >= (rule.min ?? 0) && count <= (rule.max ?? Infinity);
}

/** Whether a set of places meets a rule; written apart from the programme, from what the rule says. */
function meets(problem: SelectionProblem, picks: readonly Pick[]): boolean {
  const has = (studentId: string, competencyId: string | null, seat: string): boolean =>
    picks.some(
      (pick) =>
        pick.studentId === studentId &&
        (competencyId === null || pick.competencyId === competencyId) &&
        (seat === 'any' || pick.seat === seat),
    );
  return problem.rules.every((rule) => {
    switch (rule.kind) {
      case 'must':
        return has(rule.studentId, rule.competencyId, rule.seat);
      case 'must_not':
        return !has(rule.studentId, rule.competencyId, rule.seat);
      case 'together':
      case 'apart': {
        const [a, b] = rule.studentIds;
        const where = rule.scope === 'delegation' ? [null] : problem.seats.map((seats) => seats.competencyId);
        return where.every((id) =>
          rule.kind === 'together'
            ? has(a, id, 'any') === has(b, id, 'any')
            : !(has(a, id, 'any') && has(b, id, 'any')),
        );
      }
      case 'quota':
        return meetsQuota(rule, problem, picks);
      case 'floor':
        return picks.every(
          (pick) =>
            (rule.competencyId !== null && pick.competencyId !== rule.competencyId) ||
            pick.value >= rule.minValue,
        );
      case 'fill':
        return problem.seats.every(
          (seats) =>
            (rule.competencyId !== null && seats.competencyId !== rule.competencyId) ||
            picks.filter((pick) => pick.seat === 'main' && pick.competencyId === seats.competencyId).length >=
              seats.mainEntries * seats.teamSize,
        );
      case 'conflict':
        return picks.every(
          (pick) =>
            pick.competencyId !== rule.competencyIds[0] || !has(pick.studentId, rule.competencyIds[1], 'any'),
        );
    }
  });
}

/** Means of the main entries, weakest first, rounded so that equal ones are equal; counted apart from the program. */
function entryMeans(problem: SelectionProblem, picks: readonly Pick[]): number[] {
  const main = picks.filter(({ seat }) => seat === 'main');
  const sizeOf = (competencyId: string): number =>
    problem.seats.find((seats) => seats.competencyId === competencyId)?.teamSize ?? 1;
  const entries = Map.groupBy(main, (pick) =>
    sizeOf(pick.competencyId) === 1
      ? `${pick.competencyId} ${pick.studentId}`
      : `${pick.competencyId} ${pick.entry}`,
  );
  return [...entries.values()]
    .map((members) => {
      const ids = members.map(({ studentId }) => studentId);
      const bonus = problem.pairValues
        .filter(({ competencyId }) => competencyId === members[0]?.competencyId)
        .filter(({ studentIds }) => studentIds.every((id) => ids.includes(id)))
        .reduce((sum, pair) => sum + pair.bonus, 0);
      return (members.reduce((sum, { value }) => sum + value, 0) + bonus) / members.length;
    })
    .map((mean) => Math.round(mean * 1e6))
    .sort((a, b) => a - b);
}

/** What teams are compared by, the more important first. */
function keyOf(problem: SelectionProblem, picks: readonly Pick[], totals: SelectionTotals): number[] {
  const means = problem.objective === 'weakest' ? entryMeans(problem, picks) : [];
  return [totals.entries, ...means, totals.main];
}

function isBetter(left: readonly number[], right: readonly number[]): boolean {
  const differing = left.findIndex((value, index) => value !== right[index]);
  return differing >= 0 && (left[differing] ?? 0) > (right[differing] ?? 0);
}

/** What an exhaustive search over all sets of places finds: the best totals, and how many main teams reach them. */
export interface SearchAnswer {
  best: SelectionTotals | null;
  /** What the best is compared by. */
  bestKey: readonly number[];
  bestTeams: Set<string>;
  /** Reserves of the best: most of them, then the greatest value, given each best main team. */
  reserveByTeam: Map<string, { reserves: number; reserve: number }>;
}

const teamKey = (picks: readonly Pick[]): string =>
  picks
    .filter((pick) => pick.seat === 'main')
    .map((pick) => `${pick.studentId} ${pick.competencyId}`)
    .sort()
    .join('|');

/** Every way of giving a student no more places than allowed, each in another competency. */
function waysOf(problem: SelectionProblem, studentId: string, spots: readonly Spot[]): Pick[][] {
  const open = spots.flatMap((spot): Pick[] => {
    const option = problem.options.find(
      (one) => one.studentId === studentId && one.competencyId === spot.competencyId && one.isEligible,
    );
    return option ? [{ studentId, ...spot, value: option.value }] : [];
  });
  let ways: Pick[][] = [[]];
  for (const pick of open) {
    const more = ways.filter(
      (way) =>
        way.length < problem.competenciesPerStudent &&
        way.every(({ competencyId }) => competencyId !== pick.competencyId),
    );
    ways = [...ways, ...more.map((way) => [...way, pick])];
  }
  return ways;
}

/** Tries every set of places. Only for small problems. */
export function searchAll(problem: SelectionProblem): SearchAnswer {
  const spots = spotsOf(problem);
  const students = [...new Set(problem.options.map(({ studentId }) => studentId))];
  const ways = students.map((studentId) => waysOf(problem, studentId, spots));
  const answer: SearchAnswer = { best: null, bestKey: [], bestTeams: new Set(), reserveByTeam: new Map() };
  const visit = (index: number, picks: Pick[]): void => {
    const studentId = students[index];
    if (studentId === undefined) {
      if (fitsSeats(problem, picks) && meets(problem, picks)) consider(problem, picks, answer);
      return;
    }
    for (const way of ways[index] ?? []) visit(index + 1, [...picks, ...way]);
  };
  visit(0, []);
  return answer;
}

function consider(problem: SelectionProblem, picks: Pick[], answer: SearchAnswer): void {
  const totals = totalUp(problem, picks);
  const key = keyOf(problem, picks, totals);
  if (answer.best === null || isBetter(key, answer.bestKey)) {
    answer.best = totals;
    answer.bestKey = key;
    answer.bestTeams.clear();
    answer.reserveByTeam.clear();
  } else if (isBetter(answer.bestKey, key)) return;
  const team = teamKey(picks);
  answer.bestTeams.add(team);
  const before = answer.reserveByTeam.get(team);
  const { reserves, reserve } = totals;
  if (!before || reserves > before.reserves || (reserves === before.reserves && reserve > before.reserve)) {
    answer.reserveByTeam.set(team, { reserves, reserve });
  }
}

/** What a team is compared by in {@link searchAll}. */
export function keyOfTeam(problem: SelectionProblem, picks: readonly Pick[]): number[] {
  return keyOf(problem, picks, totalUp(problem, picks));
}

/** Name of a main team, as {@link searchAll} writes it. */
export function nameTeam(picks: readonly Pick[]): string {
  return teamKey(picks);
}
