import type { Kysely } from 'kysely';
import type { InsightJudge } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import {
  describeMarking,
  type MarkingFigures,
  type MarkingTally,
} from '#shared/domain/insight/markingTally.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { CompetencyDigest } from './competencyDigest.ts';
import { listExpertNames, listPractisedCompetencies } from './insight.repository.ts';

type Db = Kysely<Schema>;

/** Figures that were computed from the same parts on the same day, found by the first part. */
const known = new WeakMap<
  MarkingTally,
  { parts: readonly MarkingTally[]; today: string; figures: MarkingFigures }
>();

/** Figures of an expert from what was marked in each competency, computed once for the same results. */
function figuresOf(parts: readonly MarkingTally[], today: string): MarkingFigures {
  const [first] = parts;
  const kept = first && known.get(first);
  const isSame =
    kept?.today === today &&
    kept.parts.length === parts.length &&
    kept.parts.every((part, index) => part === parts[index]);
  if (kept && isSame) return kept.figures;
  const figures = describeMarking(parts, toDayNumber(today));
  if (first) known.set(first, { parts, today, figures });
  return figures;
}

/** What each expert marked, competency by competency. */
function gatherByExpert(digests: readonly CompetencyDigest[]): Map<string, MarkingTally[]> {
  const gathered = new Map<string, MarkingTally[]>();
  for (const { experts } of digests) {
    for (const [expertId, own] of experts) {
      const parts = gathered.get(expertId) ?? [];
      parts.push(own);
      gathered.set(expertId, parts);
    }
  }
  return gathered;
}

/**
 * How strict each judge is beside what students and projects make expected, whether that drifts, how groups advance.
 * @param digestsOf what the dashboard needs of some competencies
 */
export async function describeJudges(
  db: Db,
  { competencyId, today }: { competencyId: string | undefined; today: string },
  digestsOf: (ids: readonly string[]) => Promise<CompetencyDigest[]>,
): Promise<RouteOutput<'insight.judges'>> {
  const competencies = competencyId ? [competencyId] : await listPractisedCompetencies(db);
  const digests = await digestsOf(competencies);
  const names = await listExpertNames(db);
  const judges: InsightJudge[] = [...gatherByExpert(digests)].map(([expertId, parts]) => ({
    expertId,
    surname: names.get(expertId)?.surname ?? '',
    givenName: names.get(expertId)?.givenName ?? '',
    ...figuresOf(parts, today),
  }));
  const attemptCount = digests.reduce((sum, digest) => sum + digest.attemptCount, 0);
  return { judges: judges.sort((a, b) => a.severity - b.severity), attemptCount };
}
