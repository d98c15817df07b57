import type { Format } from '../../i18n/format.ts';

/** A difference with its sign; what rounds to nothing has none. */
export function signed(format: Pick<Format, 'number'>, value: number, digits: number): string {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return `${sign}${format.number(Math.abs(rounded), digits)}`;
}
