import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanText,
  foldLabel,
  parseMark,
  parseMarkingDay,
  parseNumber,
} from '#shared/domain/schemes/cellValue.ts';

describe('cells', () => {
  test.each([
    ['\u00a0 Two\u202fwords \r\n', 'Two words'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['и\u0306', 'й'],
    ['bell\u0007 and half \ud83d', 'bell and half'],
    [12.5, '12.5'],
    [true, 'TRUE'],
    [null, ''],
  ])('%j is the text %j', (cell, text) => {
    expect(cleanText(cell)).toBe(text);
  });

  test('a clean text is clean for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  test.each([
    ['Descrição  do\nAspecto', 'descricao do aspecto'],
    ['Критерий Ё', 'критерий е'],
    ['Қосалқы критерий', 'қосалқы критерий'],
  ])('%j folds to %j', (label, folded) => {
    expect(foldLabel(label)).toBe(folded);
  });

  test.each([
    ['0,25', 0.25],
    [' 1 234.5 ', 1234.5],
    ['\u00a0-3', -3],
    ['.5', 0.5],
    [7, 7],
    ['1.2.3', null],
    ['1e3', null],
    ['', null],
    [true, null],
    [Number.NaN, null],
  ])('%j is the number %j', (cell, number) => {
    expect(parseNumber(cell)).toBe(number);
  });

  test('every hundredth is read back from its number and from its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (hundredths) => {
        expect(parseMark(hundredths / 100)).toEqual({ hundredths, isExact: true });
        expect(parseMark((hundredths / 100).toFixed(2).replace('.', ','))).toEqual({
          hundredths,
          isExact: true,
        });
      }),
    );
  });

  test.each([
    [2, 2],
    ['2', 2],
    ['C2', 2],
    ['C-1', -1],
    ['Day 3', 3],
    ['День 2', 2],
    ['3-күн', 3],
    ['1 день', 1],
    ['1,2', null],
    ['1-2', null],
    [0, null],
    [99, null],
    ['soon', null],
    ['a'.repeat(50_000), null],
  ])('%j is the marking day %j', (cell, day) => {
    expect(parseMarkingDay(cell)).toBe(day);
  });
});
