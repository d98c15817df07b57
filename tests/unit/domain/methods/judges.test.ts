import { describe, expect, test } from 'vitest';
import { quantileOfF, quantileOfT, twoSidedT } from '#shared/domain/methods/distributions.ts';
import { additiveSeverity, intraclassCorrelations, meanSquaresOf } from '#shared/domain/methods/judges.ts';
import {
  addDeviation,
  addDriftSums,
  driftOf,
  noDeviations,
  severityDrift,
} from '#shared/domain/methods/drift.ts';
import { krippendorffAlpha } from '#shared/domain/methods/krippendorff.ts';

/** Shrout & Fleiss 1979, table 2. */
const TABLE = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/** Krippendorff's data "C". */
const DATA_C = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, null],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];

describe('agreement of judges', () => {
  test('mean squares of Shrout & Fleiss', () => {
    const { between, within, judges, error } = meanSquaresOf(TABLE);
    expect(between).toBeCloseTo(11.241667, 6);
    expect(within).toBeCloseTo(6.263889, 6);
    expect(judges).toBeCloseTo(32.486111, 6);
    expect(error).toBeCloseTo(1.019444, 6);
  });

  test('the six intraclass correlations', () => {
    const icc = intraclassCorrelations(TABLE);
    expect(icc?.icc11.value).toBeCloseTo(0.165742, 6);
    expect(icc?.icc21.value).toBeCloseTo(0.289764, 6);
    expect(icc?.icc31.value).toBeCloseTo(0.714841, 6);
    expect(icc?.icc1k.value).toBeCloseTo(0.442797, 6);
    expect(icc?.icc2k.value).toBeCloseTo(0.620051, 6);
    expect(icc?.icc3k.value).toBeCloseTo(0.909316, 6);
  });

  test('their 95 % intervals are those that the psych package of R prints', () => {
    const icc = intraclassCorrelations(TABLE);
    const rounded = (one?: { low: number; high: number }) => [one?.low.toFixed(2), one?.high.toFixed(2)];
    expect(rounded(icc?.icc11)).toEqual(['-0.13', '0.72']);
    expect(rounded(icc?.icc21)).toEqual(['0.02', '0.76']);
    expect(rounded(icc?.icc31)).toEqual(['0.34', '0.95']);
    expect(rounded(icc?.icc1k)).toEqual(['-0.88', '0.91']);
    expect(rounded(icc?.icc2k)).toEqual(['0.07', '0.93']);
    expect(rounded(icc?.icc3k)).toEqual(['0.68', '0.99']);
  });

  test('nothing is said about a single judge or marks that never vary', () => {
    expect(intraclassCorrelations([[1], [2]])).toBeNull();
    expect(
      intraclassCorrelations([
        [2, 2],
        [2, 2],
      ]),
    ).toBeNull();
  });

  test('additive severity', () => {
    const [a, b, c, d] = additiveSeverity(TABLE);
    expect(a).toBeCloseTo(2.375, 6);
    expect(b).toBeCloseTo(-2.791667, 6);
    expect(c).toBeCloseTo(-0.958333, 6);
    expect(d).toBeCloseTo(1.375, 6);
  });

  test("Krippendorff's alpha at four levels", () => {
    expect(krippendorffAlpha(DATA_C, 'nominal')).toBeCloseTo(0.743421, 6);
    expect(krippendorffAlpha(DATA_C, 'ordinal')).toBeCloseTo(0.815388, 6);
    expect(krippendorffAlpha(DATA_C, 'interval')).toBeCloseTo(0.849107, 6);
    expect(krippendorffAlpha(DATA_C, 'ratio')).toBeCloseTo(0.797403, 6);
    expect(krippendorffAlpha([[1, null]], 'nominal')).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [2, 2],
          [2, 2],
        ],
        'ordinal',
      ),
    ).toBeNull();
  });
});

describe('drift', () => {
  test('is seen when it is there, and its interval holds it', () => {
    const noise = [0.3, -0.4, 0.1, 0.2, -0.3, 0.4, -0.2, 0, 0.3, -0.4];
    const drift = severityDrift(noise.map((one, at) => ({ at, deviation: 0.5 * at + one })));
    expect(drift?.interval().low).toBeLessThan(0.5);
    expect(drift?.interval().high).toBeGreaterThan(0.5);
    expect(drift?.probability()).toBeLessThan(0.001);
    expect(severityDrift(noise.map((deviation, at) => ({ at, deviation })))?.probability()).toBeGreaterThan(
      0.05,
    );
    expect(severityDrift([{ at: 1, deviation: 2 }])).toBeNull();
    expect(severityDrift(noise.map((deviation) => ({ at: 3, deviation })))).toBeNull();
  });

  test('adds up: parts of a record give the drift of the whole', () => {
    const whole = [0.3, -0.4, 0.1, 0.9, -0.3, 1.4].map((deviation, at) => ({ at, deviation }));
    const [early, late] = [noDeviations(), noDeviations()];
    for (const one of whole) addDeviation(one.at < 3 ? early : late, one);
    addDriftSums(early, late);
    const sum = driftOf(early);
    // By hand: slope 0.189 (Σxy − ΣxΣy/6 = 3.3 over 17.5).
    expect(sum?.slope).toBeCloseTo(3.3 / 17.5, 12);
    expect(sum?.probability()).toBeCloseTo(severityDrift(whole)?.probability() ?? 0, 12);
    const exact = severityDrift([0, 1, 2, 3, 4].map((at) => ({ at, deviation: 2 * at })));
    expect(exact?.slope).toBeCloseTo(2, 12);
    expect(exact?.probability()).toBe(0);
  });
});

describe('distributions', () => {
  test('known quantiles', () => {
    expect(quantileOfF(0.95, 3, 10)).toBeCloseTo(3.708265, 5);
    expect(quantileOfF(0.975, 5, 15)).toBeCloseTo(3.576415, 5);
    expect(quantileOfT(0.975, 10)).toBeCloseTo(2.228139, 5);
    expect(twoSidedT(2.228139, 10)).toBeCloseTo(0.05, 6);
  });
});
