import type { Kysely } from 'kysely';
import type { ContestCompetitor, ContestEntry } from '#shared/contract/contest.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { formStateOf, isReadyToFreeze } from '#shared/domain/assessment/contest.ts';
import { isRanked } from '#shared/domain/assessment/attemptLife.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { found } from '../../router/refusal.ts';
import {
  labelOf,
  listChampionshipRows,
  listCompetitors,
  listEntries,
  medalRulesOf,
  readChampionship,
  readEntry,
  readEntryOfSession,
  type CompetitorRow,
  type EntryRow,
} from './contest.repository.ts';
import { countFilled, listContestForms, listVerifiedForms } from './forms.repository.ts';

type Db = Kysely<Schema>;
type Head = RouteOutput<'contest.getEntry'>['contest'];

const toHead = (row: NonNullable<Awaited<ReturnType<typeof readChampionship>>>): Head => ({
  id: row.id,
  name: row.name,
  stage: row.stage as Head['stage'],
  startDate: row.start_date,
  endDate: row.end_date,
  place: row.place,
  isMock: row.is_mock === 1,
});

/** Sums of an entry's competitors. Who is out of the competition has nothing missing. */
function toEntry(row: EntryRow, competitors: readonly CompetitorRow[]): ContestEntry {
  const { championshipId: _championship, stateBy: _by, ...fields } = row;
  const competing = competitors.filter((one) => one.state !== null && isRanked(one.state));
  return {
    ...fields,
    competitorCount: competitors.length,
    readyCount: competitors.filter((one) => one.state !== null && isReadyToFreeze(one.state)).length,
    missingCount: competing.reduce((sum, one) => sum + one.missingCount, 0),
    markedCount: competing.reduce((sum, one) => sum + one.filledCount, 0),
  };
}

const toCompetitor = (row: CompetitorRow): ContestCompetitor => ({
  id: row.id,
  position: row.position,
  teamName: row.teamName,
  label: labelOf(row),
  members: row.members,
  attemptId: row.attemptId,
  state: row.state,
  totalHundredths: row.totalHundredths,
  missingCount: row.missingCount,
});

/** All championships, the latest first, with the number of competencies and competitors. */
export async function listContests(db: Db): Promise<RouteOutput<'contest.list'>> {
  const entries = Map.groupBy(await listEntries(db), (entry) => entry.championshipId);
  const competitors = Map.groupBy(await listCompetitors(db, {}), (one) => one.entryId);
  const rows = await listChampionshipRows(db);
  return {
    contests: rows.map((row) => {
      const own = entries.get(row.id) ?? [];
      const countIn = (state: EntryRow['state']): number => own.filter((one) => one.state === state).length;
      return {
        ...toHead(row),
        competencyCount: own.length,
        competitorCount: own.reduce((sum, one) => sum + (competitors.get(one.id)?.length ?? 0), 0),
        states: { open: countIn('open'), frozen: countIn('frozen'), published: countIn('published') },
      };
    }),
  };
}

/** A championship with its competencies. @throws Refusal `not_found` */
export async function getContest(db: Db, championshipId: string): Promise<RouteOutput<'contest.get'>> {
  const row = found(await readChampionship(db, championshipId), 'championship');
  const competitors = Map.groupBy(await listCompetitors(db, { championshipId }), (one) => one.entryId);
  const entries = await listEntries(db, championshipId);
  return {
    ...toHead(row),
    notes: row.notes,
    medalRules: medalRulesOf(row),
    entries: entries.map((entry) => toEntry(entry, competitors.get(entry.id) ?? [])),
  };
}

/** A competency of a championship: competitors in the running order, forms with their days. @throws Refusal `not_found` */
export async function getEntry(db: Db, entryId: string): Promise<RouteOutput<'contest.getEntry'>> {
  const entry = found(await readEntry(db, entryId), 'competency of the championship');
  const contest = found(await readChampionship(db, entry.championshipId), 'championship');
  const competitors = await listCompetitors(db, { entryId });
  const forms = await listContestForms(db, [entry]);
  return {
    contest: toHead(contest),
    entry: toEntry(entry, competitors),
    competitors: competitors.map(toCompetitor),
    forms: forms.get(entryId) ?? [],
  };
}

/** The competition that a session holds the marks of, if any. */
export async function findBySession(
  db: Db,
  sessionId: string,
): Promise<RouteOutput<'contest.findBySession'>> {
  const entry = await readEntryOfSession(db, sessionId);
  const contest = entry && (await readChampionship(db, entry.championshipId));
  if (!entry || !contest) return { found: null };
  const competitors = await listCompetitors(db, { entryId: entry.id });
  return {
    found: {
      championshipId: contest.id,
      entryId: entry.id,
      name: contest.name,
      state: entry.state,
      medalRules: medalRulesOf(contest),
      competitors: competitors.flatMap((one) =>
        one.attemptId === null
          ? []
          : [{ attemptId: one.attemptId, position: one.position, label: labelOf(one) }],
      ),
    },
  };
}

/** For coordinators: what is missing, complete and verified, by sub-criterion and competitor. @throws Refusal `not_found` */
export async function getBoard(db: Db, championshipId: string): Promise<RouteOutput<'contest.getBoard'>> {
  found(await readChampionship(db, championshipId), 'championship');
  const entries = await listEntries(db, championshipId);
  const competitors = Map.groupBy(await listCompetitors(db, { championshipId }), (one) => one.entryId);
  const forms = await listContestForms(db, entries);
  const sessionIds = entries.flatMap((entry) => entry.sessionId ?? []);
  const filled = await countFilled(db, sessionIds);
  const verified = await listVerifiedForms(db, sessionIds);
  return {
    boards: entries.map((entry) => {
      const own = forms.get(entry.id) ?? [];
      return {
        entryId: entry.id,
        competencyId: entry.competencyId,
        state: entry.state,
        forms: own,
        competitors: (competitors.get(entry.id) ?? []).map((one) => ({
          id: one.id,
          position: one.position,
          label: labelOf(one),
          members: one.members,
          attemptId: one.attemptId,
          state: one.state,
          cells: own.map(({ subCriterionId, aspectCount }) => {
            const key = `${one.attemptId ?? ''} ${subCriterionId}`;
            const count = filled.get(key) ?? 0;
            return {
              state: formStateOf(one.state ?? 'draft', {
                filledCount: count,
                count: aspectCount,
                isVerified: verified.has(key),
              }),
              missing: aspectCount - count,
            };
          }),
        })),
      };
    }),
  };
}
