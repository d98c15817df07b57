import type { Kysely, Selectable } from 'kysely';
import type {
  AgreementRow,
  ContributionRow,
  InternshipRow,
  ObligationRow,
  PartnerRow,
  VisitRow,
} from '#shared/contract/partnerRecords.ts';
import type {
  AgreementTable,
  ContributionTable,
  InternshipTable,
  ObligationTable,
  PartnerTable,
  VisitTable,
} from '../../database/schema/partners.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Names that rows of this feature are shown with. */
export interface Names {
  partners: ReadonlyMap<string, string>;
  students: ReadonlyMap<string, string>;
  experts: ReadonlyMap<string, string>;
}

const list = <T>(json: string): T[] => JSON.parse(json) as T[];

const toPartner = (row: Selectable<PartnerTable>): PartnerRow => ({
  id: row.id,
  name: row.name,
  sector: row.sector as PartnerRow['sector'],
  region: row.region,
  address: row.address,
  bin: row.bin,
  website: row.website,
  state: row.state as PartnerRow['state'],
  contacts: list(row.contacts_json),
  competencyIds: list(row.competency_ids_json),
  notes: row.notes,
  updatedAt: row.updated_at,
});

const toObligation = (row: Selectable<ObligationTable>, names: Names): ObligationRow => ({
  id: row.id,
  agreementId: row.agreement_id,
  side: row.side as ObligationRow['side'],
  what: row.what,
  dueDate: row.due_date,
  responsibleId: row.responsible_id,
  responsible: row.responsible,
  responsibleName: names.experts.get(row.responsible_id ?? '') ?? row.responsible,
  state: row.state as ObligationRow['state'],
  doneDate: row.done_date,
  notes: row.notes,
});

const toAgreement = (
  row: Selectable<AgreementTable>,
  obligations: ObligationRow[],
  names: Names,
): AgreementRow => ({
  id: row.id,
  partnerId: row.partner_id,
  partnerName: names.partners.get(row.partner_id) ?? '',
  kind: row.kind as AgreementRow['kind'],
  thirdParty: row.third_party,
  number: row.number,
  subject: row.subject,
  collegeSignatory: row.college_signatory,
  partnerSignatory: row.partner_signatory,
  thirdSignatory: row.third_signatory,
  startDate: row.start_date,
  endDate: row.end_date,
  renewalMonths: row.renewal_months,
  terminatedDate: row.terminated_date,
  visitId: row.visit_id,
  notes: row.notes,
  obligations,
});

const toContribution = (row: Selectable<ContributionTable>): ContributionRow => ({
  id: row.id,
  partnerId: row.partner_id,
  kind: row.kind as ContributionRow['kind'],
  date: row.date,
  what: row.what,
  quantity: row.quantity,
  valueTenge: row.value_tenge,
  competencyId: row.competency_id,
  agreementId: row.agreement_id,
  visitId: row.visit_id,
  notes: row.notes,
});

const toVisit = (row: Selectable<VisitTable>, names: Names): VisitRow => ({
  id: row.id,
  partnerId: row.partner_id,
  partnerName: names.partners.get(row.partner_id) ?? '',
  direction: row.direction as VisitRow['direction'],
  date: row.date,
  startTime: row.start_time,
  durationMinutes: row.duration_minutes,
  place: row.place,
  subject: row.subject,
  state: row.state as VisitRow['state'],
  programme: list(row.programme_json),
  delegation: list(row.delegation_json),
  workshops: list(row.workshops_json),
  competencyIds: list(row.competency_ids_json),
  studentIds: list(row.student_ids_json),
  expertIds: list(row.expert_ids_json),
  said: row.said,
  outcome: row.outcome,
});

const toInternship = (row: Selectable<InternshipTable>, names: Names): InternshipRow => ({
  id: row.id,
  studentId: row.student_id,
  studentName: names.students.get(row.student_id) ?? '',
  partnerId: row.partner_id,
  partnerName: names.partners.get(row.partner_id) ?? '',
  competencyId: row.competency_id,
  mentorId: row.mentor_id,
  mentor: row.mentor,
  mentorName: names.experts.get(row.mentor_id ?? '') ?? row.mentor,
  startDate: row.start_date,
  endDate: row.end_date,
  place: row.place,
  weeklyMinutes: row.weekly_minutes,
  doneMinutes: row.done_minutes,
  state: row.state as InternshipRow['state'],
  tasks: row.tasks,
  sections: list(row.sections_json),
  conclusion: row.conclusion,
});

async function peopleNames(db: Db, table: 'students' | 'experts'): Promise<Map<string, string>> {
  const rows = await db.selectFrom(table).select(['id', 'surname', 'given_name', 'patronymic']).execute();
  const name = (row: (typeof rows)[number]): string =>
    [row.surname, row.given_name, row.patronymic].filter((part) => part !== '').join(' ');
  return new Map(rows.map((row) => [row.id, name(row)]));
}

/** Names of partners, students and experts by id. */
export async function readNames(db: Db): Promise<Names> {
  const partners = await db.selectFrom('partners').select(['id', 'name']).execute();
  return {
    partners: new Map(partners.map((row) => [row.id, row.name])),
    students: await peopleNames(db, 'students'),
    experts: await peopleNames(db, 'experts'),
  };
}

/** All partners, the first entered first. Sorting is the page's: it knows the language. */
export async function listPartners(db: Db): Promise<PartnerRow[]> {
  const rows = await db
    .selectFrom('partners')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toPartner);
}

/** @returns undefined when there is none, or it is deleted */
export async function getPartner(db: Db, id: string): Promise<PartnerRow | undefined> {
  return (await listPartners(db)).find((one) => one.id === id);
}

/** Agreements with their obligations, the latest first. */
export async function listAgreements(db: Db, names: Names): Promise<AgreementRow[]> {
  const rows = await db
    .selectFrom('agreements')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('start_date', 'desc')
    .orderBy('id')
    .execute();
  const obligations = await db
    .selectFrom('obligations')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const own = Map.groupBy(obligations, (row) => row.agreement_id);
  return rows.map((row) =>
    toAgreement(
      row,
      (own.get(row.id) ?? []).map((one) => toObligation(one, names)),
      names,
    ),
  );
}

/** What partners gave, the latest first. */
export async function listContributions(db: Db): Promise<ContributionRow[]> {
  const rows = await db
    .selectFrom('contributions')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('date', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toContribution);
}

/** Visits and meetings, the latest first. */
export async function listVisits(db: Db, names: Names): Promise<VisitRow[]> {
  const rows = await db
    .selectFrom('visits')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('date', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => toVisit(row, names));
}

/** Internships, the latest first. */
export async function listInternships(db: Db, names: Names): Promise<InternshipRow[]> {
  const rows = await db
    .selectFrom('internships')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('start_date', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => toInternship(row, names));
}

/** What hangs on a partner: table and id of each row, children before parents. */
export async function listOwned(
  db: Db,
  partnerId: string,
): Promise<{ entity: 'obligations' | (typeof OWNED)[number]; id: string }[]> {
  const obligations = await db
    .selectFrom('obligations')
    .innerJoin('agreements', 'agreements.id', 'obligations.agreement_id')
    .select('obligations.id')
    .where('agreements.partner_id', '=', partnerId)
    .where('obligations.deleted_at', 'is', null)
    .execute();
  const owned: { entity: 'obligations' | (typeof OWNED)[number]; id: string }[] = obligations.map(
    ({ id }) => ({ entity: 'obligations', id }),
  );
  for (const entity of OWNED) {
    const rows = await db
      .selectFrom(entity)
      .select('id')
      .where('partner_id', '=', partnerId)
      .where('deleted_at', 'is', null)
      .execute();
    owned.push(...rows.map(({ id }) => ({ entity, id })));
  }
  return owned;
}

const OWNED = ['contributions', 'agreements', 'visits', 'industry_people', 'internships', 'tasks'] as const;

/** Obligations of an agreement that are not deleted. */
export async function listObligationIds(db: Db, agreementId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('obligations')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

type Referable = 'partners' | 'visits' | 'agreements' | 'students' | 'experts' | 'competencies';

/** Whether every one of these rows is there and not deleted; nulls ask for nothing. */
export async function exist(db: Db, table: Referable, ids: readonly (string | null)[]): Promise<boolean> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return true;
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', 'in', wanted)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.length === wanted.length;
}
