import type { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';

/** What a test wants to know of a PDF file as Chromium writes it. */
export interface PdfView {
  /** Size of each page in points. */
  pages: { width: number; height: number }[];
  /** The words of all pages without any spaces: where a line breaks makes no difference. */
  words: string;
  /** Whether headings, tables and paragraphs are told apart, for people who listen to it. */
  isTagged: boolean;
  /** Pictures and lines that are drawn, apart from text. */
  strokes: number;
}

interface Part {
  dictionary: string;
  stream: string | null;
}

/** The numbered objects of a file, with their streams unpacked. */
function readParts(bytes: Buffer): Map<number, Part> {
  const text = bytes.toString('latin1');
  const parts = new Map<number, Part>();
  const head = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const from = found.index + found[0].length;
    const end = text.indexOf('endobj', from);
    const streamAt = text.indexOf('stream\n', from);
    if (streamAt === -1 || streamAt > end) {
      parts.set(Number(found[1]), { dictionary: text.slice(from, end), stream: null });
      continue;
    }
    const dictionary = text.slice(from, streamAt);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const start = streamAt + 'stream\n'.length;
    const packed = bytes.subarray(start, start + length);
    const isPacked = dictionary.includes('/FlateDecode');
    parts.set(Number(found[1]), {
      dictionary,
      stream: (isPacked ? inflateSync(packed) : packed).toString('latin1'),
    });
    head.lastIndex = start + length;
  }
  return parts;
}

const fromHex = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

type Letter = [glyph: number, letter: string];

/** Letters that a table names one by one. */
const singleLetters = (table: string): Letter[] =>
  [...table.matchAll(/beginbfchar\n([^]*?)endbfchar/g)].flatMap(([, block = '']) =>
    [...block.matchAll(/<([\dA-F]+)> <([\dA-F]+)>/gi)].map(([, glyph = '', letter = '']): Letter => [
      Number.parseInt(glyph, 16),
      fromHex(letter),
    ]),
  );

/** Letters that a table names as rows of neighbours. */
const rowsOfLetters = (table: string): Letter[] =>
  [...table.matchAll(/beginbfrange\n([^]*?)endbfrange/g)].flatMap(([, block = '']) =>
    [...block.matchAll(/<([\dA-F]+)> <([\dA-F]+)> <([\dA-F]+)>/gi)].flatMap(([, ...ends]) => {
      const [from = 0, to = 0, first = 0] = ends.map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: to - from + 1 }, (_, step): Letter => [
        from + step,
        String.fromCharCode(first + step),
      ]);
    }),
  );

/** Which letters a font's glyphs stand for, as its own table says. */
const readLetters = (table: string): Map<number, string> =>
  new Map([...singleLetters(table), ...rowsOfLetters(table)]);

interface Font {
  letters: Map<number, string>;
  /** Hexadecimal digits of one glyph. */
  digits: number;
}

function readFonts(parts: Map<number, Part>): Map<number, Font> {
  const fonts = new Map<number, Font>();
  for (const [number, { dictionary }] of parts) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1];
    const letters = table === undefined ? null : parts.get(Number(table))?.stream;
    if (letters === null || letters === undefined) continue;
    fonts.set(number, { letters: readLetters(letters), digits: dictionary.includes('/Type0') ? 4 : 2 });
  }
  return fonts;
}

/** The words that one stream shows; fonts are named after their objects. */
function wordsOf(stream: string, fonts: Map<number, Font>): string {
  let font: Font | undefined;
  let words = '';
  for (const [, name, shown] of stream.matchAll(/\/F(\d+) [\d.]+ Tf|<([\dA-F]+)>/gi)) {
    if (name !== undefined) font = fonts.get(Number(name));
    if (shown === undefined || font === undefined) continue;
    const glyphs = shown.match(new RegExp(`.{${font.digits}}`, 'g')) ?? [];
    for (const glyph of glyphs) words += font.letters.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return words;
}

/** Text without what only parts words and lines. */
export const withoutSpaces = (text: string): string => text.replaceAll(/[\s\u00a0\u00ad\u200b]+/g, '');

/** Reads a PDF file. @throws Error when the bytes are none */
export function readPdf(bytes: Buffer): PdfView {
  if (!bytes.subarray(0, 5).equals(new TextEncoder().encode('%PDF-'))) throw new Error('This is no PDF');
  const parts = readParts(bytes);
  const fonts = readFonts(parts);
  const pages = [...parts.values()].flatMap(({ dictionary }) => {
    if (!/\/Type \/Page\b(?!s)/.test(dictionary)) return [];
    const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dictionary) ?? [];
    return [{ width: Number(width), height: Number(height) }];
  });
  const drawn = [...parts.values()].flatMap(({ stream }) => (stream?.includes(' Tf') ? [stream] : []));
  const streams = [...parts.values()].flatMap(({ stream }) => (stream === null ? [] : [stream]));
  return {
    pages,
    words: withoutSpaces(drawn.map((stream) => wordsOf(stream, fonts)).join('')),
    isTagged: [...parts.values()].some(({ dictionary }) => dictionary.includes('/StructTreeRoot')),
    strokes: streams.reduce((sum, stream) => sum + (stream.match(/\n[Sf]\*?\n/g)?.length ?? 0), 0),
  };
}
