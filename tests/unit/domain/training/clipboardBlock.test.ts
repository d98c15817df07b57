import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  formatTabText,
  parseClipboard,
  parseHtmlTable,
  parseTabText,
} from '#shared/domain/training/clipboardBlock.ts';

it.each([
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['1,5', [['1,5']]],
  ['1\t\t3', [['1', '', '3']]],
  ['\t2', [['', '2']]],
  ['1\n\n3\n', [['1'], [''], ['3']]],
  ['"two\nlines"\t"say ""hi"""', [['two\nlines', 'say "hi"']]],
  ['"never closed', [['never closed']]],
])('reads %j', (text, block) => {
  expect(parseTabText(text)).toEqual(block);
});

test('what is copied is pasted back as it was', () => {
  const cell = fc.stringMatching(/^(?:[a-z0-9,"—]|[a-z0-9,"—][\t\n ][a-z"])*$/);
  const rectangle = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    // A single empty last row is no row: spreadsheets end their last line with a break.
    .filter((rows) => rows.at(-1)?.length !== 1 || rows.at(-1)?.[0] !== '');
  fc.assert(
    fc.property(rectangle, (rows) => {
      expect(parseTabText(formatTabText(rows))).toEqual(rows);
    }),
  );
});

test('a table of HTML is read as texts', () => {
  const html = `<html><body><style>td{}</style><table border=0>
    <tr><th>A</th><td style="x"><b>1,5</b>&nbsp;</td></tr>
    <tr><td colspan="2">&lt;2&gt; &#1179; &#x49A;</td></tr>
    <tr><td>3<td>4</tr></table></body></html>`;
  expect(parseHtmlTable(html)).toEqual([
    ['A', '1,5'],
    ['<2> қ Қ', ''],
    ['3', '4'],
  ]);
  expect(parseHtmlTable('<p>1</p>')).toBeNull();
});

test('tab-separated text comes first, a table only where there is none', () => {
  const html = '<table><tr><td>8</td><td>9</td></tr></table>';
  expect(parseClipboard({ text: '1\t2', html })).toEqual([['1', '2']]);
  expect(parseClipboard({ text: '', html })).toEqual([['8', '9']]);
  expect(parseClipboard({ text: '8 9', html })).toEqual([['8', '9']]);
  expect(parseClipboard({ text: '7', html: '<b>7</b>' })).toEqual([['7']]);
  expect(parseClipboard({ text: '', html: '' })).toBeNull();
});
