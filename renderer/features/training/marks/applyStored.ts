import type { RouteOutput } from '#shared/contract/registry.ts';
import { cellKey } from './markQueue.ts';
import type { Acknowledged } from './markSender.ts';

type Sheet = RouteOutput<'training.getSheet'>;

/** Puts what main has just stored into the answer that a grid shows; the answer of another grid stays as it is. */
export function applyStored(sheet: Sheet, { batch, answer }: Pick<Acknowledged, 'batch' | 'answer'>): Sheet {
  const totals = new Map(answer.totals.map((one) => [one.attemptId, one]));
  if (!sheet.attempts.some((attempt) => totals.has(attempt.id))) return sheet;
  const written = new Set(batch.cells.map((cell) => cellKey(cell.attemptId, cell.aspectId)));
  return {
    ...sheet,
    attempts: sheet.attempts.map((attempt) => {
      const sums = totals.get(attempt.id);
      if (sums === undefined) return attempt;
      const { attemptId: _, ...figures } = sums;
      return { ...attempt, ...figures };
    }),
    marks: [
      ...sheet.marks.filter((mark) => !written.has(cellKey(mark.attemptId, mark.aspectId))),
      ...answer.marks,
    ],
  };
}
