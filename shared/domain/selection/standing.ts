import type { ValuePart } from './criteria.ts';
import type { TeamPlace } from './replacement.ts';

/** What the reasons are told from: one candidate, or those of the same competency. */
export interface StandingCandidate {
  studentId: string;
  competencyId: string;
  isEligible: boolean;
  value: number;
  parts: readonly ValuePart[];
}

/**
 * Why a candidate has a place or none, without anybody else's figures: placed here; placed in another competency; not
 * eligible; main competitors are all of greater value; or not, so that rules or the team as a whole decided.
 */
export type StandingReason =
  | { kind: 'placed'; seat: TeamPlace['seat'] }
  | { kind: 'elsewhere'; competencyId: string }
  | { kind: 'not_eligible' }
  | { kind: 'others_higher' }
  | { kind: 'whole_team' }
  /** Nobody is a main competitor of this competency. */
  | { kind: 'nobody' };

/** A candidate's own standing in a decided team. */
export function standingOf(
  own: StandingCandidate,
  squad: readonly StandingCandidate[],
  team: readonly TeamPlace[],
): StandingReason {
  const { studentId, competencyId, value } = own;
  const places = team.filter((place) => place.studentId === studentId);
  const here = places.find((place) => place.competencyId === competencyId);
  if (here) return { kind: 'placed', seat: here.seat };
  const [other] = places;
  if (other) return { kind: 'elsewhere', competencyId: other.competencyId };
  if (!own.isEligible) return { kind: 'not_eligible' };
  const main = squad.filter((one) =>
    team.some(
      (place) =>
        place.seat === 'main' && place.competencyId === competencyId && place.studentId === one.studentId,
    ),
  );
  if (main.length === 0) return { kind: 'nobody' };
  return { kind: main.every((one) => one.value >= value) ? 'others_higher' : 'whole_team' };
}

/** The criterion in which most can still be gained, and how many points of the value; null when nothing can. */
export function greatestGrowth(parts: readonly ValuePart[]): { key: string; points: number } | null {
  const open = parts
    .filter(({ normalised }) => normalised !== null)
    .map(({ key, share, points }) => ({ key, points: 100 * share - points }))
    .sort((a, b) => b.points - a.points);
  const [first] = open;
  return first && first.points > 0 ? first : null;
}
