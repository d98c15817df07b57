import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listOwnEntries, type OwnEntry } from './portfolio.repository.ts';
import { getContestResults } from './results.service.ts';

type Own = RouteOutput<'events.portfolio'>['championships'][number];

/** Place and medal of published results: what is not published yet is nobody's to tell. */
async function resultOf(
  db: Kysely<Schema>,
  { championshipId, entryId, competitorId, state }: OwnEntry,
): Promise<Pick<Own, 'isPublished' | 'place' | 'medal' | 'percent'>> {
  const unknown = { isPublished: state === 'published', place: null, medal: null, percent: null };
  if (!unknown.isPublished) return unknown;
  const { entries } = await getContestResults(db, { championshipId, entryId });
  const own = entries[0]?.results.find((one) => one.competitorId === competitorId);
  if (!own || own.place === null) return unknown;
  const { place, medal, totalHundredths, maxHundredths } = own;
  const percent = maxHundredths > 0 ? (100 * totalHundredths) / maxHundredths : null;
  return { isPublished: true, place, medal: medal?.kind ?? null, percent };
}

/** Championships of a student for the portfolio, the latest first, with the results that are published. */
export async function listContestsOf(db: Kysely<Schema>, studentId: string): Promise<Own[]> {
  const found: Own[] = [];
  for (const entry of await listOwnEntries(db, studentId)) {
    const { entryId, competitorId, championshipId, competencyId, name, date, isMock } = entry;
    const stage = entry.stage as Own['stage'];
    const result = await resultOf(db, entry);
    found.push({ entryId, competitorId, championshipId, competencyId, name, stage, date, isMock, ...result });
  }
  return found;
}
