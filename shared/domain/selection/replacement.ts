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
 * Who could take a free place, best first: the competency's reserves, then eligible candidates who have no place.
 * @param candidates of the competency, without the one who leaves
 */
export function offerReplacements(
  candidates: readonly ReplacementCandidate[],
  competencyId: string,
): ReplacementOffer[] {
  const isReserve = ({ place }: ReplacementCandidate): boolean =>
    place?.seat === 'reserve' && place.competencyId === competencyId;
  return candidates
    .filter((candidate) => candidate.isEligible && (candidate.place === null || isReserve(candidate)))
    .map((candidate) => ({
      studentId: candidate.studentId,
      isReserve: isReserve(candidate),
      value: candidate.value,
    }))
    .sort((a, b) => Number(b.isReserve) - Number(a.isReserve) || b.value - a.value);
}
