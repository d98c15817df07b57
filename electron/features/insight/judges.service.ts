import type { Kysely } from 'kysely';
import type { InsightJudge } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { adjustResults, PERIOD_DAYS, type AdjustedResults } from '#shared/domain/insight/results.ts';
import { severityDrift } from '#shared/domain/methods/judges.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listExpertNames, listMarkedAttempts, listPractisedCompetencies } from './insight.repository.ts';

type Db = Kysely<Schema>;
type Result = AdjustedResults['results'][number] & { adjustedDeviation: number };

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Points that a group's adjusted results moved from the 90 days before last to the last 90. */
function gainOf(own: readonly Result[], today: string): number | null {
  const age = (one: Result): number => toDayNumber(today) - toDayNumber(one.date);
  const late = own.filter((one) => age(one) < PERIOD_DAYS).map((one) => one.adjustedPercent);
  const early = own
    .filter((one) => age(one) >= PERIOD_DAYS && age(one) < 2 * PERIOD_DAYS)
    .map((one) => one.adjustedPercent);
  return late.length > 0 && early.length > 0 ? mean(late) - mean(early) : null;
}

/** Mean deviation pulled towards zero: few attempts do not make a judge strict. */
function severityOf(own: readonly Result[]): Pick<InsightJudge, 'severity' | 'low' | 'high'> {
  const deviations = own.map((one) => one.adjustedDeviation);
  const count = deviations.length;
  const average = mean(deviations);
  const spread = Math.sqrt(
    deviations.reduce((sum, one) => sum + (one - average) ** 2, 0) / Math.max(1, count - 1),
  );
  const severity = (average * count) / (count + SHRINKAGE);
  const half = (1.959963984540054 * (spread || 5)) / Math.sqrt(count + SHRINKAGE);
  return { severity, low: severity - half, high: severity + half };
}

/** As many attempts as are needed before a judge's own record counts half. */
const SHRINKAGE = 4;

function driftOf(own: readonly Result[]): Pick<InsightJudge, 'driftPer30Days' | 'isDrifting'> {
  const drift = severityDrift(
    own.map((one) => ({ at: toDayNumber(one.date) / 30, deviation: one.adjustedDeviation })),
  );
  return {
    driftPer30Days: drift?.slope ?? null,
    isDrifting: drift !== null && drift.probability < 0.05 && Math.abs(drift.slope) >= 0.5,
  };
}

/** How strict each judge is beside what students and projects make expected, whether that drifts, how groups advance. */
export async function describeJudges(
  db: Db,
  competencyId: string | undefined,
  today: string,
): Promise<RouteOutput<'insight.judges'>> {
  const competencies = competencyId ? [competencyId] : await listPractisedCompetencies(db);
  const results: Result[] = [];
  for (const one of competencies) {
    const adjusted = adjustResults(await listMarkedAttempts(db, one));
    results.push(...adjusted.results.map((result) => ({ ...result, adjustedDeviation: result.residual })));
  }
  const names = await listExpertNames(db);
  const byExpert = Map.groupBy(results, (one) => one.expertId);
  const judges: InsightJudge[] = [];
  for (const [expertId, own] of byExpert) {
    if (expertId === null) continue;
    judges.push({
      expertId,
      surname: names.get(expertId)?.surname ?? '',
      givenName: names.get(expertId)?.givenName ?? '',
      attemptCount: own.length,
      studentCount: new Set(own.map((one) => one.studentId)).size,
      ...severityOf(own),
      ...driftOf(own),
      groupGain: gainOf(own, today),
    });
  }
  return { judges: judges.sort((a, b) => a.severity - b.severity), attemptCount: results.length };
}
