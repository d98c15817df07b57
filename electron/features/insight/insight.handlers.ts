import type { FeatureHandlers } from '../../router/handlers.ts';
import type { ForecastComputer } from '../../workers/computeForecasts.ts';
import { describePanels } from './agreement.service.ts';
import { describeHeatMap } from './heatMap.service.ts';
import { describeJudges } from './judges.service.ts';
import type { KeptRecords } from './keptRecords.ts';
import { describeCollege, describeSquad } from './squad.service.ts';
import { forecastSquadAside } from './squadForecast.service.ts';
import { describeStudent } from './student.service.ts';

/** What computing aside needs, and what is kept of what was practised. */
export interface InsightTools {
  computer: ForecastComputer;
  onProgress: (task: string, done: number, total: number) => void;
  records: KeptRecords;
}

/** Forecasts, comparisons, readiness, judges. */
export function createInsightHandlers(tools: InsightTools): FeatureHandlers<'insight'> {
  const { records } = tools;
  return {
    'insight.student': async (input, { db, today }) =>
      describeStudent(db, input, { today, recordOf: (id) => records.record(db, id, today) }),
    'insight.heatMap': async (input, { db, today }) =>
      describeHeatMap(db, input, await records.record(db, input.competencyId, today)),
    'insight.squad': async ({ competencyId }, { db, today }) =>
      describeSquad(db, competencyId, (id) => records.record(db, id, today)),
    'insight.squadForecast': async (input, { db, today }) =>
      forecastSquadAside(db, input, { ...tools, today, recordOf: (id) => records.record(db, id, today) }),
    'insight.cancel': ({ task }) => {
      tools.computer.cancel(task);
      return {};
    },
    'insight.college': async (_, { db, today }) =>
      describeCollege(db, today, (ids) => records.digests(db, ids, today)),
    'insight.agreement': async ({ competencyId }, { db, today }) => ({
      panels: await describePanels(db, competencyId, (ids) => records.panels(db, ids, today)),
    }),
    'insight.judges': async ({ competencyId }, { db, today }) =>
      describeJudges(db, { competencyId, today }, (ids) => records.digests(db, ids, today)),
  };
}
