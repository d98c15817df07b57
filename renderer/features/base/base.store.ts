import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface BaseUiState {
  /** The championship that readiness is measured for; null: the squads as they are now. */
  championshipId: string | null;
  setChampionship: (id: string | null) => void;
  reset: () => void;
}

const initial = { championshipId: null } as const;

/** What the base is looked at for; remembered on this computer. */
export const useBaseStore = create<BaseUiState>()(
  persist(
    (set) => ({
      ...initial,
      setChampionship: (championshipId) => set({ championshipId }),
      reset: () => set(initial),
    }),
    {
      name: 'shyng.base',
      version: 1,
      partialize: ({ championshipId }) => ({ championshipId }),
    },
  ),
);
