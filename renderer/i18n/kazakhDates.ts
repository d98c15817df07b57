/**
 * Dates as Kazakh writes them (CLDR 46, `kk`). Chromium ships no Kazakh dates: its Intl would answer "2026 M09 21".
 */
const MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
] as const;

const SHORT_MONTHS = [
  'қаң.',
  'ақп.',
  'нау.',
  'сәу.',
  'мам.',
  'мау.',
  'шіл.',
  'там.',
  'қыр.',
  'қаз.',
  'қар.',
  'жел.',
] as const;

/** `2026 ж. 21 қыркүйек` */
export function kazakhLongDate(date: Date): string {
  return `${date.getFullYear()} ж. ${date.getDate()} ${MONTHS[date.getMonth()] ?? ''}`;
}

/** `2026 ж. 21 қыр.` */
export function kazakhDate(date: Date): string {
  return `${date.getFullYear()} ж. ${date.getDate()} ${SHORT_MONTHS[date.getMonth()] ?? ''}`;
}

/** `21 қыр.` */
export function kazakhDayMonth(date: Date): string {
  return `${date.getDate()} ${SHORT_MONTHS[date.getMonth()] ?? ''}`;
}

/** `2026 ж. қыркүйек` */
export function kazakhMonth(date: Date): string {
  return `${date.getFullYear()} ж. ${MONTHS[date.getMonth()] ?? ''}`;
}

/** `қыр.` */
export function kazakhShortMonth(date: Date): string {
  return SHORT_MONTHS[date.getMonth()] ?? '';
}
