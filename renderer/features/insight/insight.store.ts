import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Months that the charts reach back; 0: all. */
export const monthChoices = [3, 6, 12, 0] as const;

interface InsightState {
  months: number;
  /** Results as they were, not adjusted for the difficulty of the test project. */
  isRaw: boolean;
  setMonths: (months: number) => void;
  setRaw: (isRaw: boolean) => void;
  reset: () => void;
}

const initial = { months: 0, isRaw: false };

/** How the charts of readiness are looked at; remembered on this computer. */
export const useInsightStore = create<InsightState>()(
  persist(
    (set) => ({
      ...initial,
      setMonths: (months) => set({ months }),
      setRaw: (isRaw) => set({ isRaw }),
      reset: () => set(initial),
    }),
    { name: 'shyng.insight', version: 1, partialize: ({ months, isRaw }) => ({ months, isRaw }) },
  ),
);

/** First day that is shown; undefined: all. */
export function firstDay(months: number, today: string): string | undefined {
  if (months === 0) return undefined;
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, 28))).toISOString().slice(0, 10);
}
