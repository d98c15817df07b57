import { expect, test } from 'vitest';
import { chanceText, rankText } from '../../../../../renderer/features/selection/selectionModel.ts';
import { formatFor } from '../../../../../renderer/i18n/format.ts';

test('nothing that can still happen is called 0 % or 100 %', () => {
  const format = formatFor('en');
  const told = [0, 0.0001, 0.004, 0.006, 0.5, 0.994, 0.996, 0.9999, 1].map((one) => chanceText(format, one));
  expect(told).toEqual(['0%', '< 1%', '< 1%', '1%', '50%', '99%', '> 99%', '> 99%', '100%']);
});

test('likely ranks are a range, or one alone', () => {
  expect(rankText({ rankFrom: 2, rankTo: 4 })).toBe('2–4');
  expect(rankText({ rankFrom: 1, rankTo: 1 })).toBe('1');
});
