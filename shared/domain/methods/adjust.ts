/** A result of a student on a test project (a scheme, or the part of it that was practised), in percent. */
export interface ProjectResult {
  student: string;
  project: string;
  percent: number;
}

/** What a student or a project adds to the mean, after shrinkage, and how well that is known. */
export interface Effect {
  effect: number;
  standardError: number;
  count: number;
}

/** percent = mean + student + project + residual */
export interface Adjustment {
  mean: number;
  students: Map<string, Effect>;
  projects: Map<string, Effect>;
  /** Standard deviation of what neither explains. */
  residualDeviation: number;
}

interface Cell {
  student: number;
  project: number;
  sum: number;
  count: number;
}

interface Indexed {
  students: string[];
  projects: string[];
  cells: Cell[];
  total: number;
  squares: number;
  count: number;
}

/** Results added up per student and project: the fit then costs as much as there are pairs, not results. */
function gather(results: readonly ProjectResult[]): Indexed {
  const students = new Map<string, number>();
  const projects = new Map<string, number>();
  const cells = new Map<string, Cell>();
  let total = 0;
  let squares = 0;
  for (const { student, project, percent } of results) {
    const row = students.get(student) ?? students.size;
    const column = projects.get(project) ?? projects.size;
    students.set(student, row);
    projects.set(project, column);
    const key = `${row}/${column}`;
    const cell = cells.get(key) ?? { student: row, project: column, sum: 0, count: 0 };
    cell.sum += percent;
    cell.count += 1;
    cells.set(key, cell);
    total += percent;
    squares += percent * percent;
  }
  return {
    students: [...students.keys()],
    projects: [...projects.keys()],
    cells: [...cells.values()],
    total,
    squares,
    count: results.length,
  };
}

interface Side {
  effects: Float64Array;
  counts: Float64Array;
  /** Residual variance divided by the variance of the effects: how strongly they are pulled to zero. */
  ratio: number;
}

const makeSide = (size: number): Side => ({
  effects: new Float64Array(size),
  counts: new Float64Array(size),
  ratio: 1,
});

/** One sweep over a side: each effect is the shrunken mean of what the other side leaves. */
function sweep(data: Indexed, mean: number, side: Side, other: { side: Side; isProjects: boolean }): void {
  const sums = new Float64Array(side.effects.length);
  for (const cell of data.cells) {
    const own = other.isProjects ? cell.student : cell.project;
    const its = other.isProjects ? cell.project : cell.student;
    sums[own] = (sums[own] ?? 0) + cell.sum - cell.count * (mean + (other.side.effects[its] ?? 0));
  }
  for (let index = 0; index < sums.length; index += 1) {
    side.effects[index] = (sums[index] ?? 0) / ((side.counts[index] ?? 0) + side.ratio);
  }
}

function residualSquares(data: Indexed, mean: number, students: Side, projects: Side): number {
  let sum = data.squares;
  for (const cell of data.cells) {
    const fitted = mean + (students.effects[cell.student] ?? 0) + (projects.effects[cell.project] ?? 0);
    sum += fitted * (cell.count * fitted - 2 * cell.sum);
  }
  return Math.max(0, sum);
}

/** Variance of effects: their squares, and what is not known of each of them (one step of expectation–maximisation). */
function varianceOf(side: Side, residualVariance: number): number {
  let sum = 0;
  for (let index = 0; index < side.effects.length; index += 1) {
    sum += (side.effects[index] ?? 0) ** 2 + residualVariance / ((side.counts[index] ?? 0) + side.ratio);
  }
  return sum / Math.max(1, side.effects.length);
}

const SWEEPS = 60;
const LEAST_VARIANCE = 0.25;

function fit(data: Indexed): { mean: number; students: Side; projects: Side; variance: number } {
  const students = makeSide(data.students.length);
  const projects = makeSide(data.projects.length);
  for (const cell of data.cells) {
    students.counts[cell.student] = (students.counts[cell.student] ?? 0) + cell.count;
    projects.counts[cell.project] = (projects.counts[cell.project] ?? 0) + cell.count;
  }
  let mean = data.total / data.count;
  let variance = LEAST_VARIANCE;
  for (let round = 0; round < SWEEPS; round += 1) {
    sweep(data, mean, projects, { side: students, isProjects: false });
    sweep(data, mean, students, { side: projects, isProjects: true });
    const explained = data.cells.reduce(
      (sum, cell) =>
        sum + cell.count * ((students.effects[cell.student] ?? 0) + (projects.effects[cell.project] ?? 0)),
      0,
    );
    const nextMean = (data.total - explained) / data.count;
    const moved = Math.abs(nextMean - mean);
    mean = nextMean;
    const squares = residualSquares(data, mean, students, projects);
    const freedom = Math.max(1, data.count - effectiveCount(students) - effectiveCount(projects));
    variance = Math.max(LEAST_VARIANCE, squares / freedom);
    students.ratio = variance / Math.max(LEAST_VARIANCE, varianceOf(students, variance));
    projects.ratio = variance / Math.max(LEAST_VARIANCE, varianceOf(projects, variance));
    if (round > 5 && moved < 1e-9) break;
  }
  return { mean, students, projects, variance };
}

/** Parameters that a shrunken side really uses: each effect counts as the share of it that is not pulled to zero. */
function effectiveCount(side: Side): number {
  return side.counts.reduce((sum, count) => sum + count / (count + side.ratio), 0);
}

function describe(names: readonly string[], side: Side, variance: number): Map<string, Effect> {
  return new Map(
    names.map((name, index) => {
      const count = side.counts[index] ?? 0;
      const standardError = Math.sqrt(variance / (count + side.ratio));
      return [name, { effect: side.effects[index] ?? 0, standardError, count }];
    }),
  );
}

/**
 * Ability apart from difficulty: percent = mean + student + project + residual by least squares with shrinkage, where
 * the strength of the shrinkage is found from the data (random effects, Henderson 1975; variances by
 * expectation–maximisation). A student seen once is believed little, one seen often much.
 * @returns null without results
 */
export function fitAdjustment(results: readonly ProjectResult[]): Adjustment | null {
  if (results.length === 0) return null;
  const data = gather(results);
  const { mean, students, projects, variance } = fit(data);
  return {
    mean,
    students: describe(data.students, students, variance),
    projects: describe(data.projects, projects, variance),
    residualDeviation: Math.sqrt(variance),
  };
}

/** A result as it would have been on a project of average difficulty, 0…100. */
export function adjustPercent(adjustment: Adjustment, result: ProjectResult): number {
  const difficulty = adjustment.projects.get(result.project)?.effect ?? 0;
  return Math.min(100, Math.max(0, result.percent - difficulty));
}
