/**
 * Rows as the database holds them. Text dates (`YYYY-MM-DD`) and moments (ISO-8601 UTC), integer hundredths,
 * booleans as 0 and 1, lists as JSON text. Every entity has the four columns of {@link EntityColumns}.
 */
export interface EntityColumns {
  id: string;
  created_at: string;
  updated_at: string;
  /** Tombstone: the row is gone for people, and stays for the history, undo and merging. */
  deleted_at: string | null;
}

export interface StudentTable extends EntityColumns {
  surname: string;
  given_name: string;
  patronymic: string;
  birth_date: string | null;
  group_name: string;
  course: number | null;
  speciality: string;
  status: string;
  consent: string;
  consent_date: string | null;
  notes: string;
  /** Folded name, see shared/lib/searchText.ts. */
  search_text: string;
}

export interface ExpertTable extends EntityColumns {
  surname: string;
  given_name: string;
  patronymic: string;
  organisation: string;
  position: string;
  phone: string;
  email: string;
  notes: string;
  search_text: string;
}

export interface CompetencyTable extends EntityColumns {
  kind: string;
  edition: string;
  number: string;
  name_kk: string;
  name_ru: string;
  name_en: string;
  attested_kk: number;
  attested_ru: number;
  sector: string;
  team_size: number;
  max_age: number | null;
  target_hundredths: number | null;
}

export interface StandardSectionTable extends EntityColumns {
  competency_id: string;
  number: number;
  name_kk: string;
  name_ru: string;
  name_en: string;
  weight_hundredths: number;
}

export interface CandidateTable extends EntityColumns {
  competency_id: string;
  student_id: string;
  status: string;
  since: string;
  target_hundredths: number | null;
  notes: string;
}

export interface SchemeTable extends EntityColumns {
  competency_id: string | null;
  title: string;
  kind: string;
  version: number;
  previous_version_id: string | null;
  source_file_name: string;
  /** Rows of the workbook's Calculations sheet in their order; aspects point to them by index. */
  calculations_json: string;
  /** 0: full mark or nothing where an aspect says nothing else; 1 or null: any mark up to the maximum. */
  allows_partial: number | null;
}

export interface SchemeSectionTable extends EntityColumns {
  scheme_id: string;
  number: number;
  name: string;
  declared_hundredths: number;
}

export interface CriterionTable extends EntityColumns {
  scheme_id: string;
  position: number;
  code: string;
  name: string;
  declared_hundredths: number | null;
}

export interface SubCriterionTable extends EntityColumns {
  scheme_id: string;
  criterion_id: string;
  position: number;
  code: string;
  name: string;
  marking_day: number | null;
}

export interface AspectTable extends EntityColumns {
  scheme_id: string;
  sub_criterion_id: string;
  position: number;
  kind: string;
  description: string;
  extra_description: string;
  requirement: string;
  section_number: number | null;
  max_hundredths: number;
  descriptors_json: string;
  extra_rows_json: string;
  /** Headings that stand above the aspect in the workbook. */
  headings_json: string;
  /** Index in the scheme's calculations; null: the full mark or nothing. */
  calculation_index: number | null;
  /** The aspect of the version before that this one comes from. */
  origin_id: string | null;
}

export interface SessionTable extends EntityColumns {
  competency_id: string;
  date: string;
  duration_minutes: number | null;
  workshop: string;
  expert_id: string | null;
  notes: string;
}

export interface AttendanceTable extends EntityColumns {
  session_id: string;
  student_id: string;
  state: string;
  note: string;
}

export interface AttemptTable extends EntityColumns {
  session_id: string;
  student_id: string;
  scheme_id: string;
  /** JSON list of ids; null: the whole scheme. */
  sub_criterion_ids_json: string | null;
  status: string;
  duration_minutes: number | null;
  notes: string;
  /** Experts who said that it is complete, and who looked at it after them. */
  completed_by: string | null;
  verified_by: string | null;
  /** Why it was reopened, withdrawn or disqualified. */
  state_reason: string | null;
}

export interface MarkTable extends EntityColumns {
  attempt_id: string;
  aspect_id: string;
  outcome: string;
  mark_hundredths: number | null;
  score: number | null;
  /** What was measured, when the aspect has a calculation. */
  measured_json: string | null;
  /** Why it was corrected. */
  reason: string | null;
}

/** Who marks in a session: for all of it, or for one sub-criterion, which then counts instead. */
export interface SessionJudgeTable extends EntityColumns {
  session_id: string;
  sub_criterion_id: string | null;
  expert_id: string;
  /** 'judge' or 'supervisor'. */
  role: string;
  position: number;
}

export interface JudgeConflictTable extends EntityColumns {
  expert_id: string;
  student_id: string;
  reason: string;
}

export interface JudgeReplacementTable extends EntityColumns {
  attempt_id: string;
  out_expert_id: string;
  in_expert_id: string;
}

export interface JudgeScoreTable extends EntityColumns {
  attempt_id: string;
  aspect_id: string;
  expert_id: string;
  round: number;
  score: number;
  note: string;
}

/** How a person explained a workbook whose layout the program does not know. */
export interface WorkbookMappingTable extends EntityColumns {
  fingerprint: string;
  mapping_json: string;
}

/** What one of two pairs measured. */
export interface PairReadingTable extends EntityColumns {
  attempt_id: string;
  aspect_id: string;
  pair: string;
  round: number;
  mark_hundredths: number;
  measured_json: string | null;
}

export interface SettingTable extends EntityColumns {
  name: string;
  value: string;
}

export interface TrainingPlanTable extends EntityColumns {
  competency_id: string;
  title: string;
  start_date: string;
  championship_date: string;
  /** Row of `championships` when the day is that of a known championship. */
  championship_id: string | null;
  notes: string;
}

export interface PlanPhaseTable extends EntityColumns {
  plan_id: string;
  kind: string;
  start_date: string;
  end_date: string;
  weekly_minutes: number;
  section_numbers_json: string;
  focus: string;
}

export interface PlanMilestoneTable extends EntityColumns {
  plan_id: string;
  date: string;
  title: string;
  target_hundredths: number | null;
}

export interface PlanTemplateTable extends EntityColumns {
  title: string;
  /** Phases, milestones and sessions with days counted back from the championship. */
  body_json: string;
}

export interface PlannedSessionTable extends EntityColumns {
  competency_id: string;
  plan_id: string | null;
  date: string;
  /** Day that was planned first; moving a session never changes it. */
  original_date: string;
  /** `HH:MM`, empty when open. */
  start_time: string;
  duration_minutes: number;
  kind: string;
  workshop: string;
  focus: string;
  expert_id: string | null;
  scheme_id: string | null;
  section_numbers_json: string;
  /** JSON list of ids; null: the whole squad. */
  student_ids_json: string | null;
  session_id: string | null;
}

export interface AbsenceTable extends EntityColumns {
  student_id: string;
  from_date: string;
  to_date: string;
  reason: string;
}

export interface TimerTable extends EntityColumns {
  session_id: string;
  student_id: string;
  attempt_id: string | null;
  label: string;
  /** running, paused, waiting (to be marked), stopped. */
  state: string;
  /** Moment since which the clock runs; null when it stands. What ran before is in elapsed_seconds. */
  running_since: string | null;
  elapsed_seconds: number;
  waiting_seconds: number;
  waiting_since: string | null;
}

export interface IncidentTable extends EntityColumns {
  session_id: string;
  student_id: string | null;
  at: string;
  category: string;
  note: string;
}

export interface GoalTable extends EntityColumns {
  competency_id: string;
  student_id: string;
  kind: string;
  section_number: number | null;
  /** Percent in hundredths, or minutes when the kind is time. */
  target: number;
  due_date: string;
  set_date: string;
  note: string;
}

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

export interface SelectionTable extends EntityColumns {
  championship_id: string;
  name: string;
  status: string;
  notes: string;
  commission_json: string;
  /** Who took which step of the decision. */
  steps_json: string;
  decided_run_id: string | null;
}

export interface SelectionScenarioTable extends EntityColumns {
  selection_id: string;
  name: string;
  notes: string;
  config_json: string;
}

/** One answer of the solver with everything that it rests on; never changed, only stability is added. */
export interface SelectionRunTable extends EntityColumns {
  scenario_id: string;
  made_at: string;
  hash: string;
  solver: string;
  seed: number;
  record_json: string;
  outcome_json: string;
  candidates_json: string;
  stability_json: string | null;
}

export interface SelectionOverrideTable extends EntityColumns {
  selection_id: string;
  student_id: string;
  competency_id: string | null;
  rule: string;
  reason: string;
  made_at: string;
}

export interface CandidateAssessmentTable extends EntityColumns {
  student_id: string;
  competency_id: string;
  criterion: string;
  assessor: string;
  value_hundredths: number;
  made_at: string;
}

export interface SelectionReplacementTable extends EntityColumns {
  selection_id: string;
  competency_id: string;
  seat: string;
  out_student_id: string;
  in_student_id: string | null;
  reason: string;
  note: string;
  person: string;
  made_at: string;
}

/** The tables that people's work is in. Each change to them goes through the change log. */
export interface EntityTables {
  students: StudentTable;
  experts: ExpertTable;
  competencies: CompetencyTable;
  standard_sections: StandardSectionTable;
  candidates: CandidateTable;
  schemes: SchemeTable;
  scheme_sections: SchemeSectionTable;
  criteria: CriterionTable;
  sub_criteria: SubCriterionTable;
  aspects: AspectTable;
  sessions: SessionTable;
  attendance: AttendanceTable;
  attempts: AttemptTable;
  marks: MarkTable;
  session_judges: SessionJudgeTable;
  judge_conflicts: JudgeConflictTable;
  judge_replacements: JudgeReplacementTable;
  judge_scores: JudgeScoreTable;
  pair_readings: PairReadingTable;
  workbook_mappings: WorkbookMappingTable;
  settings: SettingTable;
  training_plans: TrainingPlanTable;
  plan_phases: PlanPhaseTable;
  plan_milestones: PlanMilestoneTable;
  plan_templates: PlanTemplateTable;
  planned_sessions: PlannedSessionTable;
  absences: AbsenceTable;
  timers: TimerTable;
  incidents: IncidentTable;
  goals: GoalTable;
  championships: ChampionshipTable;
  championship_competencies: ChampionshipCompetencyTable;
  selections: SelectionTable;
  selection_scenarios: SelectionScenarioTable;
  selection_runs: SelectionRunTable;
  selection_overrides: SelectionOverrideTable;
  candidate_assessments: CandidateAssessmentTable;
  selection_replacements: SelectionReplacementTable;
}

export type EntityName = keyof EntityTables;

/** Names of {@link EntityTables}, for tests and for rebuilding: a table may only follow those it refers to. */
export const entityNames = [
  'students',
  'experts',
  'competencies',
  'standard_sections',
  'candidates',
  'schemes',
  'scheme_sections',
  'criteria',
  'sub_criteria',
  'aspects',
  'sessions',
  'attendance',
  'attempts',
  'marks',
  'session_judges',
  'judge_conflicts',
  'judge_replacements',
  'judge_scores',
  'pair_readings',
  'workbook_mappings',
  'settings',
  'training_plans',
  'plan_phases',
  'plan_milestones',
  'plan_templates',
  'planned_sessions',
  'absences',
  'timers',
  'incidents',
  'goals',
  'championships',
  'championship_competencies',
  'selections',
  'selection_scenarios',
  'selection_runs',
  'selection_overrides',
  'candidate_assessments',
  'selection_replacements',
] as const satisfies readonly EntityName[];

/** One thing that somebody did: the unit of history, undo and redo. */
export interface ActionTable {
  id: string;
  device_id: string;
  hlc: string;
  at: string;
  name: string;
  params_json: string;
  kind: string;
  target_id: string | null;
  actor_id: string;
  actor_name: string;
  change_count: number;
  undoable: number;
  /** Whether it is taken back now. Follows from the undo and redo actions; kept so that it can be asked quickly. */
  undone: number;
}

/** One row that an action changed. `fields_json`: {field: [old, new]}; an insert leaves out fields that are null. */
export interface ChangeTable {
  device_id: string;
  sequence: number;
  hlc: string;
  action_id: string;
  entity: string;
  row_id: string;
  operation: string;
  fields_json: string;
  schema_version: number;
}

/** Sums that follow from the marks, kept in the same transaction so that charts need not add a million rows. */
export interface AttemptTotalTable {
  attempt_id: string;
  /** Copied from the attempt and its session, so that charts need no joins; deleted attempts have no row. */
  session_id: string;
  competency_id: string;
  student_id: string;
  scheme_id: string;
  date: string;
  mark_hundredths: number;
  marked_max_hundredths: number;
  scope_max_hundredths: number;
  marked_count: number;
  not_attempted_count: number;
  scope_count: number;
}

/** The same per standard section of the scheme. */
export interface AttemptSectionTotalTable {
  attempt_id: string;
  section_number: number;
  competency_id: string;
  date: string;
  mark_hundredths: number;
  marked_max_hundredths: number;
}

export interface MigrationTable {
  number: number;
  name: string;
  applied_at: string;
}

export interface Schema extends EntityTables {
  actions: ActionTable;
  changes: ChangeTable;
  attempt_totals: AttemptTotalTable;
  attempt_section_totals: AttemptSectionTotalTable;
  schema_migrations: MigrationTable;
}
