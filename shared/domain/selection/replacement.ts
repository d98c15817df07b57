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

/** Who left a place of the decided team and who took it; null: it stayed empty. */
export interface PlaceHandover {
  competencyId: string;
  seat: 'main' | 'reserve';
  outStudentId: string;
  inStudentId: string | null;
}

/**
 * The team after replacements, one after the other. Who takes a place leaves the reserve of the same competency; places
 * in other competencies stay.
 */
export function teamAfterHandovers(
  picks: readonly TeamPlace[],
  handovers: readonly PlaceHandover[],
): TeamPlace[] {
  let team = picks.map(({ studentId, competencyId, seat }): TeamPlace => ({ studentId, competencyId, seat }));
  for (const { outStudentId, inStudentId, competencyId, seat } of handovers) {
    team = team.filter(
      (place) =>
        place.competencyId !== competencyId ||
        (place.studentId !== outStudentId && place.studentId !== inStudentId),
    );
    if (inStudentId !== null) team.push({ studentId: inStudentId, competencyId, seat });
  }
  return team;
}
