import type { Highs, Model, Solution } from 'highs';
import type { MipAnswer, MipQuestion, SolveMip } from '#shared/domain/selection/model.ts';
import type { Row } from '#shared/domain/selection/programme.ts';

/** Costs are whole numbers: what is less than one from the bound is the optimum. */
const ABSOLUTE_GAP = 0.5;
/** How far from 0 and 1 a column may be and still count as such. */
const WHOLE = 1e-6;

/** A run that ended without an answer. */
export class SolverError extends Error {
  constructor(status: number) {
    super(`the solver ended with status ${status}`);
    this.name = 'SolverError';
  }
}

function toModelData(highs: Highs, question: MipQuestion) {
  const { rows, columnCount } = question;
  const size = rows.reduce((sum, row) => sum + row.columns.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  rows.forEach((row, index) => {
    starts[index] = at;
    indices.set(row.columns, at);
    values.set(row.coefficients, at);
    at += row.columns.length;
  });
  starts[rows.length] = at;
  const bound = (value: number): number =>
    Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
  return {
    numCols: columnCount,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(question.costs),
    colLower: new Float64Array(columnCount),
    colUpper: new Float64Array(columnCount).fill(1),
    rowLower: Float64Array.from(rows, ({ lower }) => bound(lower)),
    rowUpper: Float64Array.from(rows, ({ upper }) => bound(upper)),
    matrix: { format: 'csr', numRows: rows.length, numCols: columnCount, starts, indices, values },
  } as const;
}

/** Runs what the model holds. @returns null when there is no solution @throws SolverError */
function run(highs: Highs, model: Model): Solution | null {
  model.run();
  const status = model.getModelStatus();
  const { optimal, infeasible, unboundedOrInfeasible, empty } = highs.constants.modelStatus;
  if (status === infeasible || status === unboundedOrInfeasible) return null;
  if (status !== optimal && status !== empty) throw new SolverError(status);
  return model.getSolution();
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < WHOLE;

/** The question without its closed columns and without rows that have no columns; null when such a row cannot hold. */
function shrink(question: MipQuestion): { question: MipQuestion; kept: number[] } | null {
  const { closed } = question;
  const kept: number[] = [];
  const places = new Int32Array(question.columnCount).fill(-1);
  for (let column = 0; column < question.columnCount; column += 1) {
    if (!closed?.[column]) places[column] = kept.push(column) - 1;
  }
  const rows: Row[] = [];
  for (const row of question.rows) {
    const own = closed ? withPlaces(row, places) : row;
    if (own.columns.length > 0) rows.push(own);
    else if (own.lower > 0 || own.upper < 0) return null;
  }
  const pick = (values: readonly number[]): number[] => kept.map((column) => values[column] ?? 0);
  const start = question.start ? { start: pick(question.start) } : {};
  return { question: { columnCount: kept.length, costs: pick(question.costs), rows, ...start }, kept };
}

function withPlaces(row: Row, places: Int32Array): Row {
  const columns: number[] = [];
  const coefficients: number[] = [];
  row.columns.forEach((column, index) => {
    const place = places[column] ?? -1;
    if (place < 0) return;
    columns.push(place);
    coefficients.push(row.coefficients[index] ?? 0);
  });
  return { ...row, columns, coefficients };
}

/** Most choices are assignment problems, whose relaxation already has whole numbers: that is tried first. */
function solveSmall(highs: Highs, question: MipQuestion): MipAnswer | null {
  if (question.columnCount === 0) return { values: [], bound: 0, falls: [] };
  return highs.withModel(toModelData(highs, question), (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: ABSOLUTE_GAP });
    const relaxed = run(highs, model);
    if (!relaxed) return null;
    const relaxedValues = [...relaxed.colValue];
    const bound = model.getObjectiveValue();
    const falls = relaxedValues.map((value, index) =>
      value < WHOLE ? Math.abs(relaxed.colDual[index] ?? 0) : 0,
    );
    if (relaxedValues.every(isWhole)) return { values: relaxedValues.map(Math.round), bound, falls };
    const { integer } = highs.constants.variableType;
    const all = { kind: 'range', from: 0, to: question.columnCount - 1 } as const;
    model.changeColsIntegrality(all, new Int32Array(question.columnCount).fill(integer));
    if (question.start) model.setSolution({ colValue: Float64Array.from(question.start) });
    const solution = run(highs, model);
    return solution && { values: [...solution.colValue].map(Math.round), bound, falls };
  });
}

function widen(answer: MipAnswer, kept: readonly number[], count: number): MipAnswer {
  const values = new Array<number>(count).fill(0);
  // A closed column cannot be used at all.
  const falls = new Array<number>(count).fill(Infinity);
  kept.forEach((column, index) => {
    values[column] = answer.values[index] ?? 0;
    falls[column] = answer.falls[index] ?? 0;
  });
  return { values, bound: answer.bound, falls };
}

/** Makes a solver of programmes over columns that are 0 or 1, deterministic, with HiGHS. */
export function createHighsSolver(highs: Highs): SolveMip {
  return (question) => {
    const small = shrink(question);
    const answer = small && solveSmall(highs, small.question);
    return answer && widen(answer, small.kept, question.columnCount);
  };
}
