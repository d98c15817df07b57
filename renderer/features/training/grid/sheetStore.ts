import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { AttemptSums } from '#shared/domain/training/attemptTotals.ts';
import type { BlockFault } from '#shared/domain/training/markBlock.ts';
import type { MarkProblem } from '#shared/domain/training/markText.ts';
import type { SheetArea, SheetPlace } from '#shared/domain/training/sheetMoves.ts';
import type { SheetModel } from './sheetModel.ts';
import { buildModel } from './sheetModel.ts';
import type { ShownCells } from './shownCells.ts';

/** A cell that is being typed into. */
export interface Editing {
  place: SheetPlace;
  text: string;
  /** `over`: typing began on the cell, arrows leave it. `within`: F2, arrows move in the text. */
  mode: 'over' | 'within';
  /** Why the text cannot be stored; told when leaving was tried. */
  problem: MarkProblem | null;
}

/** A wrong cell of a refused block, with the names that its place has in the grid. */
export interface NamedFault extends BlockFault {
  aspectCode: string;
  studentName: string;
}

/** What the grid looks like now; the values themselves come from main and from the queue. */
export interface SheetState {
  /** Rows that are shown, and students. */
  model: SheetModel;
  /** Criteria and sub-criteria whose rows are folded away. */
  folded: ReadonlySet<string>;
  place: SheetPlace;
  /** The other corner of the selection; null: only the one cell. */
  anchor: SheetPlace | null;
  area: SheetArea | null;
  editing: Editing | null;
  /** The next Tab leaves the grid. */
  isTabFree: boolean;
  /** Counts up each time that the keyboard's place should take the focus. */
  focusWish: number;
  /** What is wrong with a block that was refused. */
  faults: readonly NamedFault[] | null;
  cells: ShownCells;
  /** By attempt. */
  sums: ReadonlyMap<string, AttemptSums>;
}

const initial: SheetState = {
  model: buildModel([], [], new Set()),
  folded: new Set(),
  place: { row: 0, column: 0 },
  anchor: null,
  area: null,
  editing: null,
  isTabFree: false,
  focusWish: 0,
  faults: null,
  cells: new Map(),
  sums: new Map(),
};

/** A store of its own for each open grid. */
export function createSheetStore(): StoreApi<SheetState> {
  return createStore<SheetState>()(() => initial);
}
