import type { DriftSums } from '#shared/domain/methods/drift.ts';
import type { MarkingTally } from '#shared/domain/insight/markingTally.ts';
import type { CompetencyRecord, Standing } from './competencyRecord.ts';

/**
 * All that dashboards need of a competency: ids, days and numbers, no names. It holds for the day it was made on and for
 * every later one, since what a day decides is decided when it is asked for.
 */
export interface CompetencyDigest {
  /** How each student stands by the last 90 days of practice. */
  standings: ReadonlyMap<string, Standing>;
  /** What each expert marked. */
  experts: ReadonlyMap<string, MarkingTally>;
  /** Attempts that were marked. */
  attemptCount: number;
  /** Last day on which a student was present. */
  presence: ReadonlyMap<string, string>;
  /** Days with a session, at least those of the last eight weeks. */
  days: readonly string[];
  /** Last day on which a section was practised, at least where that was in the last 90 days. */
  sections: ReadonlyMap<number, string>;
}

const digests = new WeakMap<CompetencyRecord, CompetencyDigest>();

function makeDigest({ marked, practice, around }: CompetencyRecord): CompetencyDigest {
  const sections = new Map<number, string>();
  for (const { section, max, last } of around.sums) {
    if (max > 0 && last > (sections.get(section) ?? '')) sections.set(section, last);
  }
  return {
    standings: practice.standings,
    experts: marked.byExpert,
    attemptCount: marked.results.length,
    presence: around.presence,
    days: around.days,
    sections,
  };
}

/** The digest of a record; the same object for the same record. */
export function digestOf(record: CompetencyRecord): CompetencyDigest {
  const digest = digests.get(record) ?? makeDigest(record);
  digests.set(record, digest);
  return digest;
}

/** A digest as it is stored: students by their place in a list, which saves two thirds of it. */
interface StoredDigest {
  students: string[];
  standings: [student: number, attempts: number, raw: number | null, ability: number[] | null][];
  experts: [id: string, students: number[], drift: number[], days: [number, number, number][]][];
  attemptCount: number;
  presence: [student: number, day: string][];
  days: readonly string[];
  sections: [number, string][];
}

const toNumbers = (sums: DriftSums): number[] => [
  sums.count,
  sums.at,
  sums.atSquares,
  sums.deviation,
  sums.deviationSquares,
  sums.products,
];

function toSums([count, at, atSquares, deviation, deviationSquares, products]: readonly number[]): DriftSums {
  return {
    count: count ?? 0,
    at: at ?? 0,
    atSquares: atSquares ?? 0,
    deviation: deviation ?? 0,
    deviationSquares: deviationSquares ?? 0,
    products: products ?? 0,
  };
}

/** Text of a digest. @param fromDay day number before which no result counts for how groups advance */
export function encodeDigest(digest: CompetencyDigest, fromDay: number): string {
  const places = new Map<string, number>();
  const placeOf = (id: string): number => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  };
  const stored: Omit<StoredDigest, 'students'> = {
    standings: [...digest.standings].map(([id, { attemptCount, rawPercent, ability }]) => [
      placeOf(id),
      attemptCount,
      rawPercent,
      ability && [ability.value, ability.standardError],
    ]),
    experts: [...digest.experts].map(([id, { studentIds, drift, days }]) => [
      id,
      studentIds.map(placeOf),
      toNumbers(drift),
      days
        .filter(({ dayNumber }) => dayNumber > fromDay)
        .map(({ dayNumber, sum, count }) => [dayNumber, sum, count]),
    ]),
    attemptCount: digest.attemptCount,
    presence: [...digest.presence].map(([id, day]) => [placeOf(id), day]),
    days: digest.days,
    sections: [...digest.sections],
  };
  return JSON.stringify({ ...stored, students: [...places.keys()] } satisfies StoredDigest);
}

/** The digest of a text that {@link encodeDigest} made. @throws SyntaxError or TypeError for any other text */
export function decodeDigest(text: string): CompetencyDigest {
  const stored = JSON.parse(text) as StoredDigest;
  const idAt = (place: number): string => stored.students[place] ?? '';
  return {
    standings: new Map(
      stored.standings.map(([student, attemptCount, rawPercent, ability]) => [
        idAt(student),
        {
          attemptCount,
          rawPercent,
          ability: ability && { value: ability[0] ?? 0, standardError: ability[1] ?? 0 },
        },
      ]),
    ),
    experts: new Map(
      stored.experts.map(([id, students, drift, days]) => [
        id,
        {
          studentIds: students.map(idAt),
          drift: toSums(drift),
          days: days.map(([dayNumber, sum, count]) => ({ dayNumber, sum, count })),
        },
      ]),
    ),
    attemptCount: stored.attemptCount,
    presence: new Map(stored.presence.map(([student, day]) => [idAt(student), day])),
    days: stored.days,
    sections: new Map(stored.sections),
  };
}
