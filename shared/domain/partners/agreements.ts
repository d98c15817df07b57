import { fromDayNumber, toDayNumber } from '../../lib/dayNumber.ts';

/** The dates that decide how an agreement stands. Days are `YYYY-MM-DD`. */
export interface AgreementTerm {
  startDate: string;
  /** Null: without a term. */
  endDate: string | null;
  /** Months by which it renews itself each time; 0: it ends. */
  renewalMonths: number;
  terminatedDate: string | null;
}

/** How an agreement stands on a day. `ending` and `renewing`: within {@link AGREEMENT_NOTICE_DAYS}. */
export type AgreementStanding = 'coming' | 'active' | 'ending' | 'renewing' | 'ended' | 'terminated';
/** How an obligation or a promise stands on a day. `soon`: within {@link OBLIGATION_NOTICE_DAYS}. */
export type DutyStanding = 'open' | 'soon' | 'late' | 'done' | 'waived';

/** Two months before its end there is still time to talk about the next agreement. */
export const AGREEMENT_NOTICE_DAYS = 60;
export const OBLIGATION_NOTICE_DAYS = 14;

/** The same day of the month so many months later, or the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = (month: number): string =>
    `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const last = toDayNumber(first(index + 1)) - 1;
  return fromDayNumber(Math.min(toDayNumber(first(index)) + Number(day.slice(8, 10)) - 1, last));
}

/** Days from one day to another; negative when the other lies before it. */
export const daysUntil = (today: string, date: string): number => toDayNumber(date) - toDayNumber(today);

/**
 * The day on which the running term of an agreement ends: its end, moved on by whole renewals until it is not before
 * today, and never later than the day it was terminated.
 * @returns null for an agreement without a term
 */
export function currentEnd(term: AgreementTerm, today: string): string | null {
  const { endDate, renewalMonths, terminatedDate } = term;
  const limit = (end: string | null): string | null =>
    terminatedDate !== null && (end === null || terminatedDate < end) ? terminatedDate : end;
  if (endDate === null || renewalMonths === 0 || endDate >= today) return limit(endDate);
  // Whole renewals are skipped at once: the average month has 30.44 days, so the guess is never too far.
  const guess = Math.max(1, Math.floor(daysUntil(endDate, today) / 31 / renewalMonths));
  let renewals = guess;
  while (addMonths(endDate, renewals * renewalMonths) < today) renewals += 1;
  return limit(addMonths(endDate, renewals * renewalMonths));
}

/** How an agreement stands on a day. */
export function agreementStanding(term: AgreementTerm, today: string): AgreementStanding {
  if (term.terminatedDate !== null && term.terminatedDate <= today) return 'terminated';
  if (term.startDate > today) return 'coming';
  const end = currentEnd(term, today);
  if (end === null) return 'active';
  if (end < today) return 'ended';
  if (daysUntil(today, end) > AGREEMENT_NOTICE_DAYS) return 'active';
  return term.renewalMonths > 0 && end !== term.terminatedDate ? 'renewing' : 'ending';
}

/** Whether an agreement binds on a day. */
export const isInForce = (standing: AgreementStanding): boolean =>
  standing === 'active' || standing === 'ending' || standing === 'renewing';

/** How an obligation or a promise stands on a day. A day is late only when it is over. */
export function dutyStanding(duty: { state: string; dueDate: string | null }, today: string): DutyStanding {
  if (duty.state === 'done') return 'done';
  if (duty.state === 'waived' || duty.state === 'cancelled') return 'waived';
  if (duty.dueDate === null) return 'open';
  const days = daysUntil(today, duty.dueDate);
  if (days < 0) return 'late';
  return days <= OBLIGATION_NOTICE_DAYS ? 'soon' : 'open';
}
