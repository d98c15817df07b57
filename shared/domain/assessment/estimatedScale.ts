import { placesByNumber } from '../../lib/placesByNumber.ts';

/** With fewer competitors the middle says too little. */
export const FEWEST_FOR_SCALE = 5;

const CENTRE = 700;
const HIGHEST = 1000;

/** Twice the median, so that it is a whole number. */
function doubleMedian(values: readonly number[]): number {
  const places = placesByNumber(values);
  const middle = values.length / 2;
  const upper = values[places[Math.floor(middle)] ?? 0] ?? 0;
  return values.length % 2 === 1 ? 2 * upper : upper + (values[places[middle - 1] ?? 0] ?? 0);
}

/** Whole-number quotient, a half away from zero: the scale is symmetric about its middle. */
const roundedQuotient = (top: number, bottom: number): number =>
  Math.sign(top) * Math.floor((2 * Math.abs(top) + bottom) / (2 * bottom));

/** The middle of a competency and how far results lie from it, in hundredths of a point; halves and quarters occur. */
export interface ScaleFacts {
  medianHundredths: number;
  /** Median distance from the median. */
  madHundredths: number;
}

function doubledFacts(totals: readonly number[]): { median2: number; mad4: number } {
  const median2 = doubleMedian(totals);
  // Distances are doubled once by the doubled median, and once more by their own doubled median.
  return { median2, mad4: doubleMedian(totals.map((total) => Math.abs(2 * total - median2))) };
}

/** What the estimate rests on, to show it; null with fewer than five competitors. */
export function scaleFacts(totals: readonly number[]): ScaleFacts | null {
  if (totals.length < FEWEST_FOR_SCALE) return null;
  const { median2, mad4 } = doubledFacts(totals);
  return { medianHundredths: median2 / 2, madHundredths: mad4 / 4 };
}

/**
 * An estimate of the WorldSkills scale, on which the middle competitor has 700. The true formula is not public, so
 * whoever shows this says that it is an estimate: 700 + 30 × (x − median) ÷ (1.4826 × MAD), rounded to whole points,
 * between 0 and 1000; 700 for all when the MAD (the median distance from the median) is nothing.
 * @param totals in hundredths, one a competitor
 * @returns one value a total in the same order; null with fewer than five competitors
 */
export function estimateScale(totals: readonly number[]): number[] | null {
  if (totals.length < FEWEST_FOR_SCALE) return null;
  const { median2, mad4 } = doubledFacts(totals);
  return totals.map((total) => {
    if (mad4 === 0) return CENTRE;
    const top = 30 * 10_000 * 2 * (2 * total - median2);
    const points = CENTRE + roundedQuotient(top, 14_826 * mad4);
    return Math.min(HIGHEST, Math.max(0, points));
  });
}
