import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface ShellState {
  /** The navigation shows only icons. */
  isNavSmall: boolean;
  toggleNav: () => void;
}

/** How the shell looks on this computer; not data of the college. */
export const useShellStore = create<ShellState>()(
  persist(
    (set) => ({
      isNavSmall: false,
      toggleNav: () => set((state) => ({ isNavSmall: !state.isNavSmall })),
    }),
    { name: 'shyng.shell', version: 1, partialize: ({ isNavSmall }) => ({ isNavSmall }) },
  ),
);
