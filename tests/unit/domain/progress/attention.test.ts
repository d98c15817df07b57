import { describe, expect, it } from 'vitest';
import { compareAttention, isPressing, judgeAttention } from '#shared/domain/progress/attention.ts';
import type { CompetencyState } from '#shared/domain/progress/attention.ts';

const TODAY = '2026-04-20';
const state = (patch: Partial<CompetencyState>): CompetencyState => ({
  candidateCount: 4,
  attemptCount: 20,
  lastSessionDate: '2026-04-18',
  latestMeanPercent: 70,
  targetPercent: 75,
  ...patch,
});

describe('what a competency needs', () => {
  it('is told by its most pressing reason', () => {
    const judged = [
      { lastSessionDate: null, attemptCount: 0, latestMeanPercent: null },
      { lastSessionDate: '2026-04-05' },
      { latestMeanPercent: null },
      {},
      { candidateCount: 0, latestMeanPercent: null },
      { targetPercent: null },
      { latestMeanPercent: 75 },
    ].map((patch) => judgeAttention(state(patch), TODAY));
    expect(judged).toEqual([
      { kind: 'notStarted' },
      { kind: 'stale', days: 15 },
      { kind: 'notMarked' },
      { kind: 'below', gap: 5 },
      { kind: 'noSquad' },
      { kind: 'noTarget' },
      { kind: 'onTarget' },
    ]);
    expect([...judged].sort(compareAttention)).toEqual(judged);
    expect(judged.filter(isPressing).map(({ kind }) => kind)).toEqual([
      'notStarted',
      'stale',
      'notMarked',
      'below',
      'noSquad',
    ]);
  });

  it('counts two weeks as not yet stopped', () => {
    expect(judgeAttention(state({ lastSessionDate: '2026-04-06' }), TODAY).kind).toBe('below');
  });

  it('sorts the longer pause and the larger gap first', () => {
    expect(compareAttention({ kind: 'stale', days: 20 }, { kind: 'stale', days: 40 })).toBeGreaterThan(0);
    expect(compareAttention({ kind: 'below', gap: 9 }, { kind: 'below', gap: 2 })).toBeLessThan(0);
    expect(compareAttention({ kind: 'noTarget' }, { kind: 'noTarget' })).toBe(0);
  });
});
