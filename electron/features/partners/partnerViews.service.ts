import type { Kysely } from 'kysely';
import type {
  AgreementRow,
  ContributionRow,
  IndustryRow,
  InternshipRow,
  PartnerRow,
  VisitRow,
} from '#shared/contract/partnerRecords.ts';
import type { FoundRecord, PartnerListRow } from '#shared/contract/partners.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import {
  agreementStanding,
  currentEnd,
  dutyStanding,
  isInForce,
} from '#shared/domain/partners/agreements.ts';
import { internshipMinutes, partnerFigures } from '#shared/domain/partners/figures.ts';
import { listReminders } from '#shared/domain/partners/reminders.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { found } from '../../router/refusal.ts';
import { listIndustryPeople } from './industry.repository.ts';
import {
  listAgreements,
  listContributions,
  listInternships,
  listPartners,
  listVisits,
  readNames,
  type Names,
} from './partners.repository.ts';
import { searchContributions, searchRecords } from './search.repository.ts';

type Db = Kysely<Schema>;

/** Tasks belong to another feature, which passes this in. */
export type ListTasks = (db: Db, filter: { partnerId?: string | undefined }) => Promise<TaskRow[]>;

const earliest = (days: readonly string[]): string | null => days.toSorted()[0] ?? null;

/** All that is kept of all partners, with the names it is shown with. */
export interface Partnership {
  partners: PartnerRow[];
  agreements: AgreementRow[];
  contributions: ContributionRow[];
  visits: VisitRow[];
  people: IndustryRow[];
  internships: InternshipRow[];
  names: Names;
}

/** Agreements, visits and the rest of all partners at once: a college has hundreds of them at most. */
export async function readPartnership(db: Db): Promise<Partnership> {
  const names = await readNames(db);
  return {
    partners: await listPartners(db),
    agreements: await listAgreements(db, names),
    contributions: await listContributions(db),
    visits: await listVisits(db, names),
    people: await listIndustryPeople(db, names),
    internships: await listInternships(db, names),
    names,
  };
}

function agreementFacts(
  agreements: readonly AgreementRow[],
  today: string,
): Pick<PartnerListRow, 'activeAgreements' | 'nextEndDate'> {
  const active = agreements.filter((one) => isInForce(agreementStanding(one, today)));
  const ends = active.flatMap((one) => currentEnd(one, today) ?? []);
  return { activeAgreements: active.length, nextEndDate: earliest(ends) };
}

function visitFacts(
  visits: readonly VisitRow[],
  today: string,
): Pick<PartnerListRow, 'lastVisitDate' | 'nextVisitDate'> {
  const held = visits.filter((one) => one.state === 'held').map((one) => one.date);
  const coming = visits.filter((one) => one.state === 'planned' && one.date >= today).map((one) => one.date);
  return { lastVisitDate: held.toSorted().at(-1) ?? null, nextVisitDate: earliest(coming) };
}

function listRow(all: Partnership, tasks: readonly TaskRow[], id: string, today: string) {
  const of = <T extends { partnerId: string | null }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.partnerId === id);
  const agreements = of(all.agreements);
  const duties = [...agreements.flatMap((one) => one.obligations), ...of(tasks)];
  return {
    figures: partnerFigures(of(all.contributions), of(all.internships), of(all.people)),
    ...agreementFacts(agreements, today),
    ...visitFacts(of(all.visits), today),
    overdueCount: duties.filter((one) => dutyStanding(one, today) === 'late').length,
  };
}

/** The list of partners with what a glance should tell, and what asks for attention. */
export async function describePartners(
  db: Db,
  listTasks: ListTasks,
  today: string,
): Promise<RouteOutput<'partners.list'>> {
  const all = await readPartnership(db);
  const tasks = await listTasks(db, {});
  return {
    partners: all.partners.map((partner) => ({ ...partner, ...listRow(all, tasks, partner.id, today) })),
    reminders: listReminders(all.agreements, all.visits, today),
  };
}

/** All that is known of a partner. @throws Refusal `not_found` */
export async function describePartner(
  db: Db,
  listTasks: ListTasks,
  { id, today }: { id: string; today: string },
): Promise<RouteOutput<'partners.get'>> {
  const all = await readPartnership(db);
  const partner = found(
    all.partners.find((one) => one.id === id),
    'partner',
  );
  const of = <T extends { partnerId: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.partnerId === id);
  const [agreements, contributions, visits] = [of(all.agreements), of(all.contributions), of(all.visits)];
  const [people, internships] = [of(all.people), of(all.internships)];
  return {
    partner,
    figures: partnerFigures(contributions, internships, people),
    agreements,
    contributions,
    visits,
    people,
    internships,
    tasks: await listTasks(db, { partnerId: id }),
    reminders: listReminders(agreements, visits, today),
  };
}

/** A visit and what followed from it. @throws Refusal `not_found` */
export async function describeVisit(
  db: Db,
  listTasks: ListTasks,
  id: string,
): Promise<RouteOutput<'partners.getVisit'>> {
  const names = await readNames(db);
  const visit = found(
    (await listVisits(db, names)).find((one) => one.id === id),
    'visit',
  );
  const agreements = (await listAgreements(db, names)).filter((one) => one.visitId === id);
  const agreementIds = new Set(agreements.map((one) => one.id));
  return {
    visit,
    tasks: (await listTasks(db, { partnerId: visit.partnerId })).filter((one) => one.visitId === id),
    agreements,
    // Help that an agreement of this visit brought belongs to the thread too.
    contributions: (await listContributions(db)).filter(
      (one) => one.visitId === id || (one.agreementId !== null && agreementIds.has(one.agreementId)),
    ),
    studentNames: visit.studentIds.map((one) => names.students.get(one) ?? ''),
    expertNames: visit.expertIds.map((one) => names.experts.get(one) ?? ''),
  };
}

/** Partners, agreements and visits that a search finds. */
export async function searchPartners(db: Db, text: string, limit: number): Promise<FoundRecord[]> {
  const options = { text, limit };
  const kinds = { partners: 'partner', agreements: 'agreement', visits: 'visit' } as const;
  const foundRows: FoundRecord[] = [];
  for (const table of ['partners', 'agreements', 'visits'] as const) {
    const rows = await searchRecords(db, table, options);
    foundRows.push(...rows.map((row) => ({ kind: kinds[table], ...row })));
  }
  const given = await searchContributions(db, options);
  foundRows.push(...given.map((row) => ({ kind: 'contribution' as const, ...row })));
  return foundRows.slice(0, limit);
}

/** Internships of a student for the portfolio, with their minutes. */
export async function listInternshipsOf(
  db: Db,
  studentId: string,
): Promise<RouteOutput<'events.portfolio'>['internships']> {
  const all = await listInternships(db, await readNames(db));
  return all
    .filter((one) => one.studentId === studentId && one.state !== 'cancelled')
    .map((one) => ({
      id: one.id,
      partnerName: one.partnerName,
      competencyId: one.competencyId,
      startDate: one.startDate,
      endDate: one.endDate,
      mentorName: one.mentorName,
      minutes: internshipMinutes(one),
      conclusion: one.conclusion,
    }));
}
