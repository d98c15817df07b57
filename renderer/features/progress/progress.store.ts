import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Period } from '#shared/domain/progress/period.ts';

/** So many students can be told apart in one chart beside the squad's own line. */
export const MOST_COMPARED = 4;

interface ProgressState {
  /** Period of each chart, by its name: `squad/<competency>` or `student/<competency>`. */
  periods: Readonly<Record<string, Period>>;
  /** Students that the chart of a competency compares. */
  compared: Readonly<Record<string, readonly string[]>>;
  setPeriod: (chart: string, period: Period) => void;
  toggleCompared: (competencyId: string, studentId: string) => void;
  reset: () => void;
}

const empty = { periods: {}, compared: {} };

function toggle(ids: readonly string[], id: string): readonly string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  // The one that was ticked first makes room.
  return [...ids, id].slice(-MOST_COMPARED);
}

/** What charts show, remembered on this computer; ids only, no names and no marks. */
export const useProgressStore = create<ProgressState>()(
  persist(
    (set) => ({
      ...empty,
      setPeriod: (chart, period) => set((state) => ({ periods: { ...state.periods, [chart]: period } })),
      toggleCompared: (competencyId, studentId) =>
        set(({ compared }) => ({
          compared: { ...compared, [competencyId]: toggle(compared[competencyId] ?? [], studentId) },
        })),
      reset: () => set(empty),
    }),
    {
      name: 'shyng.progress',
      version: 1,
      partialize: ({ periods, compared }) => ({ periods, compared }),
    },
  ),
);
