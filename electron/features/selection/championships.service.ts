import type { ChampionshipInput } from '#shared/contract/championships.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';
import { unpreparedEntry } from '../../database/schema/championships.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import {
  areCompetencies,
  getChampionship,
  hasCompetitors,
  hasSelections,
  listEntries,
} from './championships.repository.ts';

const fieldsOf = (input: ChampionshipInput): Omit<NewRow<'championships'>, 'id' | 'medal_rules_json'> => ({
  name: input.name,
  stage: input.stage,
  start_date: input.startDate,
  end_date: input.endDate,
  place: input.place,
  is_mock: input.isMock ? 1 : 0,
  max_age: input.maxAge,
  notes: input.notes,
});

/** @throws Refusal `in_use` when somebody competes in it */
async function removeEntry(work: Work, id: string): Promise<void> {
  if (await hasCompetitors(work.db, id)) throw new Refusal('in_use', 'there are competitors');
  await work.remove('championship_competencies', id);
}

async function storeEntries(work: Work, championshipId: string, input: ChampionshipInput): Promise<void> {
  const wanted = new Map(input.competencies.map((entry) => [entry.competencyId, entry]));
  assertFound(await areCompetencies(work.db, [...wanted.keys()]), 'competency');
  for (const old of await listEntries(work.db, championshipId)) {
    const entry = wanted.get(old.competencyId);
    wanted.delete(old.competencyId);
    if (!entry) await removeEntry(work, old.id);
    else {
      await work.update('championship_competencies', old.id, {
        main_seats: entry.mainSeats,
        reserve_seats: entry.reserveSeats,
        team_size: entry.teamSize,
        max_age: entry.maxAge,
      });
    }
  }
  for (const entry of wanted.values()) {
    work.insert('championship_competencies', {
      id: work.newId(),
      championship_id: championshipId,
      competency_id: entry.competencyId,
      main_seats: entry.mainSeats,
      reserve_seats: entry.reserveSeats,
      team_size: entry.teamSize,
      max_age: entry.maxAge,
      ...unpreparedEntry,
    });
  }
}

/** Adds a championship. @returns the id @throws Refusal `not_found` for a competency */
export async function createChampionship(work: Work, input: ChampionshipInput): Promise<string> {
  const id = work.newId();
  work.insert('championships', { id, ...fieldsOf(input), medal_rules_json: null });
  await storeEntries(work, id, input);
  work.describe({ name: input.name });
  return id;
}

/** Changes a championship and its competencies. @throws Refusal `not_found` */
export async function updateChampionship(work: Work, id: string, input: ChampionshipInput): Promise<void> {
  assertFound(await work.update('championships', id, fieldsOf(input)), 'championship');
  await storeEntries(work, id, input);
  work.describe({ name: input.name });
}

/** Deletes a championship that no selection rests on. @throws Refusal `not_found`, `in_use` */
export async function removeChampionship(work: Work, id: string): Promise<void> {
  const { name } = found(await getChampionship(work.db, id), 'championship');
  if (await hasSelections(work.db, id)) throw new Refusal('in_use', 'a selection rests on it');
  for (const entry of await listEntries(work.db, id)) await removeEntry(work, entry.id);
  await work.remove('championships', id);
  work.describe({ name });
}
