import type { AttemptTotals, MarkEntry, StoredMark } from '#shared/contract/training.ts';
import { isOpenForMarks } from '#shared/domain/assessment/attemptLife.ts';
import { ruleEntry } from '#shared/domain/assessment/markRule.ts';
import type { Kysely, Selectable } from 'kysely';
import type { NewRow, Work } from '../../database/changes/work.ts';
import type { FormCheckTable } from '../../database/schema/assessment.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { MarkTable } from '../../database/schema/training.ts';
import { Refusal, found } from '../../router/refusal.ts';
import {
  markKey,
  readAspects,
  readFormChecks,
  readMarkRows,
  readScopes,
  readSharedJudging,
  readTotals,
  toMark,
  type AspectRule,
  type AttemptScope,
} from './attempts.repository.ts';

/** One cell of the grid; null empties it. */
export interface MarkInput {
  attemptId: string;
  aspectId: string;
  entry: MarkEntry | null;
}

type MarkFields = Pick<MarkTable, 'outcome' | 'mark_hundredths' | 'score' | 'measured_json'>;

/**
 * What an entry means for an aspect.
 * @throws Refusal with a code of {@link ruleEntry}
 */
export function markFields(entry: MarkEntry, aspect: AspectRule): MarkFields {
  const ruling = ruleEntry(entry, aspect);
  if (!ruling.ok) {
    throw new Refusal(ruling.problem, 'the entry does not fit the aspect', {
      aspectId: aspect.id,
      maxHundredths: aspect.maxHundredths,
    });
  }
  const { outcome, markHundredths, score, measured } = ruling.mark;
  return {
    outcome,
    mark_hundredths: markHundredths,
    score,
    measured_json: measured === null ? null : JSON.stringify(measured),
  };
}

/** @throws Refusal `attempt_closed`, `form_verified`, `mark_by_judges` */
function assertOpen(sheet: Sheet, attempt: AttemptScope, aspect: AspectRule & { isExempt: boolean }): void {
  if (!isOpenForMarks(attempt.state)) {
    throw new Refusal('attempt_closed', 'the result is not open for marks', { state: attempt.state });
  }
  if (sheet.forms.get(markKey(attempt.id, aspect.subCriterionId))?.status === 'verified') {
    throw new Refusal('form_verified', 'a second person has verified the sub-criterion');
  }
  // That somebody did not attempt it is no score: it may be noted whoever judges.
  if (aspect.isExempt || aspect.kind !== 'judgement') return;
  if (sheet.isJudgedByTeam(attempt.sessionId, aspect.subCriterionId)) {
    throw new Refusal('mark_by_judges', 'several judges score this aspect');
  }
}

function assertInScope(aspect: AspectRule | undefined, attempt: AttemptScope): AspectRule {
  const belongs =
    aspect?.schemeId === attempt.schemeId &&
    (attempt.subCriterionIds === null || attempt.subCriterionIds.has(aspect.subCriterionId));
  if (!aspect || !belongs)
    throw new Refusal('aspect_not_in_attempt', 'the attempt does not contain the aspect');
  return aspect;
}

interface Sheet {
  attempts: Map<string, AttemptScope>;
  aspects: Map<string, AspectRule>;
  rows: Map<string, Selectable<MarkTable>>;
  isJudgedByTeam: (sessionId: string, subCriterionId: string) => boolean;
  /** Finished and verified marking forms by attempt and sub-criterion. */
  forms: Map<string, Selectable<FormCheckTable>>;
}

/** So many aspects are looked up one by one; for more, whole schemes are read. */
const FEW = 20;

/** The aspects of cells where they are few: a keystroke must not read a whole sheet. */
function fewAspects(marks: readonly MarkInput[]): string[] | undefined {
  const ids = [...new Set(marks.map((mark) => mark.aspectId))];
  return ids.length <= FEW ? ids : undefined;
}

async function readSheet(
  work: Work,
  attemptIds: readonly string[],
  aspectIds: readonly string[] | undefined,
): Promise<Sheet> {
  const attempts = await readScopes(work.db, attemptIds);
  const schemeIds = [...new Set([...attempts.values()].map((attempt) => attempt.schemeId))];
  const sessionIds = [...new Set([...attempts.values()].map((attempt) => attempt.sessionId))];
  const checks = await readFormChecks(work.db, attemptIds);
  return {
    attempts,
    forms: new Map(checks.map((row) => [markKey(row.attempt_id, row.sub_criterion_id), row])),
    aspects:
      schemeIds.length > 0 ? await readAspects(work.db, schemeIds, aspectIds) : new Map<string, AspectRule>(),
    rows: await readMarkRows(work.db, attemptIds, aspectIds),
    isJudgedByTeam: await readSharedJudging(work.db, sessionIds),
  };
}

/** Writes one cell. @returns the row to insert when the cell has never been filled before */
function writeCell(
  work: Work,
  sheet: Sheet,
  input: MarkInput & { reason: string | null },
): NewRow<'marks'> | undefined {
  const attempt = found(sheet.attempts.get(input.attemptId), 'attempt');
  const aspect = assertInScope(sheet.aspects.get(input.aspectId), attempt);
  assertOpen(sheet, attempt, { ...aspect, isExempt: input.entry?.kind === 'not_attempted' });
  const known = sheet.rows.get(markKey(attempt.id, aspect.id));
  if (input.entry === null) {
    if (known?.deleted_at === null) work.updateKnown('marks', known, { deleted_at: work.at });
    return undefined;
  }
  const fields = { ...markFields(input.entry, aspect), reason: input.reason };
  if (known) {
    work.updateKnown('marks', known, { ...fields, deleted_at: null });
    return undefined;
  }
  return { id: work.newId(), attempt_id: attempt.id, aspect_id: aspect.id, ...fields };
}

/** A sheet with an emptied cell is complete no longer, and no more is the form of its sub-criterion. */
async function reopenIncomplete(work: Work, sheet: Sheet, cells: readonly MarkInput[]): Promise<void> {
  for (const cell of cells) {
    if (cell.entry !== null) continue;
    const subCriterionId = sheet.aspects.get(cell.aspectId)?.subCriterionId ?? '';
    const form = sheet.forms.get(markKey(cell.attemptId, subCriterionId));
    if (form) work.updateKnown('form_checks', form, { status: 'draft', completed_by: null });
  }
  const emptied = new Set(cells.filter((cell) => cell.entry === null).map((cell) => cell.attemptId));
  for (const attemptId of emptied) {
    if (sheet.attempts.get(attemptId)?.state !== 'complete') continue;
    await work.update('attempts', attemptId, { status: 'draft', completed_by: null });
  }
}

/** Later entries for the same cell win, as typing does. */
function lastPerCell(marks: readonly MarkInput[]): MarkInput[] {
  return [...new Map(marks.map((mark) => [markKey(mark.attemptId, mark.aspectId), mark])).values()];
}

/**
 * Stores cells of the grid: all of them, or none when one is refused.
 * @returns ids of the attempts that were touched
 * @param reason why they are corrected; kept with the marks
 * @throws Refusal `not_found`, `aspect_not_in_attempt`, `attempt_closed`, `form_verified`, `mark_by_judges`, and
 * those of {@link ruleEntry}
 */
export async function setMarks(
  work: Work,
  marks: readonly MarkInput[],
  reason: string | null = null,
): Promise<string[]> {
  const cells = lastPerCell(marks);
  const attemptIds = [...new Set(cells.map((cell) => cell.attemptId))];
  const sheet = await readSheet(work, attemptIds, fewAspects(cells));
  const added: NewRow<'marks'>[] = [];
  for (const cell of cells) {
    const row = writeCell(work, sheet, { ...cell, reason });
    if (row) added.push(row);
  }
  work.insertMany('marks', added);
  await reopenIncomplete(work, sheet, cells);
  work.describe({ count: cells.length });
  return attemptIds;
}

/** What the grid is told after storing: the cells as they are now, and the sums of their attempts. */
export async function readStored(
  db: Kysely<Schema>,
  marks: readonly MarkInput[],
  attemptIds: readonly string[],
): Promise<{ marks: StoredMark[]; totals: AttemptTotals[] }> {
  const rows = await readMarkRows(db, attemptIds, fewAspects(marks));
  const stored: StoredMark[] = [];
  for (const cell of lastPerCell(marks)) {
    const row = rows.get(markKey(cell.attemptId, cell.aspectId));
    if (row?.deleted_at === null) stored.push(toMark(row));
  }
  return { marks: stored, totals: await readTotals(db, attemptIds) };
}
