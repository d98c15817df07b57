import { expect, it } from 'vitest';
import { describeAgreement } from '#shared/domain/insight/agreement.ts';
import { gatherPanels } from '#shared/domain/insight/panels.ts';
import type { JudgeMark } from '#shared/domain/insight/panels.ts';
import { panelOf, panelScores } from '#shared/domain/sample/sampleJudging.ts';

/** Shrout & Fleiss 1979: six targets, four judges. */
const TABLE = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const marksOf = (table: readonly (readonly number[])[], round = 1): JudgeMark[] =>
  table.flatMap((row, target) =>
    row.map((score, judge) => ({
      attemptId: 'a',
      aspectId: `aspect ${target}`,
      expertId: `judge ${judge}`,
      round,
      score,
      date: '2026-03-02',
    })),
  );

it('gives the published values from the scores of judges', () => {
  const [panel] = gatherPanels(marksOf(TABLE));
  const agreement = describeAgreement(panel?.targets ?? []);
  expect(agreement.single?.value).toBeCloseTo(0.289764, 6);
  expect(agreement.mean?.value).toBeCloseTo(0.620051, 6);
  expect(agreement.severity.map((one) => Number(one.toFixed(6)))).toEqual([
    2.375, -2.791667, -0.958333, 1.375,
  ]);
});

it('takes the last round, leaves single judges out, and puts the busiest panel first', () => {
  const again = marksOf(TABLE.slice(0, 1), 2).map((mark) => ({ ...mark, score: 3 }));
  const alone = marksOf([[1]]).map((mark) => ({ ...mark, attemptId: 'b' }));
  const pair = marksOf([[1, 2]]).map((mark) => ({ ...mark, attemptId: 'c' }));
  const panels = gatherPanels([...pair, ...alone, ...marksOf(TABLE), ...again]);
  expect(panels.map((panel) => [panel.judgeIds.length, panel.targets.length])).toEqual([
    [4, 6],
    [2, 1],
  ]);
  expect(panels[0]?.targets.find((target) => target.aspectId === 'aspect 0')?.scores).toEqual([3, 3, 3, 3]);
});

it('a panel of the sample is never more than a step apart', () => {
  for (let key = 0; key < 200; key += 1) {
    for (const score of [0, 1, 2, 3] as const) {
      const scores = panelScores(String(key), score);
      expect(Math.max(...scores) - Math.min(...scores)).toBeLessThanOrEqual(1);
      expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...scores)).toBeLessThanOrEqual(3);
    }
  }
  expect(panelOf(13, 14)).toEqual([13, 0, 1]);
});
