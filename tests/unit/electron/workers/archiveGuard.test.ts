import { Buffer } from 'node:buffer';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ArchiveError,
  inspectArchive,
  MAX_ARCHIVE_BYTES,
  MAX_ENTRIES,
  MAX_ENTRY_BYTES,
  unpackEntry,
} from '../../../../electron/workers/archiveGuard.ts';
import {
  findEndRecord,
  findRecord,
  makeOleContainer,
  makeParts,
  pack,
  tamper,
} from '../../../helpers/archives.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const archive = pack(makeParts('<row r="1"><c r="A1"><v>1</v></c></row>'));

function codeOf(bytes: Buffer): string {
  try {
    for (const entry of inspectArchive(bytes)) {
      unpackEntry(bytes, entry);
    }
    return 'fine';
  } catch (error) {
    return error instanceof ArchiveError ? error.code : String(error);
  }
}

const change = (edit: (copy: Buffer, record: number, end: number) => void) =>
  tamper(archive, (copy) => edit(copy, findRecord(copy, SHEET), findEndRecord(copy)));

describe('an archive', () => {
  test('is listed and unpacked', () => {
    const entries = inspectArchive(archive);
    expect(entries.map(({ name }) => name)).toEqual(Object.keys(makeParts('')));
    const content = unpackEntry(archive, entries[3]!).toString('utf8');
    expect(content).toContain('<c r="A1"><v>1</v></c>');
  });

  test('may have a comment behind it, but nothing before it', () => {
    const comment = change((copy, _record, end) => copy.writeUInt16LE(4, end + 20));
    expect(codeOf(Buffer.concat([comment, Buffer.from('note')]))).toBe('fine');
    expect(codeOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), archive]))).toBe('workbook_unreadable');
    expect(codeOf(Buffer.concat([Buffer.from('MZ'), archive]))).toBe('not_a_workbook');
  });

  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'not_a_workbook'],
    ['a text', Buffer.from('Marking scheme;A1;1\n'.repeat(50)), 'not_a_workbook'],
    ['an old workbook', makeOleContainer(false), 'not_a_workbook'],
    ['an encrypted workbook', makeOleContainer(true), 'workbook_encrypted'],
    ['too many bytes', Buffer.alloc(MAX_ARCHIVE_BYTES + 1), 'workbook_too_large'],
    ['a cut archive', archive.subarray(0, archive.length - 30), 'workbook_unreadable'],
    ['an encrypted entry', change((copy, record) => copy.writeUInt16LE(1, record + 8)), 'workbook_encrypted'],
    [
      'a method we do not know',
      change((copy, record) => copy.writeUInt16LE(12, record + 10)),
      'workbook_unreadable',
    ],
    ['a wrong checksum', change((copy, record) => copy.writeUInt32LE(1, record + 16)), 'workbook_unreadable'],
    [
      'a declared size below the real one',
      change((copy, record) => copy.writeUInt32LE(5, record + 24)),
      'workbook_unreadable',
    ],
    [
      'a declared size above the real one',
      change((copy, record) => copy.writeUInt32LE(900_000, record + 24)),
      'workbook_unreadable',
    ],
    [
      'a gigantic entry',
      change((copy, record) => copy.writeUInt32LE(MAX_ENTRY_BYTES + 1, record + 24)),
      'workbook_too_large',
    ],
    [
      'zip64 sizes',
      change((copy, record) => copy.writeUInt32LE(0xffffffff, record + 24)),
      'workbook_unreadable',
    ],
    [
      'zip64 counts',
      change((copy, _record, end) => copy.writeUInt16LE(0xffff, end + 10)),
      'workbook_unreadable',
    ],
    ['several disks', change((copy, _record, end) => copy.writeUInt16LE(1, end + 4)), 'workbook_unreadable'],
    [
      'a directory elsewhere',
      change((copy, _record, end) => copy.writeUInt32LE(4, end + 16)),
      'workbook_unreadable',
    ],
    [
      'an entry that is another',
      change((copy, record) => copy.writeUInt32LE(0, record + 42)),
      'workbook_unreadable',
    ],
    [
      'an entry beyond the end',
      change((copy, record) => copy.writeUInt32LE(0x7fffffff, record + 42)),
      'workbook_unreadable',
    ],
    [
      'a name other than in the header',
      change((copy, record) => copy.write('y', record + 46)),
      'workbook_unreadable',
    ],
    [
      'a name longer than the directory',
      change((copy, record) => copy.writeUInt16LE(0xfff0, record + 28)),
      'workbook_unreadable',
    ],
  ])('of %s is refused', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test.each(['../evil.xml', '/etc/passwd', 'C:\\x.xml', 'xl\\workbook.xml', 'a/../b.xml', 'bell\u0007.xml'])(
    'with an entry named %j is refused',
    (name) => {
      expect(codeOf(pack({ ...makeParts(''), [name]: strToU8('x') }))).toBe('workbook_unreadable');
    },
  );

  test('with two names that differ by case only is refused', () => {
    expect(codeOf(pack({ ...makeParts(''), 'XL/Workbook.xml': strToU8('x') }))).toBe('workbook_unreadable');
  });

  test('with too many entries is refused', () => {
    const many = Object.fromEntries(
      Array.from({ length: MAX_ENTRIES + 1 }, (_, index) => [`${index}.xml`, strToU8('x')]),
    );
    expect(codeOf(pack(many))).toBe('workbook_too_large');
  });

  test('that packs too tightly is refused before it is unpacked', () => {
    const bomb = pack({ ...makeParts(''), 'xl/bomb.xml': new Uint8Array(30_000_000) });
    expect(bomb.length).toBeLessThan(50_000);
    expect(codeOf(bomb)).toBe('workbook_too_large');
  });

  test('whose entries share bytes is refused', () => {
    // Two records for one stretch of data, as bombs of overlapping entries have them.
    const pair = pack({ 'aa.xml': strToU8('one'.repeat(50)), 'ab.xml': strToU8('two'.repeat(50)) });
    const first = findRecord(pair, 'aa.xml');
    const overlapping = tamper(pair, (copy) =>
      copy.writeUInt32LE(copy.readUInt32LE(first + 20) + 40, first + 20),
    );
    expect(codeOf(overlapping)).toBe('workbook_unreadable');
  });

  test('of any damaged bytes is refused with a code, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = tamper(archive, (copy) => copy.writeUInt8(copy.readUInt8(at) ^ flip, at));
        expect([
          'fine',
          'not_a_workbook',
          'workbook_encrypted',
          'workbook_too_large',
          'workbook_unreadable',
        ]).toContain(codeOf(damaged));
      }),
      { numRuns: 2000 },
    );
  });
});
