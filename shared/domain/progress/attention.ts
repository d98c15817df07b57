import { toDayNumber } from '../../lib/dayNumber.ts';

/** What is known about the preparation of one competency. */
export interface CompetencyState {
  candidateCount: number;
  attemptCount: number;
  /** Day of the last practice; null when there was none. */
  lastSessionDate: string | null;
  /** Mean of each candidate's latest attempt. */
  latestMeanPercent: number | null;
  targetPercent: number | null;
}

/** Why a competency asks for attention, the most pressing first. */
export type Attention =
  | { kind: 'notStarted' }
  | { kind: 'stale'; days: number }
  | { kind: 'notMarked' }
  | { kind: 'below'; gap: number }
  | { kind: 'noSquad' }
  | { kind: 'noTarget' }
  | { kind: 'onTarget' };

/** From so many days without practice on, more than two weeks, skill fades. */
export const STALE_DAYS = 15;

const ORDER: readonly Attention['kind'][] = [
  'notStarted',
  'stale',
  'notMarked',
  'below',
  'noSquad',
  'noTarget',
  'onTarget',
];

/**
 * What a competency needs most.
 * @param today `YYYY-MM-DD`
 */
export function judgeAttention(state: CompetencyState, today: string): Attention {
  const { lastSessionDate, latestMeanPercent, targetPercent } = state;
  if (lastSessionDate === null) return { kind: 'notStarted' };
  const days = toDayNumber(today) - toDayNumber(lastSessionDate);
  if (state.candidateCount > 0 && days >= STALE_DAYS) return { kind: 'stale', days };
  if (state.candidateCount === 0) return { kind: 'noSquad' };
  if (latestMeanPercent === null) return { kind: 'notMarked' };
  if (targetPercent === null) return { kind: 'noTarget' };
  const gap = Math.round((targetPercent - latestMeanPercent) * 10) / 10;
  return gap > 0 ? { kind: 'below', gap } : { kind: 'onTarget' };
}

/** Whether something has to be done; a missing target alone can wait. */
export function isPressing(attention: Attention): boolean {
  return attention.kind !== 'onTarget' && attention.kind !== 'noTarget';
}

function sizeOf(attention: Attention): number {
  if (attention.kind === 'stale') return attention.days;
  return attention.kind === 'below' ? attention.gap : 0;
}

/** Compares two competencies by what asks for more attention; equal ones keep their order. */
export function compareAttention(a: Attention, b: Attention): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || sizeOf(b) - sizeOf(a);
}
