import { expect, it } from 'vitest';
import { localDay } from '#shared/lib/localDay.ts';
import { signedText } from '../../../../renderer/features/insight/signedText.ts';
import { formatFor } from '../../../../renderer/i18n/format.ts';

const kk = formatFor('kk');
const ru = formatFor('ru');
const en = formatFor('en');

it('writes dates as each language does, Kazakh without help of the engine', () => {
  expect([kk, ru, en].map((format) => format.longDate('2026-09-21'))).toEqual([
    '2026 ж. 21 қыркүйек',
    '21 сентября 2026 г.',
    '21 September 2026',
  ]);
  expect([kk, ru, en].map((format) => format.day('2026-09-01'))).toEqual([
    '01.09.2026',
    '01.09.2026',
    '01/09/2026',
  ]);
  expect(kk.date('2026-02-03')).toBe('2026 ж. 3 ақп.');
  expect(kk.dayMonth('2026-12-31')).toBe('31 жел.');
  expect(kk.month('2026-05')).toBe('2026 ж. мамыр');
});

it('writes numbers with the comma or the point of the language', () => {
  expect([kk, ru, en].map((format) => format.hundredths(123_450))).toEqual([
    '1\u00a0234,50',
    '1\u00a0234,50',
    '1,234.50',
  ]);
  expect([kk, ru, en].map((format) => format.percent(84.25))).toEqual([
    '84,3\u00a0%',
    '84,3\u00a0%',
    '84.3%',
  ]);
  expect(kk.shortHundredths(1250)).toBe('12,5');
  expect(kk.shortHundredths(1200)).toBe('12');
  expect(kk.number(10_000)).toBe('10\u00a0000');
});

it('shows what it cannot read as it is', () => {
  expect(kk.day('soon')).toBe('soon');
  expect(ru.dateTime('soon')).toBe('soon');
});

it('names the day of a moment by the clock on the wall', () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

it('lists words as each language does', () => {
  expect([kk, ru, en].map((format) => format.list(['a', 'b']))).toEqual(['a және b', 'a и b', 'a and b']);
  expect([kk, ru, en].map((format) => format.list(['a', 'b', 'c']))).toEqual([
    'a, b, c',
    'a, b и c',
    'a, b and c',
  ]);
  expect(kk.list(['a'])).toBe('a');
});

it('gives a sign to what is not nothing after rounding', () => {
  const write = (size: number): string => ru.number(size, 1);
  expect([2.25, -0.31, 0.04, -0.04, 0].map((value) => signedText(value, write))).toEqual([
    '+2,3',
    '−0,3',
    '0',
    '0',
    '0',
  ]);
});
