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

function isBetter(problem: SelectionProblem, a: SelectionTotals, b: SelectionTotals): boolean {
  const key = (totals: SelectionTotals): number[] => [
    totals.entries,
    ...(problem.objective === 'weakest' ? [Math.round((totals.weakest ?? 0) * 1e6)] : []),
    totals.main,
  ];
  const left = key(a);
  const right = key(b);
  const differing = left.findIndex((value, index) => value !== right[index]);
  return differing >= 0 && (left[differing] ?? 0) > (right[differing] ?? 0);
}

/** What an exhaustive search over all sets of places finds: the best totals, and how many main teams reach them. */
export interface SearchAnswer {
  best: SelectionTotals | null;
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

/** Tries every set of places. Only for small problems with one competency a student. */
export function searchAll(problem: SelectionProblem): SearchAnswer {
  const spots = spotsOf(problem);
  const students = [...new Set(problem.options.map(({ studentId }) => studentId))];
  const answer: SearchAnswer = { best: null, bestTeams: new Set(), reserveByTeam: new Map() };
  const visit = (index: number, picks: Pick[]): void => {
    const studentId = students[index];
    if (studentId === undefined) {
      if (fitsSeats(problem, picks) && meets(problem, picks)) consider(problem, picks, answer);
      return;
    }
    visit(index + 1, picks);
    for (const spot of spots) {
      const option = problem.options.find(
        (one) => one.studentId === studentId && one.competencyId === spot.competencyId && one.isEligible,
      );
      if (option) visit(index + 1, [...picks, { studentId, ...spot, value: option.value }]);
    }
  };
  visit(0, []);
  return answer;
}

function consider(problem: SelectionProblem, picks: Pick[], answer: SearchAnswer): void {
  const totals = totalUp(problem, picks);
  if (answer.best === null || isBetter(problem, totals, answer.best)) {
    answer.best = totals;
    answer.bestTeams.clear();
    answer.reserveByTeam.clear();
  } else if (isBetter(problem, answer.best, totals)) return;
  const key = teamKey(picks);
  answer.bestTeams.add(key);
  const before = answer.reserveByTeam.get(key);
  const { reserves, reserve } = totals;
  if (!before || reserves > before.reserves || (reserves === before.reserves && reserve > before.reserve)) {
    answer.reserveByTeam.set(key, { reserves, reserve });
  }
}

/** Name of a main team, as {@link searchAll} writes it. */
export function nameTeam(picks: readonly Pick[]): string {
  return teamKey(picks);
}
