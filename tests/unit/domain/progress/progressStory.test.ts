import { describe, expect, it } from 'vitest';
import { tellProgress } from '#shared/domain/progress/progressStory.ts';
import type { ProgressFacts } from '#shared/domain/progress/progressStory.ts';

const facts = (patch: Partial<ProgressFacts>): ProgressFacts => ({
  attemptCount: 12,
  latestPercent: 71.26,
  targetBasis: 'line',
  linePercent: 68.04,
  changeOver30Days: 4.16,
  targetPercent: 75,
  weakestSection: { percent: 52 },
  idleDays: 3,
  ...patch,
});

describe('the sentence above a chart', () => {
  it('is silent before the first marks', () => {
    expect(tellProgress(facts({ attemptCount: 0, latestPercent: null, linePercent: null }))).toBeNull();
  });

  it('tells a rise, the way to the target and the section to practise', () => {
    expect(tellProgress(facts({}))).toEqual({
      seen: { kind: 'rising', points: 4.2, level: 68 },
      target: { kind: 'below', target: 75, gap: 7, latest: null },
      next: 'section',
    });
  });

  it('calls small changes steady, and larger ones by their direction', () => {
    const kinds = [-6, -2, -1.9, 0, 1.9, 2].map(
      (changeOver30Days) => tellProgress(facts({ changeOver30Days }))?.seen.kind,
    );
    expect(kinds).toEqual(['falling', 'falling', 'steady', 'steady', 'steady', 'rising']);
  });

  it('tells no direction where there is no line, and asks for more practice', () => {
    const story = tellProgress(facts({ attemptCount: 2, linePercent: null, changeOver30Days: null }));
    expect(story?.seen).toEqual({ kind: 'few', count: 2, latest: 71.3 });
    expect(story?.target).toEqual({ kind: 'below', target: 75, gap: 3.7, latest: null });
    expect(story?.next).toBe('practise');
  });

  it('compares a squad by its latest results, and says so', () => {
    const story = tellProgress(facts({ targetBasis: 'latest', latestPercent: 76.04 }));
    expect(story?.target).toEqual({ kind: 'reached', target: 75, latest: 76 });
  });

  it('chooses what is most urgent', () => {
    const next = (patch: Partial<ProgressFacts>): string | undefined => tellProgress(facts(patch))?.next;
    expect(next({ idleDays: 15 })).toBe('resume');
    expect(next({ idleDays: 14 })).toBe('section');
    expect(next({ idleDays: null })).toBe('section');
    expect(next({ idleCandidates: 2 })).toBe('startOthers');
    expect(next({ targetPercent: null })).toBe('setTarget');
    expect(next({ weakestSection: null })).toBe('keepPractising');
    expect(next({ weakestSection: null, linePercent: 80 })).toBe('raiseTarget');
  });
});
