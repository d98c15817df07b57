import type { Kysely } from 'kysely';
import type { ProgressChart, ProgressHeadline, SectionProfile } from '#shared/contract/progress.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { reducePoints } from '#shared/domain/progress/reducePoints.ts';
import {
  fromDayNumber,
  smoothEnd,
  smoothLine,
  toDayNumber,
  type Observation,
} from '#shared/domain/progress/smoothing.ts';
import type { Schema } from '../../database/schema.ts';
import {
  countRows,
  countSquads,
  listLastSessions,
  listLatestMeans,
  listMonthly,
  listPercents,
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

/** How far the line moved over its last 30 days; null when it does not reach back so far. */
function changeOver(line: readonly Observation[], days: number): number | null {
  const last = line.at(-1);
  if (!last) return null;
  const before = line.findLast((point) => point.day <= last.day - days);
  return before ? last.value - before.value : null;
}

/** The section that costs most: share of its weight that is lost. */
function findWeakest(sections: readonly SectionProfile[]): ProgressHeadline['weakestSection'] {
  const loss = (section: SectionProfile): number =>
    section.percent === null ? -1 : (section.weightHundredths * (100 - section.percent)) / 100;
  const weakest = sections.reduce<SectionProfile | null>(
    (worst, section) => (loss(section) > (worst ? loss(worst) : 0) ? section : worst),
    null,
  );
  if (!weakest || weakest.percent === null) return null;
  return { number: weakest.number, name: weakest.name, percent: weakest.percent };
}

async function buildChart(
  db: Db,
  filter: ProgressFilter,
): Promise<{ chart: ProgressChart; attempts: AttemptPercent[] }> {
  const attempts = await listPercents(db, filter);
  const shown = reducePoints(attempts, MOST_POINTS, (attempt) => attempt.percent);
  const sections = await listSectionProfile(db, filter);
  const line = smoothLine(toObservations(attempts));
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
      changeOver30Days: changeOver(line, CHANGE_DAYS),
      weakestSection: findWeakest(sections),
    },
  };
  return { chart, attempts };
}

/** A student's practice in a competency. */
export async function describeStudent(db: Db, filter: ProgressFilter): Promise<ProgressChart> {
  return (await buildChart(db, filter)).chart;
}

/** The practice of all in a competency, and where each student stands: the squad, and those who practised with it. */
export async function describeSquad(db: Db, filter: ProgressFilter): Promise<RouteOutput<'progress.squad'>> {
  const { chart, attempts } = await buildChart(db, filter);
  const own = Map.groupBy(attempts, (attempt) => attempt.studentId);
  const squad = await listSquadStudentIds(db, filter.competencyId);
  const ids = [...new Set([...squad, ...own.keys()])];
  const names = await readNames(db, ids);
  const students = ids.map((studentId) => {
    const practised = own.get(studentId) ?? [];
    return {
      studentId,
      surname: names.get(studentId)?.surname ?? '',
      givenName: names.get(studentId)?.givenName ?? '',
      attemptCount: practised.length,
      latestPercent: practised.at(-1)?.percent ?? null,
      trendPercent: smoothEnd(toObservations(practised)),
      lastDate: practised.at(-1)?.date ?? null,
    };
  });
  return { ...chart, students };
}

/** The college at a glance: competencies that have a squad or practice. */
export async function describeCollege(db: Db): Promise<RouteOutput<'progress.overview'>> {
  const squads = await countSquads(db);
  const monthly = await listMonthly(db);
  const means = await listLatestMeans(db);
  const lastSessions = await listLastSessions(db);
  const targets = await listTargets(db);
  const ids = [...new Set([...squads.keys(), ...lastSessions.keys()])];
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
