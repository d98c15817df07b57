import { isRanked, type AttemptState } from './attemptLife.ts';
import { estimateScale } from './estimatedScale.ts';
import { awardMedals, type Medal, type MedalRules } from './medals.ts';
import { rankByTotal } from './ranking.ts';

/** A competitor's attempt as a ranking needs it. */
export interface ResultEntry {
  id: string;
  totalHundredths: number;
  state: AttemptState;
}

/** Where a competitor stands. */
export interface ResultPlace {
  id: string;
  totalHundredths: number;
  state: AttemptState;
  /** Null: absent, withdrawn or disqualified. */
  place: number | null;
  isTied: boolean;
  /** Estimate of the WorldSkills scale; null with fewer than five competitors. */
  scalePoints: number | null;
  medal: Medal | null;
}

/** Ranks a competency: places, the estimated scale and medals; those who did not compete come last, without any. */
export function rankResults(entries: readonly ResultEntry[], rules: MedalRules): ResultPlace[] {
  const ranked = rankByTotal(
    entries.filter((entry) => isRanked(entry.state)),
    (entry) => entry.totalHundredths,
  );
  const scale = estimateScale(ranked.map(({ item }) => item.totalHundredths));
  const candidates = ranked.map(({ item }, index) => ({
    totalHundredths: item.totalHundredths,
    scalePoints: scale?.[index] ?? null,
  }));
  const medals = awardMedals(candidates, rules);
  const places = ranked.map(({ item, place, isTied }, index): ResultPlace => ({
    id: item.id,
    totalHundredths: item.totalHundredths,
    state: item.state,
    place,
    isTied,
    scalePoints: scale?.[index] ?? null,
    medal: medals[index] ?? null,
  }));
  const others = entries.filter((entry) => !isRanked(entry.state));
  return [
    ...places,
    ...others.map(({ id, totalHundredths, state }): ResultPlace => ({
      id,
      totalHundredths,
      state,
      place: null,
      isTied: false,
      scalePoints: null,
      medal: null,
    })),
  ];
}
