import { create } from 'zustand';

interface ConnectionState {
  /** Main does not answer; the page tries to reach it again. */
  isLost: boolean;
  setLost: (isLost: boolean) => void;
}

/** Whether main can be reached, as the event stream tells. */
export const useConnectionStore = create<ConnectionState>()((set) => ({
  isLost: false,
  setLost: (isLost) => set({ isLost }),
}));
