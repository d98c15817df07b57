import type { Calculation, DecimalText, DeductionType, ScoreRange } from '../schemes/calculation.ts';
import { parseDecimalText, unscaleDecimal } from '../schemes/decimalText.ts';
import {
  absolute,
  compare,
  divide,
  floor,
  fromDecimal,
  fromInteger,
  multiply,
  roundHalfUp,
  subtract,
  type Rational,
} from './rational.ts';

/** What the instructor enters for an aspect with a calculation: what was measured, not the mark. */
export type MeasuredValue =
  | { kind: 'passed'; passed: boolean }
  /** A length, a temperature, how many were done: an exact decimal. */
  | { kind: 'number'; value: DecimalText }
  /** Which outcome of a choice, from 0. */
  | { kind: 'option'; index: number };

/** The way from what was measured to the mark. The sentence comes from the code, its numbers from the parameters. */
export interface MarkWay {
  code:
    | 'passed'
    | 'failed'
    | 'number_completed'
    | 'option'
    | 'within_difference'
    | 'regular_difference'
    | 'in_range'
    | 'before_ranges'
    | 'beyond_ranges';
  /** Exact decimals as text, counts, hundredths in names that end so, labels of options. */
  params: Record<string, string | number>;
}

/** A computed mark, in integer hundredths between nothing and the maximum. */
export interface MeasuredMark {
  markHundredths: number;
  way: MarkWay;
}

/** Why no mark follows from a value. */
export type MeasuredProblem = 'measured_wrong_kind' | 'measured_out_of_range' | 'calculation_not_computable';

export type MeasuredResult = { ok: true; mark: MeasuredMark } | { ok: false; problem: MeasuredProblem };

const HUNDRED = fromInteger(100);
const NONE: MeasuredResult = { ok: false, problem: 'measured_wrong_kind' };

const clamp = (value: bigint, max: number): number =>
  value <= 0n ? 0 : value >= BigInt(max) ? max : Number(value);

/** A deduction in hundredths of a mark, exact: marks × 100, or percent of the maximum. */
function deductionOf(deduction: DecimalText, type: DeductionType, maxHundredths: number): Rational {
  const amount = fromDecimal(deduction);
  return type === 'unit'
    ? multiply(amount, HUNDRED)
    : divide(multiply(amount, fromInteger(maxHundredths)), HUNDRED);
}

const lessDeduction = (deducted: Rational, maxHundredths: number): number =>
  clamp(roundHalfUp(subtract(fromInteger(maxHundredths), deducted)), maxHundredths);

/** |x − target| as an exact decimal. */
function distanceText(value: DecimalText, target: DecimalText): DecimalText {
  const distance = absolute(subtract(fromDecimal(value), fromDecimal(target)));
  // Both sides are decimals, so the denominator is a power of ten.
  const places = String(distance.bottom).length - 1;
  return unscaleDecimal(distance.top, places);
}

function ok(markHundredths: number, code: MarkWay['code'], params: MarkWay['params']): MeasuredResult {
  return { ok: true, mark: { markHundredths, way: { code, params } } };
}

function passFail(measured: MeasuredValue, max: number): MeasuredResult {
  if (measured.kind !== 'passed') return NONE;
  return ok(measured.passed ? max : 0, measured.passed ? 'passed' : 'failed', { maxHundredths: max });
}

function numberCompleted(possible: DecimalText, measured: MeasuredValue, max: number): MeasuredResult {
  if (measured.kind !== 'number') return NONE;
  const all = fromDecimal(possible);
  if (all.top <= 0n) return { ok: false, problem: 'calculation_not_computable' };
  const done = fromDecimal(measured.value);
  if (done.top < 0n || compare(done, all) > 0) return { ok: false, problem: 'measured_out_of_range' };
  const mark = clamp(roundHalfUp(divide(multiply(fromInteger(max), done), all)), max);
  return ok(mark, 'number_completed', { done: measured.value, possible, maxHundredths: max });
}

type ChoiceCalculation = Extract<Calculation, { kind: 'choice' }>;

function choice(calculation: ChoiceCalculation, measured: MeasuredValue, max: number): MeasuredResult {
  if (measured.kind !== 'option') return NONE;
  const option = calculation.options[measured.index];
  if (!option) return { ok: false, problem: 'measured_out_of_range' };
  const deducted = deductionOf(option.deduction, calculation.deductionType, max);
  const mark = lessDeduction(deducted, max);
  return ok(mark, 'option', { label: option.label, deductedHundredths: max - mark, maxHundredths: max });
}

type DifferenceCalculation = Extract<Calculation, { kind: 'regular_difference' }>;

function regularDifference(
  calculation: DifferenceCalculation,
  measured: MeasuredValue,
  max: number,
): MeasuredResult {
  if (measured.kind !== 'number') return NONE;
  const { target, difference, differenceType } = calculation;
  const size = absolute(fromDecimal(difference));
  const step =
    differenceType === 'unit' ? size : divide(multiply(size, absolute(fromDecimal(target))), HUNDRED);
  if (step.top === 0n) return { ok: false, problem: 'calculation_not_computable' };
  const distance = absolute(subtract(fromDecimal(measured.value), fromDecimal(target)));
  const steps = floor(divide(distance, step));
  const each = deductionOf(calculation.deduction, calculation.deductionType, max);
  const mark = lessDeduction(multiply({ top: steps, bottom: 1n }, each), max);
  return ok(mark, steps === 0n ? 'within_difference' : 'regular_difference', {
    value: measured.value,
    target,
    distance: distanceText(measured.value, target),
    difference: differenceType === 'unit' ? difference : `${difference} %`,
    steps: String(steps),
    deductedHundredths: max - mark,
    maxHundredths: max,
  });
}

type RangedCalculation = Extract<Calculation, { kind: 'ranged_score' }>;

const byUpper = (a: ScoreRange, b: ScoreRange): number =>
  compare(fromDecimal(a.upper), fromDecimal(b.upper)) || compare(fromDecimal(a.lower), fromDecimal(b.lower));

/**
 * The range for a distance is the first whose upper end it does not pass, so that gaps belong to the range above.
 * Nearer than every range: nothing is taken off. Farther than every range: no mark. What CIS does outside of its
 * ranges is not published; the sentence of the way says which case it was.
 */
function rangedScore(calculation: RangedCalculation, measured: MeasuredValue, max: number): MeasuredResult {
  if (measured.kind !== 'number') return NONE;
  const ranges = calculation.ranges.toSorted(byUpper);
  const distance = absolute(subtract(fromDecimal(measured.value), fromDecimal(calculation.target)));
  const shared = {
    value: measured.value,
    target: calculation.target,
    distance: distanceText(measured.value, calculation.target),
    maxHundredths: max,
  };
  const lowest = ranges.reduce<Rational | null>((least, range) => {
    const lower = fromDecimal(range.lower);
    return least === null || compare(lower, least) < 0 ? lower : least;
  }, null);
  if (lowest === null) return { ok: false, problem: 'calculation_not_computable' };
  if (compare(distance, lowest) < 0) return ok(max, 'before_ranges', shared);
  const range = ranges.find((one) => compare(distance, fromDecimal(one.upper)) <= 0);
  if (!range) return ok(0, 'beyond_ranges', shared);
  const mark = lessDeduction(deductionOf(range.deduction, calculation.deductionType, max), max);
  const { lower, upper } = range;
  return ok(mark, 'in_range', { ...shared, lower, upper, deductedHundredths: max - mark });
}

/**
 * The mark that follows from what was measured, and the way to it. Exact until the one rounding (half up) to
 * hundredths; never below nothing or above the maximum. Rules: WorldSkills CIS workbooks, see the kinds of
 * {@link Calculation}.
 */
export function computeMeasuredMark(
  calculation: Calculation,
  measured: MeasuredValue,
  maxHundredths: number,
): MeasuredResult {
  switch (calculation.kind) {
    case 'pass_fail':
      return passFail(measured, maxHundredths);
    case 'number_completed':
      return numberCompleted(calculation.possible, measured, maxHundredths);
    case 'choice':
      return choice(calculation, measured, maxHundredths);
    case 'regular_difference':
      return regularDifference(calculation, measured, maxHundredths);
    case 'ranged_score':
      return rangedScore(calculation, measured, maxHundredths);
    case 'manual':
    case 'unknown':
      return { ok: false, problem: 'calculation_not_computable' };
  }
}

/** What kind of value an aspect with this calculation is measured by; null: a mark is given by hand. */
export function measuredKindOf(calculation: Calculation | null): MeasuredValue['kind'] | null {
  switch (calculation?.kind) {
    case 'pass_fail':
      return 'passed';
    case 'choice':
      return 'option';
    case 'number_completed':
    case 'regular_difference':
    case 'ranged_score':
      return 'number';
    default:
      return null;
  }
}

/** A number as people type it ("11,7") as a measured value; null when it is none. */
export function parseMeasuredNumber(text: string): MeasuredValue | null {
  const value = parseDecimalText(text.replaceAll(/\s/g, ''));
  return value === null ? null : { kind: 'number', value };
}

/**
 * Whether a mark between nothing and the maximum may be given by hand: the aspect says so (a calculation of the kind
 * `manual`, or one that we cannot compute), it lists deductions of its own, or the scheme allows it everywhere.
 */
export function allowsPartialMark(
  aspect: { calculation: Calculation | null; hasExtraRows: boolean },
  schemeAllows: boolean,
): boolean {
  const kind = aspect.calculation?.kind;
  return schemeAllows || aspect.hasExtraRows || kind === 'manual' || kind === 'unknown';
}
