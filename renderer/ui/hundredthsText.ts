/** What a typed number with at most two decimals came to. */
export type TypedHundredths =
  { kind: 'empty' } | { kind: 'value'; hundredths: number } | { kind: 'wrong'; why: 'format' | 'range' };

/**
 * Reads a number with at most two decimals as people type it: `85`, `85,5`, `85.50`, with a comma or a point.
 * @param maximum in hundredths
 * @returns integer hundredths; never computed in floating point
 */
export function parseHundredths(text: string, maximum: number): TypedHundredths {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '');
  if (typed === '') return { kind: 'empty' };
  const match = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(typed);
  if (!match) return { kind: 'wrong', why: 'format' };
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths > maximum ? { kind: 'wrong', why: 'range' } : { kind: 'value', hundredths };
}
