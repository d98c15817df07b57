import type { SelectionRunSummary } from '#shared/contract/selectionOutcome.ts';
import type { SelectionReplacement, SelectionView } from '#shared/contract/selectionView.ts';
import { followHandovers, type TeamPlace, type TeamState } from '#shared/domain/selection/replacement.ts';

/** A run of the selection by its id. */
export function findRun(view: SelectionView, runId: string | null): SelectionRunSummary | undefined {
  return view.scenarios.flatMap(({ runs }) => runs).find(({ id }) => id === runId);
}

/** The team of a run with the replacements that were recorded since, and the places that are free now. */
export function stateAfter(
  run: Pick<SelectionRunSummary, 'outcome'>,
  replacements: readonly SelectionReplacement[],
): TeamState {
  return followHandovers(run.outcome.kind === 'chosen' ? run.outcome.choice.picks : [], replacements);
}

/** The team of a run with the replacements that were recorded since. */
export function teamAfter(
  run: Pick<SelectionRunSummary, 'outcome'>,
  replacements: readonly SelectionReplacement[],
): TeamPlace[] {
  return stateAfter(run, replacements).team;
}
