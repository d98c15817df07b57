import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeLoad } from '#shared/domain/insight/studentLoad.ts';
import { internshipMinutes } from '#shared/domain/partners/figures.ts';
import { ASSUMED_DAY_MINUTES, internshipDays } from '#shared/domain/partners/internshipDays.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';

/** Monday to Sunday of the week after. */
const twoWeeks = { startDate: '2026-03-02', endDate: '2026-03-15', weeklyMinutes: 600, doneMinutes: null };

const internship = fc
  .record({
    start: fc.nat(200),
    length: fc.nat(60),
    weeklyMinutes: fc.nat(3000),
    doneMinutes: fc.option(fc.nat(10_000)),
  })
  .map(({ start, length, ...hours }) => {
    const startDate = fromDayNumber(toDayNumber('2026-01-01') + start);
    return { ...hours, startDate, endDate: fromDayNumber(toDayNumber(startDate) + length) };
  });
const practice = fc
  .array(fc.record({ offset: fc.nat(260), minutes: fc.nat(480) }), { maxLength: 30 })
  .map((days) =>
    days.map(({ offset, minutes }) => ({
      date: fromDayNumber(toDayNumber('2026-01-01') + offset),
      minutes,
    })),
  );

describe('the days of an internship', () => {
  it('are working days, with a fifth of the weekly minutes', () => {
    const days = internshipDays(twoWeeks);
    expect(days.map(({ date }) => date)).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
    ]);
    expect(new Set(days.map(({ minutes }) => minutes))).toEqual(new Set([120]));
  });

  it('share what was written down, have six hours when only the dates are known, and may be a weekend', () => {
    expect(internshipDays({ ...twoWeeks, doneMinutes: 900 })[0]?.minutes).toBe(90);
    expect(internshipDays({ ...twoWeeks, weeklyMinutes: 0 })[0]?.minutes).toBe(ASSUMED_DAY_MINUTES);
    expect(internshipMinutes({ ...twoWeeks, weeklyMinutes: 0 })).toBe(10 * 360);
    const weekend = { ...twoWeeks, startDate: '2026-03-07', endDate: '2026-03-08' };
    expect(internshipDays(weekend)).toHaveLength(2);
  });

  it('add up to the minutes of the internship', () => {
    fc.assert(
      fc.property(internship, (one) => {
        const sum = internshipDays(one).reduce((total, day) => total + day.minutes, 0);
        expect(Math.round(sum)).toBe(internshipMinutes(one));
      }),
    );
  });
});

describe('the load of a student', () => {
  it('counts hours at an enterprise like hours of practice, day by day, and tells their part', () => {
    const practised = [{ date: '2026-03-02', minutes: 180 }];
    const [monday] = describeLoad(practised, [twoWeeks], '2026-03-02');
    expect(monday?.chronic).toBeCloseTo(300 * (1 - Math.exp(-1 / 42)), 9);
    expect(monday?.acute).toBeCloseTo(300 * (1 - Math.exp(-1 / 7)), 9);
    expect(monday?.internship).toBeCloseTo(120 * (1 - Math.exp(-1 / 42)), 9);
    const last = describeLoad(practised, [twoWeeks], '2026-03-20').at(-1);
    expect(last?.date).toBe('2026-03-20');
  });

  it('begins with an internship when there has been no practice, and ends today', () => {
    expect(describeLoad([], [], '2026-03-20')).toEqual([]);
    const load = describeLoad([], [twoWeeks], '2026-03-04');
    expect(load.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
    for (const point of load) expect(point.internship).toBeCloseTo(point.chronic, 9);
  });

  it('never falls with one internship more, whose part is never more than the whole', () => {
    fc.assert(
      fc.property(practice, internship, (days, one) => {
        const without = describeLoad(days, [], '2026-09-30').at(-1);
        const all = describeLoad(days, [one], '2026-09-30');
        const last = all.at(-1);
        expect((last?.chronic ?? 0) + 1e-9).toBeGreaterThanOrEqual(without?.chronic ?? 0);
        for (const point of all) expect(point.internship).toBeLessThanOrEqual(point.chronic + 1e-9);
        expect((last?.chronic ?? 0) - (last?.internship ?? 0)).toBeCloseTo(without?.chronic ?? 0, 6);
      }),
    );
  });
});
