import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { MarkEntry } from '#shared/contract/training.ts';
import type { Calculation } from '#shared/domain/schemes/calculation.ts';
import {
  formatMarkText,
  fullEntry,
  isSameEntry,
  parseMarkText,
  takesMeasured,
  type MarkRule,
} from '#shared/domain/training/markText.ts';

const measurement = (maxHundredths: number): MarkRule => ({ kind: 'measurement', maxHundredths });
const judgement: MarkRule = { kind: 'judgement', maxHundredths: 200 };

const points = (markHundredths: number) => ({ ok: true, entry: { kind: 'points', markHundredths } });
const problem = (text: string, rule: MarkRule): string => {
  const parsed = parseMarkText(text, rule);
  return parsed.ok ? 'none' : parsed.problem.code;
};

describe('a measurement', () => {
  it.each([
    ['1', 100],
    ['1.5', 150],
    ['1,5', 150],
    [' 0,25 ', 25],
    ['0', 0],
    ['00,10', 10],
    [',5', 50],
    ['2.', 200],
    ['2,00', 200],
  ])('takes %j', (text, hundredths) => {
    expect(parseMarkText(text, measurement(200))).toEqual(points(hundredths));
  });

  it.each([
    ['2,01', 'above_maximum'],
    ['99999999999999999999', 'above_maximum'],
    ['1,234', 'too_many_decimals'],
    ['1,250', 'too_many_decimals'],
    ['-1', 'below_zero'],
    ['−0,5', 'below_zero'],
    ['one', 'not_a_number'],
    ['1 0', 'not_a_number'],
    ['1.0.0', 'not_a_number'],
    [',', 'not_a_number'],
    ['1e2', 'not_a_number'],
    ['50%', 'not_a_number'],
  ])('refuses %j: %s', (text, code) => {
    expect(problem(text, measurement(200))).toBe(code);
  });

  test('says the maximum that was passed', () => {
    expect(parseMarkText('3', measurement(250))).toEqual({
      ok: false,
      problem: { code: 'above_maximum', maxHundredths: 250 },
    });
  });
});

describe('a judgement', () => {
  it.each(['0', '1', '2', '3', '3,0', '2.00'])('takes %j', (text) => {
    expect(parseMarkText(text, judgement)).toMatchObject({ ok: true, entry: { kind: 'score' } });
  });

  it.each(['4', '1,5', '-1', '22', 'a'])('refuses %j', (text) => {
    expect(problem(text, judgement)).toBe('not_a_score');
  });
});

describe('signs', () => {
  it.each(['-', '−', '–', '—', ' — '])('%j means not attempted, which is not zero', (text) => {
    expect(parseMarkText(text, measurement(100))).toEqual({ ok: true, entry: { kind: 'not_attempted' } });
    expect(parseMarkText(text, judgement)).toEqual({ ok: true, entry: { kind: 'not_attempted' } });
  });

  test('+ is the full mark, or the highest score', () => {
    expect(parseMarkText('+', measurement(125))).toEqual(points(125));
    expect(parseMarkText('+', judgement)).toEqual({ ok: true, entry: { kind: 'score', score: 3 } });
  });

  test('nothing empties the cell', () => {
    expect(parseMarkText('  ', measurement(100))).toEqual({ ok: true, entry: null });
  });
});

describe('where the mark follows from what was measured', () => {
  const counted: MarkRule = {
    kind: 'measurement',
    maxHundredths: 200,
    calculation: { kind: 'number_completed', possible: '8' },
  };
  const chosen: MarkRule = {
    kind: 'measurement',
    maxHundredths: 200,
    calculation: {
      kind: 'choice',
      deductionType: 'unit',
      options: [
        { label: 'none', deduction: '0' },
        { label: 'some', deduction: '1' },
      ],
    },
  };

  test('the number typed is what was measured', () => {
    expect(parseMarkText('6', counted)).toEqual({
      ok: true,
      entry: { kind: 'measured', measured: { kind: 'number', value: '6' } },
    });
    expect(parseMarkText('2', chosen)).toMatchObject({ entry: { measured: { kind: 'option', index: 1 } } });
    expect(problem('9', counted)).toBe('measured_wrong');
    expect(problem('3', chosen)).toBe('measured_wrong');
    expect(problem('0', chosen)).toBe('measured_wrong');
    expect(problem('x', counted)).toBe('not_a_number');
  });

  test('with = before it the number is the mark', () => {
    expect(parseMarkText('=1,5', counted)).toEqual(points(150));
    expect(problem('=2,5', counted)).toBe('above_maximum');
    expect(formatMarkText({ kind: 'points', markHundredths: 150 }, ',', counted)).toBe('=1,5');
    expect(formatMarkText({ kind: 'points', markHundredths: 150 }, ',', measurement(200))).toBe('1,5');
  });
});

test('a mark between nothing and the maximum is refused where none is allowed', () => {
  const whole: MarkRule = { ...measurement(200), allowsPartial: false };
  expect(problem('1', whole)).toBe('partial_not_allowed');
  expect(parseMarkText('2', whole)).toEqual(points(200));
  expect(parseMarkText('0', whole)).toEqual(points(0));
  expect(parseMarkText('+', whole)).toEqual(points(200));
});

test('what is written is read back as the same entry, whatever the aspect and the decimal sign', () => {
  const rules = fc.record({
    kind: fc.constantFrom('measurement' as const, 'judgement' as const),
    maxHundredths: fc.integer({ min: 0, max: 10_000_000 }),
    calculation: fc.constantFrom<Calculation | null>(
      null,
      { kind: 'manual' },
      { kind: 'pass_fail' },
      { kind: 'number_completed', possible: '40' },
    ),
  });
  const entryOf = (rule: MarkRule): fc.Arbitrary<MarkEntry | null> =>
    fc.oneof(
      fc.constant(null),
      fc.constant<MarkEntry>({ kind: 'not_attempted' }),
      fc.constant(fullEntry(rule)),
      rule.kind === 'judgement'
        ? fc.integer({ min: 0, max: 3 }).map((score): MarkEntry => ({ kind: 'score', score }))
        : fc
            .integer({ min: 0, max: rule.maxHundredths })
            .map((markHundredths): MarkEntry => ({ kind: 'points', markHundredths })),
      takesMeasured(rule)
        ? fc.integer({ min: 0, max: 400 }).map((tenths): MarkEntry => ({
            kind: 'measured',
            measured: { kind: 'number', value: String(tenths / 10) },
          }))
        : fc.constant(null),
    );
  const cases = rules.chain((rule) => fc.tuple(fc.constant(rule), entryOf(rule)));
  fc.assert(
    fc.property(cases, fc.constantFrom(',' as const, '.' as const), ([rule, entry], sign) => {
      const parsed = parseMarkText(formatMarkText(entry, sign, rule), rule);
      expect(parsed).toEqual({ ok: true, entry });
      expect(parsed.ok && isSameEntry(parsed.entry, entry)).toBe(true);
    }),
  );
});

test('no text is ever read as more than the maximum', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 500 }), (text, maxHundredths) => {
      const parsed = parseMarkText(text, measurement(maxHundredths));
      if (parsed.ok && parsed.entry?.kind === 'points') {
        expect(parsed.entry.markHundredths).toBeLessThanOrEqual(maxHundredths);
      }
    }),
  );
});
