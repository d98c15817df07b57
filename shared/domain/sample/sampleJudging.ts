import type { JudgementScore } from '#shared/domain/schemes/schemeDocument.ts';
import { createRandom } from './random.ts';

/** Judges of a panel: who leads the session, and two more. */
export const PANEL_SIZE = 3;

const HIGHEST = 3;
/** How often each of the panel sees an aspect a step apart from the others; the second is the odd one out. */
const APART = [0.12, 0.34, 0.16] as const;

/**
 * What the judges of a panel gave to one aspect, around the score that it deserves: at most one step apart, as the rules
 * want it. @param key what tells this aspect of this attempt from all others
 */
export function panelScores(key: string, score: JudgementScore): number[] {
  const random = createRandom(`panel/${key}`);
  const step = score === 0 || (score < HIGHEST && random.chance(0.45)) ? 1 : -1;
  return APART.map((chance) => (random.chance(chance) ? score + step : score));
}

/** The experts of a panel, the one who leads first. */
export function panelOf(leadIndex: number, expertCount: number): number[] {
  const size = Math.min(PANEL_SIZE, expertCount);
  return Array.from({ length: size }, (_, place) => (leadIndex + place) % expertCount);
}
