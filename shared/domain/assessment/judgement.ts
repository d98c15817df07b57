/** Highest score of a judge: "wholly exceeds industry standard, excellent". */
export const HIGHEST_SCORE = 3;

/**
 * Mark of a judgement aspect: (sum of scores ÷ (3 × number of judges)) × maximum, rounded half up to hundredths.
 * Computed in integers. Source: WorldSkills Technical Descriptions §4; the rounding is our inference.
 * @param scores one score 0–3 for each judge, at least one
 * @throws RangeError without scores, or when one is not 0, 1, 2 or 3
 */
export function judgementMark(scores: readonly number[], maxHundredths: number): number {
  if (scores.length === 0) throw new RangeError('a judgement needs at least one score');
  for (const score of scores) {
    if (!Number.isInteger(score) || score < 0 || score > HIGHEST_SCORE) {
      throw new RangeError('a score is 0, 1, 2 or 3');
    }
  }
  const sum = scores.reduce((total, score) => total + score, 0);
  const divisor = HIGHEST_SCORE * scores.length;
  return Math.floor((2 * sum * maxHundredths + divisor) / (2 * divisor));
}
