import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type AgendaView = 'month' | 'list';

interface TasksUiState {
  view: AgendaView;
  setView: (view: AgendaView) => void;
  reset: () => void;
}

const initial = { view: 'month' } as const;

/** How the one calendar is looked at; remembered on this computer. */
export const useTasksStore = create<TasksUiState>()(
  persist((set) => ({ ...initial, setView: (view) => set({ view }), reset: () => set(initial) }), {
    name: 'shyng.tasks',
    version: 1,
    partialize: ({ view }) => ({ view }),
  }),
);
