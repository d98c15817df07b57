import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCostliest, lostMarks, orderByLoss, totalWeight } from '#shared/domain/progress/sectionLoss.ts';

const section = (number: number, weightHundredths: number, percent: number | null) => ({
  number,
  weightHundredths,
  percent,
});

describe('loss of sections', () => {
  it('is the weight times what was lost, out of a hundred marks', () => {
    const sections = [section(1, 4000, 75), section(2, 6000, 50)];
    expect(sections.map((one) => lostMarks(one, totalWeight(sections)))).toEqual([10, 30]);
  });

  it('is out of a hundred also where weights add up to something else', () => {
    const sections = [section(1, 10, 0), section(2, 10, 0)];
    expect(sections.map((one) => lostMarks(one, totalWeight(sections)))).toEqual([50, 50]);
  });

  it('puts the costliest first, and what nobody marked last', () => {
    const sections = [
      section(1, 1000, null),
      section(2, 2000, 90),
      section(3, 500, 10),
      section(4, 9000, 97),
    ];
    expect(orderByLoss(sections).map((one) => one.number)).toEqual([3, 4, 2, 1]);
    expect(findCostliest(sections)?.number).toBe(3);
  });

  it('names none where nothing was lost, marked or weighed', () => {
    expect(findCostliest([])).toBeNull();
    expect(findCostliest([section(1, 5000, null)])).toBeNull();
    expect(findCostliest([section(1, 5000, 100)])).toBeNull();
    expect(findCostliest([section(1, 0, 20)])).toBeNull();
  });

  it('adds up to what is missing to a hundred', () => {
    const sections = fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 40 }),
        weightHundredths: fc.integer({ min: 1, max: 5000 }),
        percent: fc.double({ min: 0, max: 100, noNaN: true }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(sections, (given) => {
        const total = totalWeight(given);
        const lost = given.reduce((sum, one) => sum + (lostMarks(one, total) ?? 0), 0);
        const reached = given.reduce((sum, one) => sum + (one.weightHundredths / total) * one.percent, 0);
        expect(lost + reached).toBeCloseTo(100, 6);
      }),
    );
  });
});
