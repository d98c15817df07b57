import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Months that the charts reach back; 0: all. */
export const monthChoices = [3, 6, 12, 0] as const;

/** What a squad's spread is told by. */
export const spreadKinds = ['attempts', 'practices', 'months'] as const;
export type SpreadKind = (typeof spreadKinds)[number];

interface InsightState {
  months: number;
  /** Results as they were, not adjusted for the difficulty of the test project. */
  isRaw: boolean;
  spread: SpreadKind;
  setMonths: (months: number) => void;
  setRaw: (isRaw: boolean) => void;
  setSpread: (spread: SpreadKind) => void;
  reset: () => void;
}

const initial = { months: 0, isRaw: false, spread: 'months' } as const;

/** How the charts of readiness are looked at; remembered on this computer. */
export const useInsightStore = create<InsightState>()(
  persist(
    (set) => ({
      ...initial,
      setMonths: (months) => set({ months }),
      setRaw: (isRaw) => set({ isRaw }),
      setSpread: (spread) => set({ spread }),
      reset: () => set(initial),
    }),
    {
      name: 'shyng.insight',
      version: 1,
      partialize: ({ months, isRaw, spread }) => ({ months, isRaw, spread }),
    },
  ),
);

/** First day that is shown; undefined: all. */
export function firstDay(months: number, today: string): string | undefined {
  if (months === 0) return undefined;
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, 28))).toISOString().slice(0, 10);
}
