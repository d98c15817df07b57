/** What a written amount came to. */
export type ReadAmount = { kind: 'empty' } | { kind: 'value'; hundredths: number } | { kind: 'wrong' };

/** Whole digits that are read; 10^13 hundredths stay exact in a number. */
const MAX_DIGITS = 11;

/**
 * Reads an amount with at most two decimals as people and workbooks write it: `1 250,50`, `1250.5`, `1,250.50`,
 * `12 000 ₸`, `3 тг`. Spaces group digits; a comma or a point before one or two last digits is the decimal sign.
 * @returns integer hundredths, never computed in floating point; `wrong` for anything else, a negative amount too
 */
export function readAmount(text: string): ReadAmount {
  const typed = text.replaceAll(/[\s\u00a0\u202f']/g, '').replace(/(₸|тг\.?|теңге|тенге|kzt)$/iu, '');
  if (typed === '') return { kind: 'empty' };
  const match = /^(\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(typed);
  const whole = match?.[1]?.replaceAll(/[.,]/g, '') ?? '';
  if (!match || whole.length > MAX_DIGITS) return { kind: 'wrong' };
  return { kind: 'value', hundredths: Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0')) };
}

/** An amount in hundredths with a decimal point and no idle zeros, as workbooks take it: 1250 → `12.5`. */
export function writeAmount(hundredths: number): string {
  const [whole, rest] = [Math.trunc(hundredths / 100), Math.abs(hundredths % 100)];
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}
