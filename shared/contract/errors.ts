/**
 * Every code that a call can be answered with. The renderer has a sentence for each in each language
 * (renderer/i18n/<language>/errors.json); a test proves it.
 */
export const errorCodes = [
  // the way in
  'unknown_route',
  'bad_input',
  'forbidden_sender',
  'missing_key',
  'forbidden',
  'forbidden_record',
  'sign_in_needed',
  'sign_in_wrong',
  'sign_in_wait',
  'last_administrator',
  'payload_too_large',
  'internal',
  // the database
  'database_busy',
  'disk_full',
  'database_read_only',
  'database_damaged',
  'database_newer',
  'disk_failed',
  // backups
  'backup_not_found',
  'backup_damaged',
  'backup_newer',
  'backup_passphrase_needed',
  'backup_passphrase_wrong',
  'folder_not_empty',
  'place_not_writable',
  'view_only',
  // rules that many features share
  'not_found',
  'conflict',
  'in_use',
  'cancelled',
  // plans
  'plan_dates',
  'plan_times',
  // agreements
  'third_party_missing',
  // undo
  'nothing_to_undo',
  'nothing_to_redo',
  'undo_blocked',
  // workbooks
  'not_a_workbook',
  'workbook_encrypted',
  'workbook_empty',
  'workbook_no_aspects',
  'workbook_no_items',
  'workbook_too_large',
  'workbook_unknown_layout',
  'workbook_unreadable',
  // marks
  'mark_above_maximum',
  'mark_wrong_kind',
  'aspect_not_in_attempt',
  'mark_partial_not_allowed',
  'mark_by_judges',
  'measured_wrong_kind',
  'measured_out_of_range',
  'calculation_not_computable',
  'pairs_agreed',
  // judges
  'judge_conflict',
  'judge_not_in_team',
  'judge_already_in_team',
  'note_needed',
  // the life of a result
  'attempt_closed',
  'form_verified',
  'attempt_wrong_state',
  'attempt_marks_missing',
  'attempt_person_needed',
  'attempt_same_person',
  'reason_needed',
  // championships that are held here
  'contest_frozen',
  'contest_incomplete',
  'contest_no_scheme',
  'contest_team_size',
  'contest_already_competes',
  'contest_wrong_state',
  // people
  'duplicate_candidate',
  // files beside records
  'attachment_type',
  'attachment_too_large',
  'attachment_too_many',
  'attachment_missing',
  'attachment_damaged',
  // selection
  'solver_cancelled',
  'solver_too_long',
  'solver_failed',
  'selection_step',
  'selection_decided',
  'selection_replacement',
  'selection_record',
  // update files
  'update_no_key',
  'update_not_ours',
  'update_not_signed',
  'update_altered',
  'update_other_computer',
  'update_not_newer',
  // papers as PDF
  'paper_not_made',
] as const;

/** A code from {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** What a failed call says: a code for the user's sentence, a message for the log, data for the sentence. */
export interface CallError {
  code: ErrorCode;
  /** English, for developers; never shown to people, never holds names or marks. */
  message: string;
  /** What the sentence needs, and for `bad_input` the issues of the schema. */
  data?: Record<string, unknown>;
}

/** What every call answers with. A call never rejects. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: CallError };
