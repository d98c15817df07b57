import { createForecastFigures } from '../features/insight/forecastFigures.service.ts';
import type { SelectionTools } from '../features/selection/runs.service.ts';
import { createForecastComputer, type ForecastComputer } from '../workers/computeForecasts.ts';
import { createSelectionSolver } from '../workers/runSelection.ts';
import { adherenceFigures } from './adherenceFigures.ts';

/** Workers run from where the program runs: as sources in tests, as bundles in the app. */
export const WORKER_EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** What computes selections: the solver, and figures that other features know. */
export function createSelectionTools(
  workersUrl: URL,
  onProgress: SelectionTools['onProgress'],
  computer: ForecastComputer = createForecastComputer(
    new URL(`forecastWorker.${WORKER_EXTENSION}`, workersUrl),
  ),
): SelectionTools {
  return {
    solver: createSelectionSolver({ workerUrl: new URL(`selectionWorker.${WORKER_EXTENSION}`, workersUrl) }),
    sources: { forecast: createForecastFigures(computer), adherence: adherenceFigures },
    onProgress,
  };
}
