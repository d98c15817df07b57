import type { Calculation } from '../schemes/calculation.ts';
import { judgementMark } from './judgement.ts';
import { computeMeasuredMark, type MeasuredProblem, type MeasuredValue } from './measuredMark.ts';

/** What is entered for an aspect. */
export type AspectEntry =
  | { kind: 'points'; markHundredths: number }
  | { kind: 'score'; score: number }
  | { kind: 'measured'; measured: MeasuredValue }
  | { kind: 'not_attempted' };

/** What an aspect says about its marking. */
export interface AspectMarking {
  kind: 'measurement' | 'judgement';
  maxHundredths: number;
  /** Null: the aspect has none. */
  calculation: Calculation | null;
  allowsPartial: boolean;
}

/** What is stored for an entry. */
export interface EnteredMark {
  outcome: 'marked' | 'not_attempted';
  markHundredths: number | null;
  score: number | null;
  measured: MeasuredValue | null;
}

/** Why an entry is refused. The codes are error codes of the contract as they stand. */
export type MarkProblem =
  MeasuredProblem | 'mark_wrong_kind' | 'mark_above_maximum' | 'mark_partial_not_allowed';

export type MarkRuling = { ok: true; mark: EnteredMark } | { ok: false; problem: MarkProblem };

const marked = (rest: Partial<EnteredMark> & { markHundredths: number }): MarkRuling => ({
  ok: true,
  mark: { outcome: 'marked', score: null, measured: null, ...rest },
});

function rulePoints(markHundredths: number, aspect: AspectMarking): MarkRuling {
  const { maxHundredths, allowsPartial } = aspect;
  if (aspect.kind === 'judgement') return { ok: false, problem: 'mark_wrong_kind' };
  if (markHundredths > maxHundredths) return { ok: false, problem: 'mark_above_maximum' };
  const isPartial = markHundredths > 0 && markHundredths < maxHundredths;
  if (isPartial && !allowsPartial) return { ok: false, problem: 'mark_partial_not_allowed' };
  return marked({ markHundredths });
}

function ruleMeasured(measured: MeasuredValue, aspect: AspectMarking): MarkRuling {
  if (aspect.kind === 'judgement' || aspect.calculation === null) {
    return { ok: false, problem: 'mark_wrong_kind' };
  }
  const result = computeMeasuredMark(aspect.calculation, measured, aspect.maxHundredths);
  if (!result.ok) return result;
  return marked({ markHundredths: result.mark.markHundredths, measured });
}

/** The mark that an entry comes to, or why it is refused. A score is that of the one judge of everyday practice. */
export function ruleEntry(entry: AspectEntry, aspect: AspectMarking): MarkRuling {
  switch (entry.kind) {
    case 'not_attempted':
      return {
        ok: true,
        mark: { outcome: 'not_attempted', markHundredths: null, score: null, measured: null },
      };
    case 'score':
      if (aspect.kind !== 'judgement') return { ok: false, problem: 'mark_wrong_kind' };
      return marked({
        markHundredths: judgementMark([entry.score], aspect.maxHundredths),
        score: entry.score,
      });
    case 'points':
      return rulePoints(entry.markHundredths, aspect);
    case 'measured':
      return ruleMeasured(entry.measured, aspect);
  }
}
