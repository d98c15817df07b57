import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { adjustResults } from '#shared/domain/insight/results.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { ForecastComputer, ForecastTask } from '../../workers/computeForecasts.ts';
import { attemptsUntil, listSeries, type LearnerSeries } from './forecasting.ts';
import { listResults, listSquad } from './insight.repository.ts';

/** What a student is expected to reach on a day. */
export interface ForecastFigure {
  /** Percent, adjusted for the difficulty of the test projects. */
  value: number;
  /** Standard deviation that fits the 80 % interval. */
  deviation: number;
  /** Attempts that it rests on. */
  count: number;
}

/** Which competency on which day. `today`: later attempts do not count. */
export interface ForecastQuestion {
  db: Kysely<Schema>;
  competencyId: string;
  day: string;
  today: string;
}

export type ForecastFigures = (question: ForecastQuestion) => Promise<ReadonlyMap<string, ForecastFigure>>;

/** Standard normal quantile of a two-sided 80 % interval. */
const Z80 = 1.2815515655446004;
/** An interval of no width says more about the few attempts than about the student. */
const LEAST_DEVIATION = 1;
const MOST_KEPT = 300;

const keyOf = (task: ForecastTask): string => createHash('sha256').update(JSON.stringify(task)).digest('hex');

async function compute(
  computer: ForecastComputer,
  task: ForecastTask,
  series: readonly (LearnerSeries | undefined)[],
): Promise<ReadonlyMap<string, ForecastFigure>> {
  const outcome = await computer.compute(task, {
    id: `figures-${randomUUID()}`,
    onProgress: () => undefined,
  });
  if (outcome.kind !== 'done') throw new Error('the forecast worker failed');
  const figures = new Map<string, ForecastFigure>();
  outcome.forecasts.forEach((forecast, index) => {
    const own = series[index];
    if (forecast.kind !== 'forecast' || !own) return;
    const deviation = Math.max(LEAST_DEVIATION, (forecast.high - forecast.low) / (2 * Z80));
    figures.set(own.studentId, { value: forecast.value, deviation, count: own.values.length });
  });
  return figures;
}

/**
 * Makes the source of forecasts for other features: per student of a competency, with the conformal interval as a
 * deviation; students with too little practice are left out. The same record is computed once.
 */
export function createForecastFigures(computer: ForecastComputer): ForecastFigures {
  const kept = new Map<string, Promise<ReadonlyMap<string, ForecastFigure>>>();
  return async ({ db, competencyId, day, today }) => {
    const results = (await listResults(db, competencyId)).filter(({ date }) => date <= today);
    if (results.length === 0) return new Map();
    const known = listSeries(adjustResults(results));
    const series = (await listSquad(db, competencyId)).map(({ studentId }) => known.get(studentId));
    const task: ForecastTask = {
      records: series.map((one) => one?.values ?? []),
      ahead: series.map((one) => (one ? attemptsUntil(one, day) : 1)),
      level: 0.8,
    };
    const key = keyOf(task);
    const answer = kept.get(key) ?? compute(computer, task, series);
    // The latest questions stay: the oldest is the first in the map.
    kept.delete(key);
    kept.set(key, answer);
    for (const old of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(old);
    try {
      return await answer;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  };
}
