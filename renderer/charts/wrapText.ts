/** Width in pixels of a text in the font of the chart. */
export type MeasureText = (text: string) => number;

/** Breaks a word that is longer than a line; a hyphen marks the break. */
function breakWord(word: string, width: number, measure: MeasureText): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(`${part}${letter}-`) > width) {
      parts.push(`${part}-`);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/**
 * Breaks a text into lines that fit. Nothing is left out: a word that is too long is broken with a hyphen.
 * @param width pixels of a line
 */
export function wrapText(text: string, width: number, measure: MeasureText): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const pieces = words.flatMap((word) => (measure(word) > width ? breakWord(word, width, measure) : [word]));
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joined = last === undefined ? piece : `${last} ${piece}`;
    if (last !== undefined && !last.endsWith('-') && measure(joined) <= width)
      lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}
