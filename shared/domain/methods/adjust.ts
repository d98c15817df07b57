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

/** Results added up per student and project, one cell a pair, in columns: the fit runs over them hundreds of times. */
interface Indexed {
  students: string[];
  projects: string[];
  /** Of each cell: its student, its project, sum of percents, number of results. */
  studentOf: Int32Array;
  projectOf: Int32Array;
  sums: Float64Array;
  counts: Float64Array;
  total: number;
  squares: number;
  count: number;
}

/** Places of names in the order in which they first come. */
class Places {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  of(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.names.push(name) - 1;
    this.#places.set(name, place);
    return place;
  }
}

/** Adds results up per student and project: the fit then costs as much as there are pairs, not results. */
function gather(results: readonly ProjectResult[]): Indexed {
  const students = new Places();
  const projects = new Places();
  const cells = new Map<number, number>();
  const studentOf = new Int32Array(results.length);
  const projectOf = new Int32Array(results.length);
  const sums = new Float64Array(results.length);
  const counts = new Float64Array(results.length);
  let total = 0;
  let squares = 0;
  for (const { student, project, percent } of results) {
    const row = students.of(student);
    const column = projects.of(project);
    const key = column * results.length + row;
    const cell = cells.get(key) ?? cells.size;
    cells.set(key, cell);
    studentOf[cell] = row;
    projectOf[cell] = column;
    sums[cell] = (sums[cell] ?? 0) + percent;
    counts[cell] = (counts[cell] ?? 0) + 1;
    total += percent;
    squares += percent * percent;
  }
  return {
    students: students.names,
    projects: projects.names,
    studentOf: studentOf.subarray(0, cells.size),
    projectOf: projectOf.subarray(0, cells.size),
    sums: sums.subarray(0, cells.size),
    counts: counts.subarray(0, cells.size),
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

/** How many results each effect of a side rests on. */
function countResults(side: Side, placeOf: Int32Array, counts: Float64Array): void {
  for (const [cell, place] of placeOf.entries())
    side.counts[place] = (side.counts[place] ?? 0) + (counts[cell] ?? 0);
}

/** One sweep over a side: each effect is the shrunken mean of what the other side leaves. */
function sweep(data: Indexed, mean: number, side: Side, other: { side: Side; isProjects: boolean }): void {
  const sums = new Float64Array(side.effects.length);
  const ownOf = other.isProjects ? data.studentOf : data.projectOf;
  const itsOf = other.isProjects ? data.projectOf : data.studentOf;
  const effects = other.side.effects;
  const at = (column: Int32Array | Float64Array, index: number): number => column[index] ?? 0;
  for (let cell = 0; cell < ownOf.length; cell += 1) {
    const own = at(ownOf, cell);
    const left = at(data.sums, cell) - at(data.counts, cell) * (mean + at(effects, at(itsOf, cell)));
    sums[own] = at(sums, own) + left;
  }
  for (let index = 0; index < sums.length; index += 1) {
    side.effects[index] = at(sums, index) / (at(side.counts, index) + side.ratio);
  }
}

/** Effects of both sides in a cell. */
const explainedAt = (data: Indexed, cell: number, students: Side, projects: Side): number =>
  (students.effects[data.studentOf[cell] ?? 0] ?? 0) + (projects.effects[data.projectOf[cell] ?? 0] ?? 0);

function explainedSum(data: Indexed, students: Side, projects: Side): number {
  let sum = 0;
  for (let cell = 0; cell < data.counts.length; cell += 1)
    sum += (data.counts[cell] ?? 0) * explainedAt(data, cell, students, projects);
  return sum;
}

function residualSquares(data: Indexed, mean: number, students: Side, projects: Side): number {
  let sum = data.squares;
  for (let cell = 0; cell < data.counts.length; cell += 1) {
    const fitted = mean + explainedAt(data, cell, students, projects);
    sum += fitted * ((data.counts[cell] ?? 0) * fitted - 2 * (data.sums[cell] ?? 0));
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
  countResults(students, data.studentOf, data.counts);
  countResults(projects, data.projectOf, data.counts);
  let mean = data.total / data.count;
  let variance = LEAST_VARIANCE;
  for (let round = 0; round < SWEEPS; round += 1) {
    sweep(data, mean, projects, { side: students, isProjects: false });
    sweep(data, mean, students, { side: projects, isProjects: true });
    const nextMean = (data.total - explainedSum(data, students, projects)) / data.count;
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
