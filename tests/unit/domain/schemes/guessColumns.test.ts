import { expect, test } from 'vitest';
import { guessColumns, guessHeaderRow } from '#shared/domain/schemes/guessColumns.ts';

test('labels that are known are taken, the rest by what stands in the columns', () => {
  const rows = [
    ['Nr', 'Was', 'Wie viel', 'Art', 'Requirement'],
    ['A1', null, null, null, null],
    [null, 'The seat is straight and firm', '1.5', 'M', '± 1 mm'],
    [null, 'Looks good from one metre', 2, 'J', null],
  ];
  expect(guessHeaderRow(rows)).toBe(0);
  expect(guessColumns(rows, 0)).toEqual({
    subCriterionCode: 0,
    description: 1,
    maxMark: 2,
    aspectType: 3,
    requirement: 4,
  });
});

test('without labels: marks are the column with fractions, texts the longest', () => {
  const rows = [
    ['M', 'The pipe is at right angles to the wall', '1', '0,5'],
    ['J', 'The joints look even', '2', '1'],
  ];
  expect(guessHeaderRow(rows)).toBeNull();
  expect(guessColumns(rows, null)).toEqual({ aspectType: 0, description: 1, maxMark: 3 });
});

test('one column of texts is what is to be done; nothing at all is nothing', () => {
  expect(guessColumns([['First task'], ['Second task']], null)).toEqual({ description: 0 });
  expect(guessColumns([], null)).toEqual({});
  expect(guessHeaderRow([[], ['', null]])).toBeNull();
});
