import { pathToFileURL } from 'node:url';
import loadHighs, { type Highs } from 'highs';
import { criteriaOf } from '#shared/domain/selection/criteria.ts';
import { buildProblem, type SelectionInputs } from '#shared/domain/selection/inputs.ts';
import { addCosts, entryBonus, entryCosts, mainCosts } from '#shared/domain/selection/levels.ts';
import { buildModel } from '#shared/domain/selection/model.ts';
import { seededRandom } from '#shared/domain/selection/seededRandom.ts';
import { createSelectionSolver } from '../../electron/workers/runSelection.ts';
import type { Figure } from './figure.ts';

/** Every student is a candidate of every competency: the hardest that 500 × 60 can be. */
export function makeInputs(STUDENTS = 500, COMPETENCIES = 60): SelectionInputs {
  const random = seededRandom(20_260_101);
  const squads = Array.from({ length: COMPETENCIES }, (_, competency) => competency);
  return {
    seats: squads.map((competency) => ({
      competencyId: `c${competency}`,
      mainEntries: 1,
      reserveSeats: 1,
      teamSize: competency % 10 === 0 ? 2 : 1,
    })),
    candidates: squads.flatMap((competency) =>
      Array.from({ length: STUDENTS }, (_, student) => ({
        studentId: `s${student}`,
        competencyId: `c${competency}`,
        group: `g${student % 20}`,
        course: 1 + (student % 4),
        isEligible: true,
        figures: {
          level: { value: 30 + 60 * random.next(), deviation: 4, count: 8 },
          attendance: { value: 60 + 40 * random.next(), deviation: null, count: 30 },
        },
      })),
    ),
    criteria: criteriaOf('balanced'),
    missing: 'leave_out',
    rules: Array.from({ length: 20 }, (_, group) => ({
      kind: 'quota' as const,
      id: `quota-${group}`,
      attribute: 'group' as const,
      value: `g${group}`,
      min: 1,
      max: 5,
    })),
    pairValues: [],
    competenciesPerStudent: 1,
    objective: 'total',
    tie: { kind: 'published', figure: 'level', seed: 1 },
  };
}

/** A program that knows nothing but the finished model of the main team. */
function bareMs(highs: Highs, inputs: SelectionInputs): number {
  const model = buildModel(buildProblem(inputs));
  const { problem, programme, rows } = model;
  const costs = addCosts(mainCosts(problem, programme), entryCosts(problem, programme), entryBonus(problem));
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.columns.length));
  const bound = (value: number): number =>
    Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
  const count = programme.columns.length;
  const data = {
    numCols: count,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(count),
    colUpper: new Float64Array(count).fill(1),
    rowLower: Float64Array.from(rows, ({ lower }) => bound(lower)),
    rowUpper: Float64Array.from(rows, ({ upper }) => bound(upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: count,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.coefficients)),
    },
    integrality: new Int32Array(count).fill(highs.constants.variableType.integer),
  } as const;
  const began = performance.now();
  highs.withModel(data, (bare) => {
    bare.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    bare.run();
    if (bare.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('not optimal');
  });
  return performance.now() - began;
}

/** Times the choice among 500 candidates in 60 competencies, through the worker, against HiGHS alone. */
export async function benchSelection(): Promise<Figure[]> {
  const solver = createSelectionSolver({
    workerUrl: new URL('../../electron/workers/selectionWorker.ts', import.meta.url),
  });
  const inputs = makeInputs();
  const began = performance.now();
  const { answer } = await solver.run({ kind: 'solve', inputs }, { id: 'bench' });
  const solveMs = performance.now() - began;
  if (answer.outcome.kind !== 'chosen') throw new Error('the bench problem contradicts itself');
  const weakestBegan = performance.now();
  const weakest = await solver.run(
    { kind: 'solve', inputs: { ...inputs, objective: 'weakest' } },
    { id: 'bench' },
  );
  const weakestMs = performance.now() - weakestBegan;
  if (weakest.answer.outcome.kind !== 'chosen') throw new Error('the bench problem contradicts itself');
  const bare = bareMs(await loadHighs(), inputs);
  return [
    { name: 'selection.solve.ms', value: Math.round(solveMs), unit: 'ms' },
    { name: 'selection.weakest.ms', value: Math.round(weakestMs), unit: 'ms' },
    { name: 'selection.bare.ms', value: Math.round(bare), unit: 'ms' },
    { name: 'selection.solve.ratio', value: Math.round((100 * solveMs) / bare) / 100, unit: 'ratio' },
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, unit } of await benchSelection()) console.log(`${name} ${value} ${unit}`);
}
