import type { EntityColumns } from './columns.ts';

export interface ChampionshipTable extends EntityColumns {
  name: string;
  stage: string;
  start_date: string;
  end_date: string | null;
  place: string;
  is_mock: number;
  max_age: number | null;
  notes: string;
}

export interface ChampionshipCompetencyTable extends EntityColumns {
  championship_id: string;
  competency_id: string;
  /** Entries: competitors, or whole teams. */
  main_seats: number;
  /** Persons. */
  reserve_seats: number;
  team_size: number;
  max_age: number | null;
}

export interface ChampionshipTables {
  championships: ChampionshipTable;
  championship_competencies: ChampionshipCompetencyTable;
}

/** A table only follows those that it refers to. */
export const championshipTableNames = [
  'championships',
  'championship_competencies',
] as const satisfies readonly (keyof ChampionshipTables)[];
