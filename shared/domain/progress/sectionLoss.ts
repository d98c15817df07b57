/** A section of the standard and its result. */
export interface WeighedSection {
  number: number;
  weightHundredths: number;
  /** Percent of the marked maximum; null when nothing was marked. */
  percent: number | null;
}

/**
 * Marks out of a hundred that a section costs: its share of all weights times what was lost in it.
 * @param totalWeightHundredths sum of the weights of all sections
 * @returns null when nothing of it was marked
 */
export function lostMarks(section: WeighedSection, totalWeightHundredths: number): number | null {
  if (section.percent === null || totalWeightHundredths <= 0) return null;
  return (section.weightHundredths / totalWeightHundredths) * (100 - section.percent);
}

/** Sum of the declared weights. */
export function totalWeight(sections: readonly WeighedSection[]): number {
  return sections.reduce((sum, section) => sum + section.weightHundredths, 0);
}

/** Sections from the one that costs most to the one that costs least; those without a result last, by number. */
export function orderByLoss<T extends WeighedSection>(sections: readonly T[]): T[] {
  const total = totalWeight(sections);
  const lossOf = (section: T): number => lostMarks(section, total) ?? -1;
  return [...sections].sort((a, b) => lossOf(b) - lossOf(a) || a.number - b.number);
}

/** The section that costs most; null when none was marked, or nothing was lost. */
export function findCostliest<T extends WeighedSection>(sections: readonly T[]): T | null {
  const first = orderByLoss(sections)[0];
  if (!first) return null;
  return (lostMarks(first, totalWeight(sections)) ?? 0) > 0 ? first : null;
}
