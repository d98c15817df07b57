import {
  abilityOf,
  adjustResults,
  type AdjustedResults,
  type AttemptResult,
} from '#shared/domain/insight/results.ts';
import { tallyMarking, type MarkedBy, type MarkingTally } from '#shared/domain/insight/markingTally.ts';
import { describeLearner, type LearnerCurve } from '#shared/domain/methods/learningCurve.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { listSeries, type LearnerSeries } from './forecasting.ts';
import type { SectionSum } from './sectionSums.repository.ts';

/** A result with what follows from all results of its competency. */
export type AdjustedResult = AdjustedResults['results'][number];

/** How a student stands by the results of the last 90 days of practice. */
export interface Standing {
  attemptCount: number;
  /** Mean as marked, and adjusted ability with its standard error; null without results in that time. */
  rawPercent: number | null;
  ability: { value: number; standardError: number } | null;
}

/** Practice is regular, or not, by its last eight weeks. */
export const REGULAR_DAYS = 56;

/** What surrounds the results, as of a day. */
export interface Surroundings {
  today: string;
  /** Marks by student and section, last 90 days. */
  sums: readonly SectionSum[];
  /** Days with a session, last eight weeks. */
  days: readonly string[];
  /** Last day on which a student was present. */
  presence: ReadonlyMap<string, string>;
}

/** What follows from results alone, computed when it is first asked for. */
export class PracticeResults {
  readonly results: readonly AttemptResult[];
  #adjusted: AdjustedResults | undefined;
  #byStudent: Map<string, AdjustedResult[]> | undefined;
  #byExpert: Map<string, MarkingTally> | undefined;
  #standings: Map<string, Standing> | undefined;
  #series: Map<string, LearnerSeries> | undefined;
  #curves: Map<string, LearnerCurve | null> | undefined;

  /** @param results of one competency, oldest first */
  constructor(results: readonly AttemptResult[]) {
    this.results = results;
  }

  /** Difficulty taken out. */
  get adjusted(): AdjustedResults {
    return (this.#adjusted ??= adjustResults(this.results));
  }

  /** Results of each student, oldest first. */
  get byStudent(): ReadonlyMap<string, AdjustedResult[]> {
    return (this.#byStudent ??= Map.groupBy(this.adjusted.results, (one) => one.studentId));
  }

  /** What each expert marked, added up. */
  get byExpert(): ReadonlyMap<string, MarkingTally> {
    return (this.#byExpert ??= this.#groupByExpert());
  }

  /** How each student stands. */
  get standings(): ReadonlyMap<string, Standing> {
    return (this.#standings ??= new Map(
      [...this.byStudent].map(([id, own]) => [id, this.#standingOf(id, own)]),
    ));
  }

  /** The latest results of each student as a series. */
  get series(): ReadonlyMap<string, LearnerSeries> {
    return (this.#series ??= listSeries(this.adjusted));
  }

  /** A curve of each student who has practised enough for one. */
  get curves(): ReadonlyMap<string, LearnerCurve | null> {
    return (this.#curves ??= new Map(
      [...this.series].map(([id, { values }]) => [id, describeLearner(values.map((y, x) => ({ x, y })))]),
    ));
  }

  /**
   * The same with some attempts read again.
   * @param fresh what these attempts are now; those left out are gone
   * @returns the results, and the students whose results differ
   */
  with(
    attempts: ReadonlySet<string>,
    fresh: readonly AttemptResult[],
  ): { practice: PracticeResults; studentIds: string[] } {
    const kept: AttemptResult[] = [];
    const studentIds = new Set(fresh.map((one) => one.studentId));
    for (const one of this.results) {
      if (attempts.has(one.attemptId)) studentIds.add(one.studentId);
      else kept.push(one);
    }
    if (studentIds.size === 0) return { practice: this, studentIds: [] };
    for (const one of fresh) {
      const isBefore = ({ date, attemptId }: AttemptResult): boolean =>
        date < one.date || (date === one.date && attemptId < one.attemptId);
      kept.splice(kept.findLastIndex(isBefore) + 1, 0, one);
    }
    return { practice: new PracticeResults(kept), studentIds: [...studentIds] };
  }

  #standingOf(studentId: string, own: readonly AdjustedResult[]): Standing {
    const recent = own.filter((one) => this.adjusted.periodOf(one.date) === 0);
    const sum = recent.reduce((total, one) => total + one.percent, 0);
    return {
      attemptCount: own.length,
      rawPercent: recent.length > 0 ? sum / recent.length : null,
      ability: abilityOf(this.adjusted, studentId),
    };
  }

  #groupByExpert(): Map<string, MarkingTally> {
    const groups = new Map<string, MarkedBy[]>();
    for (const { expertId, studentId, date, adjustedPercent, residual } of this.adjusted.results) {
      if (expertId === null) continue;
      const own = groups.get(expertId) ?? [];
      own.push({ studentId, dayNumber: toDayNumber(date), adjustedPercent, deviation: residual });
      groups.set(expertId, own);
    }
    return new Map([...groups].map(([expertId, own]) => [expertId, tallyMarking(own)]));
  }
}

/** A competency's practice: results, and what surrounds them. */
export interface CompetencyRecord {
  /** Attempts as they were marked: that of a team is there once. */
  marked: PracticeResults;
  /** Results of students: that of a team once for each member. The same as `marked` where there are no teams. */
  practice: PracticeResults;
  around: Surroundings;
}
