import { expect, test } from 'vitest';
import { checkBlock, entryProblem, spreadBlock, type TargetCell } from '#shared/domain/training/markBlock.ts';

const cell = (name: string, maxHundredths: number, kind: TargetCell['rule']['kind'] = 'measurement') => ({
  attemptId: `attempt ${name}`,
  aspectId: `aspect ${name}`,
  rule: { kind, maxHundredths },
});

const grid: (TargetCell | null)[][] = [
  [cell('a', 100), cell('b', 200)],
  [cell('c', 100, 'judgement'), null],
];
const targetAt = (row: number, column: number) => grid[row]?.[column];

test('a block is stored whole', () => {
  expect(
    checkBlock(
      [
        ['0,5', '—'],
        ['2', ''],
      ],
      targetAt,
    ),
  ).toEqual({
    ok: true,
    cells: [
      { attemptId: 'attempt a', aspectId: 'aspect a', entry: { kind: 'points', markHundredths: 50 } },
      { attemptId: 'attempt b', aspectId: 'aspect b', entry: { kind: 'not_attempted' } },
      { attemptId: 'attempt c', aspectId: 'aspect c', entry: { kind: 'score', score: 2 } },
    ],
  });
});

test('or not at all, and each wrong cell is told', () => {
  const checked = checkBlock(
    [
      ['1,01', '0,125', '5'],
      ['4', '1'],
      ['', '1'],
    ],
    targetAt,
  );
  expect(checked).toEqual({
    ok: false,
    faults: [
      { row: 0, column: 0, text: '1,01', problem: { code: 'above_maximum', maxHundredths: 100 } },
      { row: 0, column: 1, text: '0,125', problem: { code: 'too_many_decimals' } },
      { row: 0, column: 2, text: '5', problem: { code: 'outside_of_grid' } },
      { row: 1, column: 0, text: '4', problem: { code: 'not_a_score' } },
      { row: 1, column: 1, text: '1', problem: { code: 'not_in_attempt' } },
      { row: 2, column: 1, text: '1', problem: { code: 'outside_of_grid' } },
    ],
  });
});

test('one copied cell fills an area, a block keeps its size', () => {
  expect(spreadBlock([['1']], 2, 2)).toEqual([
    ['1', '1'],
    ['1', '1'],
  ]);
  expect(spreadBlock([['1', '2']], 2, 2)).toEqual([['1', '2']]);
});

test('an entry fits an aspect or not', () => {
  const measurement = { kind: 'measurement', maxHundredths: 100 } as const;
  const judgement = { kind: 'judgement', maxHundredths: 100 } as const;
  expect(entryProblem({ kind: 'points', markHundredths: 100 }, measurement)).toBeNull();
  expect(entryProblem({ kind: 'points', markHundredths: 101 }, measurement)?.code).toBe('above_maximum');
  expect(entryProblem({ kind: 'points', markHundredths: 1 }, judgement)?.code).toBe('not_a_score');
  expect(entryProblem({ kind: 'score', score: 1 }, measurement)?.code).toBe('not_a_number');
  expect(entryProblem({ kind: 'not_attempted' }, judgement)).toBeNull();
  expect(entryProblem(null, judgement)).toBeNull();
});
