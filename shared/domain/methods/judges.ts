import { quantileOfF } from './distributions.ts';

/** An intraclass correlation with its confidence interval. */
export interface Correlation {
  value: number;
  low: number;
  high: number;
}

/** Mean squares of a two-way table of targets × judges. */
export interface MeanSquares {
  between: number;
  within: number;
  judges: number;
  error: number;
}

/** The six coefficients of Shrout & Fleiss (1979): one judge (single) and the mean of all of them (average). */
export interface IntraclassCorrelations {
  meanSquares: MeanSquares;
  icc11: Correlation;
  icc21: Correlation;
  icc31: Correlation;
  icc1k: Correlation;
  icc2k: Correlation;
  icc3k: Correlation;
}

/** How often each row of a table counts; once where it is left out. */
type Weights = readonly number[] | undefined;

/** Sums of a table: over its cells, over its rows, over each judge. */
function sumTable(table: readonly (readonly number[])[], weights: Weights) {
  const k = table[0]?.length ?? 0;
  const judges = Array.from({ length: k }, () => 0);
  let n = 0;
  let total = 0;
  table.forEach((row, index) => {
    const weight = weights?.[index] ?? 1;
    n += weight;
    row.forEach((value, judge) => {
      total += weight * value;
      judges[judge] = (judges[judge] ?? 0) + weight * value;
    });
  });
  return { n, k, grand: total / (n * k), judgeMeans: judges.map((sum) => sum / n) };
}

/** Mean squares of a full table. @param table rows are targets, columns judges @param weights how often a row counts */
export function meanSquaresOf(table: readonly (readonly number[])[], weights?: Weights): MeanSquares {
  const { n, k, grand, judgeMeans } = sumTable(table, weights);
  let total = 0;
  let rows = 0;
  table.forEach((row, index) => {
    const weight = weights?.[index] ?? 1;
    let sum = 0;
    for (const value of row) {
      total += weight * (value - grand) ** 2;
      sum += value;
    }
    rows += weight * k * (sum / k - grand) ** 2;
  });
  const columns = n * judgeMeans.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  return {
    between: rows / (n - 1),
    within: (total - rows) / (n * (k - 1)),
    judges: columns / (k - 1),
    error: (total - rows - columns) / ((n - 1) * (k - 1)),
  };
}

/** What the reliability of the mean of k judges follows from that of one (Spearman–Brown). */
const stepUp = (single: number, k: number): number => (k * single) / (1 + (k - 1) * single);

/** Interval from a ratio of mean squares: exact for ICC(1) and ICC(3). */
function fromRatio(ratio: number, degrees: { rows: number; rest: number }, k: number, tail: number) {
  const low = ratio / quantileOfF(1 - tail, degrees.rows, degrees.rest);
  const high = ratio * quantileOfF(1 - tail, degrees.rest, degrees.rows);
  const single = (f: number): number => (f - 1) / (f + k - 1);
  const average = (f: number): number => 1 - 1 / f;
  return {
    single: { value: single(ratio), low: single(low), high: single(high) },
    average: { value: average(ratio), low: average(low), high: average(high) },
  };
}

/** ICC(2,1) with the interval of Satterthwaite's degrees of freedom (McGraw & Wong 1996, table 7). */
function absoluteAgreement(squares: MeanSquares, n: number, k: number, tail: number): Correlation {
  const { between, judges, error } = squares;
  const value = (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n);
  const a = (k * value) / (n * (1 - value));
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value));
  const degrees =
    (a * judges + b * error) ** 2 / ((a * judges) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  const spread = k * judges + (k * n - k - n) * error;
  const upper = quantileOfF(1 - tail, n - 1, degrees);
  const lower = quantileOfF(1 - tail, degrees, n - 1);
  return {
    value,
    low: (n * (between - upper * error)) / (upper * spread + n * between),
    high: (n * (lower * between - error)) / (spread + n * lower * between),
  };
}

/**
 * Agreement of judges who all marked the same targets (Shrout & Fleiss 1979; intervals McGraw & Wong 1996).
 * @param table rows are targets, columns judges; every cell filled
 * @param weights how often each row counts
 * @returns null for fewer than two targets or judges, or when all marks are the same: then nothing can be said
 */
export function intraclassCorrelations(
  table: readonly (readonly number[])[],
  { confidence = 0.95, weights }: { confidence?: number; weights?: Weights } = {},
): IntraclassCorrelations | null {
  const n = weights?.reduce((sum, weight) => sum + weight, 0) ?? table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const meanSquares = meanSquaresOf(table, weights);
  const { between, within, error } = meanSquares;
  if (!(between > 0) || !(within > 0) || !(error > 0)) return null;
  const tail = (1 - confidence) / 2;
  const one = fromRatio(between / within, { rows: n - 1, rest: n * (k - 1) }, k, tail);
  const three = fromRatio(between / error, { rows: n - 1, rest: (n - 1) * (k - 1) }, k, tail);
  const two = absoluteAgreement(meanSquares, n, k, tail);
  return {
    meanSquares,
    icc11: one.single,
    icc21: two,
    icc31: three.single,
    icc1k: one.average,
    icc2k: { value: stepUp(two.value, k), low: stepUp(two.low, k), high: stepUp(two.high, k) },
    icc3k: three.average,
  };
}

/**
 * Additive severity: each judge's mean minus the grand mean; positive is generous.
 * @param table targets × judges
 * @param weights how often each row counts
 */
export function additiveSeverity(table: readonly (readonly number[])[], weights?: Weights): number[] {
  const { grand, judgeMeans } = sumTable(table, weights);
  return judgeMeans.map((own) => own - grand);
}
