import type { Language } from '#shared/contract/app.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { kazakhDate, kazakhDayMonth, kazakhLongDate, kazakhMonth, kazakhShortMonth } from './kazakhDates.ts';
import { kazakhList } from './kazakhList.ts';

/** Numbers and dates for people. Days are `YYYY-MM-DD`, moments ISO-8601 UTC; what cannot be read is shown as it is. */
export interface Format {
  /** A count or a measure, with at most that many digits after the comma (0 unless told). */
  number(value: number, maximumDigits?: number): string;
  /** A mark or weight in integer hundredths, always with two digits: 1250 → `12,50`. */
  hundredths(value: number): string;
  /** A mark in integer hundredths without idle zeros: 1250 → `12,5`, 1200 → `12`. */
  shortHundredths(value: number): string;
  /** Percent 0…100 with its sign; one digit after the comma unless told. */
  percent(value: number, maximumDigits?: number): string;
  /** Numeric day: `21.09.2026`. */
  day(value: string): string;
  /** Day with a short month: `21 сент. 2026 г.` */
  date(value: string): string;
  /** Day with the month in full. */
  longDate(value: string): string;
  /** Day and short month without the year: `21 сент.` */
  dayMonth(value: string): string;
  /** Month and year, from `YYYY-MM` or a day. */
  month(value: string): string;
  /** Short month without the year, from `YYYY-MM` or a day: `сент.` */
  shortMonth(value: string): string;
  /** Day and time of a moment, in the time zone of the computer. */
  dateTime(value: string): string;
  /** Time of a moment: `14:05`. */
  time(value: string): string;
  /** Several words as one list: `а, б и в`; in Kazakh `а, б, в`. */
  list(words: readonly string[]): string;
}

/** Chromium has no Kazakh numbers either; Kazakh writes them as Russian does (CLDR: space between thousands, comma). */
const NUMBER_LOCALES: Record<Language, string> = { kk: 'ru-RU', ru: 'ru-RU', en: 'en-GB' };

/** The day at noon of the computer's zone, so that no zone turns it into the day before. */
function parseDay(value: string): Date | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(value);
  if (!match) return null;
  const [, year, month, day] = match;
  return new Date(Number(year), Number(month) - 1, Number(day ?? '1'), 12);
}

function parseMoment(value: string): Date | null {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

type DatePart = 'date' | 'longDate' | 'dayMonth' | 'month' | 'shortMonth';

const KAZAKH: Record<DatePart, (date: Date) => string> = {
  date: kazakhDate,
  longDate: kazakhLongDate,
  dayMonth: kazakhDayMonth,
  month: kazakhMonth,
  shortMonth: kazakhShortMonth,
};

const DATE_OPTIONS: Record<DatePart, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  longDate: { day: 'numeric', month: 'long', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short' },
};

function createNumbers(
  locale: string,
): Pick<Format, 'number' | 'hundredths' | 'shortHundredths' | 'percent'> {
  const withDigits = (minimum: number, maximum: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
  const cache = [0, 1, 2, 3].map((digits) => withDigits(0, digits));
  const exact = withDigits(2, 2);
  const upTo = (digits: number): Intl.NumberFormat => cache[digits] ?? withDigits(0, digits);
  const sign = locale === 'en-GB' ? '%' : '\u00a0%';
  return {
    number: (value, digits = 0) => upTo(digits).format(value),
    hundredths: (value) => exact.format(value / 100),
    shortHundredths: (value) => upTo(2).format(value / 100),
    percent: (value, digits = 1) => `${upTo(digits).format(value)}${sign}`,
  };
}

function createFormat(language: Language): Format {
  const locale = NUMBER_LOCALES[language];
  const numeric = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const part = (name: DatePart): ((value: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, DATE_OPTIONS[name]);
    return (value) => {
      const date = parseDay(value);
      if (date === null) return value;
      return language === 'kk' ? KAZAKH[name](date) : format.format(date);
    };
  };
  const date = part('date');
  const time = (value: string): string => {
    const moment = parseMoment(value);
    return moment === null ? value : clock.format(moment);
  };
  return {
    ...createNumbers(locale),
    day: (value) => {
      const day = parseDay(value);
      return day === null ? value : numeric.format(day);
    },
    date,
    longDate: part('longDate'),
    dayMonth: part('dayMonth'),
    month: part('month'),
    shortMonth: part('shortMonth'),
    time,
    dateTime: (value) => {
      const moment = parseMoment(value);
      return moment === null ? value : `${date(localDay(moment))}, ${clock.format(moment)}`;
    },
    list: (words) => (language === 'kk' ? kazakhList(words) : lists.format(words)),
  };
}

const made = new Map<Language, Format>();

/** The formats of a language; outside of components (in them, `useFormat`). */
export function formatFor(language: Language): Format {
  const found = made.get(language) ?? createFormat(language);
  made.set(language, found);
  return found;
}
