import { findGap, readinessHundredths, type NeededItem } from './gap.ts';
import { supplyOn, type InventoryState, type InventoryThing } from './inventory.ts';

/** A row of the inventory with the day since when the college has it. */
export interface DatedThing extends InventoryThing {
  since: string;
}

/** A change of a row, as the change log tells it: what it was before. */
export interface ThingChange {
  id: string;
  /** Moment of the change, ISO-8601. */
  at: string;
  before: { state?: InventoryState; quantityHundredths?: number; isDeleted?: boolean };
}

/** A row as it was; `isDeleted`: it was not in the inventory. */
interface PastThing extends DatedThing {
  isDeleted: boolean;
}

/** Rows with the changes after a day taken back. */
function rewind(things: readonly PastThing[], changes: readonly ThingChange[], day: string): PastThing[] {
  const later = changes
    .filter((change) => change.at.slice(0, 10) > day)
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  const rows = new Map(things.map((thing) => [thing.id, { ...thing }]));
  for (const { id, before } of later) {
    const row = rows.get(id);
    if (row) Object.assign(row, before);
  }
  return [...rows.values()];
}

/** The readiness on a day, in hundredths of a percent. */
export interface CoursePoint {
  day: string;
  readinessHundredths: number | null;
}

/**
 * How the base grew: what is needed today against what the college had on each day, by the dates of purchase and the
 * changes of the inventory. Today's needs on all days, so that the line moves only when the base does.
 * @param things as they are now, deleted ones too
 */
export function courseOfReadiness(options: {
  items: readonly NeededItem[];
  things: readonly (DatedThing & { isDeleted: boolean })[];
  changes: readonly ThingChange[];
  days: readonly string[];
}): CoursePoint[] {
  const { items, things, changes, days } = options;
  return days.map((day) => {
    const then = rewind(things, changes, day).filter((thing) => !thing.isDeleted && thing.since <= day);
    const gaps = findGap(
      items,
      then.map((thing) => supplyOn(thing, day)),
    );
    return { day, readinessHundredths: readinessHundredths(gaps) };
  });
}
