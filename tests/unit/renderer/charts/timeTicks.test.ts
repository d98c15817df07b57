import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { chooseTimeTicks, spanOf } from '../../../../renderer/charts/timeTicks.ts';

const ticksOf = (from: string, to: string, most: number) =>
  chooseTimeTicks(toDayNumber(from), toDayNumber(to), most);

describe('ticks of a time axis', () => {
  it('stand on days where there is room', () => {
    expect(ticksOf('2026-03-02', '2026-03-06', 8).map((tick) => tick.date)).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
    ]);
  });

  it('stand on Mondays over some weeks', () => {
    const ticks = ticksOf('2026-03-01', '2026-04-12', 8);
    expect(ticks.map((tick) => tick.date)).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
      '2026-04-06',
    ]);
    expect(new Set(ticks.map((tick) => tick.label))).toEqual(new Set(['day']));
  });

  it('stand on firsts of months over a year, with the year where it begins', () => {
    const ticks = ticksOf('2025-06-20', '2026-06-20', 14);
    expect(ticks[0]).toMatchObject({ date: '2025-07-01', label: 'month', withYear: true });
    expect(ticks.filter((tick) => tick.withYear).map((tick) => tick.date)).toEqual([
      '2025-07-01',
      '2026-01-01',
    ]);
    expect(ticks).toHaveLength(12);
  });

  it('stand on years over a decade', () => {
    const ticks = ticksOf('2016-05-01', '2026-05-01', 12);
    expect(ticks.map((tick) => tick.date.slice(0, 4)).slice(0, 2)).toEqual(['2017', '2018']);
    expect(ticks.every((tick) => tick.label === 'year' && !tick.withYear)).toBe(true);
  });

  it('never are more than have room, in order, within the axis', () => {
    const day = fc.integer({ min: 15_000, max: 25_000 });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 2, max: 20 }),
        (from, span, most) => {
          const ticks = chooseTimeTicks(from, from + span, most);
          expect(ticks.length).toBeLessThanOrEqual(most);
          const days = ticks.map((tick) => tick.day);
          expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
          expect(days.every((one) => one >= from && one <= from + span)).toBe(true);
        },
      ),
    );
  });
});

describe('span of an axis', () => {
  it('leaves room beside the outermost points', () => {
    const { from, to } = spanOf([100, 200], {});
    expect(from).toBeLessThan(100);
    expect(to).toBeGreaterThan(200);
  });

  it('holds the period that was asked for, and a week around a single day', () => {
    expect(spanOf([150], { from: 100 }).from).toBeLessThan(100);
    expect(spanOf([150], {})).toEqual({ from: 147, to: 153 });
    expect(spanOf([], {}).to).toBeGreaterThan(spanOf([], {}).from);
  });
});
