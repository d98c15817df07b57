import type { Medal, MedalKind, MedalReason } from './medals.ts';

/** Why somebody has this medal, or none. */
export type MedalRule = MedalReason | 'below_medals' | 'no_marks' | 'not_ranked';

/** The rule that decided, and the result that it was measured against. */
export interface MedalStory {
  rule: MedalRule;
  /** The total it was compared with, in hundredths; null where the rule compares with nobody. */
  againstHundredths: number | null;
  /** That total less the own one; null with {@link againstHundredths}. */
  differenceHundredths: number | null;
}

/** A place with its medal, best first. */
export interface MedalPlace {
  totalHundredths: number;
  /** False: absent, withdrawn or disqualified. */
  isRanked: boolean;
  medal: Medal | null;
}

/** Which medal a reason looks at, and whether at the best or at the last who got it. */
const looksAt: Partial<Record<MedalReason, readonly [kind: MedalKind, which: 'first' | 'last']>> = {
  tied_with_gold: ['gold', 'first'],
  next_after_gold: ['gold', 'last'],
  next_after_two_golds: ['gold', 'last'],
  close_to_last_gold: ['gold', 'last'],
  tied_with_silver: ['silver', 'first'],
  next_after_silver: ['silver', 'last'],
  close_to_last_silver: ['silver', 'last'],
  tied_with_bronze: ['bronze', 'first'],
};

function ruleOf(place: MedalPlace): MedalRule {
  if (!place.isRanked) return 'not_ranked';
  if (place.medal) return place.medal.reason;
  return place.totalHundredths === 0 ? 'no_marks' : 'below_medals';
}

/**
 * Tells for each place which rule of `awardMedals` decided and against which total.
 * @param places as ranked, best first
 */
export function tellMedals(places: readonly MedalPlace[]): MedalStory[] {
  const byKind = Map.groupBy(places, (place) => place.medal?.kind);
  const totalsOf: TotalsOf = (kind, which) =>
    byKind.get(kind)?.at(which === 'first' ? 0 : -1)?.totalHundredths;
  const lastMedal = places.findLast((place) => place.medal !== null && place.medal.kind !== 'medallion');
  return places.map((place): MedalStory => {
    const rule = ruleOf(place);
    const against = againstOf(rule, totalsOf, lastMedal?.totalHundredths);
    return {
      rule,
      againstHundredths: against ?? null,
      differenceHundredths: against === undefined ? null : against - place.totalHundredths,
    };
  });
}

/** The total of the best or of the last who got a medal. */
type TotalsOf = (kind: MedalKind, which: 'first' | 'last') => number | undefined;

function againstOf(rule: MedalRule, totalsOf: TotalsOf, lastMedal: number | undefined): number | undefined {
  if (rule === 'below_medals') return lastMedal;
  if (rule === 'no_marks' || rule === 'not_ranked') return undefined;
  const place = looksAt[rule];
  if (!place) return undefined;
  return totalsOf(...place);
}
