import type { SelectionRunSummary } from '#shared/contract/selectionOutcome.ts';
import type { SelectionReplacement, SelectionView } from '#shared/contract/selectionView.ts';

/** Someone's place in the decided team. */
export interface TeamPlace {
  studentId: string;
  competencyId: string;
  seat: 'main' | 'reserve';
}

/** A run of the selection by its id. */
export function findRun(view: SelectionView, runId: string | null): SelectionRunSummary | undefined {
  return view.scenarios.flatMap(({ runs }) => runs).find(({ id }) => id === runId);
}

/** The team of a run with the replacements that were recorded since. */
export function teamAfter(
  run: SelectionRunSummary,
  replacements: readonly SelectionReplacement[],
): TeamPlace[] {
  if (run.outcome.kind !== 'chosen') return [];
  let team: TeamPlace[] = run.outcome.choice.picks.map(({ studentId, competencyId, seat }) => ({
    studentId,
    competencyId,
    seat,
  }));
  for (const { outStudentId, inStudentId, competencyId, seat } of replacements) {
    team = team.filter(({ studentId }) => studentId !== outStudentId && studentId !== inStudentId);
    if (inStudentId !== null) team.push({ studentId: inStudentId, competencyId, seat });
  }
  return team;
}
