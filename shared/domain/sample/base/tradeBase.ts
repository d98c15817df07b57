import type { InventoryState } from '../../base/inventory.ts';
import type { ItemCategory, QuantityRule } from '../../base/quantityRule.ts';

/** Something of the inventory of the sample college. Amounts in whole units. */
export interface SampleThing {
  amount: number;
  state?: InventoryState;
  /** Since how many months the college has it. */
  monthsAgo: number;
  /** In how many days its calibration runs out; negative: it has. */
  calibrationDays?: number;
  serviceDays?: number;
  /** In how many days it goes back to the partner of the trade, who lent it. */
  lentDays?: number;
}

/** An item of a list of the sample college, and what the college has of it. */
export interface SampleItem {
  name: string;
  category: ItemCategory;
  amount: number;
  rule: QuantityRule;
  groupSize?: number;
  unit: string;
  /** Whole tenge; absent: not known. */
  priceTenge?: number;
  model?: string;
  modules?: string;
  electricity?: string;
  /** Used by one person in a session, hundredths of the unit. */
  normHundredths?: number;
  have: readonly SampleThing[];
}

/** The base of one trade. */
export interface SampleTradeBase {
  competencyNumber: string;
  room: string;
  places: number;
  items: readonly SampleItem[];
  /** What is trained in the next sessions, and in how many days. */
  coming: readonly { days: number; startTime: string; focus: string }[];
}
