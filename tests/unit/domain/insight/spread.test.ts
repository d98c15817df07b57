import { expect, test } from 'vitest';
import { groupByNumber, spreadOf, spreadsOf } from '#shared/domain/insight/spread.ts';

test('attempts are grouped by their number: everybody counts once in each', () => {
  const groups = groupByNumber([[50, 60, 70], [40, 55], [30], []]);
  expect([...groups]).toEqual([
    [1, [50, 40, 30]],
    [2, [60, 55]],
    [3, [70]],
  ]);
  expect(spreadsOf(groups, 2)).toEqual([
    { key: 1, count: 3, ...spreadOf([50, 40, 30]) },
    { key: 2, count: 2, ...spreadOf([60, 55]) },
  ]);
  expect(spreadOf([30, 40, 50])).toEqual({ low: 30, quarter: 35, median: 40, threeQuarters: 45, high: 50 });
});
