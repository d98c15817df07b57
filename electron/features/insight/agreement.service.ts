import type { Kysely } from 'kysely';
import type { JudgePanel, PanelJudge } from '#shared/contract/insight.ts';
import { describeAgreement, type Agreement } from '#shared/domain/insight/agreement.ts';
import { groupPanels, type ScoredPanel } from '#shared/domain/insight/panels.ts';
import { severityDrift } from '#shared/domain/methods/judges.ts';
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
  const dates = panel.targets.map((target) => target.date).toSorted();
  return {
    agreement: describeAgreement(panel.targets),
    drifts: driftsOf(panel),
    from: dates[0] ?? '',
    to: dates.at(-1) ?? '',
  };
}

function driftsOf({ judgeIds, targets }: ScoredPanel): PanelFigures['drifts'] {
  const days = new Map(
    [...new Set(targets.map(({ date }) => date))].map((date) => [date, toDayNumber(date) / 30]),
  );
  const means = targets.map(
    ({ scores }) => scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
  );
  return judgeIds.map((_, place) => {
    const deviations = targets.flatMap(({ date, scores }, index) => {
      const own = scores[place];
      return own === undefined ? [] : [{ at: days.get(date) ?? 0, deviation: own - (means[index] ?? 0) }];
    });
    const drift = severityDrift(deviations);
    return {
      driftPer30Days: drift?.slope ?? null,
      isDrifting: drift !== null && drift.probability < 0.05 && Math.abs(drift.slope) >= LEAST_DRIFT,
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

async function describePanel(
  db: Db,
  parts: readonly [ScoredPanel, ...ScoredPanel[]],
  names: Names,
): Promise<JudgePanel> {
  const figures = figuresOfPanels(parts);
  const { agreement, from, to } = figures;
  const disputed = agreement.disputed.slice(0, MOST_DISPUTED);
  const aspects = await listAspectNames(
    db,
    disputed.map((one) => one.aspectId),
  );
  return {
    judges: judgesOf(parts[0], figures, names),
    targetCount: agreement.targetCount,
    from,
    to,
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

/**
 * Agreement of the judges who marked together in the last half year, panel by panel.
 * @param panelsOf panels of a competency
 */
export async function describePanels(
  db: Db,
  competencyId: string | undefined,
  panelsOf: (competencyId: string) => Promise<ScoredPanel[]>,
): Promise<JudgePanel[]> {
  const competencies = competencyId ? [competencyId] : await listPractisedCompetencies(db);
  const gathered: ScoredPanel[] = [];
  for (const one of competencies) gathered.push(...(await panelsOf(one)));
  const names = await listExpertNames(db);
  const described: JudgePanel[] = [];
  for (const parts of groupPanels(gathered).slice(0, MOST_PANELS)) {
    described.push(await describePanel(db, parts, names));
  }
  return described;
}
