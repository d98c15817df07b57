import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { MarkEntry } from '#shared/contract/training.ts';
import {
  formatMarkText,
  fullEntry,
  isSameEntry,
  parseMarkText,
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

test('what is written is read back as the same entry, whatever the decimal sign', () => {
  const rules = fc.record({
    kind: fc.constantFrom('measurement' as const, 'judgement' as const),
    maxHundredths: fc.integer({ min: 0, max: 10_000_000 }),
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
    );
  const cases = rules.chain((rule) => fc.tuple(fc.constant(rule), entryOf(rule)));
  fc.assert(
    fc.property(cases, fc.constantFrom(',' as const, '.' as const), ([rule, entry], sign) => {
      const parsed = parseMarkText(formatMarkText(entry, sign), rule);
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
