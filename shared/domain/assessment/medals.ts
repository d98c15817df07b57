export const medalKinds = ['gold', 'silver', 'bronze', 'medallion'] as const;
export type MedalKind = (typeof medalKinds)[number];

/** Rules of a championship for its medals. */
export interface MedalRules {
  /** Totals that differ by no more than this are a tie, in hundredths. 2 points as published for 2015. */
  tieHundredths: number;
  /** Medallion for excellence from this estimate on (the scale of 700); null: none are given. */
  medallionFrom: number | null;
}

export const defaultMedalRules: MedalRules = { tieHundredths: 200, medallionFrom: 700 };

/** Points of a medal in the count of a college or country. */
export const medalPoints: Readonly<Record<MedalKind, number>> = {
  gold: 4,
  silver: 3,
  bronze: 2,
  medallion: 1,
};

/** Why a medal was given; the sentence comes from the code. */
export type MedalReason =
  | 'highest_total'
  | 'tied_with_gold'
  | 'next_after_gold'
  | 'tied_with_silver'
  | 'next_after_silver'
  | 'next_after_two_golds'
  | 'close_to_last_gold'
  | 'close_to_last_silver'
  | 'tied_with_bronze'
  | 'scale_reached';

/** A medal with its reason. */
export interface Medal {
  kind: MedalKind;
  reason: MedalReason;
}

/** Who could get a medal. */
export interface MedalCandidate {
  totalHundredths: number;
  /** See `estimateScale`; null: too few competitors for it. */
  scalePoints: number | null;
}

/** Hands medals out from the top of a sorted list. */
class MedalGiver {
  readonly medals: (Medal | null)[];
  readonly #totals: readonly number[];
  readonly #tie: number;
  #next = 0;

  constructor(totals: readonly number[], tieHundredths: number) {
    this.#totals = totals;
    this.#tie = tieHundredths;
    this.medals = totals.map(() => null);
  }

  /** Gives a medal to the next and to all that tie with it. @returns how many were given */
  give(kind: MedalKind, reason: MedalReason, tied: MedalReason): number {
    const top = this.#totals[this.#next];
    const first = this.#next;
    if (top === undefined) return 0;
    while (top - (this.#totals[this.#next] ?? -Infinity) <= this.#tie) {
      this.medals[this.#next] = { kind, reason: this.#next === first ? reason : tied };
      this.#next += 1;
    }
    return this.#next - first;
  }

  /** Whether the next is within a tie of the last that got a medal. */
  isNextClose(): boolean {
    const last = this.#totals[this.#next - 1];
    const next = this.#totals[this.#next];
    return last !== undefined && next !== undefined && last - next <= this.#tie;
  }
}

/** Silver after one gold; bronze then as well, unless silver was shared and the next is not close. */
function giveAfterOneGold(giver: MedalGiver): void {
  const silvers = giver.give('silver', 'next_after_gold', 'tied_with_silver');
  if (silvers === 1) giver.give('bronze', 'next_after_silver', 'tied_with_bronze');
  else if (silvers > 1 && giver.isNextClose())
    giver.give('bronze', 'close_to_last_silver', 'tied_with_bronze');
}

function giveMedals(giver: MedalGiver): void {
  const golds = giver.give('gold', 'highest_total', 'tied_with_gold');
  if (golds === 1) giveAfterOneGold(giver);
  else if (golds === 2) giver.give('bronze', 'next_after_two_golds', 'tied_with_bronze');
  else if (giver.isNextClose()) giver.give('bronze', 'close_to_last_gold', 'tied_with_bronze');
}

/**
 * Medals of a competency. A tie is counted from the best of its medal: two golds → no silver, at least one bronze;
 * three or more golds → no silver, bronze only for one within a tie of the last gold. Shared silver → bronze only for
 * one within a tie of the last silver (our inference from the rule for gold). Nobody without marks gets a medal.
 * @param sorted highest total first
 * @returns a medal or null for each, in the same order
 */
export function awardMedals(sorted: readonly MedalCandidate[], rules: MedalRules): (Medal | null)[] {
  const marked = sorted.filter((one) => one.totalHundredths > 0);
  const giver = new MedalGiver(
    marked.map((one) => one.totalHundredths),
    rules.tieHundredths,
  );
  giveMedals(giver);
  return sorted.map((one, index) => {
    const medal = giver.medals[index] ?? null;
    if (medal || one.totalHundredths === 0) return medal;
    if (rules.medallionFrom === null || one.scalePoints === null) return null;
    return one.scalePoints >= rules.medallionFrom ? { kind: 'medallion', reason: 'scale_reached' } : null;
  });
}
