import type { Kysely } from 'kysely';
import { learnGoal, listWholeTimes, type GoalResult, type GoalScale } from '#shared/domain/insight/goals.ts';
import type { LearnerCurve } from '#shared/domain/methods/learningCurve.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { PracticeResults } from './competencyRecord.ts';
import { listSectionResults, type StoredGoal } from './goals.repository.ts';

type Db = Kysely<Schema>;

/** No project takes longer; minutes are put on a scale to it. */
const LONGEST_MINUTES = 1440;
/** More of a squad teach nothing new. */
const MOST_OTHERS = 40;

/** What goals of a kind are judged by. */
type GoalKind = Pick<StoredGoal, 'kind' | 'sectionNumber'>;

/** Values of a goal as forecasts know them. */
export const scaleOf = ({ kind }: GoalKind): GoalScale =>
  kind === 'time' ? { better: 'lower', scale: LONGEST_MINUTES } : { better: 'higher', scale: 100 };

type ByStudent = ReadonlyMap<string, readonly GoalResult[]>;

const byStudent = (rows: readonly (GoalResult & { studentId: string })[]): ByStudent =>
  Map.groupBy(rows, (row) => row.studentId);

/**
 * Results of a competency as its goals are judged by them, and what learning looks like there, each made when it is first
 * asked for: goals are looked at more often than marks are given.
 */
export class GoalRecord {
  readonly #practice: PracticeResults;
  readonly #sections = new Map<number, Promise<ByStudent>>();
  readonly #curves = new WeakMap<readonly GoalResult[], LearnerCurve | null>();
  #percents: ByStudent | undefined;
  #times: ByStudent | undefined;

  private constructor(practice: PracticeResults) {
    this.#practice = practice;
  }

  static readonly #known = new WeakMap<PracticeResults, GoalRecord>();

  /** The record that goes with some results; the same one for the same results. */
  static of(practice: PracticeResults): GoalRecord {
    const record = GoalRecord.#known.get(practice) ?? new GoalRecord(practice);
    GoalRecord.#known.set(practice, record);
    return record;
  }

  /** Results of each student in the units of a goal, oldest first. */
  async results(db: Db, competencyId: string, goal: GoalKind): Promise<ByStudent> {
    const { results } = this.#practice;
    if (goal.kind === 'time') return (this.#times ??= listWholeTimes(results));
    if (goal.kind === 'percent')
      return (this.#percents ??= byStudent(results.map((one) => ({ ...one, value: one.percent }))));
    const section = goal.sectionNumber ?? 0;
    const known = this.#sections.get(section);
    if (known) return known;
    const made = listSectionResults(db, competencyId, section).then(byStudent);
    this.#sections.set(section, made);
    // A failure is not kept.
    made.catch(() => this.#sections.delete(section));
    return made;
  }

  /** Curves of the others of the squad: what learning looks like here. */
  curvesOfOthers(squad: ByStudent, goal: GoalKind & { studentId: string }): (LearnerCurve | null)[] {
    const others = [...squad].filter(([id]) => id !== goal.studentId).slice(0, MOST_OTHERS);
    return others.map(([, results]) => this.#curveOf(results, scaleOf(goal)));
  }

  #curveOf(results: readonly GoalResult[], scale: GoalScale): LearnerCurve | null {
    const known = this.#curves.get(results);
    if (known !== undefined) return known;
    const curve = learnGoal(results, scale);
    this.#curves.set(results, curve);
    return curve;
  }
}
