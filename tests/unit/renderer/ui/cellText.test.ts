import { expect, test } from 'vitest';
import { cellValue } from '../../../../renderer/ui/cellText.ts';

test.each([
  ['12,5', 12.5],
  ['−3', -3],
  ['2\u00a0758\u00a0750', 2_758_750],
  ['0.25', 0.25],
  ['100', 100],
  ['', null],
  [' \n ', null],
])('%j is a number or nothing', (text, value) => {
  expect(cellValue(text)).toBe(value);
});

test.each([
  ['007', '007'],
  ['+7 700 000 04 94', '+7 700 000 04 94'],
  ['28.11.2026', '28.11.2026'],
  ['94,1 %', '94,1 %'],
  ['8 / 9', '8 / 9'],
  ['12 34', '12 34'],
  ['1234567890123456', '1234567890123456'],
  ['Колледж чемпионаты\n2026 ж. 31 қазан', 'Колледж чемпионаты 2026 ж. 31 қазан'],
])('%j stays text', (text, value) => {
  expect(cellValue(text)).toBe(value);
});
