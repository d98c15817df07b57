import type { FeatureHandlers } from '../../router/handlers.ts';
import type { ForecastComputer } from '../../workers/computeForecasts.ts';
import { describePanels } from './agreement.service.ts';
import { describeHeatMap } from './heatMap.service.ts';
import { describeJudges } from './judges.service.ts';
import { describeCollege, describeSquad } from './squad.service.ts';
import { SquadMemo } from './squadMemo.ts';
import { forecastSquadAside } from './squadForecast.service.ts';
import { describeStudent } from './student.service.ts';

/** What computing aside needs. */
export interface InsightTools {
  computer: ForecastComputer;
  onProgress: (task: string, done: number, total: number) => void;
}

/** Forecasts, comparisons, readiness, judges. */
export function createInsightHandlers(tools: InsightTools): FeatureHandlers<'insight'> {
  const squads = new SquadMemo(describeSquad);
  return {
    'insight.student': async (input, { db, today }) => describeStudent(db, input, today),
    'insight.heatMap': async (input, { db }) => describeHeatMap(db, input),
    'insight.squad': async ({ competencyId }, { db, today }) => squads.get(db, competencyId, today),
    'insight.squadForecast': async (input, { db, today }) =>
      forecastSquadAside(db, input, { ...tools, today }),
    'insight.cancel': ({ task }) => {
      tools.computer.cancel(task);
      return {};
    },
    'insight.college': async (_, { db, today }) =>
      describeCollege(db, (competencyId) => squads.get(db, competencyId, today)),
    'insight.agreement': async ({ competencyId }, { db, today }) => ({
      panels: await describePanels(db, competencyId, today),
    }),
    'insight.judges': async ({ competencyId }, { db, today }) => describeJudges(db, competencyId, today),
  };
}
