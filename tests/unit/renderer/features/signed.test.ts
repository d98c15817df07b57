import { expect, test } from 'vitest';
import { signed } from '../../../../renderer/features/insight/signed.ts';

const format = { number: (value: number, digits = 0) => value.toFixed(digits) };

test('a difference has a sign, unless it rounds to nothing', () => {
  expect([0.26, -0.26, 0.04, -0.04, 0].map((value) => signed(format, value, 1))).toEqual([
    '+0.3',
    '−0.3',
    '0.0',
    '0.0',
    '0.0',
  ]);
});
