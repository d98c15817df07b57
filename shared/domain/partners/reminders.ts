import type { AgreementRow, VisitRow } from '../../contract/partnerRecords.ts';
import type { PartnerReminder } from '../../contract/partners.ts';
import {
  AGREEMENT_NOTICE_DAYS,
  agreementStanding,
  currentEnd,
  daysUntil,
  dutyStanding,
} from './agreements.ts';

type Bare = Omit<PartnerReminder, 'daysLeft'>;

const titleOf = (agreement: AgreementRow): string =>
  agreement.number === '' ? agreement.subject : `${agreement.number} · ${agreement.subject}`;

function ofAgreement(agreement: AgreementRow, today: string): Bare[] {
  const standing = agreementStanding(agreement, today);
  const end = currentEnd(agreement, today);
  if (end === null) return [];
  const kinds = { ending: 'agreement_ends', renewing: 'agreement_renews', ended: 'agreement_ended' } as const;
  if (standing !== 'ending' && standing !== 'renewing' && standing !== 'ended') return [];
  // What ended long ago asks for nothing any more.
  if (standing === 'ended' && daysUntil(end, today) > AGREEMENT_NOTICE_DAYS) return [];
  const { id, partnerId, partnerName } = agreement;
  return [{ kind: kinds[standing], rowId: id, partnerId, partnerName, title: titleOf(agreement), date: end }];
}

function ofObligations(agreement: AgreementRow, today: string): Bare[] {
  const { partnerId, partnerName } = agreement;
  return agreement.obligations.flatMap((obligation): Bare[] => {
    const standing = dutyStanding(obligation, today);
    if (obligation.dueDate === null || (standing !== 'soon' && standing !== 'late')) return [];
    const { id, what, dueDate } = obligation;
    return [{ kind: 'obligation', rowId: id, partnerId, partnerName, title: what, date: dueDate }];
  });
}

function ofVisit(visit: VisitRow, today: string): Bare[] {
  if (visit.state !== 'planned' || visit.date >= today) return [];
  const { id, partnerId, partnerName, subject, date } = visit;
  return [{ kind: 'visit_report', rowId: id, partnerId, partnerName, title: subject, date }];
}

/**
 * What asks for attention: agreements within two months of their end (or ended within two months), obligations due
 * within two weeks or late, visits that were to be held and of which nothing is written. What is most late comes first.
 */
export function listReminders(
  agreements: readonly AgreementRow[],
  visits: readonly VisitRow[],
  today: string,
): PartnerReminder[] {
  const all = [
    ...agreements.flatMap((one) => [...ofAgreement(one, today), ...ofObligations(one, today)]),
    ...visits.flatMap((one) => ofVisit(one, today)),
  ];
  return all
    .map((one) => ({ ...one, daysLeft: daysUntil(today, one.date) }))
    .toSorted((a, b) => a.daysLeft - b.daysLeft || a.rowId.localeCompare(b.rowId));
}
