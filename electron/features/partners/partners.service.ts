import type {
  AgreementInput,
  ContributionInput,
  IndustryInput,
  InternshipInput,
  ObligationInput,
  PartnerInput,
  VisitInput,
} from '#shared/contract/partnerRecords.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import { saveRow } from '../../database/changes/save.ts';
import type { Work } from '../../database/changes/work.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import { exist, getPartner, listObligationIds, listOwned } from './partners.repository.ts';

type Changed<T> = T & { id?: string | undefined };

/** @throws Refusal `plan_dates`, when the last day lies before the first */
function assertOrder(from: string, to: string | null): void {
  if (to !== null && to < from) throw new Refusal('plan_dates', 'the end lies before the start');
}

/** Adds or changes a partner. @returns the id @throws Refusal `not_found` */
export async function savePartner(work: Work, { id, ...input }: Changed<PartnerInput>): Promise<string> {
  assertFound(await exist(work.db, 'competencies', input.competencyIds), 'competency');
  const contacts = input.contacts.flatMap(({ name, phone }) => [name, phone]);
  const fields = {
    name: input.name,
    sector: input.sector,
    region: input.region,
    address: input.address,
    bin: input.bin,
    website: input.website,
    state: input.state,
    contacts_json: JSON.stringify(input.contacts),
    competency_ids_json: JSON.stringify(input.competencyIds),
    notes: input.notes,
    search_text: foldForSearch(input.name, input.region, input.bin, ...contacts),
  };
  return found(await saveRow(work, 'partners', id, fields), 'partner');
}

/** Deletes a partner with all that hangs on it. @throws Refusal `not_found` */
export async function removePartner(work: Work, id: string): Promise<void> {
  found(await getPartner(work.db, id), 'partner');
  for (const row of await listOwned(work.db, id)) await work.remove(row.entity, row.id);
  await work.remove('partners', id);
}

/** Adds or changes an agreement. @returns the id @throws Refusal `not_found`, `plan_dates`, `third_party_missing` */
export async function saveAgreement(work: Work, { id, ...input }: Changed<AgreementInput>): Promise<string> {
  assertOrder(input.startDate, input.endDate);
  if (input.kind === 'three_sided' && input.thirdParty === '') {
    throw new Refusal('third_party_missing', 'nobody is named as the third side');
  }
  assertFound(await exist(work.db, 'partners', [input.partnerId]), 'partner');
  assertFound(await exist(work.db, 'visits', [input.visitId]), 'visit');
  const fields = {
    partner_id: input.partnerId,
    kind: input.kind,
    third_party: input.thirdParty,
    number: input.number,
    subject: input.subject,
    college_signatory: input.collegeSignatory,
    partner_signatory: input.partnerSignatory,
    third_signatory: input.thirdSignatory,
    start_date: input.startDate,
    end_date: input.endDate,
    renewal_months: input.renewalMonths,
    terminated_date: input.terminatedDate,
    visit_id: input.visitId,
    notes: input.notes,
    search_text: foldForSearch(input.number, input.subject, input.thirdParty, input.partnerSignatory),
  };
  return found(await saveRow(work, 'agreements', id, fields), 'agreement');
}

/** Deletes an agreement and its obligations. @throws Refusal `not_found` */
export async function removeAgreement(work: Work, id: string): Promise<void> {
  for (const obligationId of await listObligationIds(work.db, id))
    await work.remove('obligations', obligationId);
  assertFound(await work.remove('agreements', id), 'agreement');
}

/** Adds or changes an obligation. @returns the id @throws Refusal `not_found` */
export async function saveObligation(
  work: Work,
  { id, ...input }: Changed<ObligationInput>,
): Promise<string> {
  assertFound(await exist(work.db, 'agreements', [input.agreementId]), 'agreement');
  assertFound(await exist(work.db, 'experts', [input.responsibleId]), 'expert');
  const fields = {
    agreement_id: input.agreementId,
    side: input.side,
    what: input.what,
    due_date: input.dueDate,
    responsible_id: input.responsibleId,
    responsible: input.responsible,
    state: input.state,
    done_date: input.doneDate,
    notes: input.notes,
  };
  return found(await saveRow(work, 'obligations', id, fields), 'obligation');
}

/** Adds or changes what a partner gave. @returns the id @throws Refusal `not_found` */
export async function saveContribution(
  work: Work,
  { id, ...input }: Changed<ContributionInput>,
): Promise<string> {
  assertFound(await exist(work.db, 'partners', [input.partnerId]), 'partner');
  assertFound(await exist(work.db, 'agreements', [input.agreementId]), 'agreement');
  assertFound(await exist(work.db, 'visits', [input.visitId]), 'visit');
  assertFound(await exist(work.db, 'competencies', [input.competencyId]), 'competency');
  const fields = {
    partner_id: input.partnerId,
    kind: input.kind,
    date: input.date,
    what: input.what,
    quantity: input.quantity,
    value_tenge: input.valueTenge,
    competency_id: input.competencyId,
    agreement_id: input.agreementId,
    visit_id: input.visitId,
    notes: input.notes,
  };
  return found(await saveRow(work, 'contributions', id, fields), 'contribution');
}

/** Adds or changes a visit. @returns the id @throws Refusal `not_found` */
export async function saveVisit(work: Work, { id, ...input }: Changed<VisitInput>): Promise<string> {
  assertFound(await exist(work.db, 'partners', [input.partnerId]), 'partner');
  assertFound(await exist(work.db, 'competencies', input.competencyIds), 'competency');
  assertFound(await exist(work.db, 'students', input.studentIds), 'student');
  assertFound(await exist(work.db, 'experts', input.expertIds), 'expert');
  const fields = {
    partner_id: input.partnerId,
    direction: input.direction,
    date: input.date,
    start_time: input.startTime,
    duration_minutes: input.durationMinutes,
    place: input.place,
    subject: input.subject,
    state: input.state,
    programme_json: JSON.stringify(input.programme),
    delegation_json: JSON.stringify(input.delegation),
    workshops_json: JSON.stringify(input.workshops),
    competency_ids_json: JSON.stringify(input.competencyIds),
    student_ids_json: JSON.stringify(input.studentIds),
    expert_ids_json: JSON.stringify(input.expertIds),
    said: input.said,
    outcome: input.outcome,
    search_text: foldForSearch(
      input.subject,
      input.place,
      ...input.workshops,
      ...input.delegation.map(({ name }) => name),
    ),
  };
  return found(await saveRow(work, 'visits', id, fields), 'visit');
}

/** Adds or changes a mentor or judge of a partner. @returns the id @throws Refusal `not_found`, `plan_dates` */
export async function savePerson(work: Work, { id, ...input }: Changed<IndustryInput>): Promise<string> {
  for (const { fromDate, toDate } of input.availability) assertOrder(fromDate, toDate);
  assertFound(await exist(work.db, 'partners', [input.partnerId]), 'partner');
  assertFound(await exist(work.db, 'experts', [input.expertId]), 'expert');
  assertFound(await exist(work.db, 'competencies', input.competencyIds), 'competency');
  const fields = {
    partner_id: input.partnerId,
    expert_id: input.expertId,
    role: input.role,
    competency_ids_json: JSON.stringify(input.competencyIds),
    availability_json: JSON.stringify(input.availability),
    notes: input.notes,
  };
  return found(await saveRow(work, 'industry_people', id, fields), 'person');
}

/** Adds or changes an internship. @returns the id @throws Refusal `not_found`, `plan_dates` */
export async function saveInternship(
  work: Work,
  { id, ...input }: Changed<InternshipInput>,
): Promise<string> {
  assertOrder(input.startDate, input.endDate);
  assertFound(await exist(work.db, 'students', [input.studentId]), 'student');
  assertFound(await exist(work.db, 'partners', [input.partnerId]), 'partner');
  assertFound(await exist(work.db, 'experts', [input.mentorId]), 'expert');
  assertFound(await exist(work.db, 'competencies', [input.competencyId]), 'competency');
  const fields = {
    student_id: input.studentId,
    partner_id: input.partnerId,
    competency_id: input.competencyId,
    mentor_id: input.mentorId,
    mentor: input.mentor,
    start_date: input.startDate,
    end_date: input.endDate,
    place: input.place,
    weekly_minutes: input.weeklyMinutes,
    done_minutes: input.doneMinutes,
    state: input.state,
    tasks: input.tasks,
    sections_json: JSON.stringify(input.sections),
    conclusion: input.conclusion,
  };
  return found(await saveRow(work, 'internships', id, fields), 'internship');
}
