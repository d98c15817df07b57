import {
  conformalHalfWidth,
  coverageSoFar,
  latestResiduals,
  neededResiduals,
  type Coverage,
  type IntervalLevel,
} from './conformal.ts';
import {
  combinePrior,
  describeLearner,
  fitLearningCurve,
  hasClearTrend,
  vaguePrior,
  valueAt,
  type CurvePrior,
  type LearningCurve,
  type Trial,
} from './learningCurve.ts';

/** Fewest trials that a curve is fitted to at all. */
export const LEAST_TRIALS = 3;

/** What one learner's record says about a later trial. */
export interface Forecast {
  kind: 'forecast';
  /** Expected result, 0…100. */
  value: number;
  low: number;
  high: number;
  level: IntervalLevel;
  /** False: no clear trend, the forecast is the level of the recent trials. */
  trend: boolean;
  curve: LearningCurve | null;
  /** Residuals that the interval was made from. */
  residualCount: number;
  coverage: Coverage;
  /** Signed residuals of forecasts made earlier, in order of time. */
  residuals: number[];
}

/** Why there is no forecast, and how many more trials would make one. */
export interface ForecastRefusal {
  kind: 'refused';
  reason: 'too_few';
  have: number;
  need: number;
}

/** How a forecast is made. */
export interface ForecastOptions {
  /** How many trials after the last one the forecast is for; at least 1. */
  ahead: number;
  level: IntervalLevel;
  /** From the other learners of the group; null: there is no group yet. */
  prior: CurvePrior | null;
}

const RECENT = 8;

/** Level of the last trials, where later ones count more. */
function recentLevel(trials: readonly Trial[]): number {
  const recent = trials.slice(-RECENT);
  let weights = 0;
  let sum = 0;
  for (const [index, { y }] of recent.entries()) {
    const weight = 0.75 ** (recent.length - 1 - index);
    weights += weight;
    sum += weight * y;
  }
  return sum / weights;
}

const clamp = (value: number): number => Math.min(100, Math.max(0, value));

interface Model {
  curve: LearningCurve | null;
  predict(x: number): number;
}

/**
 * The model of one learner: the shrunken curve where the record or the group shows learning, else the recent level.
 * The curve bends to the recent level a little: single learners have better and worse months.
 */
function fitModel(trials: readonly Trial[], prior: CurvePrior | null): Model {
  const curve = fitLearningCurve(trials, { prior: prior ?? vaguePrior(trials) });
  if (prior === null && !hasClearTrend(trials, curve)) {
    const level = recentLevel(trials);
    return { curve: null, predict: () => clamp(level) };
  }
  return { curve, predict: (x) => clamp(valueAt(curve, x)) };
}

const toTrials = (values: readonly number[]): Trial[] => values.map((y, x) => ({ x, y }));

/**
 * How many trials ahead the residuals look: as far as the forecast when the record allows it, else as far as leaves the
 * residuals that the level needs.
 */
function chooseHorizon(count: number, ahead: number, level: IntervalLevel): number {
  const most = count - LEAST_TRIALS - neededResiduals(level) + 1;
  return Math.max(1, Math.min(Math.round(ahead), most));
}

/**
 * Residuals of forecasts that could have been made at the time (rolling origin, Tashman 2000): at each origin only the
 * trials before it are fitted, and the one `ahead` later is forecast.
 */
export function rollingResiduals(
  values: readonly number[],
  ahead: number,
  prior: CurvePrior | null,
): number[] {
  const trials = toTrials(values);
  const residuals: number[] = [];
  for (let origin = LEAST_TRIALS; origin + ahead <= trials.length; origin += 1) {
    const target = trials[origin + ahead - 1];
    if (!target) break;
    residuals.push(target.y - fitModel(trials.slice(0, origin), prior).predict(target.x));
  }
  return residuals;
}

/**
 * Forecast of one learner's later trial, with a split-conformal interval from rolling-origin residuals.
 * @param values results in percent, oldest first
 * @returns a refusal below the trials that the level needs (7 for 80 %): then nothing honest can be said
 */
export function forecastLearner(
  values: readonly number[],
  options: ForecastOptions,
): Forecast | ForecastRefusal {
  const need = LEAST_TRIALS + neededResiduals(options.level);
  if (values.length < need) return { kind: 'refused', reason: 'too_few', have: values.length, need };
  const trials = toTrials(values);
  const model = fitModel(trials, options.prior);
  const value = model.predict(values.length - 1 + options.ahead);
  const residuals = rollingResiduals(
    values,
    chooseHorizon(values.length, options.ahead, options.level),
    options.prior,
  );
  const latest = latestResiduals(residuals, options.level);
  const half = conformalHalfWidth(latest, options.level) ?? 100;
  return {
    kind: 'forecast',
    value,
    low: clamp(value - half),
    high: clamp(value + half),
    level: options.level,
    trend: model.curve !== null && hasClearTrend(trials, model.curve),
    curve: model.curve,
    residualCount: latest.length,
    coverage: coverageSoFar(residuals, options.level),
    residuals,
  };
}

/**
 * Forecasts of a whole squad: each learner is shrunk towards the others, never towards their own record.
 * @param onDone told after each learner how many are done
 */
export function forecastSquad(
  squad: readonly (readonly number[])[],
  options: { ahead: readonly number[]; level: IntervalLevel },
  onDone: (done: number) => void = () => undefined,
): (Forecast | ForecastRefusal)[] {
  const curves = squad.map((values) => describeLearner(toTrials(values)));
  return squad.map((values, index) => {
    const others = curves.filter((_, other) => other !== index).filter((curve) => curve !== null);
    const ahead = options.ahead[index] ?? 1;
    const forecast = forecastLearner(values, { ahead, level: options.level, prior: combinePrior(others) });
    onDone(index + 1);
    return forecast;
  });
}

/** Chance that the result reaches a target, from how far earlier forecasts were off (with add-half smoothing). */
export function chanceOfReaching(forecast: Forecast, target: number): number {
  const residuals = latestResiduals(forecast.residuals, forecast.level);
  const reached = residuals.filter((residual) => forecast.value + residual >= target).length;
  return (reached + 0.5) / (residuals.length + 1);
}
