import { describe, expect, it } from 'vitest';
import { lineAt } from '#shared/domain/progress/lineAt.ts';
import { periodBounds, schoolYearStart } from '#shared/domain/progress/period.ts';

describe('periodBounds', () => {
  it('counts today as one of the last days', () => {
    expect(periodBounds({ kind: 'days', days: 30 }, '2026-03-01')).toEqual({ from: '2026-01-31' });
    expect(periodBounds({ kind: 'days', days: 365 }, '2024-12-31')).toEqual({ from: '2024-01-02' });
  });

  it('leaves open ends open', () => {
    expect(periodBounds({ kind: 'all' }, '2026-03-01')).toEqual({});
    expect(periodBounds({ kind: 'own', from: null, to: '2026-02-01' }, '2026-03-01')).toEqual({
      to: '2026-02-01',
    });
  });

  it.each([
    ['2026-08-31', '2025-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['2027-01-15', '2026-09-01'],
  ])('the school year of %s began on %s', (today, start) => {
    expect(schoolYearStart(today)).toBe(start);
    expect(periodBounds({ kind: 'schoolYear' }, today)).toEqual({ from: start });
  });
});

describe('lineAt', () => {
  const line = [
    { date: '2026-01-01', percent: 40 },
    { date: '2026-01-11', percent: 60 },
    { date: '2026-01-21', percent: 50 },
  ];

  it.each([
    ['2026-01-01', 40],
    ['2026-01-06', 50],
    ['2026-01-11', 60],
    ['2026-01-16', 55],
    ['2026-01-21', 50],
    ['2025-12-31', null],
    ['2026-01-22', null],
  ])('on %s is %s', (date, percent) => {
    expect(lineAt(line, date)).toBe(percent);
  });

  it('is nowhere without a line', () => {
    expect(lineAt([], '2026-01-01')).toBeNull();
  });
});
