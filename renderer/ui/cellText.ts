/** A whole or decimal number as the three languages write it: thousands apart, comma or point, no idle zero before it. */
const NUMBER = /^[-−]?(?:0|[1-9]\d{0,2}(?:[\s\u00a0\u202f]\d{3})+|[1-9]\d{0,14})(?:[.,]\d+)?$/;

/** What stands in a cell of a table on the screen, for a file: a number where it reads as one, else its text on one line. */
export function cellValue(text: string): string | number | null {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return null;
  if (!NUMBER.test(line)) return line;
  return Number(line.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.'));
}
