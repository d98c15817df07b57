import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveDual } from '#shared/domain/assessment/dualMarking.ts';
import { judgementMark } from '#shared/domain/assessment/judgement.ts';
import {
  panelFor,
  resolveJudging,
  visibleScores,
  type JudgeScore,
} from '#shared/domain/assessment/judging.ts';

const panel = ['a', 'b', 'c'];
const given = (round: number, ...scores: number[]): JudgeScore[] =>
  scores.map((score, index) => ({
    judgeId: panel[index] ?? '',
    round,
    score: score as JudgeScore['score'],
  }));

describe('several judges', () => {
  test('2, 2 and 3 of a maximum of 1.50: 7 ÷ 9 × 1.50 = 1.1666… → 1.17', () => {
    expect(resolveJudging(panel, given(1, 2, 2, 3), 150)).toEqual({
      kind: 'agreed',
      round: 1,
      scores: [2, 2, 3],
      markHundredths: 117,
    });
  });

  test('while one is missing nothing is told but who is missing', () => {
    expect(resolveJudging(panel, given(1, 2, 2), 150)).toEqual({ kind: 'waiting', round: 1, missing: ['c'] });
  });

  test('1 and 3 are too far apart: a second round, and both are kept', () => {
    const first = given(1, 1, 2, 3);
    expect(resolveJudging(panel, first, 150)).toEqual({ kind: 'spread', round: 2, scores: [1, 2, 3] });
    const second = [...first, ...given(2, 2, 2, 3)];
    expect(resolveJudging(panel, second.slice(0, 4), 150)).toMatchObject({ kind: 'waiting', round: 2 });
    expect(resolveJudging(panel, second, 150)).toMatchObject({
      kind: 'agreed',
      round: 2,
      markHundredths: 117,
    });
  });

  test('a second round that is too far apart opens a third', () => {
    const scores = [...given(1, 0, 0, 3), ...given(2, 0, 2, 2)];
    expect(resolveJudging(panel, scores, 100)).toMatchObject({ kind: 'spread', round: 3 });
  });

  test('scores are hidden from each other until all are in', () => {
    const scores = given(1, 2, 3);
    const state = resolveJudging(panel, scores, 100);
    expect(visibleScores(state, scores, 'a').map((score) => score.judgeId)).toEqual(['a']);
    expect(visibleScores(state, scores, null)).toEqual([]);
    const all = given(1, 2, 3, 3);
    expect(visibleScores(resolveJudging(panel, all, 100), all, null)).toHaveLength(3);
    const spread = given(1, 0, 2, 3);
    expect(visibleScores(resolveJudging(panel, spread, 100), spread, null)).toHaveLength(3);
  });

  test('a judge with a conflict needs a replacement, one without a conflict and not yet in the team', () => {
    const conflicts = new Set(['b', 'e']);
    expect(panelFor(panel, conflicts, [])).toEqual({ judges: ['a', 'c'], needReplacement: ['b'] });
    const named = (inJudgeId: string) => panelFor(panel, conflicts, [{ outJudgeId: 'b', inJudgeId }]);
    expect(named('d')).toEqual({ judges: ['a', 'd', 'c'], needReplacement: [] });
    expect(named('e').needReplacement).toEqual(['b']);
    expect(named('c').needReplacement).toEqual(['b']);
  });
});

const score = fc.integer({ min: 0, max: 3 });

describe('for all scores', () => {
  test('the order of entry does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, score, score), { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
        (rounds, keys) => {
          const scores = rounds.flatMap((round, index) => given(index + 1, ...round));
          const shuffled = scores
            .map((one, at) => ({ one, key: keys[at] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const sortScores = (list: JudgeScore[]) =>
            resolveJudging(panel, list, 100).kind === 'spread'
              ? { ...resolveJudging(panel, list, 100), scores: [] }
              : resolveJudging(panel, list, 100);
          expect(sortScores(shuffled)).toEqual(sortScores(scores));
        },
      ),
    );
  });

  test('a mark never leaves nothing to maximum, and a higher score never lowers it', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 7 }),
        fc.nat(6),
        fc.integer({ min: 1, max: 10_000 }),
        (scores, place, max) => {
          const mark = judgementMark(scores, max);
          expect(mark).toBeGreaterThanOrEqual(0);
          expect(mark).toBeLessThanOrEqual(max);
          const at = place % scores.length;
          const better = scores.map((one, index) => (index === at ? Math.min(3, one + 1) : one));
          expect(judgementMark(better, max)).toBeGreaterThanOrEqual(mark);
        },
      ),
    );
  });
});

describe('two pairs', () => {
  const isSame = (a: number, b: number): boolean => a === b;

  test('agree at once, or measure again until they do', () => {
    expect(resolveDual([], isSame)).toEqual({ kind: 'waiting', round: 1, missing: ['first', 'second'] });
    const first = [{ pair: 'first' as const, round: 1, entry: 7 }];
    expect(resolveDual(first, isSame)).toEqual({ kind: 'waiting', round: 1, missing: ['second'] });
    expect(resolveDual([...first, { pair: 'second', round: 1, entry: 7 }], isSame)).toEqual({
      kind: 'agreed',
      round: 1,
      entry: 7,
    });
    const apart = [...first, { pair: 'second' as const, round: 1, entry: 8 }];
    expect(resolveDual(apart, isSame)).toEqual({ kind: 'differs', round: 2 });
    const again = [...apart, { pair: 'second' as const, round: 2, entry: 8 }];
    expect(resolveDual(again, isSame)).toEqual({ kind: 'waiting', round: 2, missing: ['first'] });
    expect(resolveDual([...again, { pair: 'first', round: 2, entry: 8 }], isSame)).toMatchObject({
      kind: 'agreed',
      entry: 8,
    });
  });
});
