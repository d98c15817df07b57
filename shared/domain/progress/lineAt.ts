import { toDayNumber } from '../../lib/dayNumber.ts';

/** A place of a line. */
export interface LinePoint {
  date: string;
  percent: number;
}

/**
 * Where a line of straight pieces is on a day.
 * @param line in order of time
 * @returns null before its first and after its last point
 */
export function lineAt(line: readonly LinePoint[], date: string): number | null {
  const after = line.findIndex((point) => point.date >= date);
  const right = line[after];
  if (!right) return null;
  if (right.date === date) return right.percent;
  const left = line[after - 1];
  if (!left) return null;
  const span = toDayNumber(right.date) - toDayNumber(left.date);
  const share = (toDayNumber(date) - toDayNumber(left.date)) / span;
  return left.percent + share * (right.percent - left.percent);
}
