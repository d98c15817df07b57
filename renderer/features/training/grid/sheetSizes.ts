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

/** Beyond this, lines are too long to read. */
const WIDEST_FIRST = 620;
/** Room for the scroll bar and the frame's own lines. */
const EDGE = 20;

/** Gives the column of aspects the room that the students' columns leave in a frame. */
export function widenFirst(sizes: SheetSizes, frameWidth: number, studentCount: number): SheetSizes {
  const left = Math.floor(frameWidth - EDGE - studentCount * sizes.column);
  return { ...sizes, first: Math.max(sizes.first, Math.min(WIDEST_FIRST, left)) };
}
