/** What can be the matter with a thing that the college has. */
export const inventoryStates = ['working', 'needs_repair', 'broken', 'written_off'] as const;
export type InventoryState = (typeof inventoryStates)[number];

/** A row of the inventory as the gap sees it. */
export interface InventoryThing {
  id: string;
  state: InventoryState;
  /** Hundredths of the unit; for consumables what is left. */
  quantityHundredths: number;
  /** Day on which it goes back to the partner who lent it; null: it is the college's own. */
  lentUntil: string | null;
  /** Last day on which it may be used; null: no end is known. */
  endOfLife: string | null;
  /** Day from which its calibration no longer counts; null: it needs none. */
  calibrationDue: string | null;
}

/** What a row of the inventory can give on a day; amounts in hundredths. */
export interface Supply {
  id: string;
  working: number;
  /** There, but it has to be repaired first. */
  broken: number;
  /** Will be back at the partner, or past its end of life. */
  gone: number;
  /** Part of `working` whose calibration will have run out. */
  uncalibrated: number;
}

const isOver = (last: string | null, day: string): boolean => last !== null && last < day;

/** What a thing can give on a day `YYYY-MM-DD`. What is written off gives nothing. */
export function supplyOn(thing: InventoryThing, day: string): Supply {
  const { id, state, quantityHundredths: amount } = thing;
  const none = { id, working: 0, broken: 0, gone: 0, uncalibrated: 0 };
  if (state === 'written_off') return none;
  if (isOver(thing.lentUntil, day) || isOver(thing.endOfLife, day)) return { ...none, gone: amount };
  if (state !== 'working') return { ...none, broken: amount };
  return { ...none, working: amount, uncalibrated: isOver(thing.calibrationDue, day) ? amount : 0 };
}
