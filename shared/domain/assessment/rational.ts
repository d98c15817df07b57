import type { DecimalText } from '../schemes/calculation.ts';
import { countDecimals, scaleDecimal } from '../schemes/decimalText.ts';

/**
 * An exact fraction. Measured values and parameters are decimals, marks are hundredths: with fractions of integers
 * nothing is lost before the one rounding at the end.
 */
export interface Rational {
  top: bigint;
  /** Above zero. */
  bottom: bigint;
}

/** An exact decimal as a fraction. */
export function fromDecimal(decimal: DecimalText): Rational {
  const places = countDecimals(decimal);
  return { top: scaleDecimal(decimal, places), bottom: 10n ** BigInt(places) };
}

/** A whole number as a fraction. */
export function fromInteger(value: number): Rational {
  return { top: BigInt(value), bottom: 1n };
}

export function subtract(a: Rational, b: Rational): Rational {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** @throws RangeError when `b` is zero */
export function divide(a: Rational, b: Rational): Rational {
  if (b.top === 0n) throw new RangeError('division by zero');
  const sign = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign };
}

export function absolute(a: Rational): Rational {
  return { top: a.top < 0n ? -a.top : a.top, bottom: a.bottom };
}

/** Below zero: a < b; zero: equal; above zero: a > b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : Number(left > right);
}

/** The greatest whole number that is not above the fraction. */
export function floor(a: Rational): bigint {
  const whole = a.top / a.bottom;
  return a.top < 0n && whole * a.bottom !== a.top ? whole - 1n : whole;
}

/** The nearest whole number; a half goes up. */
export function roundHalfUp(a: Rational): bigint {
  return floor({ top: 2n * a.top + a.bottom, bottom: 2n * a.bottom });
}
