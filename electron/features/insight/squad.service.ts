import type { Kysely } from 'kysely';
import type { InsightReadiness, SquadMember } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { computeReadiness } from '#shared/domain/insight/readiness.ts';
import {
  abilityOf,
  adjustResults,
  PERIOD_DAYS,
  type AdjustedResults,
} from '#shared/domain/insight/results.ts';
import { spreadOf } from '#shared/domain/insight/spread.ts';
import { LEAST_TRIALS } from '#shared/domain/methods/forecast.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { found } from '../../router/refusal.ts';
import {
  listLastPresence,
  listPractisedCompetencies,
  listResults,
  listSections,
  listSectionSums,
  listSessionDays,
  listSquad,
  readCompetency,
  type SectionSum,
  type SquadStudent,
  type StandardPart,
} from './insight.repository.ts';

type Db = Kysely<Schema>;
type Answer = RouteOutput<'insight.squad'>;

/** Standard normal quantile of a two-sided 80 % interval. */
const Z80 = 1.2815515655446004;
const MOST_MONTHS = 18;
const REGULAR_DAYS = 56;
const LONG_IDLE_DAYS = 21;
/** Whoever came lately is found by the sessions of these days; only the others are looked for further back. */
const RECENT_PRESENCE_DAYS = 45;
/** Attempts that make a forecast possible. */
const DEEP_ATTEMPTS = LEAST_TRIALS + 4;
const CANDIDATES_PER_PLACE = 2;

const clamp = (value: number): number => Math.min(100, Math.max(0, value));

function toMember(
  student: SquadStudent,
  { adjusted, own }: { adjusted: AdjustedResults; own: AdjustedResults['results'] },
  presence: { last: string | null; today: string },
): SquadMember {
  const recent = own.filter((one) => adjusted.periodOf(one.date) === 0);
  const ability = abilityOf(adjusted, student.studentId);
  const mean = recent.reduce((sum, one) => sum + one.percent, 0) / Math.max(1, recent.length);
  return {
    studentId: student.studentId,
    surname: student.surname,
    givenName: student.givenName,
    attemptCount: own.length,
    rawPercent: recent.length > 0 ? mean : null,
    adjustedPercent: ability?.value ?? null,
    low: ability ? clamp(ability.value - Z80 * ability.standardError) : null,
    high: ability ? clamp(ability.value + Z80 * ability.standardError) : null,
    lastDate: presence.last,
    idleDays:
      presence.last === null ? null : Math.max(0, toDayNumber(presence.today) - toDayNumber(presence.last)),
  };
}

function distributionOf(adjusted: AdjustedResults): Answer['distribution'] {
  const months = Map.groupBy(adjusted.results, (one) => one.date.slice(0, 7));
  return [...months]
    .sort(([a], [b]) => a.localeCompare(b))
    .slice(-MOST_MONTHS)
    .map(([month, own]) => ({
      month,
      count: own.length,
      ...spreadOf(own.map((one) => one.percent)),
    }));
}

function practisedShares(parts: readonly StandardPart[], sums: readonly SectionSum[]): Answer['sections'] {
  const total = sums.reduce((sum, row) => sum + row.max, 0);
  return parts.map(({ number, name, weightHundredths }) => {
    const own = sums.reduce((sum, row) => sum + (row.section === number ? row.max : 0), 0);
    return { number, name, weightHundredths, practisedPercent: total > 0 ? (100 * own) / total : 0 };
  });
}

interface SquadFacts {
  members: SquadMember[];
  sections: Answer['sections'];
  days: readonly string[];
  teamSize: number;
  targetPercent: number | null;
}

function readinessOf(facts: SquadFacts): InsightReadiness {
  const abilities = facts.members
    .map((member) => member.adjustedPercent)
    .filter((value) => value !== null)
    .sort((a, b) => b - a);
  return computeReadiness({
    abilities: abilities.slice(0, facts.teamSize),
    targetPercent: facts.targetPercent,
    sections: facts.sections.map((section) => ({
      weight: section.weightHundredths,
      isPractised: section.practisedPercent > 0,
    })),
    weeksWithPractice: new Set(facts.days.map((day) => Math.floor(toDayNumber(day) / 7))).size,
    deepCandidates: facts.members.filter((member) => member.attemptCount >= DEEP_ATTEMPTS).length,
    wantedCandidates: CANDIDATES_PER_PLACE * facts.teamSize,
  });
}

/** Who of a squad stands where, how results spread, which sections are practised, how ready it is. */
export async function describeSquad(db: Db, competencyId: string, today: string): Promise<Answer> {
  const competency = found(await readCompetency(db, competencyId), 'competency');
  const adjusted = adjustResults(await listResults(db, competencyId));
  const squad = await listSquad(db, competencyId);
  const before = (days: number): string => fromDayNumber(toDayNumber(today) - days);
  const presence = await listLastPresence(db, competencyId, {
    studentIds: squad.map((student) => student.studentId),
    recentFrom: before(RECENT_PRESENCE_DAYS),
  });
  const byStudent = Map.groupBy(adjusted.results, (one) => one.studentId);
  const members = squad.map((student) =>
    toMember(
      student,
      { adjusted, own: byStudent.get(student.studentId) ?? [] },
      { last: presence.get(student.studentId) ?? null, today },
    ),
  );
  const sections = practisedShares(
    await listSections(db, competencyId),
    await listSectionSums(db, competencyId, before(PERIOD_DAYS)),
  );
  const days = await listSessionDays(db, competencyId, before(REGULAR_DAYS - 1));
  const facts = { members, sections, days, ...competency };
  return {
    members: members.sort((a, b) => (b.adjustedPercent ?? -1) - (a.adjustedPercent ?? -1)),
    distribution: distributionOf(adjusted),
    sections,
    readiness: readinessOf(facts),
    targetPercent: competency.targetPercent,
  };
}

/**
 * Readiness of every competency that has candidates, and the students who have not practised for three weeks.
 * @param squadOf figures of a squad, computed or remembered
 */
export async function describeCollege(
  db: Db,
  squadOf: (competencyId: string) => Promise<Answer>,
): Promise<RouteOutput<'insight.college'>> {
  const squads = Map.groupBy(await listSquad(db), (student) => student.competencyId);
  const practised = new Set(await listPractisedCompetencies(db));
  const competencies: RouteOutput<'insight.college'>['competencies'] = [];
  const idle: RouteOutput<'insight.college'>['idle'] = [];
  for (const [competencyId, squad] of squads) {
    if (!practised.has(competencyId)) continue;
    const { members, readiness } = await squadOf(competencyId);
    competencies.push({ competencyId, readiness, candidateCount: squad.length });
    for (const { studentId, surname, givenName, idleDays } of members) {
      if (idleDays === null || idleDays > LONG_IDLE_DAYS)
        idle.push({ studentId, competencyId, surname, givenName, idleDays });
    }
  }
  return { competencies, idle: idle.sort((a, b) => (b.idleDays ?? 9999) - (a.idleDays ?? 9999)) };
}
