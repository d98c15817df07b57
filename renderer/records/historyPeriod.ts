import { localDay } from '#shared/lib/localDay.ts';

export const periods = ['day', 'week', 'month'] as const;
/** A period that ends today. */
export type Period = (typeof periods)[number];

const DAYS: Record<Period, number> = { day: 0, week: 6, month: 29 };

/** First day of a period that ends today. */
export function periodStart(period: Period, today: Date): string {
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - DAYS[period], 12));
}
