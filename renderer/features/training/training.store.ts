import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { PeriodKind } from './period.ts';

/** What the list of sessions is narrowed to. */
export interface SessionFilter {
  competencyId: string | null;
  period: PeriodKind;
  /** Of an own period, `YYYY-MM-DD`. */
  from: string | null;
  to: string | null;
}

interface TrainingState {
  filter: SessionFilter;
  /** Competency of the session that was added last: the next one is most often about the same. */
  lastCompetencyId: string | null;
  setFilter: (part: Partial<SessionFilter>) => void;
  resetFilter: () => void;
  rememberCompetency: (id: string) => void;
}

const everything: SessionFilter = { competencyId: null, period: 'all', from: null, to: null };

/** How the training screens look on this computer; the filter lasts as long as the page. */
export const useTrainingStore = create<TrainingState>()(
  persist(
    (set) => ({
      filter: everything,
      lastCompetencyId: null,
      setFilter: (part) => set((state) => ({ filter: { ...state.filter, ...part } })),
      resetFilter: () => set({ filter: everything }),
      rememberCompetency: (lastCompetencyId) => set({ lastCompetencyId }),
    }),
    { name: 'shyng.training', version: 1, partialize: ({ lastCompetencyId }) => ({ lastCompetencyId }) },
  ),
);
