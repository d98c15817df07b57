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
  /** Null: the rules of {@link defaultMedalRules}. */
  medal_rules_json: string | null;
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
  /** The version of a marking scheme that is competed at; null: not chosen yet. */
  scheme_id: string | null;
  /** Holds the attempts and teams of judges, as any session does. */
  session_id: string | null;
  /** 'open', 'frozen' or 'published'. */
  state: string;
  state_at: string | null;
  /** Expert. */
  state_by: string | null;
  state_reason: string | null;
  /** 'drawn' or 'set'; null: as they were entered. */
  order_kind: string | null;
  order_seed: number | null;
}

/** Who competes in a competency: one person, or a team that is marked as one. */
export interface CompetitorTable extends EntityColumns {
  entry_id: string;
  /** In the running order, from 1. */
  position: number;
  team_name: string;
  attempt_id: string | null;
}

export interface CompetitorMemberTable extends EntityColumns {
  competitor_id: string;
  student_id: string;
  position: number;
}

/** On which day of the championship a sub-criterion is marked, where that is not the day of the scheme. */
export interface MarkingDayTable extends EntityColumns {
  entry_id: string;
  sub_criterion_id: string;
  /** From 1; null: no day. */
  day: number | null;
}

/** Fields of an entry for which nothing has been prepared yet. */
export const unpreparedEntry = {
  scheme_id: null,
  session_id: null,
  state: 'open',
  state_at: null,
  state_by: null,
  state_reason: null,
  order_kind: null,
  order_seed: null,
} as const satisfies Partial<ChampionshipCompetencyTable>;

export interface ChampionshipTables {
  championships: ChampionshipTable;
  championship_competencies: ChampionshipCompetencyTable;
  competitors: CompetitorTable;
  competitor_members: CompetitorMemberTable;
  marking_days: MarkingDayTable;
}

/** A table only follows those that it refers to. */
export const championshipTableNames = [
  'championships',
  'championship_competencies',
  'competitors',
  'competitor_members',
  'marking_days',
] as const satisfies readonly (keyof ChampionshipTables)[];
