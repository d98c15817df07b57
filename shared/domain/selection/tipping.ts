import { normalise, type CriterionSetting, type ValuePart } from './criteria.ts';

/** A figure that alone would have to change so much for the decision to tip. */
export interface TippingFigure {
  key: string;
  from: number;
  to: number;
}

/** A figure is told to a tenth; the change must be enough after rounding. */
const TENTH = 10;

/**
 * What would have to change for a decision to tip, criterion by criterion, the others as they are: the value of a
 * candidate is a weighted mean, so the figure moves by the points divided by the criterion's share.
 * Criteria on a scale that depends on the other candidates are left out, and what no figure on the scale would do.
 * @param points by how much the value has to change, signed, 0…100
 */
export function listTippingFigures(
  parts: readonly ValuePart[],
  criteria: readonly CriterionSetting[],
  points: number,
): TippingFigure[] {
  return parts.flatMap(({ key, raw, share }): TippingFigure[] => {
    const normalisation = criteria.find((criterion) => criterion.key === key)?.normalisation;
    if (raw === null || share <= 0 || normalisation?.kind !== 'fixed') return [];
    const { from, to } = normalisation;
    if (from === to) return [];
    const wanted = normalise(raw, normalisation) + points / share;
    if (wanted < 0 || wanted > 100) return [];
    const exact = from + (wanted / 100) * (to - from);
    const round = exact > raw ? Math.ceil : Math.floor;
    return [{ key, from: raw, to: round(exact * TENTH - (exact > raw ? 1e-9 : -1e-9)) / TENTH }];
  });
}
