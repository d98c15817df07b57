const PATTERNS: readonly { pattern: RegExp; order: readonly ['year' | 'day', 'month', 'year' | 'day'] }[] = [
  { pattern: /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/, order: ['year', 'month', 'day'] },
  { pattern: /^(\d{1,2})[-./, ](\d{1,2})[-./, ](\d{4}|\d{2})$/, order: ['day', 'month', 'year'] },
  { pattern: /^(\d{2})(\d{2})(\d{4})$/, order: ['day', 'month', 'year'] },
];

/** Two digits of a year mean the nearest past century: 08 → 2008, 97 → 1997. */
function fullYear(year: number, thisYear: number): number {
  if (year >= 100) return year;
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear + 5 ? century - 100 + year : century + year;
}

/**
 * Reads a day as people type it: `5.3.2008`, `05/03/08`, `05032008`, `2008-03-05`; the day comes before the month.
 * @param thisYear decides what two digits of a year mean
 * @returns `YYYY-MM-DD`, or null when it is no day of the calendar
 */
export function parseTypedDay(text: string, thisYear: number): string | null {
  for (const { pattern, order } of PATTERNS) {
    const match = pattern.exec(text.trim());
    if (!match) continue;
    const part = (name: string): number => Number(match[order.findIndex((entry) => entry === name) + 1]);
    const year = fullYear(part('year'), thisYear);
    const date = new Date(Date.UTC(year, part('month') - 1, part('day')));
    const isReal = date.getUTCMonth() === part('month') - 1 && date.getUTCDate() === part('day');
    return isReal ? date.toISOString().slice(0, 10) : null;
  }
  return null;
}
