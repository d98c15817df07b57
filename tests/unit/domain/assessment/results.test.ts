import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptStates, attemptSteps, stepsFrom, takeStep } from '#shared/domain/assessment/attemptLife.ts';
import { estimateScale } from '#shared/domain/assessment/estimatedScale.ts';
import { explainAspect, explainSum, type ExplainedAspect } from '#shared/domain/assessment/explain.ts';
import { awardMedals, defaultMedalRules } from '#shared/domain/assessment/medals.ts';
import { placesByNumber } from '#shared/lib/placesByNumber.ts';
import { rankByTotal } from '#shared/domain/assessment/ranking.ts';
import { sumMarks, totalAttempt, type MarkedAspect } from '#shared/domain/assessment/totals.ts';

describe('the life of a result', () => {
  const facts = { state: 'draft', missingCount: 0, completedBy: 'asel' } as const;
  const by = (step: (typeof attemptSteps)[number], person: string | null, reason = '') => ({
    step,
    by: person,
    reason,
  });

  test('draft → complete → verified by another → locked → reopened with a reason', () => {
    expect(takeStep(facts, by('complete', 'asel'))).toEqual({ ok: true, state: 'complete' });
    const complete = { ...facts, state: 'complete' } as const;
    expect(takeStep(complete, by('verify', 'asel'))).toEqual({ ok: false, problem: 'same_person' });
    expect(takeStep(complete, by('verify', null))).toEqual({ ok: false, problem: 'person_needed' });
    expect(takeStep(complete, by('verify', 'marat'))).toEqual({ ok: true, state: 'verified' });
    expect(takeStep({ ...facts, state: 'verified' }, by('lock', 'asel'))).toEqual({
      ok: true,
      state: 'locked',
    });
    const locked = { ...facts, state: 'locked' } as const;
    expect(takeStep(locked, by('reopen', 'asel', '  '))).toEqual({ ok: false, problem: 'reason_needed' });
    expect(takeStep(locked, by('reopen', 'asel', 'Wrong sheet'))).toEqual({ ok: true, state: 'draft' });
  });

  test('a sheet with empty cells is not complete, and nobody verifies what nobody finished', () => {
    expect(takeStep({ ...facts, missingCount: 1 }, by('complete', 'asel'))).toEqual({
      ok: false,
      problem: 'marks_missing',
    });
    const unsigned = { state: 'complete', missingCount: 0, completedBy: null } as const;
    expect(takeStep(unsigned, by('verify', 'marat'))).toEqual({ ok: false, problem: 'person_needed' });
  });

  test('the buttons of a state are exactly the steps that the state allows', () => {
    for (const state of attemptStates) {
      for (const step of attemptSteps) {
        const result = takeStep({ ...facts, state }, by(step, 'marat', 'why'));
        expect(result.ok, `${state} ${step}`).toBe(stepsFrom(state).includes(step));
      }
    }
  });
});

const aspect = fc.record({
  criterionCode: fc.constantFrom('A', 'B'),
  subCriterionCode: fc.constantFrom('1', '2'),
  sectionNumber: fc.constantFrom(1, 2, null),
  maxHundredths: fc.integer({ min: 1, max: 300 }),
  markHundredths: fc.option(fc.integer({ min: 0, max: 300 })),
  isNotAttempted: fc.constant(false),
});
const aspects = fc.array(aspect, { maxLength: 30 }).map((list) =>
  list.map((one): MarkedAspect => ({
    ...one,
    subCriterionCode: one.criterionCode + one.subCriterionCode,
    markHundredths: one.markHundredths === null ? null : Math.min(one.markHundredths, one.maxHundredths),
    isNotAttempted: one.markHundredths === null,
  })),
);

describe('totals', () => {
  test('are additive: criteria and sub-criteria both come to the whole', () => {
    fc.assert(
      fc.property(aspects, (list) => {
        const tree = totalAttempt(list);
        const add = (parts: { sum: { markHundredths: number } }[]): number =>
          parts.reduce((sum, part) => sum + part.sum.markHundredths, 0);
        expect(add(tree.criteria)).toBe(tree.whole.markHundredths);
        expect(add(tree.subCriteria)).toBe(tree.whole.markHundredths);
        expect(tree.whole.markHundredths).toBeLessThanOrEqual(tree.whole.markedMaxHundredths);
        expect(sumMarks(list.toReversed())).toEqual(sumMarks(list));
      }),
    );
  });

  test('the explanation of a total adds up to it', () => {
    const leaf = (markHundredths: number, rest: Partial<ExplainedAspect> = {}) =>
      explainAspect({
        code: 'A1.M1',
        description: '',
        kind: 'measurement',
        maxHundredths: 100,
        outcome: 'marked',
        markHundredths,
        score: null,
        way: null,
        scores: [],
        ...rest,
      });
    const sum = explainSum('A1', 'Pipes', [
      leaf(40),
      leaf(67, { kind: 'judgement', score: 2 }),
      leaf(99, { outcome: 'not_attempted', markHundredths: null }),
    ]);
    expect(sum).toMatchObject({ rule: 'sum', markHundredths: 107, maxHundredths: 300 });
    expect(sum.children.map((child) => child.rule)).toEqual(['given_by_hand', 'judged', 'not_attempted']);
    expect(sum.children[1]?.scores).toEqual([{ judgeId: '', round: 1, score: 2, note: '' }]);
  });
});

describe('ranking', () => {
  test('equal totals share a place: 1, 2, 2, 4', () => {
    const ranked = rankByTotal([7000, 9000, 8000, 8000], (total) => total);
    expect(ranked.map(({ item, place, isTied }) => [item, place, isTied])).toEqual([
      [9000, 1, false],
      [8000, 2, true],
      [8000, 2, true],
      [7000, 4, false],
    ]);
  });

  test('nobody with a higher total stands behind one with a lower', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (totals) => {
        for (const { item, place } of rankByTotal(totals, (total) => total)) {
          expect(place).toBe(totals.filter((total) => total > item).length + 1);
        }
      }),
    );
  });
});

describe('the estimated scale', () => {
  test('60, 65, 70, 80, 90: the median 70 is 700; MAD 10, so 90 is 700 + 30 × 20 ÷ 14.826 = 740.47 → 740', () => {
    expect(estimateScale([6000, 6500, 7000, 8000, 9000])).toEqual([680, 690, 700, 720, 740]);
  });

  test('not with fewer than five, all 700 without any spread, never past 0 and 1000', () => {
    expect(estimateScale([1, 2, 3, 4])).toBeNull();
    expect(estimateScale([10, 10, 10, 10, 99])).toEqual([700, 700, 700, 700, 700]);
    expect(estimateScale([1, 2, 3, 4, 10_000])?.at(-1)).toBe(1000);
  });

  test('keeps the order of the totals', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 5, maxLength: 40 }), (totals) => {
        const points = estimateScale(totals) ?? [];
        totals.forEach((total, i) =>
          totals.forEach((other, j) => {
            if (total > other) expect(points[i]).toBeGreaterThanOrEqual(points[j] ?? 0);
          }),
        );
      }),
    );
  });
});

describe('medals, a tie within 2 points', () => {
  const medals = (...points: number[]) =>
    awardMedals(
      points.map((point) => ({ totalHundredths: Math.round(point * 100), scalePoints: null })),
      defaultMedalRules,
    ).map((medal) => medal?.kind ?? '-');

  test.each([
    ['clear places', [90, 85, 80, 70], ['gold', 'silver', 'bronze', '-']],
    ['two golds: no silver, at least one bronze', [90, 88, 80, 70], ['gold', 'gold', 'bronze', '-']],
    ['two golds and shared bronze', [90, 89, 80, 78.5], ['gold', 'gold', 'bronze', 'bronze']],
    ['three golds: no bronze when the next is far', [90, 89, 88, 80], ['gold', 'gold', 'gold', '-']],
    ['three golds: bronze within 2 of the last gold', [90, 89, 88, 86.5], ['gold', 'gold', 'gold', 'bronze']],
    ['shared silver: no bronze when the next is far', [90, 85, 84, 80], ['gold', 'silver', 'silver', '-']],
    ['shared silver: bronze when close', [90, 85, 84, 82.5], ['gold', 'silver', 'silver', 'bronze']],
    ['shared bronze', [90, 85, 80, 78], ['gold', 'silver', 'bronze', 'bronze']],
    ['nobody without marks', [90, 0, 0], ['gold', '-', '-']],
    ['nobody at all', [], []],
  ])('%s', (_, points, expected) => {
    expect(medals(...points)).toEqual(expected);
  });

  test('medallion for excellence from 700 on, without another medal', () => {
    const scale = [760, 740, 720, 700, 699];
    const given = awardMedals(
      [9000, 8000, 7000, 6000, 5000].map((totalHundredths, index) => ({
        totalHundredths,
        scalePoints: scale[index] ?? 0,
      })),
      defaultMedalRules,
    );
    expect(given.map((medal) => medal?.kind ?? '-')).toEqual(['gold', 'silver', 'bronze', 'medallion', '-']);
    expect(given[3]?.reason).toBe('scale_reached');
  });

  test('a better total never gets a lesser medal', () => {
    const order = ['gold', 'silver', 'bronze', '-'];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 12 }), (points) => {
        const sorted = points.toSorted((a, b) => b - a);
        const places = medals(...sorted).map((medal) => order.indexOf(medal));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});

test('counting and comparing put numbers into the same order, equal ones as they came', () => {
  const near = fc.array(fc.integer({ min: -10_000, max: 10_000 }));
  const far = fc.array(fc.integer());
  fc.assert(
    fc.property(fc.oneof(near, far), (values) => {
      const byComparing = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
      expect([...placesByNumber(values)]).toEqual(byComparing);
    }),
  );
});
