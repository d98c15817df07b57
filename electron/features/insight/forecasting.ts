import type { InsightForecast } from '#shared/contract/insight.ts';
import type { AdjustedResults } from '#shared/domain/insight/results.ts';
import { chanceOfReaching, type Forecast, type ForecastRefusal } from '#shared/domain/methods/forecast.ts';
import { valueAt } from '#shared/domain/methods/learningCurve.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

/** Practice until the pace is known: days that are looked back at. */
const PACE_DAYS = 56;
/** What is forecast when no championship is planned. */
const DEFAULT_AHEAD_DAYS = 56;
/** Older attempts say nothing about the curve of today. */
const MOST_ATTEMPTS = 60;
const LINE_POINTS = 12;

/** Adjusted results of one student as a series, oldest first. */
export interface LearnerSeries {
  studentId: string;
  values: number[];
  lastDay: number;
  /** Attempts per day at the pace of the last eight weeks of practice. */
  pace: number;
}

/** The series of each student of a competency. */
export function listSeries(adjusted: AdjustedResults): Map<string, LearnerSeries> {
  const byStudent = Map.groupBy(adjusted.results, (one) => one.studentId);
  return new Map(
    [...byStudent].map(([studentId, own]) => {
      const latest = own.slice(-MOST_ATTEMPTS);
      const lastDay = toDayNumber(latest.at(-1)?.date ?? '1970-01-01');
      const recent = own.filter((one) => toDayNumber(one.date) > lastDay - PACE_DAYS);
      const series = {
        studentId,
        values: latest.map((one) => one.adjustedPercent),
        lastDay,
        pace: recent.length / PACE_DAYS,
      };
      return [studentId, series];
    }),
  );
}

/** The day that a forecast is for: the championship's, or eight weeks from today. */
export function forecastDay(
  asked: string | undefined,
  championshipDay: string | null,
  today: string,
): string {
  return asked ?? championshipDay ?? fromDayNumber(toDayNumber(today) + DEFAULT_AHEAD_DAYS);
}

/** How many attempts a student makes until a day at the present pace; at least the next one. */
export function attemptsUntil(series: Pick<LearnerSeries, 'lastDay' | 'pace'>, day: string): number {
  return Math.max(1, Math.round((toDayNumber(day) - series.lastDay) * series.pace));
}

function lineOf(forecast: Forecast, series: LearnerSeries, day: string): { date: string; percent: number }[] {
  const from = series.lastDay;
  const to = toDayNumber(day);
  if (to <= from) return [];
  const count = series.values.length;
  const ahead = attemptsUntil(series, day);
  return Array.from({ length: LINE_POINTS + 1 }, (_, step) => {
    const share = step / LINE_POINTS;
    const x = count - 1 + share * ahead;
    const percent = forecast.curve ? valueAt(forecast.curve, x) : forecast.value;
    return {
      date: fromDayNumber(Math.round(from + share * (to - from))),
      percent: Math.min(100, Math.max(0, percent)),
    };
  });
}

/** A forecast as the contract tells it. */
export function describeForecast(
  forecast: Forecast | ForecastRefusal,
  series: LearnerSeries | undefined,
  target: { day: string; percent: number | null },
): InsightForecast {
  if (forecast.kind === 'refused' || !series) {
    const { have, need } = forecast.kind === 'refused' ? forecast : { have: 0, need: 0 };
    return { kind: 'refused', reason: 'too_few', have, need };
  }
  return {
    kind: 'forecast',
    day: target.day,
    value: forecast.value,
    low: forecast.low,
    high: forecast.high,
    level: Math.round(forecast.level * 100),
    trend: forecast.trend,
    attemptsAhead: attemptsUntil(series, target.day),
    residualCount: forecast.residualCount,
    coverage: forecast.coverage,
    chanceOfTarget: target.percent === null ? null : chanceOfReaching(forecast, target.percent),
    line: lineOf(forecast, series, target.day),
  };
}
