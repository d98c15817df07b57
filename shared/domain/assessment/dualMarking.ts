/** The two pairs of experts that measure without knowing of each other. */
export const pairs = ['first', 'second'] as const;
export type Pair = (typeof pairs)[number];

/** What a pair measured in a round. `T` is what is measured: a value or a mark. */
export interface PairReading<T> {
  pair: Pair;
  /** From 1. */
  round: number;
  entry: T;
}

/** Where the measuring by two pairs stands. */
export type DualState<T> =
  /** In this round these pairs have still to measure; what the other found is hidden. */
  | { kind: 'waiting'; round: number; missing: Pair[] }
  /** The pairs differ: both measure again, in the round named. */
  | { kind: 'differs'; round: number }
  | { kind: 'agreed'; round: number; entry: T };

/**
 * Two pairs measure until they find the same. Order of entry does not matter; a pair's last entry of a round counts.
 * @param isSame whether two entries are the same result
 */
export function resolveDual<T>(
  readings: readonly PairReading<T>[],
  isSame: (a: T, b: T) => boolean,
): DualState<T> {
  const rounds = Map.groupBy(readings, (reading) => reading.round);
  for (let round = 1; ; round += 1) {
    const own = rounds.get(round) ?? [];
    const [first, second] = pairs.map((pair) => own.findLast((reading) => reading.pair === pair));
    const missing = pairs.filter((pair) => !own.some((reading) => reading.pair === pair));
    if (first && second && isSame(first.entry, second.entry)) {
      return { kind: 'agreed', round, entry: first.entry };
    }
    if (missing.length === 2 && round > 1) return { kind: 'differs', round };
    if (missing.length > 0) return { kind: 'waiting', round, missing };
  }
}
