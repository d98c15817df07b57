import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareText } from '../../../../renderer/i18n/collate.ts';
import { nextRow } from '../../../../renderer/ui/gridKeys.ts';
import { compareValues } from '../../../../renderer/ui/useGridRows.ts';

it('moves by rows and pages and to both ends', () => {
  const extent = { count: 100, page: 10 };
  expect(
    ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'a'].map((key) => nextRow(key, 50, extent)),
  ).toEqual([51, 49, 60, 40, 0, 99, null]);
});

it('never leaves the rows', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.array(keys, { maxLength: 60 }), (count, pressed) => {
      let row = 0;
      for (const key of pressed) row = nextRow(key, row, { count, page: 7 }) ?? row;
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(count);
    }),
  );
});

it('answers nothing without rows', () => {
  expect(nextRow('End', 0, { count: 0, page: 10 })).toBeNull();
});

it('orders numbers by size and texts by the alphabet', () => {
  const compare = compareText('kk');
  expect(compareValues(9, 10, compare)).toBeLessThan(0);
  expect(compareValues('Ә', 'Б', compare)).toBeLessThan(0);
});
