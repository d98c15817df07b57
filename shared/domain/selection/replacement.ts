/** Someone who could take a place that became free. */
export interface ReplacementOffer {
  studentId: string;
  /** From the reserve of this competency. */
  isReserve: boolean;
  value: number;
}

/** What a place is offered by. */
export interface ReplacementCandidate {
  studentId: string;
  value: number;
  isEligible: boolean;
  /** Place in the team now; null: none. */
  place: { competencyId: string; seat: 'main' | 'reserve' } | null;
}

/**
 * Who could take a free place, best first: for a main one the competency's reserves, then eligible candidates who have
 * no place.
 * @param candidates of the competency, without the one who leaves
 */
export function offerReplacements(
  candidates: readonly ReplacementCandidate[],
  free: Pick<TeamPlace, 'competencyId' | 'seat'>,
): ReplacementOffer[] {
  const isReserve = ({ place }: ReplacementCandidate): boolean =>
    free.seat === 'main' && place?.seat === 'reserve' && place.competencyId === free.competencyId;
  return candidates
    .filter((candidate) => candidate.isEligible && (candidate.place === null || isReserve(candidate)))
    .map((candidate) => ({
      studentId: candidate.studentId,
      isReserve: isReserve(candidate),
      value: candidate.value,
    }))
    .sort((a, b) => Number(b.isReserve) - Number(a.isReserve) || b.value - a.value);
}

/** Someone's place in the decided team. */
export interface TeamPlace {
  studentId: string;
  competencyId: string;
  seat: 'main' | 'reserve';
}

/** Who left a place of the decided team, or had it last, and who took it; null: it stayed empty. */
export interface PlaceHandover {
  competencyId: string;
  seat: 'main' | 'reserve';
  outStudentId: string;
  inStudentId: string | null;
}

/** The team after handovers. */
export interface TeamState {
  team: TeamPlace[];
  /** Places that nobody has any more, each with who had it last. */
  free: TeamPlace[];
}

function handOver({ team, free }: TeamState, handover: PlaceHandover): TeamState {
  const { competencyId, seat, outStudentId, inStudentId } = handover;
  const given: TeamPlace = { studentId: outStudentId, competencyId, seat };
  const isGiven = (place: TeamPlace): boolean => isSamePlace(place, given);
  const isTaker = (place: TeamPlace): boolean =>
    place.studentId === inStudentId && place.competencyId === competencyId;
  const taken = inStudentId === null ? [] : [{ studentId: inStudentId, competencyId, seat }];
  return {
    team: [...team.filter((place) => !isGiven(place) && !isTaker(place)), ...taken],
    free: [
      ...free.filter((place) => !isGiven(place)),
      ...team.filter(isTaker),
      ...(inStudentId === null ? [given] : []),
    ],
  };
}

/** Whether two places are one: of the same competitor, in the same seat of the same competency. */
export function isSamePlace(one: TeamPlace, other: TeamPlace): boolean {
  return (
    one.studentId === other.studentId && one.competencyId === other.competencyId && one.seat === other.seat
  );
}

/**
 * The team after replacements, one after the other. Who takes a place leaves the reserve of the same competency; places
 * in other competencies stay.
 */
export function followHandovers(picks: readonly TeamPlace[], handovers: readonly PlaceHandover[]): TeamState {
  const team = picks.map(({ studentId, competencyId, seat }): TeamPlace => ({
    studentId,
    competencyId,
    seat,
  }));
  return handovers.reduce(handOver, { team, free: [] });
}
