import type { Kysely } from 'kysely';
import type { EventRow } from '#shared/contract/developmentEvents.ts';
import type {
  AgreementRow,
  ContributionRow,
  InternshipRow,
  IndustryRow,
  PartnerRow,
  VisitRow,
} from '#shared/contract/partnerRecords.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { agreementStanding, isInForce } from '#shared/domain/partners/agreements.ts';
import { internshipMinutesBetween, partnerFigures } from '#shared/domain/partners/figures.ts';
import { listMonths, summarizeCompetencies, summarizeEvents } from '#shared/domain/reports/year.ts';
import type { Schema } from '../../database/schema/schema.ts';
import {
  countAwards,
  countBase,
  countCandidates,
  countPeople,
  listChampionships,
  listPercents,
  listSessions,
  type ReportSpan,
} from './reports.repository.ts';

type Db = Kysely<Schema>;
type Year = RouteOutput<'reports.year'>;

/** What other features know and pass in. */
export interface YearSources {
  readPartners(db: Db): Promise<{
    partners: readonly PartnerRow[];
    agreements: readonly AgreementRow[];
    contributions: readonly ContributionRow[];
    visits: readonly VisitRow[];
    people: readonly IndustryRow[];
    internships: readonly InternshipRow[];
  }>;
  readEvents(
    db: Db,
  ): Promise<{ events: readonly EventRow[]; presences: readonly { eventId: string; studentId: string }[] }>;
  /** How ready the base is for the squads. */
  readReadiness(db: Db, today: string): Promise<readonly (Readiness & { listId: string | null })[]>;
}

type Readiness = Year['base']['readiness'][number];

/** Competencies with a list that counts, the least ready first. */
function describeReadiness(
  all: readonly (Readiness & { listId: string | null })[],
): Year['base']['readiness'] {
  return all
    .filter((one) => one.listId !== null)
    .map(({ competencyId, readinessHundredths, items, complete, missing, broken, costTiyn }) => ({
      competencyId,
      readinessHundredths,
      items,
      complete,
      missing,
      broken,
      costTiyn,
    }))
    .toSorted((a, b) => (a.readinessHundredths ?? 10_001) - (b.readinessHundredths ?? 10_001));
}

const isIn = (date: string, span: ReportSpan): boolean => date >= span.from && date <= span.to;

function describePartners(
  all: Awaited<ReturnType<YearSources['readPartners']>>,
  span: ReportSpan,
  today: string,
): Year['partners'] {
  const contributions = all.contributions.filter((one) => isIn(one.date, span));
  const internships = all.internships.filter((one) => one.startDate <= span.to && one.endDate >= span.from);
  const visits = all.visits.filter((one) => one.state === 'held' && isIn(one.date, span));
  const day = today < span.to ? today : span.to;
  // Hours of the span that passed: what an internship still has to come is no help yet.
  const minutesOf = (one: InternshipRow): number =>
    internshipMinutesBetween(one, { from: span.from, to: day });
  const named = all.partners.map(({ id, name }) => ({
    id,
    name,
    figures: partnerFigures(
      contributions.filter((one) => one.partnerId === id),
      internships.filter((one) => one.partnerId === id),
      all.people.filter((one) => one.partnerId === id),
      minutesOf,
    ),
  }));
  return {
    activeCount: all.partners.filter((one) => one.state === 'active').length,
    agreementCount: all.agreements.filter((one) => isInForce(agreementStanding(one, day))).length,
    signedCount: all.agreements.filter((one) => isIn(one.startDate, span)).length,
    visitsIn: visits.filter((one) => one.direction === 'to_college').length,
    visitsOut: visits.filter((one) => one.direction === 'to_partner').length,
    figures: partnerFigures(contributions, internships, all.people, minutesOf),
    named,
  };
}

/** What a year came to. */
export async function describeYear(
  db: Db,
  sources: YearSources,
  { today, ...span }: ReportSpan & { today: string },
): Promise<Year> {
  const sessions = await listSessions(db, span);
  const candidates = await countCandidates(db);
  const { students, experts } = await countPeople(db);
  const partners = await sources.readPartners(db);
  const { events, presences } = await sources.readEvents(db);
  const held = events.filter((one) => one.state === 'held' && isIn(one.date, span));
  const visits = partners.visits.filter((one) => one.state === 'held' && isIn(one.date, span));
  return {
    people: { students, experts, candidates: candidates.students },
    competencies: summarizeCompetencies(candidates.byCompetency, sessions, await listPercents(db, span)),
    months: listMonths(span, { sessions, events: held, visits }),
    championships: await listChampionships(db, span),
    awards: await countAwards(db, span),
    base: {
      ...(await countBase(db)),
      readiness: describeReadiness(await sources.readReadiness(db, today)),
    },
    partners: describePartners(partners, span, today),
    events: summarizeEvents(held, presences),
  };
}
