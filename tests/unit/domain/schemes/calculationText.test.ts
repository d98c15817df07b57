import { describe, expect, test } from 'vitest';
import {
  formatCalculation,
  isCalculationLabel,
  parseCalculation,
} from '#shared/domain/schemes/calculationText.ts';
import type { Calculation } from '#shared/domain/schemes/calculation.ts';
import { parseDecimalText, scaleDecimal, unscaleDecimal } from '#shared/domain/schemes/decimalText.ts';

/** Texts in the form of real workbooks: order, eight decimals and `0E-8` as CIS writes them. */
const CHOICE =
  'DEDUCTION_TYPE:::#x~x#UNIT#-#CHOICE3_LABEL:::#x~x#Nothing there#-#CHOICE2_DEDUCTION:::0.25000000#x~x##-#CHOICE2_LABEL:::#x~x#Half of it#-#CHOICE1_DEDUCTION:::0E-8#x~x##-#CHOICE1_LABEL:::#x~x#All of it#-#CHOICE3_DEDUCTION:::0.75000000#x~x#';
const DIFFERENCE =
  'DEDUCTION_TYPE:::#x~x#UNIT#-#TARGET_VALUE:::0E-8#x~x##-#DIFFERENCE:::1.00000000#x~x##-#DIFFERENCE_TYPE:::#x~x#UNIT#-#DEDUCTION:::0.50000000#x~x#';

describe('parameters of calculations', () => {
  test.each<[string, string, Calculation]>([
    ['PASS_FAIL', '', { kind: 'pass_fail' }],
    ['NUMBER_COMPLETED', 'NUM_POSSIBLE:::6.00000000#x~x#', { kind: 'number_completed', possible: '6' }],
    [
      'CHOICE',
      CHOICE,
      {
        kind: 'choice',
        deductionType: 'unit',
        options: [
          { label: 'All of it', deduction: '0' },
          { label: 'Half of it', deduction: '0.25' },
          { label: 'Nothing there', deduction: '0.75' },
        ],
      },
    ],
    [
      'REGULAR_DIFFERENCE_DEDUCTION',
      DIFFERENCE,
      {
        kind: 'regular_difference',
        target: '0',
        difference: '1',
        differenceType: 'unit',
        deduction: '0.5',
        deductionType: 'unit',
      },
    ],
    ['MANUAL', '', { kind: 'manual' }],
  ])('of %s are read and written to the letter', (cisKind, parametersText, calculation) => {
    expect(parseCalculation({ cisKind, parametersText })).toEqual(calculation);
    expect(formatCalculation(calculation)).toEqual({ cisKind, parametersText });
  });

  test('of ranges are read in any order', () => {
    const parametersText = [
      'RANGE2_LOWER:::1.00000000#x~x#',
      'RANGE1_LOWER:::0E-8#x~x#',
      'TARGET_VALUE:::11.70000000#x~x#',
      'RANGE1_UPPER:::1.00000000#x~x#',
      'RANGE1_DEDUCTION:::0E-8#x~x#',
      'RANGE2_DEDUCTION:::50.00000000#x~x#',
      'DEDUCTION_TYPE:::#x~x#PERCENT',
      'RANGE2_UPPER:::2.50000000#x~x#',
    ].join('#-#');
    expect(parseCalculation({ cisKind: 'RANGED_SCORE', parametersText })).toEqual({
      kind: 'ranged_score',
      target: '11.7',
      deductionType: 'percent',
      ranges: [
        { lower: '0', upper: '1', deduction: '0' },
        { lower: '1', upper: '2.5', deduction: '50' },
      ],
    });
  });

  test.each([
    ['a kind that nobody knows', 'LOOKUP_TABLE', 'ROWS:::3#x~x#'],
    ['a parameter too many', 'PASS_FAIL', 'NUM_POSSIBLE:::6#x~x#'],
    ['a parameter too few', 'NUMBER_COMPLETED', ''],
    ['a number in words', 'NUMBER_COMPLETED', 'NUM_POSSIBLE:::six#x~x#'],
    ['a number with nine decimals', 'NUMBER_COMPLETED', 'NUM_POSSIBLE:::0.123456789#x~x#'],
    ['another type of deduction', 'CHOICE', 'DEDUCTION_TYPE:::#x~x#SHARE'],
    ['the same parameter twice', 'NUMBER_COMPLETED', 'NUM_POSSIBLE:::6#x~x##-#NUM_POSSIBLE:::7#x~x#'],
    ['no parameters at all', 'CHOICE', 'whatever'],
  ])('with %s are kept word for word', (_name, cisKind, parametersText) => {
    const calculation = parseCalculation({ cisKind, parametersText });
    expect(calculation).toEqual({ kind: 'unknown', cisKind, parametersText });
    expect(formatCalculation(calculation)).toEqual({ cisKind, parametersText });
  });

  test('keep labels with dashes and hashes, but not those that look like the next parameter', () => {
    for (const label of ['-', '#', '#-#', '- 5 mm', 'a#x~x#b', '-#']) {
      const choice: Calculation = {
        kind: 'choice',
        deductionType: 'unit',
        options: [{ label, deduction: '1' }],
      };
      expect(isCalculationLabel(label)).toBe(true);
      expect(parseCalculation(formatCalculation(choice))).toEqual(choice);
    }
    expect(isCalculationLabel('x#-#NAME:::')).toBe(false);
    expect(isCalculationLabel('-#NAME:::')).toBe(false);
  });
});

describe('exact decimals', () => {
  test.each([
    ['1.00000000', '1'],
    ['0E-8', '0'],
    ['-0', '0'],
    ['1,5', '1.5'],
    [' 007.250 ', '7.25'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.2E+3', '1200'],
    ['12E-3', '0.012'],
    ['1E-8', '0.00000001'],
  ])('%s is %s', (typed, decimal) => {
    expect(parseDecimalText(typed)).toBe(decimal);
  });

  test.each(['', '.', '1.2.3', 'six', '1 000', '1E99', '1'.repeat(19), 'NaN', 'Infinity'])(
    '%s is none',
    (typed) => {
      expect(parseDecimalText(typed)).toBeNull();
    },
  );

  test('become integers and back', () => {
    expect(scaleDecimal('-0.25', 8)).toBe(-25_000_000n);
    expect(unscaleDecimal(-25_000_000n, 8)).toBe('-0.25');
    expect(unscaleDecimal(5n, 2)).toBe('0.05');
    expect(() => scaleDecimal('0.123', 2)).toThrow(RangeError);
  });
});
