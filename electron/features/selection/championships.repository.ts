import type { Kysely, Selectable } from 'kysely';
import type { ChampionshipEntry, ChampionshipRow } from '#shared/contract/championships.ts';
import type { ChampionshipCompetencyTable, ChampionshipTable } from '../../database/schema/championships.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** An entry with the id of its row. */
export interface StoredEntry extends ChampionshipEntry {
  id: string;
}

const toEntry = (row: Selectable<ChampionshipCompetencyTable>): StoredEntry => ({
  id: row.id,
  competencyId: row.competency_id,
  mainSeats: row.main_seats,
  reserveSeats: row.reserve_seats,
  teamSize: row.team_size,
  maxAge: row.max_age,
});

const toChampionship = (
  row: Selectable<ChampionshipTable>,
  entries: readonly StoredEntry[],
): ChampionshipRow => ({
  id: row.id,
  name: row.name,
  stage: row.stage as ChampionshipRow['stage'],
  startDate: row.start_date,
  endDate: row.end_date,
  place: row.place,
  isMock: row.is_mock === 1,
  maxAge: row.max_age,
  notes: row.notes,
  competencies: entries.map(({ id: _, ...entry }) => entry),
});

/** Competencies of a championship in the order they were entered. */
export async function listEntries(db: Db, championshipId: string): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('championship_competencies')
    .selectAll()
    .where('championship_id', '=', championshipId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}

/** All championships, the latest first. */
export async function listChampionships(db: Db): Promise<ChampionshipRow[]> {
  const rows = await db
    .selectFrom('championships')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('start_date', 'desc')
    .orderBy('id')
    .execute();
  const entries = await db
    .selectFrom('championship_competencies')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const own = Map.groupBy(entries, (entry) => entry.championship_id);
  return rows.map((row) => toChampionship(row, (own.get(row.id) ?? []).map(toEntry)));
}

/** @returns undefined when there is none, or it is deleted */
export async function getChampionship(db: Db, id: string): Promise<ChampionshipRow | undefined> {
  const row = await db
    .selectFrom('championships')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toChampionship(row, await listEntries(db, id));
}

/** Whether all of these competencies are there. */
export async function areCompetencies(db: Db, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await db
    .selectFrom('competencies')
    .select('id')
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.id)).size === new Set(ids).size;
}

/** Whether selections rest on the championship. */
export async function hasSelections(db: Db, championshipId: string): Promise<boolean> {
  const row = await db
    .selectFrom('selections')
    .select('id')
    .where('championship_id', '=', championshipId)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether somebody competes in a competency of a championship. */
export async function hasCompetitors(db: Db, entryId: string): Promise<boolean> {
  const row = await db
    .selectFrom('competitors')
    .select('id')
    .where('entry_id', '=', entryId)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
