import { chanceOfReaching, forecastLearner } from '#shared/domain/methods/forecast.ts';
import { combinePrior, describeLearner, type LearnerCurve } from '#shared/domain/methods/learningCurve.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import type { AttemptResult } from './results.ts';
import { projectOf } from './results.ts';

/** A result on a day, in the units of the goal. */
export interface GoalResult {
  date: string;
  value: number;
}

/** How values of a goal become the 0…100 that forecasts know. */
export interface GoalScale {
  /** `higher`: percent. `lower`: minutes. */
  better: 'higher' | 'lower';
  /** Largest value that is thinkable. */
  scale: number;
}

/** What a goal is judged by. */
export interface GoalQuestion extends GoalScale {
  /** Oldest first. */
  results: readonly GoalResult[];
  target: number;
  setDate: string;
  dueDate: string;
  today: string;
  /** Curves of the others of the squad, see {@link learnGoal}: what learning looks like here. */
  others: readonly (LearnerCurve | null)[];
}

/** How a goal stands. */
export interface GoalStanding {
  state: 'open' | 'reached' | 'missed';
  reachedOn: string | null;
  best: number | null;
  chance: number | null;
  have: number;
  need: number;
}

const PACE_DAYS = 56;
const LEVEL = 0.8;

/** Attempts until a day at the pace of the last eight weeks of practice; at least the next one. */
function attemptsUntil(results: readonly GoalResult[], day: string): number {
  const last = toDayNumber(results.at(-1)?.date ?? day);
  const recent = results.filter((one) => toDayNumber(one.date) > last - PACE_DAYS).length;
  return Math.max(1, Math.round(((toDayNumber(day) - last) * recent) / PACE_DAYS));
}

const toScore = (value: number, { better, scale }: GoalScale): number =>
  better === 'higher' ? (100 * value) / scale : 100 - (100 * value) / scale;

/** How one student learns, in the units of a goal. @param results oldest first @returns null where they are too few */
export function learnGoal(results: readonly GoalResult[], scale: GoalScale): LearnerCurve | null {
  return describeLearner(results.map((one, x) => ({ x, y: toScore(one.value, scale) })));
}

/**
 * Whether a goal was reached since it was set, and if not, how likely it is by its day: the learner's forecast to that
 * day, and how far earlier forecasts were off. Attempts before the goal was set teach the curve but do not reach it.
 */
export function judgeGoal(question: GoalQuestion): GoalStanding {
  const { results, target, setDate, dueDate, today, better } = question;
  const isReached = (value: number): boolean => (better === 'higher' ? value >= target : value <= target);
  const since = results.filter((one) => one.date >= setDate);
  const values = since.map((one) => one.value);
  const best = values.length === 0 ? null : better === 'higher' ? Math.max(...values) : Math.min(...values);
  const reached = since.find((one) => isReached(one.value));
  const prior = combinePrior(question.others.filter((curve) => curve !== null));
  const forecast = forecastLearner(
    results.map((one) => toScore(one.value, question)),
    { ahead: attemptsUntil(results, dueDate), level: LEVEL, prior },
  );
  const counts =
    forecast.kind === 'refused'
      ? { have: forecast.have, need: forecast.need }
      : { have: results.length, need: 0 };
  if (reached) return { state: 'reached', reachedOn: reached.date, best, chance: null, ...counts };
  if (dueDate < today) return { state: 'missed', reachedOn: null, best, chance: null, ...counts };
  const chance = forecast.kind === 'refused' ? null : chanceOfReaching(forecast, toScore(target, question));
  return { state: 'open', reachedOn: null, best, chance, ...counts };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Minutes that each student would need for the whole project, from every timed attempt: the time against the squad's
 * mean at the same part, times the squad's mean for the whole. Parts differ in length, a student's pace less so.
 * @returns by student, oldest first; empty when nobody of the squad was timed at the whole project
 */
export function listWholeTimes(squad: readonly AttemptResult[]): Map<string, GoalResult[]> {
  const timed = squad.filter((one) => one.durationMinutes !== null && one.durationMinutes > 0);
  const minutes = (rows: readonly AttemptResult[]): number[] => rows.map((one) => one.durationMinutes ?? 0);
  const whole = timed.filter((one) => one.scope === null);
  if (whole.length === 0) return new Map();
  const wholeMean = mean(minutes(whole));
  const means = new Map([...Map.groupBy(timed, projectOf)].map(([key, rows]) => [key, mean(minutes(rows))]));
  const valueOf = (one: AttemptResult): number =>
    ((one.durationMinutes ?? 0) / (means.get(projectOf(one)) ?? 1)) * wholeMean;
  return new Map(
    [...Map.groupBy(timed, (one) => one.studentId)].map(([studentId, own]) => [
      studentId,
      own.map((one) => ({ date: one.date, value: valueOf(one) })),
    ]),
  );
}
