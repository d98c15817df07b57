import type { Kysely } from 'kysely';
import type { InsightJudge } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { PERIOD_DAYS } from '#shared/domain/insight/results.ts';
import { severityDrift } from '#shared/domain/methods/judges.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { CompetencyRecord, MarkedBy } from './competencyRecord.ts';
import { listExpertNames, listPractisedCompetencies } from './insight.repository.ts';

type Db = Kysely<Schema>;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Points that a group's adjusted results moved from the 90 days before last to the last 90. */
function gainOf(own: readonly MarkedBy[], today: string): number | null {
  const todayNumber = toDayNumber(today);
  const age = (one: MarkedBy): number => todayNumber - one.dayNumber;
  const late = own.filter((one) => age(one) < PERIOD_DAYS).map((one) => one.adjustedPercent);
  const early = own
    .filter((one) => age(one) >= PERIOD_DAYS && age(one) < 2 * PERIOD_DAYS)
    .map((one) => one.adjustedPercent);
  return late.length > 0 && early.length > 0 ? mean(late) - mean(early) : null;
}

/** Mean deviation pulled towards zero: few attempts do not make a judge strict. */
function severityOf(own: readonly MarkedBy[]): Pick<InsightJudge, 'severity' | 'low' | 'high'> {
  const deviations = own.map((one) => one.deviation);
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

function driftOf(own: readonly MarkedBy[]): Pick<InsightJudge, 'driftPer30Days' | 'isDrifting'> {
  const drift = severityDrift(own.map((one) => ({ at: one.dayNumber / 30, deviation: one.deviation })));
  return {
    driftPer30Days: drift?.slope ?? null,
    isDrifting: drift !== null && drift.probability < 0.05 && Math.abs(drift.slope) >= 0.5,
  };
}

type JudgeFigures = Omit<InsightJudge, 'expertId' | 'surname' | 'givenName'>;

/** Figures that were computed from the same parts on the same day, found by the first part. */
const known = new WeakMap<
  readonly MarkedBy[],
  { parts: MarkedBy[][]; today: string; figures: JudgeFigures }
>();

/** Figures of an expert from the marked results in each competency, computed once for the same results. */
function figuresOf(parts: MarkedBy[][], today: string): JudgeFigures {
  const [first] = parts;
  const kept = first && known.get(first);
  const isSame =
    kept?.today === today &&
    kept.parts.length === parts.length &&
    kept.parts.every((part, index) => part === parts[index]);
  if (kept && isSame) return kept.figures;
  const own = parts.flat();
  const figures = {
    attemptCount: own.length,
    studentCount: new Set(own.map((one) => one.studentId)).size,
    ...severityOf(own),
    ...driftOf(own),
    groupGain: gainOf(own, today),
  };
  if (first) known.set(first, { parts, today, figures });
  return figures;
}

/** Marked results of each expert, competency by competency. */
function gatherByExpert(records: readonly CompetencyRecord[]): Map<string, MarkedBy[][]> {
  const gathered = new Map<string, MarkedBy[][]>();
  for (const { marked } of records) {
    for (const [expertId, own] of marked.byExpert) {
      const parts = gathered.get(expertId) ?? [];
      parts.push(own);
      gathered.set(expertId, parts);
    }
  }
  return gathered;
}

/** Computes beforehand what {@link describeJudges} tells of some competencies together. @param pause between two experts */
export async function prepareJudges(
  records: readonly CompetencyRecord[],
  today: string,
  pause: () => Promise<void>,
): Promise<void> {
  for (const parts of gatherByExpert(records).values()) {
    figuresOf(parts, today);
    await pause();
  }
}

/**
 * How strict each judge is beside what students and projects make expected, whether that drifts, how groups advance.
 * @param recordOf what was practised in a competency
 */
export async function describeJudges(
  db: Db,
  { competencyId, today }: { competencyId: string | undefined; today: string },
  recordOf: (competencyId: string) => Promise<CompetencyRecord>,
): Promise<RouteOutput<'insight.judges'>> {
  const competencies = competencyId ? [competencyId] : await listPractisedCompetencies(db);
  const records: CompetencyRecord[] = [];
  for (const one of competencies) records.push(await recordOf(one));
  const names = await listExpertNames(db);
  const judges: InsightJudge[] = [...gatherByExpert(records)].map(([expertId, parts]) => ({
    expertId,
    surname: names.get(expertId)?.surname ?? '',
    givenName: names.get(expertId)?.givenName ?? '',
    ...figuresOf(parts, today),
  }));
  const attemptCount = records.reduce((sum, { marked }) => sum + marked.results.length, 0);
  return { judges: judges.sort((a, b) => a.severity - b.severity), attemptCount };
}
