import type { CriterionRow, SubCriterionRow } from '../../contract/schemes.ts';

/** Sums over some aspects of an attempt; marks are integer hundredths. */
export interface PartTotals {
  markHundredths: number;
  /** Maxima of the aspects that have a mark: neither those not attempted nor the empty ones. */
  markedMaxHundredths: number;
  /** Maxima of all the aspects. */
  maxHundredths: number;
  markedCount: number;
  notAttemptedCount: number;
  count: number;
}

/** What a cell counts as: its mark, or that it was not attempted; null while it is empty. */
export type CountedMark = number | 'not_attempted' | null;

/** Sums of an attempt: the whole, and each criterion and sub-criterion by id (those without a part in it are missing). */
export interface AttemptSums {
  whole: PartTotals;
  parts: ReadonlyMap<string, PartTotals>;
}

const nothing = (): PartTotals => ({
  markHundredths: 0,
  markedMaxHundredths: 0,
  maxHundredths: 0,
  markedCount: 0,
  notAttemptedCount: 0,
  count: 0,
});

function addTo(sum: PartTotals, part: PartTotals): void {
  sum.markHundredths += part.markHundredths;
  sum.markedMaxHundredths += part.markedMaxHundredths;
  sum.maxHundredths += part.maxHundredths;
  sum.markedCount += part.markedCount;
  sum.notAttemptedCount += part.notAttemptedCount;
  sum.count += part.count;
}

function sumOf(subCriterion: SubCriterionRow, markOf: (aspectId: string) => CountedMark): PartTotals {
  const sum = nothing();
  for (const aspect of subCriterion.aspects) {
    const mark = markOf(aspect.id);
    sum.count += 1;
    sum.maxHundredths += aspect.maxHundredths;
    if (mark === 'not_attempted') sum.notAttemptedCount += 1;
    else if (mark !== null) {
      sum.markedCount += 1;
      sum.markHundredths += mark;
      sum.markedMaxHundredths += aspect.maxHundredths;
    }
  }
  return sum;
}

/**
 * Adds up an attempt from its marks. Totals are never stored beside the marks, so they cannot differ from them.
 * @param scope sub-criteria that the attempt is about; null: the whole scheme
 */
export function sumAttempt(
  criteria: readonly CriterionRow[],
  scope: ReadonlySet<string> | null,
  markOf: (aspectId: string) => CountedMark,
): AttemptSums {
  const whole = nothing();
  const parts = new Map<string, PartTotals>();
  for (const criterion of criteria) {
    const ofCriterion = nothing();
    for (const subCriterion of criterion.subCriteria) {
      if (scope !== null && !scope.has(subCriterion.id)) continue;
      const sum = sumOf(subCriterion, markOf);
      parts.set(subCriterion.id, sum);
      addTo(ofCriterion, sum);
    }
    if (ofCriterion.count === 0) continue;
    parts.set(criterion.id, ofCriterion);
    addTo(whole, ofCriterion);
  }
  return { whole, parts };
}

/** Percent 0…100 of the marks given out of the maxima of what was marked; null when nothing was. */
export function percentOf(totals: Pick<PartTotals, 'markHundredths' | 'markedMaxHundredths'>): number | null {
  return totals.markedMaxHundredths === 0 ? null : (100 * totals.markHundredths) / totals.markedMaxHundredths;
}

/** Whether every aspect has a mark or is explicitly not attempted. */
export function isWhole(totals: Pick<PartTotals, 'markedCount' | 'notAttemptedCount' | 'count'>): boolean {
  return totals.count > 0 && totals.markedCount + totals.notAttemptedCount === totals.count;
}
