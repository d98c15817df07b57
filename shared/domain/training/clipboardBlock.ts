/** Cells of a spreadsheet as texts, row by row. */
export type TextBlock = readonly (readonly string[])[];

/** Reads one cell that stands in quotes; `at` is the place after the opening quote. */
function readQuoted(text: string, at: number): { value: string; end: number } {
  let value = '';
  let index = at;
  while (index < text.length) {
    if (text[index] !== '"') value += text[index] ?? '';
    else if (text[index + 1] === '"') {
      value += '"';
      index += 1;
    } else return { value, end: index + 1 };
    index += 1;
  }
  return { value, end: index };
}

function readPlain(text: string, at: number): { value: string; end: number } {
  const rest = /^[^\t\n]*/.exec(text.slice(at))?.[0] ?? '';
  return { value: rest, end: at + rest.length };
}

/**
 * Reads tab-separated text as spreadsheets put it on the clipboard: cells with a line break stand in quotes, the last
 * line ends with a break that begins no row.
 */
export function parseTabText(given: string): TextBlock {
  const text = given.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { value, end } = text[at] === '"' ? readQuoted(text, at + 1) : readPlain(text, at);
    rows.at(-1)?.push(value.trim());
    if (end >= text.length) return rows;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
}

/** Writes cells as tab-separated text, the way {@link parseTabText} reads them. */
export function formatTabText(rows: TextBlock): string {
  const quote = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  minus: '−',
  ndash: '–',
  mdash: '—',
};

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const isHex = name[1]?.toLowerCase() === 'x';
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, decodeEntity)
    .replace(/\s+/g, ' ')
    .trim();
}

const CELL = /<t[dh]\b([^>]*)>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|$)/gi;

function readHtmlRow(html: string): string[] {
  return [...html.matchAll(CELL)].flatMap(([, attributes = '', content = '']) => {
    const span = Number(/colspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? '1');
    return [textOfHtml(content), ...Array.from({ length: Math.max(0, span - 1) }, () => '')];
  });
}

/** Reads the first table of a piece of HTML as texts only; null when it holds none. */
export function parseHtmlTable(html: string): TextBlock | null {
  const table = /<table\b[^>]*>([\s\S]*?)(?:<\/table>|$)/i.exec(html)?.[1];
  if (table === undefined) return null;
  const rows = table.split(/<tr\b[^>]*>/i).slice(1);
  const block = rows.map(readHtmlRow).filter((row) => row.length > 0);
  return block.length > 0 ? block : null;
}

/** The block that was copied: the tab-separated text, or the table of the HTML where there is no such text. */
export function parseClipboard(clipboard: { text: string; html: string }): TextBlock | null {
  const hasCells = /[\t\n]/.test(clipboard.text.trim());
  const table = hasCells || clipboard.html === '' ? null : parseHtmlTable(clipboard.html);
  if (table !== null) return table;
  return clipboard.text === '' ? null : parseTabText(clipboard.text);
}
