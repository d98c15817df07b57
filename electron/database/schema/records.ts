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

/** Figures that follow from the other tables, kept for the next start; ids, days and numbers only. */
export interface KeptFigureTable {
  name: string;
  body_json: string;
}

export interface MigrationTable {
  number: number;
  name: string;
  applied_at: string;
}
