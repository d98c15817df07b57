import { describe, expect, test } from 'vitest';
import { chanceOf, reportFairness, type FairnessPerson } from '#shared/domain/selection/fairness.ts';

describe('the chance of a count', () => {
  // R. A. Fisher's tea tasting: 8 cups, 4 with the milk first, 4 named.
  test.each([
    [4, 2 / 70],
    [3, 34 / 70],
    [2, 1],
    [0, 2 / 70],
  ])('%d of four cups: %d', (found, chance) => {
    expect(chanceOf({ size: 8, marked: 4, drawn: 4, found })).toBeCloseTo(chance, 12);
  });

  test('nobody chosen or everybody chosen says nothing', () => {
    expect(chanceOf({ size: 9, marked: 4, drawn: 0, found: 0 })).toBe(1);
    expect(chanceOf({ size: 9, marked: 4, drawn: 9, found: 4 })).toBeCloseTo(1, 12);
  });
});

test('chosen stand against eligible by group, course and sex; a pattern has a small chance', () => {
  const people = Array.from({ length: 24 }, (_, index): FairnessPerson => {
    const isFemale = index % 2 === 0;
    return {
      group: index < 12 ? 'А' : 'Б',
      course: index === 23 ? null : 1 + (index % 3),
      sex: isFemale ? 'female' : index === 1 ? null : 'male',
      isEligible: index !== 0,
      // All chosen are men.
      isChosen: !isFemale && index < 17,
    };
  });
  const lines = reportFairness(people);
  const line = (attribute: string, value: string) =>
    lines.find((one) => one.attribute === attribute && one.value === value);
  expect(line('sex', 'female')).toMatchObject({ candidates: 12, eligible: 11, chosen: 0 });
  expect(line('sex', '')).toMatchObject({ candidates: 1, chosen: 1 });
  expect(line('sex', 'female')?.chance).toBeLessThan(0.01);
  expect(line('course', '')).toMatchObject({ candidates: 1 });
  expect(line('group', 'А')?.expected).toBeCloseTo((8 * 11) / 23, 12);
  for (const attribute of ['group', 'course', 'sex']) {
    const own = lines.filter((one) => one.attribute === attribute);
    expect(own.reduce((sum, { candidates }) => sum + candidates, 0)).toBe(24);
    expect(own.reduce((sum, { chosen }) => sum + chosen, 0)).toBe(8);
  }
});
