import type { ErrorCode, Result } from '#shared/contract/errors.ts';

/** Codes whose status is not that of a rule (422). */
const STATUS: Partial<Record<ErrorCode, number>> = {
  bad_input: 400,
  missing_key: 401,
  forbidden: 403,
  forbidden_record: 403,
  sign_in_needed: 403,
  sign_in_wrong: 403,
  sign_in_wait: 429,
  forbidden_sender: 403,
  unknown_route: 404,
  not_found: 404,
  conflict: 409,
  in_use: 409,
  nothing_to_undo: 409,
  nothing_to_redo: 409,
  undo_blocked: 409,
  duplicate_candidate: 409,
  payload_too_large: 413,
  workbook_too_large: 413,
  internal: 500,
  database_damaged: 500,
  database_newer: 500,
  database_read_only: 503,
  database_busy: 503,
  disk_full: 507,
};

/** HTTP status of an answer: 200, what {@link STATUS} says, or 422 when a rule of the product refused. */
export function statusOf(result: Result<unknown>): number {
  return result.ok ? 200 : (STATUS[result.error.code] ?? 422);
}
