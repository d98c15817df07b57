import type { EntityColumns } from './columns.ts';

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

export interface SelectionTables {
  selections: SelectionTable;
  selection_scenarios: SelectionScenarioTable;
  selection_runs: SelectionRunTable;
  selection_overrides: SelectionOverrideTable;
  candidate_assessments: CandidateAssessmentTable;
  selection_replacements: SelectionReplacementTable;
}

/** A table only follows those that it refers to. */
export const selectionTableNames = [
  'selections',
  'selection_scenarios',
  'selection_runs',
  'selection_overrides',
  'candidate_assessments',
  'selection_replacements',
] as const satisfies readonly (keyof SelectionTables)[];
