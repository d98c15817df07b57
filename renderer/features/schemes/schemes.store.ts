import { create } from 'zustand';

/** What the library is narrowed to. */
export interface SchemeFilter {
  search: string;
  competencyId: string | null;
  kind: 'official' | 'practice' | null;
  /** Also versions that a newer one has followed. */
  hasEarlier: boolean;
}

interface SchemesState {
  filter: SchemeFilter;
  setFilter: (part: Partial<SchemeFilter>) => void;
  resetFilter: () => void;
}

const everything: SchemeFilter = { search: '', competencyId: null, kind: null, hasEarlier: true };

/** How the library of schemes is narrowed; kept while other pages are visited. */
export const useSchemesStore = create<SchemesState>()((set) => ({
  filter: everything,
  setFilter: (part) => set((state) => ({ filter: { ...state.filter, ...part } })),
  resetFilter: () => set({ filter: everything }),
}));
