import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectSeparator, guardFormula, parseCsv, toCsv } from '#shared/domain/exchange/csv.ts';
import { decodeText } from '../../../../electron/features/exchange/decodeText.ts';
import { suggestMapping, templateHeaders } from '#shared/domain/exchange/peopleColumns.ts';
import { parseDay, readPeople } from '#shared/domain/exchange/peopleRows.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', 'ә', ' ', '"', ';', ',', '\n', '\r', '\t', '=', '-', '@', '+', "'"),
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });

describe('CSV', () => {
  test('gives back what was written, but for the apostrophe before what would be run', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseCsv(toCsv(rows), ';')).toEqual(rows.map((row) => row.map(guardFormula)));
      }),
    );
  });

  test('never starts a cell with what a spreadsheet runs, also after spaces and line breaks', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const row of parseCsv(toCsv(rows), ';'))
          for (const text of row) expect(text).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
    for (const text of ['=1+1', ' =1', '\n=1', '\u00a0@x', '\t+1', '-cmd', '\r\n-1', '|calc', '%0a']) {
      expect(guardFormula(text)).toBe(`'${text}`);
    }
    for (const text of ['Айгүл', '1-топ', 'a=b', '']) expect(guardFormula(text)).toBe(text);
    expect(toCsv([[-5, 1.5]])).toBe('\ufeff-5;1,5\r\n');
  });

  test('reads any text without failing, and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(Array.isArray(parseCsv(text))).toBe(true);
      }),
    );
  });

  test('finds the separator', () => {
    expect(detectSeparator('a;b;c\n1;2;3')).toBe(';');
    expect(detectSeparator('a,b\n"1;2;3;4",2')).toBe(',');
    expect(detectSeparator('a\tb\n1\t2')).toBe('\t');
    expect(parseCsv('a|b\r1|2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

describe('encodings', () => {
  const text = 'Тегі;Аты\nӘбілқасым;Айгүл Ұлпан\n';
  test('UTF-8 with and without its mark, UTF-16 both ways', () => {
    expect(decodeText(Buffer.from(text)).text).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`)).text).toBe(text);
    const wide = Buffer.from(text, 'utf16le');
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), wide])).text).toBe(text);
    expect(decodeText(wide)).toEqual({ text, encoding: 'utf-16le' });
    expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])).text).toBe(
      text,
    );
  });

  test('the Russian and the Kazakh code page', () => {
    const russian = Buffer.from([0xcf, 0xe5, 0xf2, 0xf0, 0xee, 0xe2]);
    expect(decodeText(russian)).toEqual({ text: 'Петров', encoding: 'windows-1251' });
    // Ә Ғ Қ Ң Ө Ұ Ү Һ І as KZ-1048 writes them.
    const kazakh = Buffer.from([0xa3, 0xaa, 0x8d, 0xbd, 0xa5, 0xa1, 0xaf, 0x8e, 0xb2]);
    expect(decodeText(kazakh).text).toBe('ӘҒҚҢӨҰҮҺІ');
  });
});

describe('a list of students', () => {
  test('is known by its heads in three languages', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const mapping = suggestMapping(templateHeaders(language));
      expect(Object.keys(mapping)).toHaveLength(8);
    }
    expect(suggestMapping(['№', 'Ф.И.О.', 'Дата рождения:', 'Группа'])).toEqual({
      fullName: 1,
      birthDate: 2,
      groupName: 3,
    });
    expect(suggestMapping(['Р/с', 'АТЫ-ЖӨНІ', 'туған күні'])).toEqual({ fullName: 1, birthDate: 2 });
  });

  test('days are read as people write them', () => {
    expect(
      ['21.09.2008', '21/9/08', '2008-09-21', '2008-09-21T00:00:00Z', '21.09.2008 ж.', '39712'].map(parseDay),
    ).toEqual(Array.from({ length: 6 }, () => '2008-09-21'));
    for (const text of ['31.02.2008', '2008', '0', 'кеше', '99.99.9999', '21.09.1800'])
      expect(parseDay(text)).toBeNull();
  });

  test('each row says what is wrong with it, and who stands there twice', () => {
    const rows = [
      ['Аты-жөні', 'Туған күні', 'Курс'],
      ['Серік Айгүл', '31.02.2008', '9'],
      ['', '', ''],
      ['Омаров  Ержан Болатұлы', '1.2.2008', 'II'],
      ['ОМАРОВ Ержан', '', ''],
      ['Жалғыз', '', ''],
    ];
    const drafts = readPeople(rows, 0, suggestMapping(rows[0] ?? []));
    expect(
      drafts.map(({ line, problems, sameAsLine }) => [line, problems.map(({ code }) => code), sameAsLine]),
    ).toEqual([
      [2, ['bad_date', 'bad_course'], null],
      [4, [], null],
      [5, [], 4],
      [6, ['required'], null],
    ]);
    expect(drafts[1]?.student).toMatchObject({
      surname: 'Омаров',
      givenName: 'Ержан',
      patronymic: 'Болатұлы',
      birthDate: '2008-02-01',
      course: 2,
    });
  });
});
