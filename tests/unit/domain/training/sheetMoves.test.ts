import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  areaBetween,
  isInArea,
  moveInSheet,
  type SheetMove,
  type SheetPlace,
  type SheetShape,
} from '#shared/domain/training/sheetMoves.ts';

/** Rows 0 and 3 are headings; the second student does not have row 2. */
const shape: SheetShape = {
  rowCount: 6,
  studentCount: 3,
  page: 3,
  isFillable: ({ row, column }) => column > 0 && row !== 0 && row !== 3 && !(row === 2 && column === 2),
};

it.each<[SheetMove, [number, number], [number, number] | null]>([
  ['right', [1, 1], [1, 2]],
  ['right', [1, 3], [1, 3]],
  ['left', [1, 1], [1, 0]],
  ['left', [1, 0], [1, 0]],
  ['down', [2, 1], [3, 1]],
  ['up', [0, 1], [0, 1]],
  ['page_down', [1, 2], [4, 2]],
  ['page_down', [4, 2], [5, 2]],
  ['page_up', [4, 2], [1, 2]],
  ['row_start', [4, 3], [4, 1]],
  ['row_end', [4, 1], [4, 3]],
  ['grid_start', [4, 3], [1, 1]],
  ['grid_end', [1, 1], [5, 3]],
  ['next', [1, 3], [2, 1]],
  ['next', [2, 1], [2, 3]],
  ['next', [2, 3], [4, 1]],
  ['next', [0, 0], [1, 1]],
  ['next', [4, 0], [4, 1]],
  ['next', [5, 3], null],
  ['previous', [4, 1], [2, 3]],
  ['previous', [4, 0], [2, 3]],
  ['previous', [1, 1], null],
  ['next_below', [2, 1], [4, 1]],
  ['next_below', [1, 2], [4, 2]],
  ['next_below', [5, 2], [5, 2]],
  ['next_above', [4, 2], [1, 2]],
  ['next_above', [1, 2], [1, 2]],
])('%s from %j leads to %j', (move, [row, column], to) => {
  const expected = to === null ? null : { row: to[0], column: to[1] };
  expect(moveInSheet(shape, { row, column }, move)).toEqual(expected);
});

test('no move leaves the grid, and Tab visits every cell that can be filled once', () => {
  const places = fc.record({ row: fc.integer({ min: 0, max: 5 }), column: fc.integer({ min: 0, max: 3 }) });
  const moves = fc.constantFrom<SheetMove>('left', 'right', 'up', 'down', 'page_up', 'page_down', 'row_end');
  fc.assert(
    fc.property(places, fc.array(moves), (start, path) => {
      let place: SheetPlace = start;
      for (const move of path) place = moveInSheet(shape, place, move) ?? place;
      expect(isInArea({ top: 0, bottom: 5, left: 0, right: 3 }, place)).toBe(true);
    }),
  );
  const visited: string[] = [];
  let at = moveInSheet(shape, { row: 0, column: 0 }, 'next');
  while (at !== null) {
    visited.push(`${at.row}/${at.column}`);
    at = moveInSheet(shape, at, 'next');
  }
  expect(visited).toHaveLength(11);
  expect(new Set(visited).size).toBe(11);
});

test('an empty grid goes nowhere', () => {
  const empty: SheetShape = { rowCount: 0, studentCount: 0, page: 1, isFillable: () => false };
  expect(moveInSheet(empty, { row: 0, column: 0 }, 'down')).toBeNull();
  const noStudents: SheetShape = { ...shape, studentCount: 0, isFillable: () => false };
  expect(moveInSheet(noStudents, { row: 1, column: 0 }, 'next')).toBeNull();
  expect(moveInSheet(noStudents, { row: 1, column: 0 }, 'grid_end')).toEqual({ row: 5, column: 0 });
});

test('an area is the same from whichever corner', () => {
  const area = areaBetween({ row: 4, column: 1 }, { row: 2, column: 3 });
  expect(area).toEqual({ top: 2, bottom: 4, left: 1, right: 3 });
  expect(isInArea(area, { row: 3, column: 2 })).toBe(true);
  expect(isInArea(area, { row: 5, column: 2 })).toBe(false);
});
