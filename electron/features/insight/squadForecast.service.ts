import type { Kysely } from 'kysely';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal } from '../../router/refusal.ts';
import type { ForecastComputer } from '../../workers/computeForecasts.ts';
import { attemptsUntil, describeForecast, forecastDay } from './forecasting.ts';
import type { CompetencyRecord } from './competencyRecord.ts';
import { findChampionshipDay, listSquad, readCompetency } from './insight.repository.ts';
import { toLevel } from './student.service.ts';

/** What the forecasts of a squad are computed with. */
export interface SquadForecastTools {
  computer: ForecastComputer;
  onProgress: (task: string, done: number, total: number) => void;
  today: string;
  recordOf: (competencyId: string) => Promise<CompetencyRecord>;
}

/**
 * Forecasts of all candidates of a squad, computed aside.
 * @throws Refusal `cancelled` when it was ended; Error when the computation failed
 */
export async function forecastSquadAside(
  db: Kysely<Schema>,
  input: ParsedInput<'insight.squadForecast'>,
  tools: SquadForecastTools,
): Promise<RouteOutput<'insight.squadForecast'>> {
  const { competencyId, task } = input;
  const squad = await listSquad(db, competencyId);
  const competency = await readCompetency(db, competencyId);
  const { series } = (await tools.recordOf(competencyId)).practice;
  const day = forecastDay(input.day, await findChampionshipDay(db, competencyId, tools.today), tools.today);
  const own = squad.map((student) => series.get(student.studentId));
  const outcome = await tools.computer.compute(
    {
      records: own.map((one) => one?.values ?? []),
      ahead: own.map((one) => (one ? attemptsUntil(one, day) : 1)),
      level: toLevel(input.level),
    },
    { id: task, onProgress: (done, total) => tools.onProgress(task, done, total) },
  );
  if (outcome.kind === 'cancelled') throw new Refusal('cancelled', 'the computation was cancelled');
  if (outcome.kind === 'failed') throw new Error('the forecast worker failed');
  const coverage = { inside: 0, total: 0 };
  const students = squad.map((student, index) => {
    const forecast = outcome.forecasts[index];
    if (!forecast) throw new Error('the forecast worker left a student out');
    if (forecast.kind === 'forecast') {
      coverage.inside += forecast.coverage.inside;
      coverage.total += forecast.coverage.total;
    }
    const percent = student.targetPercent ?? competency?.targetPercent ?? null;
    return {
      studentId: student.studentId,
      forecast: describeForecast(forecast, own[index], { day, percent }),
    };
  });
  return { day, students, coverage };
}
