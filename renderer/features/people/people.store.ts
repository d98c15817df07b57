import { create } from 'zustand';
import type { StudentListRow } from '#shared/contract/people.ts';

/** What the list of students is narrowed to; null lets everything through. */
export interface StudentFilter {
  search: string;
  status: StudentListRow['status'] | null;
  groupName: string | null;
  consent: StudentListRow['consent'] | null;
}

interface PeopleState {
  filter: StudentFilter;
  setFilter: (part: Partial<StudentFilter>) => void;
  reset: () => void;
}

const initial: StudentFilter = { search: '', status: 'active', groupName: null, consent: null };

/** How the list of students is narrowed; kept while other pages are visited. */
export const usePeopleStore = create<PeopleState>()((set) => ({
  filter: initial,
  setFilter: (part) => set((state) => ({ filter: { ...state.filter, ...part } })),
  reset: () => set({ filter: initial }),
}));
