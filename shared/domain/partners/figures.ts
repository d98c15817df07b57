import {
  contributionKinds,
  type ContributionRow,
  type InternshipRow,
} from '../../contract/partnerRecords.ts';
import type { PartnerFiguresRow } from '../../contract/partners.ts';
import { internshipDays, type InternshipHours } from './internshipDays.ts';

const sumOf = (days: readonly { minutes: number }[]): number =>
  Math.round(days.reduce((sum, day) => sum + day.minutes, 0));

/** Minutes that an internship takes: those that were written down, or those of its working days. */
export function internshipMinutes(one: InternshipHours): number {
  return one.doneMinutes ?? sumOf(internshipDays(one));
}

/** Minutes of an internship up to a day: of one that is not over, those of the days that passed. */
export function internshipMinutesUntil(
  one: InternshipHours & Pick<InternshipRow, 'state'>,
  today: string,
): number {
  if (one.state === 'cancelled' || one.startDate > today) return 0;
  if (one.state === 'done' || one.endDate <= today) return internshipMinutes(one);
  return Math.min(internshipMinutes(one), sumOf(internshipDays(one, today)));
}

/** Minutes of an internship on the days of a span, both ends included. */
export function internshipMinutesBetween(
  one: InternshipHours & Pick<InternshipRow, 'state'>,
  span: { from: string; to: string },
): number {
  if (one.state === 'cancelled') return 0;
  return sumOf(internshipDays(one, span.to).filter(({ date }) => date >= span.from));
}

/** What a partner (or several) gave, in figures: sums by kind, internships that were not cancelled, its people. */
export function partnerFigures(
  contributions: readonly Pick<ContributionRow, 'kind' | 'quantity' | 'valueTenge'>[],
  internships: readonly InternshipRow[],
  people: readonly { role: 'mentor' | 'judge' | 'both' }[],
  minutesOf: (one: InternshipRow) => number = internshipMinutes,
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
    internshipMinutes: held.reduce((sum, one) => sum + minutesOf(one), 0),
    mentorCount: people.filter(({ role }) => role !== 'judge').length,
    judgeCount: people.filter(({ role }) => role !== 'mentor').length,
    valueTenge: kinds.reduce((sum, one) => sum + one.valueTenge, 0),
  };
}
