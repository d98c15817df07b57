import type { AspectRow } from '#shared/contract/schemes.ts';
import type { MarkEntry, StoredMark } from '#shared/contract/training.ts';
import { judgementMark } from '#shared/domain/assessment/judgement.ts';
import { computeMeasuredMark } from '#shared/domain/assessment/measuredMark.ts';
import type { CountedMark } from '#shared/domain/training/attemptTotals.ts';
import { isSameEntry } from '#shared/domain/training/markText.ts';
import type { Batches } from '../marks/markQueue.ts';
import { cellKey } from '../marks/markQueue.ts';

/** How far the value of a cell has come. */
export type CellStatus =
  | 'still'
  /** On its way. */
  | 'storing'
  /** Stored a moment ago. */
  | 'fresh'
  /** Not stored; it can be tried again. */
  | 'failed';

/** What a cell of the grid shows. */
export interface ShownCell {
  entry: MarkEntry | null;
  /** What it counts as in the totals. */
  counted: CountedMark;
  status: CellStatus;
  /** Of the acknowledgement, while the status is `fresh`; 0 otherwise. */
  sequence: number;
}

export type ShownCells = ReadonlyMap<string, ShownCell>;

/** What cells are made of. */
export interface CellSources {
  marks: readonly StoredMark[];
  batches: Batches;
  fresh: ReadonlyMap<string, number>;
  aspects: ReadonlyMap<string, AspectRow>;
}

/** The entry that a stored mark was made by. */
export function entryOf(mark: StoredMark): MarkEntry {
  if (mark.outcome === 'not_attempted' || mark.markHundredths === null) return { kind: 'not_attempted' };
  if (mark.measured !== null) return { kind: 'measured', measured: mark.measured };
  return mark.score === null
    ? { kind: 'points', markHundredths: mark.markHundredths }
    : { kind: 'score', score: mark.score };
}

/** What an entry counts as for an aspect. */
export function countEntry(entry: MarkEntry | null, aspect: AspectRow | undefined): CountedMark {
  if (entry === null || aspect === undefined) return null;
  switch (entry.kind) {
    case 'not_attempted':
      return 'not_attempted';
    case 'points':
      return entry.markHundredths;
    case 'score':
      return judgementMark([entry.score], aspect.maxHundredths);
    case 'measured': {
      if (aspect.calculation === null) return null;
      const result = computeMeasuredMark(aspect.calculation, entry.measured, aspect.maxHundredths);
      return result.ok ? result.mark.markHundredths : null;
    }
  }
}

const isSame = (a: ShownCell | undefined, b: ShownCell): boolean =>
  a !== undefined &&
  a.status === b.status &&
  a.sequence === b.sequence &&
  a.counted === b.counted &&
  isSameEntry(a.entry, b.entry);

/**
 * What each cell shows: what is stored, and over it what is entered and not acknowledged yet. Cells that did not
 * change are the same objects as before, so that only those that did are drawn again.
 */
export function showCells(sources: CellSources, before: ShownCells): ShownCells {
  const cells = new Map<string, ShownCell>();
  const put = (key: string, cell: ShownCell): void => {
    const known = before.get(key);
    cells.set(key, known !== undefined && isSame(known, cell) ? known : cell);
  };
  for (const mark of sources.marks) {
    const key = cellKey(mark.attemptId, mark.aspectId);
    const sequence = sources.fresh.get(key) ?? 0;
    const counted = mark.outcome === 'not_attempted' ? 'not_attempted' : mark.markHundredths;
    put(key, { entry: entryOf(mark), counted, status: sequence > 0 ? 'fresh' : 'still', sequence });
  }
  for (const [key, sequence] of sources.fresh) {
    if (!cells.has(key)) put(key, { entry: null, counted: null, status: 'fresh', sequence });
  }
  for (const batch of sources.batches) {
    for (const { attemptId, aspectId, entry } of batch.cells) {
      const counted = countEntry(entry, sources.aspects.get(aspectId));
      const status = batch.state === 'failed' ? 'failed' : 'storing';
      put(cellKey(attemptId, aspectId), { entry, counted, status, sequence: 0 });
    }
  }
  return cells;
}
