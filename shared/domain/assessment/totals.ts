/** An aspect with what an attempt got on it. */
export interface MarkedAspect {
  criterionCode: string;
  subCriterionCode: string;
  sectionNumber: number | null;
  maxHundredths: number;
  /** Null: no mark, because it is still empty or was not attempted. */
  markHundredths: number | null;
  isNotAttempted: boolean;
}

/** Sums of some aspects, in hundredths. Only marked aspects count towards `markedMaxHundredths`. */
export interface MarkSum {
  markHundredths: number;
  markedMaxHundredths: number;
  maxHundredths: number;
  markedCount: number;
  notAttemptedCount: number;
  count: number;
}

/** Totals of an attempt, in the order of the scheme. */
export interface AttemptTotalTree {
  whole: MarkSum;
  criteria: { code: string; sum: MarkSum }[];
  subCriteria: { code: string; sum: MarkSum }[];
  sections: { number: number; sum: MarkSum }[];
}

/** Adds up some aspects. */
export function sumMarks(aspects: readonly MarkedAspect[]): MarkSum {
  const sum: MarkSum = {
    markHundredths: 0,
    markedMaxHundredths: 0,
    maxHundredths: 0,
    markedCount: 0,
    notAttemptedCount: 0,
    count: aspects.length,
  };
  for (const aspect of aspects) {
    sum.maxHundredths += aspect.maxHundredths;
    if (aspect.isNotAttempted) sum.notAttemptedCount += 1;
    if (aspect.markHundredths === null) continue;
    sum.markHundredths += aspect.markHundredths;
    sum.markedMaxHundredths += aspect.maxHundredths;
    sum.markedCount += 1;
  }
  return sum;
}

/** Totals per sub-criterion, criterion, section and as a whole; always from the marks. */
export function totalAttempt(aspects: readonly MarkedAspect[]): AttemptTotalTree {
  const sums = <K>(keyOf: (aspect: MarkedAspect) => K): [K, MarkSum][] =>
    [...Map.groupBy(aspects, keyOf)].map(([key, group]) => [key, sumMarks(group)]);
  return {
    whole: sumMarks(aspects),
    criteria: sums((aspect) => aspect.criterionCode).map(([code, sum]) => ({ code, sum })),
    subCriteria: sums((aspect) => aspect.subCriterionCode).map(([code, sum]) => ({ code, sum })),
    sections: sums((aspect) => aspect.sectionNumber)
      .flatMap(([number, sum]) => (number === null ? [] : [{ number, sum }]))
      .sort((a, b) => a.number - b.number),
  };
}
