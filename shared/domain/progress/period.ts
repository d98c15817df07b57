import { fromDayNumber, toDayNumber } from '../../lib/dayNumber.ts';

/** Which days a chart shows. */
export type Period =
  | { kind: 'all' }
  | { kind: 'days'; days: 30 | 90 | 365 }
  | { kind: 'schoolYear' }
  | { kind: 'own'; from: string | null; to: string | null };

/** First and last day, both included; left out where the period is open. */
export interface PeriodBounds {
  from?: string;
  to?: string;
}

/** The first of September that the school year of a day began with. */
export function schoolYearStart(today: string): string {
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) >= '09-01' ? year : year - 1}-09-01`;
}

/**
 * The days that a period means.
 * @param today `YYYY-MM-DD`; "the last thirty days" are this day and the twenty-nine before it
 */
export function periodBounds(period: Period, today: string): PeriodBounds {
  switch (period.kind) {
    case 'all':
      return {};
    case 'days':
      return { from: fromDayNumber(toDayNumber(today) - period.days + 1) };
    case 'schoolYear':
      return { from: schoolYearStart(today) };
    case 'own':
      return {
        ...(period.from === null ? {} : { from: period.from }),
        ...(period.to === null ? {} : { to: period.to }),
      };
  }
}
