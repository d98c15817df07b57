/** The choice as numbers: what the mathematical programme is made from. Values are integer hundredths of a point. */

export type SeatKind = 'main' | 'reserve';

/** Places of one competency at the championship. */
export interface CompetencySeats {
  competencyId: string;
  /** Entries: competitors, or whole teams where the team is larger than one. */
  mainEntries: number;
  /** Persons in reserve. */
  reserveSeats: number;
  /** Persons in an entry, 1–12. */
  teamSize: number;
}

/** A student as far as rules about groups need it. */
export interface Person {
  studentId: string;
  group: string;
  course: number | null;
}

/** A student who could be chosen for a competency. */
export interface Option {
  studentId: string;
  competencyId: string;
  /** 0…10000 */
  value: number;
  isEligible: boolean;
  /** What the published tie rule goes by, higher first; an integer 0…10000. */
  tieScore: number;
}

/** What two students are worth together in a team, beyond their own values; may be negative. */
export interface PairValue {
  competencyId: string;
  studentIds: [string, string];
  bonus: number;
}

export type Scope = 'competency' | 'delegation';

/** A rule of the coordinator. `id` names it in answers. */
export type SelectionRule =
  | { kind: 'must'; id: string; studentId: string; competencyId: string | null; seat: SeatKind | 'any' }
  | { kind: 'must_not'; id: string; studentId: string; competencyId: string | null; seat: SeatKind | 'any' }
  /** Both in the same competency, or both in the delegation, or neither. */
  | { kind: 'together'; id: string; studentIds: [string, string]; scope: Scope }
  /** Not both. */
  | { kind: 'apart'; id: string; studentIds: [string, string]; scope: Scope }
  /** So many of the main competitors are of this group or course. */
  | {
      kind: 'quota';
      id: string;
      attribute: 'group' | 'course';
      value: string;
      min: number | null;
      max: number | null;
    }
  /** Nobody with less is chosen. Competency null: in any. */
  | { kind: 'floor'; id: string; competencyId: string | null; minValue: number }
  /** All main entries are filled. Competency null: in each. */
  | { kind: 'fill'; id: string; competencyId: string | null }
  /** Nobody is chosen for both (matters where a student may enter more than one). */
  | { kind: 'conflict'; id: string; competencyIds: [string, string] };

/** How ties between equally good teams are decided. The seed settles what the published rule leaves open. */
export interface TieRule {
  kind: 'published' | 'seed';
  seed: number;
}

export interface SelectionProblem {
  seats: CompetencySeats[];
  people: Person[];
  options: Option[];
  rules: SelectionRule[];
  pairValues: PairValue[];
  /** Competencies that one student may enter; 1 unless the championship allows more. */
  competenciesPerStudent: number;
  /**
   * Always first: as many main entries as can be. Then either the greatest total of values, or the weakest entry as
   * good as can be and then the greatest total. Reserves come after the main team.
   */
  objective: 'total' | 'weakest';
  tie: TieRule;
}

/** One person's place. */
export interface Pick {
  studentId: string;
  competencyId: string;
  seat: SeatKind;
  /** Number of the team among the competency's entries, from 0; 0 for single competitors and reserves. */
  entry: number;
  value: number;
}

export interface SelectionTotals {
  /** Main entries that are filled. */
  entries: number;
  /** Values of the main competitors with their pair values. */
  main: number;
  /** Value of the weakest entry (a team's mean), null when there is none. */
  weakest: number | null;
  reserves: number;
  reserve: number;
}

export interface Choice {
  picks: Pick[];
  totals: SelectionTotals;
  /** Whether another team was equally good and the tie rule decided. */
  isTie: boolean;
}

/** The best team, or the rules that cannot all hold (each of them is needed for the contradiction). */
export type Outcome = { kind: 'chosen'; choice: Choice } | { kind: 'contradiction'; groups: string[] };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Puts lists into an order that does not depend on where they come from, so that the same inputs give the same run. */
export function inCanonicalOrder(problem: SelectionProblem): SelectionProblem {
  return {
    ...problem,
    seats: problem.seats.toSorted((a, b) => byText(a.competencyId, b.competencyId)),
    people: problem.people.toSorted((a, b) => byText(a.studentId, b.studentId)),
    options: problem.options.toSorted(
      (a, b) => byText(a.competencyId, b.competencyId) || byText(a.studentId, b.studentId),
    ),
    rules: problem.rules.toSorted((a, b) => byText(a.id, b.id)),
    pairValues: problem.pairValues.toSorted(
      (a, b) => byText(a.competencyId, b.competencyId) || byText(a.studentIds.join(), b.studentIds.join()),
    ),
  };
}
