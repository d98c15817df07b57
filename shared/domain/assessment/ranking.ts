/** Something with a total to be ranked, in integer hundredths. */
export interface Ranked<T> {
  item: T;
  /** 1 is the best; equal totals share a place and the next place is left out (1, 2, 2, 4). */
  place: number;
  isTied: boolean;
}

/** Ranks by total, highest first; equal totals keep the order they came in. */
export function rankByTotal<T>(items: readonly T[], totalOf: (item: T) => number): Ranked<T>[] {
  const sorted = items.toSorted((a, b) => totalOf(b) - totalOf(a));
  const counts = new Map<number, number>();
  for (const item of sorted) counts.set(totalOf(item), (counts.get(totalOf(item)) ?? 0) + 1);
  let place = 0;
  let previous: number | null = null;
  return sorted.map((item, index) => {
    const total = totalOf(item);
    if (total !== previous) place = index + 1;
    previous = total;
    return { item, place, isTied: (counts.get(total) ?? 0) > 1 };
  });
}
