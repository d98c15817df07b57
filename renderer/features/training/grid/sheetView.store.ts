import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface SheetViewState {
  /** Cells as large as a finger. */
  isTouch: boolean;
  /** The panel beside the grid that shows the aspect of the keyboard's place. */
  isPanelOpen: boolean;
  toggleTouch: () => void;
  togglePanel: () => void;
}

const isCoarse = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/** How the score grid looks on this computer; not data of the college. */
export const useSheetViewStore = create<SheetViewState>()(
  persist(
    (set) => ({
      isTouch: isCoarse(),
      isPanelOpen: true,
      toggleTouch: () => set((state) => ({ isTouch: !state.isTouch })),
      togglePanel: () => set((state) => ({ isPanelOpen: !state.isPanelOpen })),
    }),
    {
      name: 'shyng.sheetView',
      version: 1,
      partialize: ({ isTouch, isPanelOpen }) => ({ isTouch, isPanelOpen }),
    },
  ),
);
