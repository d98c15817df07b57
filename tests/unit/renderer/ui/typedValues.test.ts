import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatFor } from '../../../../renderer/i18n/format.ts';
import { parseHundredths } from '../../../../renderer/ui/hundredthsText.ts';
import { parseTypedDay } from '../../../../renderer/ui/typedDay.ts';
import { parseTypedTime } from '../../../../renderer/ui/typedTime.ts';

it.each([
  ['5.3.2008', '2008-03-05'],
  ['05/03/08', '2008-03-05'],
  ['05032008', '2008-03-05'],
  ['2008-03-05', '2008-03-05'],
  ['1.1.97', '1997-01-01'],
  ['29.02.2024', '2024-02-29'],
])('reads the day %s', (typed, day) => {
  expect(parseTypedDay(typed, 2026)).toBe(day);
});

it.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['0930', '09:30'],
  [' 23-59 ', '23:59'],
  ['00:00', '00:00'],
])('reads the time %s', (typed, time) => {
  expect(parseTypedTime(typed)).toBe(time);
});

it.each(['24:00', '9:60', '9:3', 'noon', '10:00 PM', ''])('refuses the time "%s"', (typed) => {
  expect(parseTypedTime(typed)).toBeNull();
});

it.each(['31.02.2026', '29.02.2025', '13.13.2026', 'soon', '', '5.3'])('refuses the day "%s"', (typed) => {
  expect(parseTypedDay(typed, 2026)).toBeNull();
});

it('reads back every number that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom('kk', 'ru', 'en'), (value, language) => {
      const written = formatFor(language)
        .shortHundredths(value)
        .replace(',', language === 'en' ? '' : ',');
      expect(parseHundredths(written, 10_000)).toEqual({ kind: 'value', hundredths: value });
    }),
  );
});

it.each([
  ['', { kind: 'empty' }],
  ['100,01', { kind: 'wrong', why: 'range' }],
  ['1,234', { kind: 'wrong', why: 'format' }],
  ['-1', { kind: 'wrong', why: 'format' }],
  ['1e2', { kind: 'wrong', why: 'format' }],
  ['ten', { kind: 'wrong', why: 'format' }],
])('answers "%s" rightly', (typed, answer) => {
  expect(parseHundredths(typed, 10_000)).toEqual(answer);
});
