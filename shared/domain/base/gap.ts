import { allocate } from './allocate.ts';
import type { Supply } from './inventory.ts';
import type { ItemCategory } from './quantityRule.ts';

/** An item that is needed, and the rows of the inventory that serve it. */
export interface NeededItem {
  id: string;
  competencyId: string;
  category: ItemCategory;
  /** Hundredths of the unit; null: the list does not say how much. */
  neededHundredths: number | null;
  /** Price of one unit in tiyn; null: not known. */
  priceTiyn: number | null;
  supplyIds: readonly string[];
}

/**
 * What became of a need. Amounts in hundredths; `needed` is always `covered + reservedTwice + repair + buy`.
 */
export interface ItemGap {
  id: string;
  competencyId: string;
  category: ItemCategory;
  needed: number;
  covered: number;
  /** Is there and works, but is needed by another item at the same time. */
  reservedTwice: number;
  /** Can be had by repairing what is broken. */
  repair: number;
  /** Has to be got. */
  buy: number;
  /** Informs: what of the linked things is broken, gone by the day, or past its calibration. */
  broken: number;
  gone: number;
  uncalibrated: number;
  /** Nothing that serves it is there, not even broken. */
  isMissing: boolean;
  /** Of what has to be got, in tiyn, rounded up; null: the price is not known and something has to be got. */
  costTiyn: number | null;
}

const sum = (supplies: readonly Supply[], key: Exclude<keyof Supply, 'id'>): number =>
  supplies.reduce((total, supply) => total + supply[key], 0);

function costOf(priceTiyn: number | null, buy: number): number | null {
  if (buy === 0) return 0;
  if (priceTiyn === null) return null;
  // Integers all along: a price of 10^13 tiyn times a large quantity would leave the exact range of numbers.
  return Number((BigInt(priceTiyn) * BigInt(buy) + 99n) / 100n);
}

function gapOf(item: NeededItem, needed: number, covered: number, supplies: readonly Supply[]): ItemGap {
  const working = sum(supplies, 'working');
  const broken = sum(supplies, 'broken');
  const reservedTwice = Math.min(needed, working) - covered;
  const repair = Math.min(needed - covered - reservedTwice, broken);
  const buy = needed - covered - reservedTwice - repair;
  return {
    id: item.id,
    competencyId: item.competencyId,
    category: item.category,
    needed,
    covered,
    reservedTwice,
    repair,
    buy,
    broken,
    gone: sum(supplies, 'gone'),
    uncalibrated: sum(supplies, 'uncalibrated'),
    isMissing: needed > 0 && working + broken === 0,
    costTiyn: costOf(item.priceTiyn, buy),
  };
}

/**
 * The gap of items that are all needed at the same time. Small needs are served first: that order makes the readiness
 * of them all as high as it can be. Items without a quantity are left out.
 */
export function findGap(items: readonly NeededItem[], supplies: readonly Supply[]): ItemGap[] {
  const byId = new Map(supplies.map((supply) => [supply.id, supply]));
  const suppliesOf = (item: NeededItem): Supply[] => item.supplyIds.flatMap((id) => byId.get(id) ?? []);
  const known = items.flatMap((item) =>
    item.neededHundredths === null ? [] : [{ item, needed: item.neededHundredths }],
  );
  const covered = allocate(
    known
      .map(({ item, needed }) => ({ id: item.id, needed, sourceIds: item.supplyIds }))
      .sort((one, other) => one.needed - other.needed),
    supplies.map(({ id, working }) => ({ id, available: working })),
  );
  return known.map(({ item, needed }) => gapOf(item, needed, covered.get(item.id) ?? 0, suppliesOf(item)));
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

/**
 * How ready the base is: the mean over all needed items of what share of each is covered, in hundredths of a percent,
 * rounded down. Exact: shares are added as fractions.
 * @returns null when nothing is needed
 */
export function readinessHundredths(gaps: readonly Pick<ItemGap, 'needed' | 'covered'>[]): number | null {
  const needed = gaps.filter((gap) => gap.needed > 0);
  if (needed.length === 0) return null;
  let [numerator, denominator] = [0n, 1n];
  for (const gap of needed) {
    const [share, whole] = [BigInt(gap.covered), BigInt(gap.needed)];
    numerator = numerator * whole + share * denominator;
    denominator *= whole;
    const divisor = greatestDivisor(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }
  return Number((numerator * 10_000n) / (denominator * BigInt(needed.length)));
}

/** Sums of the gap of some items. */
export interface GapSummary {
  /** Hundredths of a percent; null: nothing is needed. */
  readinessHundredths: number | null;
  items: number;
  complete: number;
  /** Items of which nothing is there. */
  missing: number;
  /** Items of which some is there, but not enough. */
  short: number;
  /** Items with something broken that would be needed. */
  broken: number;
  reservedTwice: number;
  /** Items past their calibration. */
  uncalibrated: number;
  costTiyn: number;
  /** Items that have to be got and have no price. */
  withoutPrice: number;
}

/** Adds up the gap of some items. An item can count as short, broken and reserved twice at once. */
export function summarizeGap(gaps: readonly ItemGap[]): GapSummary {
  const needed = gaps.filter((gap) => gap.needed > 0);
  const count = (test: (gap: ItemGap) => boolean): number => needed.filter(test).length;
  return {
    readinessHundredths: readinessHundredths(needed),
    items: needed.length,
    complete: count((gap) => gap.covered === gap.needed),
    missing: count((gap) => gap.isMissing),
    short: count((gap) => !gap.isMissing && gap.buy > 0),
    broken: count((gap) => gap.repair > 0),
    reservedTwice: count((gap) => gap.reservedTwice > 0),
    uncalibrated: count((gap) => gap.uncalibrated > 0),
    costTiyn: needed.reduce((total, gap) => total + (gap.costTiyn ?? 0), 0),
    withoutPrice: count((gap) => gap.costTiyn === null),
  };
}
