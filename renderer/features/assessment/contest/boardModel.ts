import type { ContestBoard } from '#shared/contract/contest.ts';
import { sumBoard, type BoardSum } from '#shared/domain/assessment/contest.ts';

/** A board with only the forms of a day. */
export function boardOfDay(board: ContestBoard, day: number | null): ContestBoard {
  if (day === null) return board;
  const kept = board.forms.map((form) => form.day === day);
  return {
    ...board,
    forms: board.forms.filter((_, index) => kept[index]),
    competitors: board.competitors.map((competitor) => ({
      ...competitor,
      cells: competitor.cells.filter((_, index) => kept[index]),
    })),
  };
}

/** Counts of a board's cells. */
export function totalBoard(board: ContestBoard): BoardSum {
  return sumBoard(board.competitors.flatMap((competitor) => competitor.cells));
}

/** Attempts that a step can be taken with now: drafts without a gap are completed, complete ones verified. */
export function readyFor(board: ContestBoard, step: 'complete' | 'verify'): string[] {
  return board.competitors.flatMap(({ attemptId, state, cells }) => {
    if (attemptId === null) return [];
    const isReady =
      step === 'verify'
        ? state === 'complete'
        : state === 'draft' && cells.length > 0 && cells.every((cell) => cell.missing === 0);
    return isReady ? [attemptId] : [];
  });
}
