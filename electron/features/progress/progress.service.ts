import type { Kysely } from 'kysely';
import type { ProgressChart, ProgressHeadline, SectionProfile } from '#shared/contract/progress.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { reducePoints } from '#shared/domain/progress/reducePoints.ts';
import { findCostliest } from '#shared/domain/progress/sectionLoss.ts';
import {
  smoothEnd,
  smoothLine,
  smoothPercentAt,
  type Observation,
} from '#shared/domain/progress/smoothing.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listTeamMates, withTeamMates } from '../../database/teamAttempts.ts';
import {
  countRows,
  countSquads,
  listLastSessions,
  listLatestMeans,
  listMonthly,
  listPercents,
  listTeamAttempts,
  listSectionProfile,
  listSquadStudentIds,
  listTargets,
  readNames,
  readPoints,
  readTarget,
  type AttemptPercent,
  type ProgressFilter,
} from './progress.repository.ts';

type Db = Kysely<Schema>;

/** More points than this a chart cannot show apart. */
const MOST_POINTS = 500;
const MOST_MONTHS = 18;
const CHANGE_DAYS = 30;

/** One observation a day: the mean of its attempts, which weighs as many as they are. */
function toObservations(attempts: readonly AttemptPercent[]): Observation[] {
  const byDate = Map.groupBy(attempts, (attempt) => attempt.date);
  return [...byDate].map(([date, ofDay]) => ({
    day: toDayNumber(date),
    value: ofDay.reduce((sum, attempt) => sum + attempt.percent, 0) / ofDay.length,
    weight: ofDay.length,
  }));
}

/** How far the line moved over its last thirty days; null when the record does not reach back so far. */
function findChange(observations: readonly Observation[], line: readonly Observation[]): number | null {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last || last.day - first.day < CHANGE_DAYS) return null;
  return last.value - smoothPercentAt(observations, last.day - CHANGE_DAYS);
}

/** The section that costs most, as the headline tells it. */
function describeWeakest(sections: readonly SectionProfile[]): ProgressHeadline['weakestSection'] {
  const costliest = findCostliest(sections);
  if (!costliest || costliest.percent === null) return null;
  return { number: costliest.number, name: costliest.name, percent: costliest.percent };
}

async function buildChart(
  db: Db,
  filter: ProgressFilter,
): Promise<{ chart: ProgressChart; attempts: AttemptPercent[] }> {
  const attempts = await listPercents(db, filter);
  const shown = reducePoints(attempts, MOST_POINTS, (attempt) => attempt.percent);
  const sections = await listSectionProfile(db, filter);
  const observations = toObservations(attempts);
  const line = smoothLine(observations);
  const chart: ProgressChart = {
    points: await readPoints(
      db,
      shown.map((attempt) => attempt.attemptId),
    ),
    totalPoints: attempts.length,
    trend: line.map((point) => ({ date: fromDayNumber(point.day), percent: point.value })),
    targetPercent: await readTarget(db, filter.competencyId, filter.studentId),
    sections,
    headline: {
      attemptCount: attempts.length,
      latestPercent: attempts.at(-1)?.percent ?? null,
      bestPercent:
        attempts.length > 0 ? attempts.reduce((best, attempt) => Math.max(best, attempt.percent), 0) : null,
      changeOver30Days: findChange(observations, line),
      weakestSection: describeWeakest(sections),
    },
  };
  return { chart, attempts };
}

/** A student's practice in a competency. */
export async function describeStudent(db: Db, filter: ProgressFilter): Promise<ProgressChart> {
  const teamAttemptIds = filter.studentId ? await listTeamAttempts(db, filter.studentId) : [];
  return (await buildChart(db, { ...filter, teamAttemptIds })).chart;
}

type SquadStudent = RouteOutput<'progress.squad'>['students'][number];

/** Mean of what each candidate reached last; null when none of them was marked. */
function meanOfLatest(students: readonly SquadStudent[]): number | null {
  const latest = students.flatMap(({ standing, latestPercent }) =>
    standing === 'squad' && latestPercent !== null ? [latestPercent] : [],
  );
  return latest.length === 0 ? null : latest.reduce((sum, percent) => sum + percent, 0) / latest.length;
}

/** The practice of all in a competency, and where each student stands: the squad, and those who practised with it. */
export async function describeSquad(db: Db, filter: ProgressFilter): Promise<RouteOutput<'progress.squad'>> {
  const { chart, attempts } = await buildChart(db, filter);
  const own = Map.groupBy(withTeamMates(attempts, await listTeamMates(db)), (attempt) => attempt.studentId);
  const squad = new Set(await listSquadStudentIds(db, filter.competencyId));
  const ids = [...new Set([...squad, ...own.keys()])];
  const named = await readNames(db, ids);
  const students = ids.map((studentId): SquadStudent => {
    const practised = own.get(studentId) ?? [];
    const { surname = '', givenName = '', isRemoved = false } = named.get(studentId) ?? {};
    return {
      studentId,
      surname,
      givenName,
      standing: isRemoved ? 'removed' : squad.has(studentId) ? 'squad' : 'outside',
      attemptCount: practised.length,
      latestPercent: practised.at(-1)?.percent ?? null,
      trendPercent: smoothEnd(toObservations(practised)),
      lastDate: practised.at(-1)?.date ?? null,
    };
  });
  const latestPercent = meanOfLatest(students) ?? chart.headline.latestPercent;
  return { ...chart, headline: { ...chart.headline, latestPercent }, students };
}

/**
 * The college at a glance: competencies that have a squad or practice.
 * @param today `YYYY-MM-DD`: sessions after it are plans
 */
export async function describeCollege(db: Db, today: string): Promise<RouteOutput<'progress.overview'>> {
  const squads = await countSquads(db);
  const monthly = await listMonthly(db);
  const means = await listLatestMeans(db);
  const lastSessions = await listLastSessions(db, today);
  const targets = await listTargets(db);
  const ids = [...new Set([...squads.keys(), ...lastSessions.keys(), ...monthly.keys()])];
  return {
    studentCount: await countRows(db, 'students'),
    expertCount: await countRows(db, 'experts'),
    schemeCount: await countRows(db, 'schemes'),
    sessionCount: await countRows(db, 'sessions'),
    competencies: ids.map((competencyId) => {
      const months = monthly.get(competencyId) ?? [];
      return {
        competencyId,
        candidateCount: squads.get(competencyId) ?? 0,
        attemptCount: months.reduce((sum, month) => sum + month.count, 0),
        lastSessionDate: lastSessions.get(competencyId) ?? null,
        latestMeanPercent: means.get(competencyId) ?? null,
        targetPercent: targets.get(competencyId) ?? null,
        monthly: months.slice(-MOST_MONTHS).map(({ month, percent }) => ({ month, percent })),
      };
    }),
  };
}
