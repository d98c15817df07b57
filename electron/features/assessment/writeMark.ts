import type { EnteredMark } from '#shared/domain/assessment/markRule.ts';
import type { Work } from '../../database/changes/work.ts';
import { readAspect, readAttempt, readMark } from './assessment.repository.ts';
import { formKey, readFormChecks } from './formChecks.repository.ts';

/** A sheet with an emptied cell is complete no longer, and no more is the form of its sub-criterion. */
async function reopenIncomplete(work: Work, cell: { attemptId: string; aspectId: string }): Promise<void> {
  const { attemptId } = cell;
  const attempt = await readAttempt(work.db, attemptId);
  const aspect = await readAspect(work.db, cell.aspectId);
  const check = (await readFormChecks(work.db, [attemptId])).get(
    formKey(attemptId, aspect?.subCriterionId ?? ''),
  );
  if (check?.record.state === 'complete') {
    work.updateKnown('form_checks', check.row, { status: 'draft', completed_by: null });
  }
  if (attempt?.state === 'complete') {
    await work.update('attempts', attemptId, { status: 'draft', completed_by: null });
  }
}

/** Stores what judges or pairs agreed on, or empties the cell while they have not (null). */
export async function writeMark(
  work: Work,
  cell: { attemptId: string; aspectId: string },
  mark: EnteredMark | null,
): Promise<void> {
  const known = await readMark(work.db, cell.attemptId, cell.aspectId);
  if (mark === null) {
    if (known?.deleted_at !== null) return;
    work.updateKnown('marks', known, { deleted_at: work.at });
    await reopenIncomplete(work, cell);
    return;
  }
  const fields = {
    outcome: mark.outcome,
    mark_hundredths: mark.markHundredths,
    score: mark.score,
    measured_json: mark.measured === null ? null : JSON.stringify(mark.measured),
    reason: null,
  };
  if (known) work.updateKnown('marks', known, { ...fields, deleted_at: null });
  else {
    const row = { id: work.newId(), attempt_id: cell.attemptId, aspect_id: cell.aspectId };
    work.insert('marks', { ...row, ...fields });
  }
}
