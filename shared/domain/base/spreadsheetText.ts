/** What a spreadsheet would run as a formula, also after spaces or line breaks. */
const RUNS = /^\s*[=+\-@\t\r]/;
/** What {@link quoteForSpreadsheet} has quoted. */
const QUOTED = /^'(?=\s*[=+\-@\t\r])/;

/** A text as it goes into a workbook: one that a spreadsheet would run gets an apostrophe before it. */
export function quoteForSpreadsheet(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The reverse of {@link quoteForSpreadsheet}. */
export function unquoteFromSpreadsheet(text: string): string {
  return text.replace(QUOTED, '');
}
