/** Pixel place of something that can be pointed at. */
export interface Place {
  x: number;
  y: number;
}

/** Which place is nearest to the pointer. @returns its index; -1 when none is within `reach` pixels */
export function nearestPlace(places: readonly Place[], pointer: Place, reach: number): number {
  let best = -1;
  let distance = reach * reach;
  for (const [index, place] of places.entries()) {
    const square = (place.x - pointer.x) ** 2 + (place.y - pointer.y) ** 2;
    if (square > distance) continue;
    distance = square;
    best = index;
  }
  return best;
}

/** By how many points a key moves. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Where a key moves the reading position.
 * @param current index now; null before the first key: reading starts at the last, newest point
 * @returns null when the key does not move
 */
export function moveReading(key: string, current: number | null, count: number): number | null {
  const step = STEPS[key];
  if (step === undefined || count === 0) return null;
  // The first key shows where reading starts, unless it jumps.
  const from = current ?? (Math.abs(step) === 1 ? count - 1 - step : count - 1);
  return Math.min(count - 1, Math.max(0, from + step));
}
