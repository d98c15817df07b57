import type { Kysely } from 'kysely';
import type { ContestEntryResults } from '#shared/contract/contest.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { isRanked } from '#shared/domain/assessment/attemptLife.ts';
import { scaleFacts } from '#shared/domain/assessment/estimatedScale.ts';
import type { MedalRules } from '#shared/domain/assessment/medals.ts';
import { tellMedals } from '#shared/domain/assessment/medalStory.ts';
import { rankResults } from '#shared/domain/assessment/results.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { found } from '../../router/refusal.ts';
import {
  labelOf,
  listCompetitors,
  listEntries,
  medalRulesOf,
  readChampionship,
  type CompetitorRow,
  type EntryRow,
} from './contest.repository.ts';

type Started = CompetitorRow & { attemptId: string; state: NonNullable<CompetitorRow['state']> };

const isStarted = (row: CompetitorRow): row is Started => row.attemptId !== null && row.state !== null;

/** Ranks a competency; its medals and its scale come with the rule and the numbers that they rest on. */
function rankEntry(
  entry: EntryRow,
  competitors: readonly CompetitorRow[],
  rules: MedalRules,
): ContestEntryResults {
  const started = new Map(competitors.filter(isStarted).map((row) => [row.id, row]));
  const places = rankResults([...started.values()], rules);
  const stories = tellMedals(places.map((place) => ({ ...place, isRanked: place.place !== null })));
  const totals = [...started.values()].filter((row) => isRanked(row.state)).map((row) => row.totalHundredths);
  return {
    entryId: entry.id,
    competencyId: entry.competencyId,
    schemeId: entry.schemeId,
    sessionId: entry.sessionId,
    state: entry.state,
    scale: scaleFacts(totals),
    results: places.map(({ id, ...place }, index) => {
      const row = found(started.get(id), 'competitor');
      return {
        ...place,
        competitorId: id,
        label: labelOf(row),
        members: row.members,
        attemptId: row.attemptId,
        maxHundredths: row.maxHundredths,
        missingCount: row.missingCount,
        story: found(stories[index], 'story'),
      };
    }),
  };
}

/** Places, estimated scale and medals of a championship, or of one of its competencies. @throws Refusal `not_found` */
export async function getContestResults(
  db: Kysely<Schema>,
  input: { championshipId: string; entryId?: string | undefined },
): Promise<RouteOutput<'contest.getResults'>> {
  const { championshipId, entryId } = input;
  const championship = found(await readChampionship(db, championshipId), 'championship');
  const rules = medalRulesOf(championship);
  const all = await listEntries(db, championshipId);
  const entries = entryId === undefined ? all : all.filter((entry) => entry.id === entryId);
  const filter = entryId === undefined ? { championshipId } : { entryId };
  const competitors = Map.groupBy(await listCompetitors(db, filter), (one) => one.entryId);
  return { rules, entries: entries.map((entry) => rankEntry(entry, competitors.get(entry.id) ?? [], rules)) };
}
