import { placesByNumber } from '../../lib/placesByNumber.ts';

/** Something with a total to be ranked, in integer hundredths. */
export interface Ranked<T> {
  item: T;
  /** 1 is the best; equal totals share a place and the next place is left out (1, 2, 2, 4). */
  place: number;
  isTied: boolean;
}

/**
 * Ranks by total, highest first; equal totals keep the order they came in.
 * @param totalOf integer hundredths
 */
export function rankByTotal<T>(items: readonly T[], totalOf: (item: T) => number): Ranked<T>[] {
  const totals = items.map(totalOf);
  const order = placesByNumber(totals.map((total) => -total));
  const ranked: Ranked<T>[] = [];
  let start = 0;
  while (start < order.length) {
    const total = totals[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && totals[order[end] ?? 0] === total) end += 1;
    for (let rank = start; rank < end; rank += 1) {
      const item = items[order[rank] ?? 0];
      if (item !== undefined) ranked.push({ item, place: start + 1, isTied: end - start > 1 });
    }
    start = end;
  }
  return ranked;
}
