import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allowsPartialMark,
  computeMeasuredMark,
  measuredKindOf,
  parseMeasuredNumber,
  type MeasuredValue,
} from '#shared/domain/assessment/measuredMark.ts';
import type { Calculation } from '#shared/domain/schemes/calculation.ts';
import { unscaleDecimal } from '#shared/domain/schemes/decimalText.ts';

const number = (value: string): MeasuredValue => ({ kind: 'number', value });
const option = (index: number): MeasuredValue => ({ kind: 'option', index });

function markOf(calculation: Calculation, measured: MeasuredValue, max: number): number | string {
  const result = computeMeasuredMark(calculation, measured, max);
  return result.ok ? result.mark.markHundredths : result.problem;
}

function wayOf(calculation: Calculation, measured: MeasuredValue, max: number) {
  const result = computeMeasuredMark(calculation, measured, max);
  return result.ok ? result.mark.way : null;
}

describe('worked examples', () => {
  test('passed or not: the maximum or nothing', () => {
    expect(markOf({ kind: 'pass_fail' }, { kind: 'passed', passed: true }, 125)).toBe(125);
    expect(markOf({ kind: 'pass_fail' }, { kind: 'passed', passed: false }, 125)).toBe(0);
  });

  test('4 of 6 done: 1.00 × 4 ÷ 6 = 0.666… → 0.67; 1 of 8: 1.00 ÷ 8 = 0.125 → 0.13 (half up)', () => {
    const six: Calculation = { kind: 'number_completed', possible: '6' };
    expect(markOf(six, number('4'), 100)).toBe(67);
    expect(wayOf(six, number('4'), 100)).toEqual({
      code: 'number_completed',
      params: { done: '4', possible: '6', maxHundredths: 100 },
    });
    expect(markOf({ kind: 'number_completed', possible: '8' }, number('1'), 100)).toBe(13);
    expect(markOf(six, number('7'), 100)).toBe('measured_out_of_range');
    expect(markOf(six, number('-1'), 100)).toBe('measured_out_of_range');
    expect(markOf({ kind: 'number_completed', possible: '0' }, number('0'), 100)).toBe(
      'calculation_not_computable',
    );
  });

  test('a choice takes off percent of the maximum or marks', () => {
    const options = [
      { label: 'None', deduction: '0' },
      { label: 'Some', deduction: '33.3' },
      { label: 'Many', deduction: '150' },
    ];
    const percent: Calculation = { kind: 'choice', deductionType: 'percent', options };
    // 0.75 × (1 − 0.333) = 0.50025 → 0.50
    expect([0, 1, 2].map((index) => markOf(percent, option(index), 75))).toEqual([75, 50, 0]);
    const unit: Calculation = {
      kind: 'choice',
      deductionType: 'unit',
      options: [{ label: 'One scratch', deduction: '0.25' }],
    };
    expect(markOf(unit, option(0), 100)).toBe(75);
    expect(wayOf(unit, option(0), 100)?.params).toEqual({
      label: 'One scratch',
      deductedHundredths: 25,
      maxHundredths: 100,
    });
    expect(markOf(unit, option(1), 100)).toBe('measured_out_of_range');
  });

  test('11.7 mm against 10 mm, 0.2 off for each whole 0.5 mm: 1.7 ÷ 0.5 = 3 steps, 1.00 − 0.60 = 0.40', () => {
    const calculation: Calculation = {
      kind: 'regular_difference',
      target: '10',
      difference: '0.5',
      differenceType: 'unit',
      deduction: '0.2',
      deductionType: 'unit',
    };
    expect(markOf(calculation, number('11.7'), 100)).toBe(40);
    expect(markOf(calculation, number('8.3'), 100)).toBe(40);
    // Exactly on the step, where a floating-point 0.3 ÷ 0.1 would lose one.
    const fine: Calculation = { ...calculation, target: '0', difference: '0.1', deduction: '0.1' };
    expect(markOf(fine, number('0.3'), 100)).toBe(70);
    expect(markOf(calculation, number('10.49'), 100)).toBe(100);
    expect(markOf(calculation, number('99'), 100)).toBe(0);
    expect(wayOf(calculation, number('11.7'), 100)).toEqual({
      code: 'regular_difference',
      params: {
        value: '11.7',
        target: '10',
        distance: '1.7',
        difference: '0.5',
        steps: '3',
        deductedHundredths: 60,
        maxHundredths: 100,
      },
    });
    expect(wayOf(calculation, number('10.2'), 100)?.code).toBe('within_difference');
  });

  test('a difference in percent is percent of the target: 5 % of 200 is 10; 221 is 2 steps away', () => {
    const calculation: Calculation = {
      kind: 'regular_difference',
      target: '200',
      difference: '5',
      differenceType: 'percent',
      deduction: '25',
      deductionType: 'percent',
    };
    // 2.00 − 2 × 25 % = 1.00
    expect(markOf(calculation, number('221'), 200)).toBe(100);
    expect(markOf({ ...calculation, target: '0' }, number('1'), 200)).toBe('calculation_not_computable');
    expect(markOf({ ...calculation, difference: '0' }, number('1'), 200)).toBe('calculation_not_computable');
  });

  test('ranges of the distance from the target', () => {
    const calculation: Calculation = {
      kind: 'ranged_score',
      target: '50',
      deductionType: 'percent',
      ranges: [
        { lower: '1', upper: '2', deduction: '50' },
        { lower: '0', upper: '1', deduction: '0' },
        { lower: '2.5', upper: '4', deduction: '100' },
      ],
    };
    const marks = ['50', '51', '49', '51.5', '52', '52.2', '47', '46', '45.9'].map((value) =>
      markOf(calculation, number(value), 80),
    );
    // Distances 0, 1, 1: nothing off; 1.5, 2: half; 2.2 (a gap: the range above), 3, 4: all; 4.1: beyond.
    expect(marks).toEqual([80, 80, 80, 40, 40, 0, 0, 0, 0]);
    expect(wayOf(calculation, number('45.9'), 80)?.code).toBe('beyond_ranges');
    expect(wayOf(calculation, number('51.5'), 80)?.params).toMatchObject({ lower: '1', upper: '2' });
    const farOnly: Calculation = { ...calculation, ranges: [{ lower: '3', upper: '5', deduction: '50' }] };
    expect(wayOf(farOnly, number('52'), 80)?.code).toBe('before_ranges');
    expect(markOf({ ...calculation, ranges: [] }, number('50'), 80)).toBe('calculation_not_computable');
  });

  test('a value of another kind is refused, and what has no rule is not computed', () => {
    expect(markOf({ kind: 'pass_fail' }, number('1'), 100)).toBe('measured_wrong_kind');
    expect(markOf({ kind: 'manual' }, number('1'), 100)).toBe('calculation_not_computable');
    expect(measuredKindOf({ kind: 'manual' })).toBeNull();
    expect(measuredKindOf(null)).toBeNull();
    expect(measuredKindOf({ kind: 'choice', deductionType: 'unit', options: [] })).toBe('option');
  });

  test('numbers are read as people type them', () => {
    expect(parseMeasuredNumber(' 11,70 ')).toEqual(number('11.7'));
    expect(parseMeasuredNumber('1 200')).toEqual(number('1200'));
    expect(parseMeasuredNumber('many')).toBeNull();
  });

  test('partial marks: by the scheme, by the aspect, by its list of deductions', () => {
    const plain = { calculation: null, hasExtraRows: false };
    expect(allowsPartialMark(plain, false)).toBe(false);
    expect(allowsPartialMark(plain, true)).toBe(true);
    expect(allowsPartialMark({ ...plain, hasExtraRows: true }, false)).toBe(true);
    expect(allowsPartialMark({ ...plain, calculation: { kind: 'manual' } }, false)).toBe(true);
  });
});

const decimal = (max: number) =>
  fc.integer({ min: 0, max }).map((scaled) => unscaleDecimal(BigInt(scaled), 3));
const type = fc.constantFrom('unit' as const, 'percent' as const);
const max = fc.integer({ min: 1, max: 1000 });
const difference = fc.record({
  kind: fc.constant('regular_difference' as const),
  target: decimal(100_000),
  difference: decimal(5000),
  differenceType: type,
  deduction: decimal(60_000),
  deductionType: type,
});
const ranged = fc.record({
  kind: fc.constant('ranged_score' as const),
  target: decimal(100_000),
  deductionType: type,
  ranges: fc.array(fc.record({ lower: decimal(9000), upper: decimal(9000), deduction: decimal(99_000) }), {
    maxLength: 3,
  }),
});

describe('for all values', () => {
  test('a mark is a whole number of hundredths between nothing and the maximum', () => {
    const completed = fc.record({ kind: fc.constant('number_completed' as const), possible: decimal(9000) });
    fc.assert(
      fc.property(
        fc.oneof(difference, ranged, completed),
        decimal(200_000),
        max,
        (calculation, value, top) => {
          const result = computeMeasuredMark(calculation, number(value), top);
          if (!result.ok) return;
          const { markHundredths } = result.mark;
          expect(Number.isInteger(markHundredths) && markHundredths >= 0 && markHundredths <= top).toBe(true);
        },
      ),
    );
  });

  test('farther from the target is never better', () => {
    fc.assert(
      fc.property(difference, decimal(9000), decimal(9000), max, (calculation, near, more, top) => {
        const at = (distance: bigint): number => {
          const target = BigInt(Math.round(Number(calculation.target) * 1000));
          const result = computeMeasuredMark(calculation, number(unscaleDecimal(target + distance, 3)), top);
          return result.ok ? result.mark.markHundredths : 0;
        };
        const first = BigInt(Math.round(Number(near) * 1000));
        const second = first + BigInt(Math.round(Number(more) * 1000));
        expect(at(second)).toBeLessThanOrEqual(at(first));
      }),
    );
  });

  test('one more done is never worse, and all done is the maximum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), max, (possible, top) => {
        const calculation: Calculation = { kind: 'number_completed', possible: String(possible) };
        let previous = 0;
        for (let done = 0; done <= possible; done += 1) {
          const mark = markOf(calculation, number(String(done)), top);
          expect(mark).toBeGreaterThanOrEqual(previous);
          previous = Number(mark);
        }
        expect(previous).toBe(top);
      }),
    );
  });
});
