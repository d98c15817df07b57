import type { Kysely } from 'kysely';
import type { JudgePanel, PanelJudge } from '#shared/contract/insight.ts';
import { describeAgreement, type Agreement } from '#shared/domain/insight/agreement.ts';
import { groupPanels, type ScoredPanel } from '#shared/domain/insight/panels.ts';
import {
  addDeviation,
  driftOf,
  momentOf,
  noDeviations,
  type DriftSums,
} from '#shared/domain/methods/drift.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listAspectNames } from './agreement.repository.ts';
import { listExpertNames, listPractisedCompetencies } from './insight.repository.ts';

type Db = Kysely<Schema>;
type Names = Awaited<ReturnType<typeof listExpertNames>>;

const MOST_PANELS = 6;
const MOST_DISPUTED = 5;
/** Steps of the scale in thirty days that are worth telling. */
const LEAST_DRIFT = 0.05;

/** What follows from the scores of a panel alone. */
interface PanelFigures {
  agreement: Agreement;
  drifts: Pick<PanelJudge, 'driftPer30Days' | 'isDrifting'>[];
  from: string;
  to: string;
}

const known = new WeakMap<ScoredPanel, { parts: readonly ScoredPanel[]; figures: PanelFigures }>();

/** Figures of judges from their scores in each competency, computed once for the same scores. */
function figuresOfPanels(parts: readonly [ScoredPanel, ...ScoredPanel[]]): PanelFigures {
  const [first] = parts;
  const kept = known.get(first);
  if (kept?.parts.length === parts.length && kept.parts.every((part, index) => part === parts[index]))
    return kept.figures;
  const figures = computeFigures({ ...first, targets: parts.flatMap((part) => part.targets) });
  known.set(first, { parts, figures });
  return figures;
}

/** Computes beforehand what {@link describePanels} tells of some competencies together. @param pause between two panels */
export async function preparePanels(
  panels: readonly ScoredPanel[],
  pause: () => Promise<void>,
): Promise<void> {
  for (const parts of groupPanels(panels).slice(0, MOST_PANELS)) {
    figuresOfPanels(parts);
    await pause();
  }
}

function computeFigures(panel: ScoredPanel): PanelFigures {
  let [from, to] = [panel.targets[0]?.date ?? '', ''];
  for (const { date } of panel.targets) {
    if (date < from) from = date;
    if (date > to) to = date;
  }
  return {
    agreement: describeAgreement(panel.targets),
    drifts: driftsOf(panel),
    from,
    to,
  };
}

/** How often each row of scores was given on each day: judges give few different rows. */
function countRows(targets: ScoredPanel['targets']): Map<string, Map<readonly number[], number>> {
  const days = new Map<string, Map<readonly number[], number>>();
  for (const { date, scores } of targets) {
    const rows = days.get(date) ?? new Map<readonly number[], number>();
    rows.set(scores, (rows.get(scores) ?? 0) + 1);
    days.set(date, rows);
  }
  return days;
}

/** Sums of each judge's deviations from the mean of the panel. */
function deviationsOf({ judgeIds, targets }: ScoredPanel): DriftSums[] {
  const sums = judgeIds.map(() => noDeviations());
  for (const [date, rows] of countRows(targets)) {
    const at = momentOf(toDayNumber(date));
    for (const [scores, count] of rows) {
      const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
      scores.forEach((score, place) => {
        const judge = sums[place];
        if (judge) addDeviation(judge, { at, deviation: score - mean }, count);
      });
    }
  }
  return sums;
}

function driftsOf(panel: ScoredPanel): PanelFigures['drifts'] {
  return deviationsOf(panel).map((sums) => {
    const drift = driftOf(sums);
    return {
      driftPer30Days: drift?.slope ?? null,
      isDrifting: drift !== null && Math.abs(drift.slope) >= LEAST_DRIFT && drift.probability() < 0.05,
    };
  });
}

function judgesOf(panel: ScoredPanel, { agreement, drifts }: PanelFigures, names: Names): PanelJudge[] {
  return panel.judgeIds.map((expertId, place) => ({
    expertId,
    surname: names.get(expertId)?.surname ?? '',
    givenName: names.get(expertId)?.givenName ?? '',
    severity: agreement.severity[place] ?? 0,
    driftPer30Days: drifts[place]?.driftPer30Days ?? null,
    isDrifting: drifts[place]?.isDrifting ?? false,
  }));
}

type Aspects = Awaited<ReturnType<typeof listAspectNames>>;

function describePanel(
  panel: ScoredPanel,
  figures: PanelFigures,
  { names, aspects }: { names: Names; aspects: Aspects },
): JudgePanel {
  const { agreement, from, to } = figures;
  return {
    judges: judgesOf(panel, figures, names),
    targetCount: agreement.targetCount,
    from,
    to,
    single: agreement.single,
    mean: agreement.mean,
    alpha: agreement.alpha,
    verdict: agreement.verdict,
    disputed: agreement.disputed.slice(0, MOST_DISPUTED).flatMap((one) => {
      const aspect = aspects.get(one.aspectId);
      return aspect ? [{ ...one, ...aspect }] : [];
    }),
  };
}

/**
 * Agreement of the judges who marked together in the last half year, panel by panel.
 * @param panelsOf panels of each of some competencies
 */
export async function describePanels(
  db: Db,
  competencyId: string | undefined,
  panelsOf: (ids: readonly string[]) => Promise<ScoredPanel[][]>,
): Promise<JudgePanel[]> {
  const competencies = competencyId ? [competencyId] : await listPractisedCompetencies(db);
  const gathered = (await panelsOf(competencies)).flat();
  const names = await listExpertNames(db);
  const largest = groupPanels(gathered).slice(0, MOST_PANELS);
  const figures = largest.map((parts) => ({ panel: parts[0], figures: figuresOfPanels(parts) }));
  const disputed = figures.flatMap((one) => one.figures.agreement.disputed.slice(0, MOST_DISPUTED));
  const aspects = await listAspectNames(db, [...new Set(disputed.map((one) => one.aspectId))]);
  return figures.map((one) => describePanel(one.panel, one.figures, { names, aspects }));
}
