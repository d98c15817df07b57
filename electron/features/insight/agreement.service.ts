import type { Kysely } from 'kysely';
import type { JudgePanel, PanelJudge } from '#shared/contract/insight.ts';
import { describeAgreement, type Agreement } from '#shared/domain/insight/agreement.ts';
import { gatherPanels, type ScoredPanel } from '#shared/domain/insight/panels.ts';
import { severityDrift } from '#shared/domain/methods/judges.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listAspectNames, listGivenScores } from './agreement.repository.ts';
import { listExpertNames } from './insight.repository.ts';

type Db = Kysely<Schema>;
type Names = Awaited<ReturnType<typeof listExpertNames>>;

/** Older agreement is of other judges. */
const DAYS = 182;
const MOST_PANELS = 6;
const MOST_DISPUTED = 5;
/** Steps of the scale in thirty days that are worth telling. */
const LEAST_DRIFT = 0.05;

function judgeOf(panel: ScoredPanel, place: number, severity: number, names: Names): PanelJudge {
  const expertId = panel.judgeIds[place] ?? '';
  const deviations = panel.targets.flatMap(({ date, scores }) => {
    const own = scores[place];
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    return own === undefined ? [] : [{ at: toDayNumber(date) / 30, deviation: own - mean }];
  });
  const drift = severityDrift(deviations);
  return {
    expertId,
    surname: names.get(expertId)?.surname ?? '',
    givenName: names.get(expertId)?.givenName ?? '',
    severity,
    driftPer30Days: drift?.slope ?? null,
    isDrifting: drift !== null && drift.probability < 0.05 && Math.abs(drift.slope) >= LEAST_DRIFT,
  };
}

async function describePanel(
  db: Db,
  panel: ScoredPanel,
  agreement: Agreement,
  names: Names,
): Promise<JudgePanel> {
  const disputed = agreement.disputed.slice(0, MOST_DISPUTED);
  const aspects = await listAspectNames(
    db,
    disputed.map((one) => one.aspectId),
  );
  const dates = panel.targets.map((target) => target.date).toSorted();
  return {
    judges: panel.judgeIds.map((_, place) => judgeOf(panel, place, agreement.severity[place] ?? 0, names)),
    targetCount: agreement.targetCount,
    from: dates[0] ?? '',
    to: dates.at(-1) ?? '',
    single: agreement.single,
    mean: agreement.mean,
    alpha: agreement.alpha,
    verdict: agreement.verdict,
    disputed: disputed.flatMap((one) => {
      const aspect = aspects.get(one.aspectId);
      return aspect ? [{ ...one, ...aspect }] : [];
    }),
  };
}

/** Agreement of the judges who marked together in the last half year, panel by panel. */
export async function describePanels(
  db: Db,
  competencyId: string | undefined,
  today: string,
): Promise<JudgePanel[]> {
  const from = fromDayNumber(toDayNumber(today) - DAYS);
  const panels = gatherPanels(await listGivenScores(db, from, competencyId)).slice(0, MOST_PANELS);
  const names = await listExpertNames(db);
  const described: JudgePanel[] = [];
  for (const panel of panels) {
    described.push(await describePanel(db, panel, describeAgreement(panel.targets), names));
  }
  return described;
}
