/** Measures of the grid in pixels. */
export interface SheetSizes {
  /** The column of aspects. */
  first: number;
  column: number;
  row: number;
  /** Both sticky rows together. */
  header: number;
}

/** For a mouse and a keyboard. */
export const denseSizes: SheetSizes = { first: 340, column: 84, row: 38, header: 84 };

/** For fingers: every cell is at least 44 pixels high and wide. */
export const touchSizes: SheetSizes = { first: 320, column: 96, row: 48, header: 88 };
