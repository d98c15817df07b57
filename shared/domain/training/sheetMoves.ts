/** A place in the score grid: index of the row as it is shown now, and of the column (0 is the column of names). */
export interface SheetPlace {
  row: number;
  column: number;
}

/** The ways of the keyboard through the grid. */
export type SheetMove =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'page_up'
  | 'page_down'
  | 'row_start'
  | 'row_end'
  | 'grid_start'
  | 'grid_end'
  /** Tab: through the cells that can be filled, row by row. */
  | 'next'
  | 'previous'
  /** Enter: down the student's cells that can be filled. */
  | 'next_below'
  | 'next_above';

/** What moving needs to know of the grid. */
export interface SheetShape {
  rowCount: number;
  /** Students; columns are numbered 1…studentCount. */
  studentCount: number;
  /** Rows that a page moves by. */
  page: number;
  /** Whether a mark can be typed there. */
  isFillable: (place: SheetPlace) => boolean;
}

const clamp = (value: number, lowest: number, highest: number): number =>
  Math.max(lowest, Math.min(highest, value));

/** The nearest fillable cell going through the grid as a text is read; null when there is none. */
function findInReadingOrder(shape: SheetShape, from: SheetPlace, step: 1 | -1): SheetPlace | null {
  const width = shape.studentCount;
  const total = shape.rowCount * width;
  const start = from.row * width + from.column - 1;
  // From the column of names, the cells of its own row come next, or those of the row above.
  const first = from.column === 0 ? from.row * width + (step === 1 ? 0 : -1) : start + step;
  for (let index = first; index >= 0 && index < total; index += step) {
    const place = { row: Math.floor(index / width), column: (index % width) + 1 };
    if (shape.isFillable(place)) return place;
  }
  return null;
}

function findInColumn(shape: SheetShape, from: SheetPlace, step: 1 | -1): SheetPlace | null {
  for (let row = from.row + step; row >= 0 && row < shape.rowCount; row += step) {
    const place = { row, column: from.column };
    if (shape.isFillable(place)) return place;
  }
  return null;
}

function findEnd(shape: SheetShape, end: 'first' | 'last'): SheetPlace {
  const corner = end === 'first' ? { row: 0, column: 0 } : { row: shape.rowCount, column: 1 };
  const found = findInReadingOrder(shape, corner, end === 'first' ? 1 : -1);
  return found ?? { row: end === 'first' ? 0 : shape.rowCount - 1, column: Math.min(1, shape.studentCount) };
}

type Mover = (shape: SheetShape, from: SheetPlace) => SheetPlace | null;

const byRows =
  (rows: (shape: SheetShape) => number): Mover =>
  (shape, { row, column }) => ({ row: clamp(row + rows(shape), 0, shape.rowCount - 1), column });
const byColumns =
  (columns: 1 | -1): Mover =>
  (shape, { row, column }) => ({ row, column: clamp(column + columns, 0, shape.studentCount) });

const movers: Readonly<Record<SheetMove, Mover>> = {
  left: byColumns(-1),
  right: byColumns(1),
  up: byRows(() => -1),
  down: byRows(() => 1),
  page_up: byRows((shape) => -shape.page),
  page_down: byRows((shape) => shape.page),
  row_start: (shape, { row }) => ({ row, column: Math.min(1, shape.studentCount) }),
  row_end: (shape, { row }) => ({ row, column: shape.studentCount }),
  grid_start: (shape) => findEnd(shape, 'first'),
  grid_end: (shape) => findEnd(shape, 'last'),
  next: (shape, from) => findInReadingOrder(shape, from, 1),
  previous: (shape, from) => findInReadingOrder(shape, from, -1),
  next_below: (shape, from) => findInColumn(shape, from, 1) ?? from,
  next_above: (shape, from) => findInColumn(shape, from, -1) ?? from,
};

/**
 * Where a move leads.
 * @returns null for Tab beyond the last cell and Shift+Tab before the first: the keyboard leaves the grid
 */
export function moveInSheet(shape: SheetShape, from: SheetPlace, move: SheetMove): SheetPlace | null {
  return shape.rowCount === 0 ? null : movers[move](shape, from);
}

/** A rectangle of cells, both corners included. */
export interface SheetArea {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The rectangle between two places. */
export function areaBetween(a: SheetPlace, b: SheetPlace): SheetArea {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** Whether a place lies in a rectangle. */
export function isInArea(area: SheetArea, place: SheetPlace): boolean {
  return (
    place.row >= area.top &&
    place.row <= area.bottom &&
    place.column >= area.left &&
    place.column <= area.right
  );
}
