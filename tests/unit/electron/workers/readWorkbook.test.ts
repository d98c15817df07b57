import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { readScheme } from '#shared/domain/schemes/readScheme.ts';
import { createWorkbookReader } from '../../../../electron/workers/readWorkbook.ts';
import { MAX_CELL_CHARACTERS, MAX_ROWS } from '../../../../electron/workers/workbookSheets.ts';
import { makeOleContainer, makeParts, makeRawWorkbook, pack } from '../../../helpers/archives.ts';
import { makeCisWorkbook, makeWorkbook } from '../../../helpers/cisWorkbook.ts';
import { makeSampleScheme } from '../../../helpers/sampleScheme.ts';

const workerUrl = new URL('../../../../electron/workers/workbookWorker.ts', import.meta.url);
const reader = createWorkbookReader({ workerUrl });

const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('the reader of workbooks', () => {
  test('reads a CIS workbook in its worker and leaves the bytes alone', async () => {
    const bytes = await makeCisWorkbook(makeSampleScheme());
    const before = Buffer.from(bytes);
    const reading = await reader.read(bytes);
    expect(Buffer.from(bytes).equals(before)).toBe(true);
    expect(reading.ok && reading.sheets.map(({ name }) => name)).toEqual([
      'CIS Marking Scheme Import',
      'Calculations',
    ]);
    expect(reading.ok && readScheme(reading.sheets)).toMatchObject({
      ok: true,
      document: makeSampleScheme(),
    });
  });

  test('reads all oddities of real files from bytes as from cells', async () => {
    for (const traps of [
      { translated: true, numbersAsText: true },
      { oddSpaces: true, days: 'C' as const, emptyStrings: true },
    ]) {
      const reading = await reader.read(await makeCisWorkbook(makeSampleScheme(), traps));
      expect(reading.ok && readScheme(reading.sheets)).toMatchObject({
        ok: true,
        document: makeSampleScheme(),
      });
    }
  });

  test('gives stored results of formulas, and nothing for formulas without one or with an error', async () => {
    const cells = [
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      '<c r="B1"><f>1+1</f></c>',
      '<c r="C1" t="str"><f>"x"</f><v>words</v></c>',
      '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c r="E1" t="b"><v>1</v></c>',
      text('F1', ' kept '),
    ].join('');
    expect(await reader.read(makeRawWorkbook(row(1, cells)))).toEqual({
      ok: true,
      sheets: [{ name: 'One', rows: [[2, null, 'words', null, true, ' kept ']] }],
    });
  });

  test('does not take a mark in a format of its own for a date', async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="0.00 m"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const bytes = makeRawWorkbook(row(1, '<c r="A1" s="0"><v>1.5</v></c><c r="B1" s="1"><v>45000</v></c>'), {
      'xl/styles.xml': styles,
    });
    expect(await reader.read(bytes)).toEqual({
      ok: true,
      sheets: [{ name: 'One', rows: [[1.5, '2023-03-15']] }],
    });
  });

  test.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'not_a_workbook'],
    ['a text under another name', Buffer.from('A1;B1;C1\n'.repeat(100)), 'not_a_workbook'],
    ['an archive of something else', pack({ 'word/document.xml': Buffer.from('<w/>') }), 'not_a_workbook'],
    ['an encrypted workbook', makeOleContainer(true), 'workbook_encrypted'],
    [
      'markup that is broken',
      makeRawWorkbook('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      'workbook_unreadable',
    ],
    [
      'rows out of order',
      makeRawWorkbook(row(5, text('A5', 'x')) + row(2, text('A2', 'y'))),
      'workbook_unreadable',
    ],
    [
      'a cell of ten million letters',
      makeRawWorkbook(row(1, text('A1', 'x'.repeat(10_000_000)))),
      'workbook_too_large',
    ],
    [
      'a cell one letter too long',
      makeRawWorkbook(row(1, text('A1', 'xy'.repeat(MAX_CELL_CHARACTERS / 2 + 1)))),
      'workbook_too_large',
    ],
    [
      'more rows than any scheme',
      makeRawWorkbook(row(MAX_ROWS + 1, text(`A${MAX_ROWS + 1}`, 'x'))),
      'workbook_too_large',
    ],
  ])('refuses %s', async (_name, bytes, code) => {
    expect(await reader.read(bytes)).toEqual({ ok: false, code });
  });

  test('refuses entities that would expand', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join('');
    const bytes = pack({
      ...makeParts(''),
      'xl/worksheets/sheet1.xml': Buffer.from(
        `<!DOCTYPE w [<!ENTITY l0 "ha">${entities}]><worksheet><sheetData>${row(1, text('A1', '&l9;'))}</sheetData></worksheet>`,
      ),
    });
    expect(await reader.read(bytes)).toEqual({ ok: false, code: 'workbook_unreadable' });
  });

  test('refuses a hundred thousand rows, and texts that are many by being repeated', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      row(index + 1, `<c r="A${index + 1}"><v>1</v></c>`),
    ).join('');
    expect(await reader.read(makeRawWorkbook(rows))).toEqual({ ok: false, code: 'workbook_too_large' });
    const shared =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>' +
      'ab'.repeat(15_000) +
      '</t></si></sst>';
    const repeated = Array.from({ length: 1000 }, (_, index) =>
      row(index + 1, `<c r="A${index + 1}" t="s"><v>0</v></c>`),
    ).join('');
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const bytes = makeRawWorkbook(repeated, {
      'xl/sharedStrings.xml': shared,
      'xl/_rels/workbook.xml.rels': rels,
    });
    expect(await reader.read(bytes)).toEqual({ ok: false, code: 'workbook_too_large' });
  }, 60_000);

  test('stops a sheet that is wider and longer than memory', async () => {
    const small = createWorkbookReader({ workerUrl, memoryLimitMb: 64 });
    const wide = Array.from({ length: 15_000 }, (_, index) =>
      row(index + 1, `<c r="XFD${index + 1}"><v>1</v></c>`),
    ).join('');
    expect(await small.read(makeRawWorkbook(wide))).toEqual({ ok: false, code: 'workbook_too_large' });
  }, 60_000);

  test('stops what takes too long, and reads the next one', async () => {
    const hasty = createWorkbookReader({ workerUrl, timeLimitMs: 1 });
    const bytes = await makeCisWorkbook(makeSampleScheme());
    expect(await hasty.read(bytes)).toEqual({ ok: false, code: 'workbook_too_large' });
    expect(await reader.read(bytes)).toMatchObject({ ok: true });
  });

  test('answers several calls, each with its own', async () => {
    const [first, second] = await Promise.all([
      reader.read(await makeWorkbook([{ name: 'First', rows: [['a']] }])),
      reader.read(await makeWorkbook([{ name: 'Second', rows: [['b']] }])),
    ]);
    expect(first).toEqual({ ok: true, sheets: [{ name: 'First', rows: [['a']] }] });
    expect(second).toEqual({ ok: true, sheets: [{ name: 'Second', rows: [['b']] }] });
  });

  test('says so when its worker cannot be started', async () => {
    const lost = createWorkbookReader({ workerUrl: new URL('./nowhere.js', import.meta.url) });
    expect(await lost.read(makeRawWorkbook(''))).toEqual({ ok: false, code: 'workbook_unreadable' });
  });
});
