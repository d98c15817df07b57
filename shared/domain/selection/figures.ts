import { adjustPercent, fitAdjustment } from '../methods/adjust.ts';
import { toDayNumber } from '../../lib/dayNumber.ts';
import type { Figure } from './criteria.ts';

/** One marked attempt as the figures need it. */
export interface PractisedAttempt {
  studentId: string;
  /** Scheme and part of it: what was to be done. */
  project: string;
  date: string;
  percent: number;
  durationMinutes: number | null;
  /** At a mock championship, or a full run of an official test project. */
  isMock: boolean;
}

/** Half of an attempt's weight is gone after so many days. */
const HALF_LIFE_DAYS = 45;
/** Deviation of a single attempt when there are too few to tell. */
const USUAL_DEVIATION = 8;

interface Placed {
  day: number;
  value: number;
}

const NOTHING: Figure = { value: null, deviation: null, count: 0 };

const clamp = (value: number): number => Math.min(100, Math.max(0, value));

/** Mean with weights that halve every 45 days, and its standard error. */
function levelOf(points: readonly Placed[], today: number): Figure {
  if (points.length === 0) return NOTHING;
  let weights = 0;
  let squares = 0;
  let sum = 0;
  const weightOf = (day: number): number => 0.5 ** (Math.max(0, today - day) / HALF_LIFE_DAYS);
  for (const { day, value } of points) {
    const weight = weightOf(day);
    weights += weight;
    squares += weight * weight;
    sum += weight * value;
  }
  const mean = sum / weights;
  const spread = points.reduce((total, { day, value }) => total + weightOf(day) * (value - mean) ** 2, 0);
  const effective = (weights * weights) / squares;
  // Few attempts agree by chance: the usual spread counts as two more of them.
  const variance = (spread / weights) * effective + 2 * USUAL_DEVIATION ** 2;
  return {
    value: mean,
    deviation: Math.sqrt(variance / (effective + 2) / effective),
    count: points.length,
  };
}

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
};

/** 50 is the squad's usual time for the same work, 100 is half of it and less. */
function speedOf(own: readonly PractisedAttempt[], usual: ReadonlyMap<string, number>): Figure {
  const shares = own.flatMap(({ project, durationMinutes }) => {
    const time = usual.get(project);
    return durationMinutes === null || time === undefined ? [] : [clamp((50 * time) / durationMinutes)];
  });
  const value = median(shares);
  return value === null ? NOTHING : { value, deviation: null, count: shares.length };
}

function usualTimes(attempts: readonly PractisedAttempt[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const [project, own] of Map.groupBy(attempts, (attempt) => attempt.project)) {
    const known = own.flatMap(({ durationMinutes }) => (durationMinutes === null ? [] : [durationMinutes]));
    const time = median(known);
    if (time !== null && known.length > 1) times.set(project, time);
  }
  return times;
}

function lastMockOf(own: readonly PractisedAttempt[]): Figure {
  const mocks = own.filter(({ isMock }) => isMock);
  const last = mocks.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  return last ? { value: last.percent, deviation: USUAL_DEVIATION / 2, count: mocks.length } : NOTHING;
}

/**
 * Figures of all who practised a competency, by student: level (adjusted for the difficulty of the test project,
 * recent attempts weigh more), last mock, speed.
 */
export function figuresFromPractice(
  attempts: readonly PractisedAttempt[],
  day: string,
): Map<string, Record<string, Figure>> {
  const results = attempts.map(({ studentId, project, percent }) => ({
    student: studentId,
    project,
    percent,
  }));
  const adjustment = fitAdjustment(results);
  const usual = usualTimes(attempts);
  const today = toDayNumber(day);
  const figures = new Map<string, Record<string, Figure>>();
  for (const [studentId, own] of Map.groupBy(attempts, (attempt) => attempt.studentId)) {
    const points = own.map(({ project, percent, date }) => ({
      day: toDayNumber(date),
      value: adjustment ? adjustPercent(adjustment, { student: studentId, project, percent }) : percent,
    }));
    figures.set(studentId, {
      level: levelOf(points, today),
      last_mock: lastMockOf(own),
      speed: speedOf(own, usual),
    });
  }
  return figures;
}
