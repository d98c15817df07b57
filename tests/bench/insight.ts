import { fitAdjustment } from '#shared/domain/methods/adjust.ts';
import { forecastSquad } from '#shared/domain/methods/forecast.ts';
import { valueAt } from '#shared/domain/methods/learningCurve.ts';
import { normalFrom, seededRandom } from '../helpers/normal.ts';
import { quantile, time, type Figure } from './figure.ts';

const SQUAD = 40;
const ATTEMPTS = 40;

/** Forecasts with intervals of a squad of forty, forty attempts each. */
async function measureForecast(): Promise<Figure> {
  const normal = normalFrom(seededRandom(5));
  const squad = Array.from({ length: SQUAD }, () => {
    const curve = { asymptote: 78 + 7 * normal(), start: 38 + 7 * normal(), rate: 0.12 };
    return Array.from({ length: ATTEMPTS }, (_, x) =>
      Math.min(100, Math.max(0, valueAt(curve, x) + 4 * normal())),
    );
  });
  const ahead = squad.map(() => 5);
  const samples = await time(5, () => Promise.resolve(forecastSquad(squad, { ahead, level: 0.8 })), 1);
  return { name: 'forecast.squad.ms', value: quantile(samples, 0.5), unit: 'ms' };
}

const STUDENTS = 500;
const RESULTS = 5_000;
const PROJECTS = 30;

/** Adjustment of five thousand attempts of five hundred students. */
async function measureAdjustment(): Promise<Figure> {
  const random = seededRandom(9);
  const normal = normalFrom(random);
  const ability = Array.from({ length: STUDENTS }, () => 8 * normal());
  const difficulty = Array.from({ length: PROJECTS }, () => 6 * normal());
  const results = Array.from({ length: RESULTS }, (_, index) => {
    const student = index % STUDENTS;
    const project = Math.floor(random() * PROJECTS);
    const percent = 60 + (ability[student] ?? 0) + (difficulty[project] ?? 0) + 5 * normal();
    return { student: `s${student}`, project: `p${project}`, percent };
  });
  const samples = await time(10, () => Promise.resolve(fitAdjustment(results)));
  return { name: 'adjust.fit.ms', value: quantile(samples, 0.5), unit: 'ms' };
}

/** Forecasts and adjustment alone, without a database. */
export async function measureInsight(): Promise<Figure[]> {
  return [await measureForecast(), await measureAdjustment()];
}
