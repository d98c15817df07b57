import { create } from 'zustand';

/** What the list of competencies is narrowed to. */
export interface CompetencyFilter {
  search: string;
  /** Key of a sector; null: every sector. */
  sector: string | null;
  kind: 'all' | 'squad' | 'own';
}

interface CompetenciesState {
  filter: CompetencyFilter;
  setFilter: (part: Partial<CompetencyFilter>) => void;
  reset: () => void;
}

const initial: CompetencyFilter = { search: '', sector: null, kind: 'all' };

/** How the list of competencies is narrowed; kept while other pages are visited. */
export const useCompetenciesStore = create<CompetenciesState>()((set) => ({
  filter: initial,
  setFilter: (part) => set((state) => ({ filter: { ...state.filter, ...part } })),
  reset: () => set({ filter: initial }),
}));
