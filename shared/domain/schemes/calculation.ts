/**
 * How a measured value becomes a mark: the calculation kinds of CIS workbooks and one of our own.
 *
 * A `DecimalText` is an exact decimal as text in its shortest form ("0.25", "-3", "0"): parameters of a
 * calculation have up to eight decimals, and a floating-point number would not keep them.
 */
export type DecimalText = string;

/** Whether a deduction is taken in marks (`unit`) or in percent of the maximum mark (`percent`). */
export type DeductionType = 'unit' | 'percent';

/** One possible outcome and what is taken off for it, in marks or percent as the calculation says. */
export interface ChoiceOption {
  label: string;
  deduction: DecimalText;
}

/** A band of distances from the target, both ends included, and what is taken off inside it. */
export interface ScoreRange {
  lower: DecimalText;
  upper: DecimalText;
  deduction: DecimalText;
}

/** Maximum or nothing. */
export interface PassFail {
  kind: 'pass_fail';
}

/** Maximum × n / `possible`. */
export interface NumberCompleted {
  kind: 'number_completed';
  possible: DecimalText;
}

/** Maximum less the deduction of the outcome that was chosen. */
export interface Choice {
  kind: 'choice';
  deductionType: DeductionType;
  options: ChoiceOption[];
}

/** Maximum − floor(|x − target| / difference) × deduction. */
export interface RegularDifference {
  kind: 'regular_difference';
  target: DecimalText;
  difference: DecimalText;
  differenceType: DeductionType;
  deduction: DecimalText;
  deductionType: DeductionType;
}

/** The deduction of the range that holds |x − target|. */
export interface RangedScore {
  kind: 'ranged_score';
  target: DecimalText;
  deductionType: DeductionType;
  ranges: ScoreRange[];
}

/** Any mark from nothing to the maximum, in hundredths; only in schemes made here. */
export interface ManualMark {
  kind: 'manual';
}

/** A calculation whose kind or parameters we do not understand: kept word for word, never computed. */
export interface UnknownCalculation {
  kind: 'unknown';
  cisKind: string;
  parametersText: string;
}

export type Calculation =
  PassFail | NumberCompleted | Choice | RegularDifference | RangedScore | ManualMark | UnknownCalculation;
