import type { Kysely } from 'kysely';
import type { AgreementRow, IndustryRow, VisitRow } from '#shared/contract/partnerRecords.ts';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import { agreementStanding, currentEnd } from '#shared/domain/partners/agreements.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listIndustryPeople } from './industry.repository.ts';
import { listAgreements, listInternships, listVisits, readNames } from './partners.repository.ts';

type Db = Kysely<Schema>;

const noPerson = { personId: null, personName: '' };
const allDay = { startTime: '', durationMinutes: 0 };

function agreementEntries(agreement: AgreementRow, today: string): AgendaEntry[] {
  const { id, partnerId, partnerName } = agreement;
  const shared = { partnerId, partnerName, place: '', competencyIds: [], ...allDay };
  const duties = agreement.obligations.flatMap((one): AgendaEntry[] =>
    one.dueDate === null || one.state === 'waived'
      ? []
      : [
          {
            ...shared,
            key: `obligation/${one.id}`,
            kind: 'obligation',
            rowId: partnerId,
            date: one.dueDate,
            endDate: one.dueDate,
            title: one.what,
            personId: one.responsibleId,
            personName: one.responsibleName,
            isDuty: true,
            isDone: one.state === 'done',
          },
        ],
  );
  const end = currentEnd(agreement, today);
  if (end === null) return duties;
  const standing = agreementStanding(agreement, today);
  const entry: AgendaEntry = {
    ...shared,
    ...noPerson,
    key: `agreement/${id}`,
    kind: 'agreement_end',
    rowId: partnerId,
    date: end,
    endDate: end,
    title: agreement.number === '' ? agreement.subject : `${agreement.number} · ${agreement.subject}`,
    isDuty: standing === 'ending',
    isDone: standing === 'ended' || standing === 'terminated',
  };
  return [...duties, entry];
}

function visitEntry(visit: VisitRow): AgendaEntry {
  const { id, date, startTime, durationMinutes, place, subject, partnerId, partnerName } = visit;
  return {
    key: `visit/${id}`,
    kind: 'visit',
    rowId: id,
    date,
    endDate: date,
    startTime,
    durationMinutes,
    place,
    title: subject,
    ...noPerson,
    competencyIds: visit.competencyIds,
    partnerId,
    partnerName,
    isDuty: visit.state === 'planned',
    isDone: visit.state === 'held',
  };
}

/** Days on which mentors and judges of partners can come. */
function availabilityEntries(person: IndustryRow): AgendaEntry[] {
  const { id, expertId, expertName, partnerId, partnerName, competencyIds } = person;
  return person.availability.map(({ fromDate, toDate }, index): AgendaEntry => ({
    key: `availability/${id}/${index}`,
    kind: 'availability',
    rowId: partnerId,
    date: fromDate,
    endDate: toDate,
    ...allDay,
    place: '',
    title: expertName,
    personId: expertId,
    personName: '',
    competencyIds,
    partnerId,
    partnerName,
    isDuty: false,
    isDone: false,
  }));
}

/** Everything of partners that has a date. */
export async function listPartnerDates(db: Db, today: string): Promise<AgendaEntry[]> {
  const names = await readNames(db);
  const agreements = await listAgreements(db, names);
  const visits = (await listVisits(db, names)).filter((one) => one.state !== 'cancelled');
  const internships = (await listInternships(db, names)).filter((one) => one.state !== 'cancelled');
  return [
    ...agreements.flatMap((one) => agreementEntries(one, today)),
    ...visits.map(visitEntry),
    ...(await listIndustryPeople(db, names)).flatMap(availabilityEntries),
    ...internships.map((one): AgendaEntry => ({
      key: `internship/${one.id}`,
      kind: 'internship',
      rowId: one.partnerId,
      date: one.startDate,
      endDate: one.endDate,
      ...allDay,
      place: one.place,
      title: one.studentName,
      personId: one.mentorId,
      personName: one.mentorName,
      competencyIds: one.competencyId === null ? [] : [one.competencyId],
      partnerId: one.partnerId,
      partnerName: one.partnerName,
      isDuty: false,
      isDone: one.state === 'done',
    })),
  ];
}
