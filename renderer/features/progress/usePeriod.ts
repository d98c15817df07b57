import { useMemo } from 'react';
import { periodBounds } from '#shared/domain/progress/period.ts';
import type { Period, PeriodBounds } from '#shared/domain/progress/period.ts';
import { useProgressStore } from './progress.store.ts';
import { useToday } from '../../i18n/useToday.ts';

const ALL: Period = { kind: 'all' };

/** The remembered period of a chart, and the days it means today. */
export function usePeriod(chart: string): {
  period: Period;
  bounds: PeriodBounds;
  /** Today, `YYYY-MM-DD`; null when the period ends before. */
  today: string | null;
  setPeriod: (period: Period) => void;
} {
  const period = useProgressStore((state) => state.periods[chart]) ?? ALL;
  const setForChart = useProgressStore((state) => state.setPeriod);
  const today = useToday();
  const bounds = useMemo(() => periodBounds(period, today), [period, today]);
  const endsBefore = bounds.to !== undefined && bounds.to < today;
  return { period, bounds, today: endsBefore ? null : today, setPeriod: (next) => setForChart(chart, next) };
}
