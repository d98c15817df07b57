import { PERIOD_DAYS } from '#shared/domain/insight/results.ts';
import {
  addDeviation,
  addDriftSums,
  driftOf,
  momentOf,
  noDeviations,
  squaresAroundMean,
  type DriftSums,
} from '#shared/domain/methods/drift.ts';

/** A result as the quality of marking is judged by it. */
export interface MarkedBy {
  studentId: string;
  dayNumber: number;
  adjustedPercent: number;
  deviation: number;
}

/** Results of one day: how many, and the sum of their adjusted percents. */
export interface DayTally {
  dayNumber: number;
  sum: number;
  count: number;
}

/** All that the figures of an expert need of what they marked in a competency: figures of several can be added up. */
export interface MarkingTally {
  studentIds: readonly string[];
  drift: DriftSums;
  /** Oldest first. */
  days: readonly DayTally[];
}

/** Figures of an expert's marking. */
export interface MarkingFigures {
  attemptCount: number;
  studentCount: number;
  severity: number;
  low: number;
  high: number;
  driftPer30Days: number | null;
  isDrifting: boolean;
  groupGain: number | null;
}

/** As many attempts as are needed before a judge's own record counts half. */
const SHRINKAGE = 4;
/** Spread of deviations where there is none to be seen. */
const USUAL_SPREAD = 5;
/** Points in thirty days that are worth telling. */
const LEAST_DRIFT = 0.5;
const Z95 = 1.959963984540054;

/** Adds up what an expert marked. @param own in any order */
export function tallyMarking(own: readonly MarkedBy[]): MarkingTally {
  const drift = noDeviations();
  const days = new Map<number, DayTally>();
  for (const { dayNumber, adjustedPercent, deviation } of own) {
    addDeviation(drift, { at: momentOf(dayNumber), deviation });
    const day = days.get(dayNumber) ?? { dayNumber, sum: 0, count: 0 };
    day.sum += adjustedPercent;
    day.count += 1;
    days.set(dayNumber, day);
  }
  return {
    studentIds: [...new Set(own.map((one) => one.studentId))],
    drift,
    days: [...days.values()].sort((a, b) => a.dayNumber - b.dayNumber),
  };
}

/** Points that a group's adjusted results moved from the 90 days before last to the last 90. */
function gainOf(parts: readonly MarkingTally[], todayNumber: number): number | null {
  const late = { sum: 0, count: 0 };
  const early = { sum: 0, count: 0 };
  for (const { days } of parts) {
    for (const { dayNumber, sum, count } of days) {
      const age = todayNumber - dayNumber;
      if (age >= 2 * PERIOD_DAYS) continue;
      const period = age < PERIOD_DAYS ? late : early;
      period.sum += sum;
      period.count += count;
    }
  }
  return late.count > 0 && early.count > 0 ? late.sum / late.count - early.sum / early.count : null;
}

/** Mean deviation pulled towards zero: few attempts do not make a judge strict. */
function severityOf(sums: DriftSums): Pick<MarkingFigures, 'severity' | 'low' | 'high'> {
  const { count, deviation } = sums;
  const variance = squaresAroundMean(sums) / Math.max(1, count - 1);
  const severity = deviation / (count + SHRINKAGE);
  const half = (Z95 * (Math.sqrt(variance) || USUAL_SPREAD)) / Math.sqrt(count + SHRINKAGE);
  return { severity, low: severity - half, high: severity + half };
}

/** Figures of an expert from the tallies of each competency; at least one result must be in them. */
export function describeMarking(parts: readonly MarkingTally[], todayNumber: number): MarkingFigures {
  const sums = noDeviations();
  for (const part of parts) addDriftSums(sums, part.drift);
  const drift = driftOf(sums);
  return {
    attemptCount: sums.count,
    studentCount: new Set(parts.flatMap((part) => part.studentIds)).size,
    ...severityOf(sums),
    driftPer30Days: drift?.slope ?? null,
    isDrifting: drift !== null && Math.abs(drift.slope) >= LEAST_DRIFT && drift.probability() < 0.05,
    groupGain: gainOf(parts, todayNumber),
  };
}
