import { localDay } from '#shared/lib/localDay.ts';

export type Period = 'day' | 'week' | 'month';

/** What the history is narrowed to; null: no such limit. */
export interface HistoryFilter {
  actorId: string | null;
  area: string | null;
  period: Period | null;
  /** First day of the period. */
  from: string | null;
  undoableOnly: boolean;
}

export const noFilter: HistoryFilter = {
  actorId: null,
  area: null,
  period: null,
  from: null,
  undoableOnly: false,
};

const DAYS: Record<Period, number> = { day: 0, week: 6, month: 29 };

/** First day of a period that ends today. */
export function periodStart(period: Period, today: Date): string {
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - DAYS[period], 12));
}
