import {
  contributionKinds,
  type ContributionRow,
  type InternshipRow,
} from '../../contract/partnerRecords.ts';
import type { PartnerFiguresRow } from '../../contract/partners.ts';
import { toDayNumber } from '../../lib/dayNumber.ts';

/**
 * Minutes that an internship takes: those that were written down, or the weekly minutes over its days
 * (both ends included) when nothing was.
 */
export function internshipMinutes(
  one: Pick<InternshipRow, 'startDate' | 'endDate' | 'weeklyMinutes' | 'doneMinutes'>,
): number {
  if (one.doneMinutes !== null) return one.doneMinutes;
  const days = toDayNumber(one.endDate) - toDayNumber(one.startDate) + 1;
  return Math.round((Math.max(0, days) * one.weeklyMinutes) / 7);
}

/** Minutes of an internship up to a day: what is not over yet counts in proportion to its days. */
export function internshipMinutesUntil(
  one: Pick<InternshipRow, 'startDate' | 'endDate' | 'weeklyMinutes' | 'doneMinutes' | 'state'>,
  today: string,
): number {
  if (one.state === 'cancelled' || one.startDate > today) return 0;
  if (one.state === 'done' || one.endDate <= today) return internshipMinutes(one);
  const days = toDayNumber(one.endDate) - toDayNumber(one.startDate) + 1;
  const passed = toDayNumber(today) - toDayNumber(one.startDate) + 1;
  return Math.round((internshipMinutes(one) * passed) / days);
}

/** What a partner (or several) gave, in figures: sums by kind, internships that were not cancelled, its people. */
export function partnerFigures(
  contributions: readonly Pick<ContributionRow, 'kind' | 'quantity' | 'valueTenge'>[],
  internships: readonly InternshipRow[],
  people: readonly { role: 'mentor' | 'judge' | 'both' }[],
): PartnerFiguresRow {
  const kinds = contributionKinds.map((kind) => {
    const own = contributions.filter((one) => one.kind === kind);
    return {
      kind,
      count: own.length,
      quantity: own.reduce((sum, one) => sum + one.quantity, 0),
      valueTenge: own.reduce((sum, one) => sum + (one.valueTenge ?? 0), 0),
    };
  });
  const held = internships.filter((one) => one.state !== 'cancelled');
  return {
    kinds: kinds.filter(({ count }) => count > 0),
    internshipCount: held.length,
    internshipMinutes: held.reduce((sum, one) => sum + internshipMinutes(one), 0),
    mentorCount: people.filter(({ role }) => role !== 'judge').length,
    judgeCount: people.filter(({ role }) => role !== 'mentor').length,
    valueTenge: kinds.reduce((sum, one) => sum + one.valueTenge, 0),
  };
}
