import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeMarking, tallyMarking, type MarkedBy } from '#shared/domain/insight/markingTally.ts';

const TODAY = 20_600;
const marked = (daysAgo: number, deviation: number, patch: Partial<MarkedBy> = {}): MarkedBy => ({
  studentId: 'a',
  dayNumber: TODAY - daysAgo,
  adjustedPercent: 60,
  deviation,
  ...patch,
});

it('few results are pulled towards nothing, and counted with their students', () => {
  const own = [marked(1, 3), marked(2, 3, { studentId: 'b' }), marked(3, 3)];
  const figures = describeMarking([tallyMarking(own)], TODAY);
  // Three deviations of 3 beside four of nothing.
  expect(figures.severity).toBeCloseTo(9 / 7, 12);
  expect(figures).toMatchObject({ attemptCount: 3, studentCount: 2, driftPer30Days: null, groupGain: null });
  // Where nothing spreads, a usual spread of five is taken.
  expect(figures.high - figures.severity).toBeCloseTo((1.959963984540054 * 5) / Math.sqrt(7), 12);
});

it('groups advance by what the last 90 days are above the 90 before', () => {
  const percents = [
    [10, 70],
    [89, 74],
    [90, 60],
    [179, 64],
    [180, 10],
  ] as const;
  const own = percents.map(([daysAgo, adjustedPercent]) => marked(daysAgo, 0, { adjustedPercent }));
  expect(describeMarking([tallyMarking(own)], TODAY).groupGain).toBeCloseTo(10, 12);
  // Two days later the two at the edges have moved on.
  expect(describeMarking([tallyMarking(own)], TODAY + 2).groupGain).toBeCloseTo(70 - 67, 12);
});

it('a judge who grows stricter is found out, one who only varies is not', () => {
  const noise = [0.4, -0.3, 0.2, -0.4, 0.1, 0.3, -0.2, -0.1];
  const stricter = noise.map((one, index) => marked(240 - 30 * index, one - index));
  expect(describeMarking([tallyMarking(stricter)], TODAY)).toMatchObject({ isDrifting: true });
  expect(describeMarking([tallyMarking(stricter)], TODAY).driftPer30Days).toBeCloseTo(-1, 1);
  const steady = noise.map((one, index) => marked(240 - 30 * index, one));
  expect(describeMarking([tallyMarking(steady)], TODAY).isDrifting).toBe(false);
});

it('parts of a record tell the same as the whole, however they are cut', () => {
  const results = fc.array(
    fc.record({
      studentId: fc.constantFrom('a', 'b', 'c'),
      dayNumber: fc.integer({ min: TODAY - 400, max: TODAY }),
      adjustedPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      deviation: fc.double({ min: -20, max: 20, noNaN: true }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(results, fc.nat(30), (own, cut) => {
      const parts = [own.slice(0, cut), own.slice(cut)].filter((part) => part.length > 0).map(tallyMarking);
      const [whole, sum] = [describeMarking([tallyMarking(own)], TODAY), describeMarking(parts, TODAY)];
      expect(sum.studentCount).toBe(whole.studentCount);
      for (const key of ['severity', 'low', 'high', 'groupGain'] as const)
        expect(sum[key] ?? 0).toBeCloseTo(whole[key] ?? 0, 8);
    }),
  );
});
