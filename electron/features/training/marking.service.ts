import type { AttemptTotals, MarkEntry, StoredMark } from '#shared/contract/training.ts';
import { judgementMark } from '#shared/domain/assessment/judgement.ts';
import type { Kysely, Selectable } from 'kysely';
import type { NewRow, Work } from '../../database/changes/work.ts';
import type { MarkTable, Schema } from '../../database/schema.ts';
import { Refusal, found } from '../../router/refusal.ts';
import {
  markKey,
  readAspects,
  readMarkRows,
  readScopes,
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

type MarkFields = Pick<MarkTable, 'outcome' | 'mark_hundredths' | 'score'>;

/**
 * What an entry means for an aspect.
 * @throws Refusal `mark_above_maximum`, `mark_wrong_kind` (a score for a measurement, or points for a judgement)
 */
export function markFields(entry: MarkEntry, aspect: AspectRule): MarkFields {
  switch (entry.kind) {
    case 'not_attempted':
      return { outcome: 'not_attempted', mark_hundredths: null, score: null };
    case 'score':
      if (aspect.kind !== 'judgement') throw new Refusal('mark_wrong_kind', 'a measurement takes points');
      return {
        outcome: 'marked',
        mark_hundredths: judgementMark([entry.score], aspect.maxHundredths),
        score: entry.score,
      };
    case 'points':
      if (aspect.kind === 'judgement')
        throw new Refusal('mark_wrong_kind', 'a judgement takes a score of 0 to 3');
      if (entry.markHundredths > aspect.maxHundredths) {
        throw new Refusal('mark_above_maximum', 'the mark is above the maximum of the aspect', {
          aspectId: aspect.id,
          maxHundredths: aspect.maxHundredths,
        });
      }
      return { outcome: 'marked', mark_hundredths: entry.markHundredths, score: null };
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
}

async function readSheet(work: Work, attemptIds: readonly string[]): Promise<Sheet> {
  const attempts = await readScopes(work.db, attemptIds);
  const schemeIds = [...new Set([...attempts.values()].map((attempt) => attempt.schemeId))];
  return {
    attempts,
    aspects: schemeIds.length > 0 ? await readAspects(work.db, schemeIds) : new Map<string, AspectRule>(),
    rows: await readMarkRows(work.db, attemptIds),
  };
}

/** Writes one cell. @returns the row to insert when the cell has never been filled before */
function writeCell(work: Work, sheet: Sheet, input: MarkInput): NewRow<'marks'> | undefined {
  const attempt = found(sheet.attempts.get(input.attemptId), 'attempt');
  const aspect = assertInScope(sheet.aspects.get(input.aspectId), attempt);
  const known = sheet.rows.get(markKey(attempt.id, aspect.id));
  if (input.entry === null) {
    if (known?.deleted_at === null) work.updateKnown('marks', known, { deleted_at: work.at });
    return undefined;
  }
  const fields = markFields(input.entry, aspect);
  if (known) {
    work.updateKnown('marks', known, { ...fields, deleted_at: null });
    return undefined;
  }
  return { id: work.newId(), attempt_id: attempt.id, aspect_id: aspect.id, ...fields };
}

/** Later entries for the same cell win, as typing does. */
function lastPerCell(marks: readonly MarkInput[]): MarkInput[] {
  return [...new Map(marks.map((mark) => [markKey(mark.attemptId, mark.aspectId), mark])).values()];
}

/**
 * Stores cells of the grid: all of them, or none when one is refused.
 * @returns ids of the attempts that were touched
 * @throws Refusal `not_found`, `aspect_not_in_attempt`, `mark_above_maximum`, `mark_wrong_kind`
 */
export async function setMarks(work: Work, marks: readonly MarkInput[]): Promise<string[]> {
  const cells = lastPerCell(marks);
  const attemptIds = [...new Set(cells.map((cell) => cell.attemptId))];
  const sheet = await readSheet(work, attemptIds);
  const added: NewRow<'marks'>[] = [];
  for (const cell of cells) {
    const row = writeCell(work, sheet, cell);
    if (row) added.push(row);
  }
  work.insertMany('marks', added);
  work.describe({ count: cells.length });
  return attemptIds;
}

/** What the grid is told after storing: the cells as they are now, and the sums of their attempts. */
export async function readStored(
  db: Kysely<Schema>,
  marks: readonly MarkInput[],
  attemptIds: readonly string[],
): Promise<{ marks: StoredMark[]; totals: AttemptTotals[] }> {
  const rows = await readMarkRows(db, attemptIds);
  const stored: StoredMark[] = [];
  for (const cell of lastPerCell(marks)) {
    const row = rows.get(markKey(cell.attemptId, cell.aspectId));
    if (row?.deleted_at === null) stored.push(toMark(row));
  }
  return { marks: stored, totals: await readTotals(db, attemptIds) };
}
