import { describe, expect, it } from 'vitest';
import { createRandom } from '#shared/domain/sample/random.ts';
import {
  createLearner,
  getExpectedShare,
  listAspectTraits,
  markAspects,
} from '#shared/domain/sample/sampleLearning.ts';
import type { Learner, SampleMark } from '#shared/domain/sample/sampleLearning.ts';
import { listSampleSchemes } from '#shared/domain/sample/sampleSchemes.ts';

const { document } = listSampleSchemes()[0]!;
const learner: Learner = {
  kind: 'growing',
  firstShare: 0.3,
  finalShare: 0.9,
  rate: 0.05,
  dayDeviation: 0,
  sectionStrengths: new Map(),
};
const total = (marks: SampleMark[]): number =>
  marks.reduce((sum, mark) => sum + (mark.markHundredths ?? 0), 0);

/** Mean total of 200 whole attempts, each at aspects of other difficulty, in percent. */
function meanPercent(practised: number, severity = 0): number {
  let sum = 0;
  for (let run = 0; run < 200; run += 1) {
    const random = createRandom(`${practised}/${run}`);
    const traits = listAspectTraits(random, document);
    sum += total(markAspects(random, traits, { learner, practised, form: 0, severity })) / 100;
  }
  return sum / 200;
}

describe('getExpectedShare', () => {
  it('follows A − (A − B)·e^(−αN)', () => {
    expect(getExpectedShare(learner, 0)).toBeCloseTo(0.3, 12);
    expect(getExpectedShare(learner, 20)).toBeCloseTo(0.9 - 0.6 / Math.E, 12);
    expect(getExpectedShare(learner, 1e6)).toBeCloseTo(0.9, 12);
  });
});

describe('createLearner', () => {
  it('makes most grow and a believable part show no clear trend', () => {
    const learners = Array.from({ length: 1000 }, (_, index) => createLearner(createRandom(index), document));
    const unclear = learners.filter((one) => one.kind === 'unclear').length / learners.length;
    expect(unclear).toBeGreaterThan(0.12);
    expect(unclear).toBeLessThan(0.25);
    for (const one of learners) {
      const gain = one.finalShare - one.firstShare;
      expect(one.kind === 'unclear' ? Math.abs(gain) <= 0.03 : gain > 0.2).toBe(true);
      expect([...one.sectionStrengths.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
  });
});

describe('markAspects', () => {
  it('comes on average close to what the curve says', () => {
    for (const practised of [0, 10, 40, 1000]) {
      expect(Math.abs(meanPercent(practised) - 100 * getExpectedShare(learner, practised))).toBeLessThan(4);
    }
  });

  it('gives less under a strict judge', () => {
    expect(meanPercent(20, 1.5)).toBeLessThan(meanPercent(20, -1.5) - 2);
  });

  it('gives parts of a mark only where parts can be done', () => {
    const random = createRandom(11);
    const traits = listAspectTraits(random, document);
    const marks = markAspects(random, traits, { learner, practised: 20, form: 0, severity: 0 });
    marks.forEach((mark, index) => {
      const { aspect, possible } = traits[index]!;
      if (mark.markHundredths === null || aspect.kind === 'judgement') return;
      const steps = possible ?? 1;
      const allowed = Array.from({ length: steps + 1 }, (_, done) =>
        Math.round((aspect.maxHundredths * done) / steps + 1e-9),
      );
      expect(allowed).toContain(mark.markHundredths);
    });
  });
});
