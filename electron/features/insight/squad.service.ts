import type { Kysely } from 'kysely';
import type { InsightReadiness, SquadMember } from '#shared/contract/insight.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { computeReadiness } from '#shared/domain/insight/readiness.ts';
import { PERIOD_DAYS, projectOf } from '#shared/domain/insight/results.ts';
import { groupByNumber, spreadsOf } from '#shared/domain/insight/spread.ts';
import { LEAST_TRIALS } from '#shared/domain/methods/forecast.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { found } from '../../router/refusal.ts';
import type { CompetencyDigest } from './competencyDigest.ts';
import {
  REGULAR_DAYS,
  type AdjustedResult,
  type CompetencyRecord,
  type PracticeResults,
} from './competencyRecord.ts';
import {
  listPractisedCompetencies,
  listSections,
  listSquad,
  readCompetencies,
  readCompetency,
  type CompetencyBasis,
  type SquadStudent,
  type StandardPart,
} from './insight.repository.ts';
import type { SectionSum } from './sectionSums.repository.ts';

type Db = Kysely<Schema>;
type Answer = RouteOutput<'insight.squad'>;

/** Standard normal quantile of a two-sided 80 % interval. */
const Z80 = 1.2815515655446004;
const MOST_GROUPS = 18;
/** Fewer results are no distribution. */
const LEAST_IN_GROUP = 3;
const LONG_IDLE_DAYS = 21;
/** Attempts that make a forecast possible. */
const DEEP_ATTEMPTS = LEAST_TRIALS + 4;
const CANDIDATES_PER_PLACE = 2;

const clamp = (value: number): number => Math.min(100, Math.max(0, value));

const idleDaysOf = (last: string | null, today: string): number | null =>
  last === null ? null : Math.max(0, toDayNumber(today) - toDayNumber(last));

function toMember(
  student: SquadStudent,
  { standings }: PracticeResults,
  presence: { last: string | null; today: string },
): SquadMember {
  const standing = standings.get(student.studentId);
  const ability = standing?.ability ?? null;
  return {
    studentId: student.studentId,
    surname: student.surname,
    givenName: student.givenName,
    attemptCount: standing?.attemptCount ?? 0,
    rawPercent: standing?.rawPercent ?? null,
    adjustedPercent: ability?.value ?? null,
    low: ability ? clamp(ability.value - Z80 * ability.standardError) : null,
    high: ability ? clamp(ability.value + Z80 * ability.standardError) : null,
    lastDate: presence.last,
    idleDays: idleDaysOf(presence.last, presence.today),
  };
}

type Distributions = Pick<Answer, 'distribution' | 'practices' | 'attempts'>;

const distributions = new WeakMap<PracticeResults, Distributions>();

/** Spread of the results by month, by practice and by attempt, computed once for the same results. */
function distributionsOf(practice: PracticeResults): Distributions {
  const known = distributions.get(practice) ?? {
    distribution: spreadByMonth(practice),
    practices: spreadByPractice(practice),
    attempts: spreadByAttempt(practice),
  };
  distributions.set(practice, known);
  return known;
}

const percentsOf = (results: readonly AdjustedResult[]): number[] => results.map((one) => one.percent);

function spreadByMonth({ adjusted }: PracticeResults): Answer['distribution'] {
  const months = Map.groupBy(adjusted.results, (one) => one.date.slice(0, 7));
  const values = new Map([...months].map(([month, own]) => [month, percentsOf(own)]));
  return spreadsOf(values, 1)
    .sort((a, b) => a.key.localeCompare(b.key))
    .slice(-MOST_GROUPS)
    .map(({ key: month, ...spread }) => ({ month, ...spread }));
}

/** One practice is one part of a scheme at one session: other parts are not comparable. */
function spreadByPractice({ adjusted }: PracticeResults): Answer['practices'] {
  const groups = Map.groupBy(adjusted.results, (one) => `${one.sessionId}/${projectOf(one)}`);
  const first = new Map([...groups].map(([key, own]) => [key, own[0]]));
  const values = new Map([...groups].map(([key, own]) => [key, percentsOf(own)]));
  return spreadsOf(values, LEAST_IN_GROUP)
    .slice(-MOST_GROUPS)
    .flatMap(({ key, ...spread }) => {
      const one = first.get(key);
      if (!one) return [];
      return [{ sessionId: one.sessionId, date: one.date, schemeTitle: one.schemeTitle, ...spread }];
    });
}

function spreadByAttempt({ byStudent }: PracticeResults): Answer['attempts'] {
  return spreadsOf(groupByNumber([...byStudent.values()].map(percentsOf)), LEAST_IN_GROUP)
    .slice(-MOST_GROUPS)
    .map(({ key: number, ...spread }) => ({ number, ...spread }));
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

/** What readiness needs of a squad. */
interface ReadinessOfSquad {
  members: readonly Pick<SquadMember, 'adjustedPercent' | 'attemptCount'>[];
  sections: readonly { weight: number; isPractised: boolean }[];
  days: readonly string[];
  teamSize: number;
  targetPercent: number | null;
}

function readinessOf(facts: ReadinessOfSquad): InsightReadiness {
  const abilities = facts.members
    .map((member) => member.adjustedPercent)
    .filter((value) => value !== null)
    .sort((a, b) => b - a);
  return computeReadiness({
    abilities: abilities.slice(0, facts.teamSize),
    targetPercent: facts.targetPercent,
    sections: facts.sections,
    weeksWithPractice: new Set(facts.days.map((day) => Math.floor(toDayNumber(day) / 7))).size,
    deepCandidates: facts.members.filter((member) => member.attemptCount >= DEEP_ATTEMPTS).length,
    wantedCandidates: CANDIDATES_PER_PLACE * facts.teamSize,
  });
}

/** The figures of a squad from its record. */
async function figuresOf(
  db: Db,
  { practice, around }: CompetencyRecord,
  { competencyId, squad }: { competencyId: string; squad: readonly SquadStudent[] },
): Promise<SquadFacts> {
  const competency = found(await readCompetency(db, competencyId), 'competency');
  const members = squad.map((student) =>
    toMember(student, practice, {
      last: around.presence.get(student.studentId) ?? null,
      today: around.today,
    }),
  );
  const sections = practisedShares(await listSections(db, competencyId), around.sums);
  return { members, sections, days: around.days, ...competency };
}

/** Who of a squad stands where, how results spread, which sections are practised, how ready it is. */
export async function describeSquad(
  db: Db,
  competencyId: string,
  recordOf: (competencyId: string) => Promise<CompetencyRecord>,
): Promise<Answer> {
  found(await readCompetency(db, competencyId), 'competency');
  const record = await recordOf(competencyId);
  const squad = await listSquad(db, competencyId);
  const facts = await figuresOf(db, record, { competencyId, squad });
  return {
    members: facts.members.sort((a, b) => (b.adjustedPercent ?? -1) - (a.adjustedPercent ?? -1)),
    ...distributionsOf(record.practice),
    sections: facts.sections,
    readiness: readinessOf({
      ...facts,
      sections: facts.sections.map((section) => ({
        weight: section.weightHundredths,
        isPractised: section.practisedPercent > 0,
      })),
    }),
    targetPercent: facts.targetPercent,
  };
}

/** Readiness of a competency by its digest. */
function readinessByDigest(
  { standings, days, sections }: CompetencyDigest,
  {
    competency,
    squad,
    today,
  }: { competency: CompetencyBasis; squad: readonly SquadStudent[]; today: string },
): InsightReadiness {
  const firstOfPeriod = fromDayNumber(toDayNumber(today) - PERIOD_DAYS);
  const firstRegular = fromDayNumber(toDayNumber(today) - REGULAR_DAYS + 1);
  return readinessOf({
    members: squad.map(({ studentId }) => {
      const standing = standings.get(studentId);
      return {
        attemptCount: standing?.attemptCount ?? 0,
        adjustedPercent: standing?.ability?.value ?? null,
      };
    }),
    sections: competency.sections.map(({ number, weightHundredths }) => ({
      weight: weightHundredths,
      isPractised: (sections.get(number) ?? '') >= firstOfPeriod,
    })),
    days: days.filter((day) => day >= firstRegular),
    teamSize: competency.teamSize,
    targetPercent: competency.targetPercent,
  });
}

/**
 * Readiness of every competency that has candidates, and the students who have not practised for three weeks.
 * @param digestsOf what dashboards need of some competencies
 */
export async function describeCollege(
  db: Db,
  today: string,
  digestsOf: (ids: readonly string[]) => Promise<CompetencyDigest[]>,
): Promise<RouteOutput<'insight.college'>> {
  const squads = Map.groupBy(await listSquad(db), (student) => student.competencyId);
  const practised = new Set(await listPractisedCompetencies(db));
  const known = await readCompetencies(db);
  const ids = [...squads.keys()].filter((id) => practised.has(id) && known.has(id));
  const digests = await digestsOf(ids);
  const competencies: RouteOutput<'insight.college'>['competencies'] = [];
  const idle: RouteOutput<'insight.college'>['idle'] = [];
  for (const [index, competencyId] of ids.entries()) {
    const squad = squads.get(competencyId) ?? [];
    const digest = digests[index];
    const competency = known.get(competencyId);
    if (!digest || !competency) continue;
    const readiness = readinessByDigest(digest, { competency, squad, today });
    competencies.push({ competencyId, readiness, candidateCount: squad.length });
    for (const { studentId, surname, givenName } of squad) {
      const idleDays = idleDaysOf(digest.presence.get(studentId) ?? null, today);
      if (idleDays === null || idleDays > LONG_IDLE_DAYS)
        idle.push({ studentId, competencyId, surname, givenName, idleDays });
    }
  }
  return { competencies, idle: idle.sort((a, b) => (b.idleDays ?? 9999) - (a.idleDays ?? 9999)) };
}
