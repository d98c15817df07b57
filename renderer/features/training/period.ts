/** Periods that the list of sessions can be narrowed to. */
export const periodKinds = ['all', 'days_30', 'study_year', 'own'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** First and last day, `YYYY-MM-DD`; a missing one is open. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** A month before a day; the calendar's own rules decide about the end of a month. */
function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** The first day of the study year that a day belongs to: 1 September. */
function startOfStudyYear(day: string): string {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '09-01' ? `${year}-09-01` : `${year - 1}-09-01`;
}

/** The days of a period as seen from today. */
export function rangeOf(
  period: PeriodKind,
  today: string,
  own: { from: string | null; to: string | null },
): DayRange {
  switch (period) {
    case 'all':
      return {};
    case 'days_30':
      return { from: daysBefore(today, 30) };
    case 'study_year':
      return { from: startOfStudyYear(today) };
    case 'own':
      return { ...(own.from === null ? {} : { from: own.from }), ...(own.to === null ? {} : { to: own.to }) };
  }
}
