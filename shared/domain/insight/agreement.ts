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

function disputedOf(targets: readonly JudgedTarget[]): Agreement['disputed'] {
  const spreads = Map.groupBy(
    targets.flatMap(({ aspectId, scores }) => {
      const given = scores.filter((score) => score !== null);
      return given.length > 1 ? [{ aspectId, spread: Math.max(...given) - Math.min(...given) }] : [];
    }),
    (one) => one.aspectId,
  );
  return [...spreads]
    .map(([aspectId, own]) => ({
      aspectId,
      spread: own.reduce((sum, one) => sum + one.spread, 0) / own.length,
      count: own.length,
    }))
    .filter((one) => one.spread > 0)
    .sort((a, b) => b.spread - a.spread);
}

/** Agreement of the same judges over many targets. @param targets scores in the same order of judges */
export function describeAgreement(targets: readonly JudgedTarget[]): Agreement {
  const full = targets
    .map(({ scores }) => scores.filter((score) => score !== null))
    .filter((scores, index) => scores.length === targets[index]?.scores.length);
  const icc = intraclassCorrelations(full);
  const judgeCount = Math.max(0, ...targets.map(({ scores }) => scores.length));
  const byJudge = Array.from({ length: judgeCount }, (_, judge) =>
    targets.map(({ scores }) => scores[judge] ?? null),
  );
  const alpha = krippendorffAlpha(byJudge, 'ordinal');
  return {
    targetCount: targets.length,
    single: icc?.icc21 ?? null,
    mean: icc?.icc2k ?? null,
    alpha,
    verdict: verdictOf(icc?.icc2k ?? null, alpha),
    severity: full.length > 0 ? additiveSeverity(full) : [],
    disputed: disputedOf(targets),
  };
}
