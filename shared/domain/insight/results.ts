import { adjustPercent, fitAdjustment, type Adjustment } from '#shared/domain/methods/adjust.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';

/** A marked attempt. */
export interface AttemptResult {
  attemptId: string;
  sessionId: string;
  studentId: string;
  expertId: string | null;
  date: string;
  schemeId: string;
  /** JSON of the sub-criteria practised; null: the whole scheme. */
  scope: string | null;
  schemeTitle: string;
  percent: number;
  markHundredths: number;
  markedMaxHundredths: number;
  durationMinutes: number | null;
}

/** Attempts with their results as on a project of average difficulty. */
export interface AdjustedResults {
  adjustment: Adjustment | null;
  results: (AttemptResult & { adjustedPercent: number; residual: number })[];
  /** Period of a day: students are told apart per period, so that learning is not taken for easy projects. */
  periodOf(date: string): number;
}

/** Days in which a student's ability counts as one: shorter, and a period holds too few attempts. */
export const PERIOD_DAYS = 90;

const keyOf = (studentId: string, period: number): string => `${studentId}/${period}`;

/** The test project of an attempt: the scheme, or the part of it that was practised. */
export const projectOf = (result: Pick<AttemptResult, 'schemeId' | 'scope'>): string =>
  `${result.schemeId}/${result.scope ?? ''}`;

/**
 * Takes the difficulty of projects out of the results of a competency. A student counts anew every 90 days (back from
 * the last attempt): with one effect for all time, projects that came early would look hard only because nobody could
 * do them yet.
 */
export function adjustResults(results: readonly AttemptResult[]): AdjustedResults {
  const last = results.reduce((latest, one) => (one.date > latest ? one.date : latest), '1970-01-01');
  const lastDay = toDayNumber(last);
  const periods = new Map<string, number>();
  const periodOf = (date: string): number => {
    const known = periods.get(date) ?? Math.floor((lastDay - toDayNumber(date)) / PERIOD_DAYS);
    periods.set(date, known);
    return known;
  };
  const rows = results.map((one) => ({
    student: keyOf(one.studentId, periodOf(one.date)),
    project: projectOf(one),
    percent: one.percent,
  }));
  const adjustment = fitAdjustment(rows);
  return {
    adjustment,
    periodOf,
    results: results.map((one, index) => {
      const row = rows[index];
      if (!adjustment || !row) return { ...one, adjustedPercent: one.percent, residual: 0 };
      const ability = adjustment.students.get(row.student)?.effect ?? 0;
      const difficulty = adjustment.projects.get(row.project)?.effect ?? 0;
      return {
        ...one,
        adjustedPercent: adjustPercent(adjustment, row),
        residual: one.percent - adjustment.mean - ability - difficulty,
      };
    }),
  };
}

/** Ability of a student over the last 90 days of practice, with its standard error; null without attempts then. */
export function abilityOf(
  adjusted: AdjustedResults,
  studentId: string,
): { value: number; standardError: number; count: number } | null {
  const effect = adjusted.adjustment?.students.get(keyOf(studentId, 0));
  if (!adjusted.adjustment || !effect) return null;
  const value = Math.min(100, Math.max(0, adjusted.adjustment.mean + effect.effect));
  return { value, standardError: effect.standardError, count: effect.count };
}
