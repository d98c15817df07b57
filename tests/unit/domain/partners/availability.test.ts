import { expect, it } from 'vitest';
import { canCome } from '#shared/domain/partners/availability.ts';

it('somebody can come on the days that were named, on any day when none was', () => {
  const spans = [
    { fromDate: '2026-03-09', toDate: '2026-03-13' },
    { fromDate: '2026-03-23', toDate: '2026-03-23' },
  ];
  const days = ['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-14', '2026-03-23', '2026-03-24'];
  expect(days.map((day) => canCome(spans, day))).toEqual([false, true, true, false, true, false]);
  expect(canCome([], '2026-03-08')).toBe(true);
});
