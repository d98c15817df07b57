import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type CalendarView = 'month' | 'week' | 'list';

interface PlanState {
  view: CalendarView;
  /** Competency that the calendar is narrowed to; null: all. */
  competencyId: string | null;
  /** Weeks that planned and done are compared over. */
  weeks: number;
  setView: (view: CalendarView) => void;
  setCompetency: (competencyId: string | null) => void;
  setWeeks: (weeks: number) => void;
  reset: () => void;
}

const initial = { view: 'month', competencyId: null, weeks: 8 } as const;

/** How the calendar is looked at; remembered on this computer. */
export const usePlanStore = create<PlanState>()(
  persist(
    (set) => ({
      ...initial,
      setView: (view) => set({ view }),
      setCompetency: (competencyId) => set({ competencyId }),
      setWeeks: (weeks) => set({ weeks }),
      reset: () => set(initial),
    }),
    {
      name: 'shyng.plan',
      version: 1,
      partialize: ({ view, competencyId, weeks }) => ({ view, competencyId, weeks }),
    },
  ),
);
