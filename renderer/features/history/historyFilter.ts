import type { Period } from '../../records/historyPeriod.ts';

/** What the history is narrowed to; null: no such limit. */
export interface HistoryFilter {
  actorId: string | null;
  area: string | null;
  period: Period | null;
  /** First day of the period. */
  from: string | null;
  undoableOnly: boolean;
}

export const noFilter: HistoryFilter = {
  actorId: null,
  area: null,
  period: null,
  from: null,
  undoableOnly: false,
};
