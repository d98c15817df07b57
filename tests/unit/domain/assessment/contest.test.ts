import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptStates } from '#shared/domain/assessment/attemptLife.ts';
import { drawOrder, formStateOf, isReadyToFreeze, sumBoard } from '#shared/domain/assessment/contest.ts';
import { estimateScale, scaleFacts } from '#shared/domain/assessment/estimatedScale.ts';
import { judgementMark } from '#shared/domain/assessment/judgement.ts';
import { defaultMedalRules, medalKinds, medalPoints } from '#shared/domain/assessment/medals.ts';
import { tellMedals } from '#shared/domain/assessment/medalStory.ts';
import { rankResults, type ResultEntry } from '#shared/domain/assessment/results.ts';

const entry = (id: string, points: number, state: ResultEntry['state'] = 'verified'): ResultEntry => ({
  id,
  totalHundredths: Math.round(points * 100),
  state,
});

/** Medal and rule of each, best first. */
function stories(points: readonly number[], tieHundredths = 200) {
  const places = rankResults(
    points.map((value, index) => entry(String(index), value)),
    { ...defaultMedalRules, tieHundredths },
  );
  const told = tellMedals(places.map((place) => ({ ...place, isRanked: place.place !== null })));
  return places.map((place, index) => [place.medal?.kind ?? null, told[index]!.rule] as const);
}

describe('which rule gave a medal', () => {
  test('90, 85, 80, 75: each more than 2 apart: gold, silver, bronze, none', () => {
    expect(stories([90, 85, 80, 75])).toEqual([
      ['gold', 'highest_total'],
      ['silver', 'next_after_gold'],
      ['bronze', 'next_after_silver'],
      [null, 'below_medals'],
    ]);
  });

  test('90, 88 are 2.00 apart, a tie: two golds, no silver, bronze to 80; 79 is within 2 of it and shares', () => {
    expect(stories([90, 88, 80, 79])).toEqual([
      ['gold', 'highest_total'],
      ['gold', 'tied_with_gold'],
      ['bronze', 'next_after_two_golds'],
      ['bronze', 'tied_with_bronze'],
    ]);
  });

  test('90 and 87.99 are 2.01 apart: no tie', () => {
    expect(stories([90, 87.99]).map(([kind]) => kind)).toEqual(['gold', 'silver']);
  });

  test('90, 89, 88: three golds; 86.50 is 1.50 below the last gold and gets bronze, 80 does not', () => {
    expect(stories([90, 89, 88, 86.5, 80])).toEqual([
      ['gold', 'highest_total'],
      ['gold', 'tied_with_gold'],
      ['gold', 'tied_with_gold'],
      ['bronze', 'close_to_last_gold'],
      // Five competitors, median 88: 80 is far below 700.
      [null, 'below_medals'],
    ]);
  });

  test('the story names the total that it was measured against', () => {
    const places = rankResults([entry('a', 90), entry('b', 85.5), entry('c', 85)], defaultMedalRules);
    const told = tellMedals(places.map((place) => ({ ...place, isRanked: true })));
    expect(told).toEqual([
      { rule: 'highest_total', againstHundredths: null, differenceHundredths: null },
      { rule: 'next_after_gold', againstHundredths: 9000, differenceHundredths: 450 },
      { rule: 'tied_with_silver', againstHundredths: 8550, differenceHundredths: 50 },
    ]);
  });

  test('who is out has no place, no medal and no estimate, and stands last', () => {
    const places = rankResults([entry('out', 99, 'disqualified'), entry('in', 10)], defaultMedalRules);
    expect(places.map((place) => [place.id, place.place, place.medal?.kind ?? null])).toEqual([
      ['in', 1, 'gold'],
      ['out', null, null],
    ]);
  });

  const totals = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 });
  const rules = fc.record({
    tieHundredths: fc.integer({ min: 0, max: 600 }),
    medallionFrom: fc.option(fc.integer({ min: 600, max: 800 })),
  });
  const ranked = (values: readonly number[], given: typeof defaultMedalRules) =>
    rankResults(
      values.map((totalHundredths, index) => ({ id: String(index), totalHundredths, state: 'locked' })),
      given,
    );

  test('whoever has marks at all: there is a gold; two golds leave no silver and at least one bronze', () => {
    fc.assert(
      fc.property(totals, rules, (values, given) => {
        const places = ranked(values, given);
        const count = (kind: string): number => places.filter((one) => one.medal?.kind === kind).length;
        const marked = values.filter((value) => value > 0).length;
        expect(count('gold') > 0).toBe(marked > 0);
        if (count('gold') > 1) expect(count('silver')).toBe(0);
        if (count('gold') === 2 && marked > 2) expect(count('bronze')).toBeGreaterThan(0);
        if (count('gold') === 1 && marked > 1) expect(count('silver')).toBeGreaterThan(0);
      }),
    );
  });

  test('the order of entry changes nobody’s place, estimate or medal', () => {
    fc.assert(
      fc.property(totals, rules, fc.integer(), (values, given, seed) => {
        const entries = values.map((totalHundredths, index): ResultEntry => ({
          id: String(index),
          totalHundredths,
          state: 'locked',
        }));
        const order = drawOrder(
          entries.map((one) => one.id),
          Math.abs(seed),
        );
        const shuffled = order.map((id) => entries[Number(id)]!);
        const facts = (list: readonly ResultEntry[]) =>
          rankResults(list, given)
            .map(({ id, place, scalePoints, medal }) => [id, place, scalePoints, medal?.kind])
            .sort();
        expect(facts(shuffled)).toEqual(facts(entries));
      }),
    );
  });

  test('more points never mean fewer medal points, in one competition', () => {
    fc.assert(
      fc.property(totals, rules, (values, given) => {
        const worth = ranked(values, given).map((one) => (one.medal ? medalPoints[one.medal.kind] : 0));
        expect(worth).toEqual(worth.toSorted((a, b) => b - a));
      }),
    );
  });

  test('every story fits its medal, and its difference is never negative', () => {
    fc.assert(
      fc.property(totals, rules, (values, given) => {
        const places = ranked(values, given);
        const told = tellMedals(places.map((place) => ({ ...place, isRanked: true })));
        for (const [index, story] of told.entries()) {
          expect(story.rule === (places[index]!.medal?.reason ?? story.rule)).toBe(true);
          expect(story.differenceHundredths ?? 0).toBeGreaterThanOrEqual(0);
          if (story.rule.startsWith('tied_with') || story.rule.startsWith('close_to')) {
            expect(story.differenceHundredths).toBeLessThanOrEqual(given.tieHundredths);
          }
        }
      }),
    );
    expect(medalKinds.map((kind) => medalPoints[kind])).toEqual([4, 3, 2, 1]);
  });
});

describe('what the estimated scale rests on', () => {
  test('60, 65, 70, 80, 90: median 70; distances 10, 5, 0, 10, 20 → their median is 10', () => {
    expect(scaleFacts([6000, 6500, 7000, 8000, 9000])).toEqual({
      medianHundredths: 7000,
      madHundredths: 1000,
    });
  });

  test('an even number: the middle of 60.01, 70.00, 70.01 … lies between two', () => {
    // 60.01 70.00 70.01 80.00 90.00 91.00 → (70.01 + 80.00) ÷ 2 = 75.005
    expect(scaleFacts([6001, 7000, 7001, 8000, 9000, 9100])?.medianHundredths).toBe(7500.5);
    expect(scaleFacts([1, 2, 3, 4])).toBeNull();
  });

  test('the numbers that are shown give the points that are shown, to the rounding', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 20 }),
        (totals) => {
          const facts = scaleFacts(totals)!;
          if (facts.madHundredths === 0) return;
          const points = estimateScale(totals)!;
          for (const [index, total] of totals.entries()) {
            const exact = 700 + (30 * (total - facts.medianHundredths)) / (1.4826 * facts.madHundredths);
            expect(Math.abs(Math.min(1000, Math.max(0, exact)) - points[index]!)).toBeLessThanOrEqual(0.5001);
          }
        },
      ),
    );
  });
});

describe('the coordinators’ board', () => {
  test('a cell is empty, partly filled, complete or verified; who is out is out', () => {
    expect(formStateOf('draft', { filledCount: 0, count: 4, isVerified: false })).toBe('empty');
    expect(formStateOf('draft', { filledCount: 3, count: 4, isVerified: false })).toBe('partial');
    expect(formStateOf('complete', { filledCount: 4, count: 4, isVerified: false })).toBe('complete');
    expect(formStateOf('verified', { filledCount: 4, count: 4, isVerified: false })).toBe('verified');
    expect(formStateOf('locked', { filledCount: 4, count: 4, isVerified: false })).toBe('verified');
    expect(formStateOf('draft', { filledCount: 4, count: 4, isVerified: true })).toBe('verified');
    expect(formStateOf('withdrawn', { filledCount: 2, count: 4, isVerified: false })).toBe('out');
  });

  test('what is missing of those who are out is not missing', () => {
    const sum = sumBoard([
      { state: 'partial', missing: 3 },
      { state: 'out', missing: 5 },
      { state: 'complete', missing: 0 },
    ]);
    expect(sum.missingCount).toBe(3);
    expect(sum.counts).toEqual({ empty: 0, partial: 1, complete: 1, verified: 0, out: 1 });
  });

  test('nothing is frozen before every result is verified or out', () => {
    expect(attemptStates.filter(isReadyToFreeze)).toEqual([
      'verified',
      'locked',
      'absent',
      'withdrawn',
      'disqualified',
    ]);
  });
});

describe('the running order', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 40 });

  test('a seed draws the same order whoever is named first, and nobody twice', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 999_999_999 }), (list, seed) => {
        const drawn = drawOrder(list, seed);
        expect(drawOrder(list.toReversed(), seed)).toEqual(drawn);
        expect(drawn.toSorted()).toEqual(list.toSorted());
      }),
    );
  });

  test('each of three comes first about as often', () => {
    const first = { a: 0, b: 0, c: 0 };
    for (let seed = 0; seed < 3000; seed += 1) first[drawOrder(['a', 'b', 'c'], seed)[0] as 'a'] += 1;
    for (const count of Object.values(first)) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('marks of judges', () => {
  test('lie between nothing and the maximum, and rise with each score', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 3000 }), (given, max) => {
        const mark = judgementMark(given, max);
        expect(mark).toBeGreaterThanOrEqual(0);
        expect(mark).toBeLessThanOrEqual(max);
        for (const [index, score] of given.entries()) {
          if (score === 3) continue;
          expect(judgementMark(given.with(index, score + 1), max)).toBeGreaterThanOrEqual(mark);
        }
        expect(judgementMark(given.toReversed(), max)).toBe(mark);
      }),
    );
  });
});
