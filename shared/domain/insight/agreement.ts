import { additiveSeverity, intraclassCorrelations, type Correlation } from '#shared/domain/methods/judges.ts';
import { krippendorffAlpha } from '#shared/domain/methods/krippendorff.ts';

/** What several judges gave to one aspect of one attempt; null where a judge gave nothing. */
export interface JudgedTarget {
  aspectId: string;
  scores: readonly (number | null)[];
}

/** How well judges agree, and where they do not. */
export interface Agreement {
  targetCount: number;
  /** Agreement of single judges in absolute terms, ICC(2,1), over the targets that all of them scored. */
  single: Correlation | null;
  /** The same for the mean of all judges, which the mark is made of: ICC(2,k). */
  mean: Correlation | null;
  /** Krippendorff's alpha of the scores as an order, gaps allowed. */
  alpha: number | null;
  /** What judges are said to do, by the usual bounds (Koo & Li 2016 for ICC, Krippendorff 2004 for alpha). */
  verdict: 'good' | 'moderate' | 'poor' | 'unknown';
  /** Mean minus grand mean of each judge; positive is generous. */
  severity: number[];
  /** Aspects by mean spread of their scores, widest first. */
  disputed: { aspectId: string; spread: number; count: number }[];
}

function verdictOf(mean: Correlation | null, alpha: number | null): Agreement['verdict'] {
  const value = mean?.value ?? alpha;
  if (value === null) return 'unknown';
  if (value >= 0.75) return 'good';
  return value >= 0.5 ? 'moderate' : 'poor';
}

/** Aspects by mean spread of their scores. */
function disputedOf(targets: readonly JudgedTarget[], spreads: Spreads): Agreement['disputed'] {
  const sums = new Map<string, { spread: number; count: number }>();
  for (const { aspectId, scores } of targets) {
    const spread = spreads.get(scores) ?? null;
    if (spread === null) continue;
    const own = sums.get(aspectId) ?? { spread: 0, count: 0 };
    own.spread += spread;
    own.count += 1;
    sums.set(aspectId, own);
  }
  return [...sums]
    .map(([aspectId, { spread, count }]) => ({ aspectId, spread: spread / count, count }))
    .filter((one) => one.spread > 0)
    .sort((a, b) => b.spread - a.spread || b.count - a.count || (a.aspectId < b.aspectId ? -1 : 1));
}

type Scores = JudgedTarget['scores'];
/** Widest difference in a row of scores; null where fewer than two were given. */
type Spreads = ReadonlyMap<Scores, number | null>;

function spreadOf(scores: Scores): number | null {
  const given = scores.filter((score) => score !== null);
  return given.length > 1 ? Math.max(...given) - Math.min(...given) : null;
}

/** Rows of scores that occur, each once: judges give few different ones. */
function distinctRows(targets: readonly JudgedTarget[]): {
  rows: Scores[];
  weights: number[];
  spreads: Spreads;
} {
  const places = new Map<Scores, number>();
  const byText = new Map<string, number>();
  const rows: Scores[] = [];
  const weights: number[] = [];
  for (const { scores } of targets) {
    let place = places.get(scores);
    if (place === undefined) {
      const text = scores.join();
      place = byText.get(text) ?? rows.push(scores) - 1;
      byText.set(text, place);
      places.set(scores, place);
    }
    weights[place] = (weights[place] ?? 0) + 1;
  }
  const spreadsOfRows = rows.map(spreadOf);
  const spreads = new Map([...places].map(([scores, place]) => [scores, spreadsOfRows[place] ?? null]));
  return { rows, weights, spreads };
}

/** Agreement of the same judges over many targets. @param targets scores in the same order of judges */
export function describeAgreement(targets: readonly JudgedTarget[]): Agreement {
  const { rows, weights: allWeights, spreads } = distinctRows(targets);
  const full: number[][] = [];
  const weights: number[] = [];
  rows.forEach((scores, place) => {
    const given = scores.filter((score) => score !== null);
    if (given.length < scores.length) return;
    full.push(given);
    weights.push(allWeights[place] ?? 0);
  });
  const icc = intraclassCorrelations(full, { weights });
  const judgeCount = Math.max(0, ...rows.map((scores) => scores.length));
  const byJudge = Array.from({ length: judgeCount }, (_, judge) =>
    rows.map((scores) => scores[judge] ?? null),
  );
  const alpha = krippendorffAlpha(byJudge, 'ordinal', allWeights);
  return {
    targetCount: targets.length,
    single: icc?.icc21 ?? null,
    mean: icc?.icc2k ?? null,
    alpha,
    verdict: verdictOf(icc?.icc2k ?? null, alpha),
    severity: full.length > 0 ? additiveSeverity(full, weights) : [],
    disputed: disputedOf(targets, spreads),
  };
}
