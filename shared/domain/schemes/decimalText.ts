import type { DecimalText } from './calculation.ts';

/** More digits than this on either side of the point are no measurement but a mistake. */
const MAX_DIGITS = 18;

const PATTERN = /^([+-]?)(\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Digits of a decimal with the point moved by `exponent` places, as whole and fraction. */
function movePoint(whole: string, fraction: string, exponent: number): [string, string] {
  if (exponent >= 0) {
    const padded = fraction.padEnd(exponent, '0');
    return [whole + padded.slice(0, exponent), padded.slice(exponent)];
  }
  const padded = whole.padStart(-exponent, '0');
  return [padded.slice(0, padded.length + exponent), padded.slice(padded.length + exponent) + fraction];
}

/** Whole and fraction without the zeros that say nothing; null where there are too many digits. */
function joinDigits(sign: string, whole: string, fraction: string): DecimalText | null {
  if (whole.length > MAX_DIGITS || fraction.length > MAX_DIGITS) {
    return null;
  }
  if (whole === '' && fraction === '') {
    return '0';
  }
  const tail = fraction === '' ? '' : `.${fraction}`;
  return `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${tail}`;
}

/**
 * Reads an exact decimal: "1.00000000", "0E-8", "1,5", 0.25. The answer is its shortest form ("1", "0", "1.5").
 * @returns null where the value is no decimal or has more than 18 digits before or after the point
 */
export function parseDecimalText(value: string | number): DecimalText | null {
  const match = PATTERN.exec(String(value).trim());
  if (match === null) {
    return null;
  }
  const [, sign = '', digits = '', decimals = '', exponent = '0'] = match;
  if (digits + decimals === '' || Math.abs(Number(exponent)) > MAX_DIGITS) {
    return null;
  }
  const [whole, fraction] = movePoint(digits, decimals, Number(exponent));
  return joinDigits(sign, whole.replace(/^0+/, ''), fraction.replace(/0+$/, ''));
}

/** How many digits a decimal has after the point. */
export function countDecimals(decimal: DecimalText): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/**
 * A decimal as an integer of 10^-`places` units, for exact arithmetic: ("0.25", 8) → 25000000n.
 * @throws RangeError when the decimal has more places than that; check with {@link countDecimals}
 */
export function scaleDecimal(decimal: DecimalText, places: number): bigint {
  const decimals = countDecimals(decimal);
  if (decimals > places) {
    throw new RangeError(`${decimal} has more than ${places} decimals`);
  }
  return BigInt(decimal.replace('.', '') + '0'.repeat(places - decimals));
}

/** The reverse of {@link scaleDecimal}. */
export function unscaleDecimal(scaled: bigint, places: number): DecimalText {
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
