import type { Kysely } from 'kysely';
import type { InsightPoint, SectionCost } from '#shared/contract/insight.ts';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import { chooseNextAction } from '#shared/domain/insight/nextAction.ts';
import { projectOf, type AdjustedResults } from '#shared/domain/insight/results.ts';
import type { IntervalLevel } from '#shared/domain/methods/conformal.ts';
import { forecastLearner } from '#shared/domain/methods/forecast.ts';
import { combinePrior } from '#shared/domain/methods/learningCurve.ts';
import { internshipMinutesUntil } from '#shared/domain/partners/figures.ts';
import { isAssumed } from '#shared/domain/partners/internshipDays.ts';
import { reducePoints } from '#shared/domain/progress/reducePoints.ts';
import { MOST_POINTS, describeLoad } from '#shared/domain/insight/studentLoad.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { found } from '../../router/refusal.ts';
import type { CompetencyRecord, PracticeResults } from './competencyRecord.ts';
import { attemptsUntil, describeForecast, forecastDay } from './forecasting.ts';
import {
  findChampionshipDay,
  findModuleOf,
  listPracticeMinutes,
  listSections,
  listSquad,
  readCompetency,
  type StandardPart,
} from './insight.repository.ts';
import { listSectionSums, listSquadSums, type SquadSum } from './sectionSums.repository.ts';
import { listOwnInternships, type OwnInternship } from './internships.repository.ts';

type Db = Kysely<Schema>;
type Answer = RouteOutput<'insight.student'>;
type OwnResult = AdjustedResults['results'][number];

/** Practice that sections are judged by: older marks are of another person. */
const SECTION_DAYS = 180;

/** Contract's percent to a share. */
export const toLevel = (percent: 80 | 90 | 95): IntervalLevel =>
  percent === 80 ? 0.8 : percent === 90 ? 0.9 : 0.95;

const knownTimes = new WeakMap<readonly OwnResult[], ReadonlyMap<string, number>>();

/** Mean minutes of the squad at each part, computed once for the same results. */
function meanTimes(results: readonly OwnResult[]): ReadonlyMap<string, number> {
  const means = knownTimes.get(results) ?? computeTimes(results);
  knownTimes.set(results, means);
  return means;
}

function computeTimes(results: readonly OwnResult[]): ReadonlyMap<string, number> {
  const timed = results.filter((one) => one.durationMinutes !== null);
  return new Map(
    [...Map.groupBy(timed, projectOf)].map(([key, own]) => [
      key,
      own.reduce((sum, one) => sum + (one.durationMinutes ?? 0), 0) / own.length,
    ]),
  );
}

function paceOf(one: OwnResult, means: ReadonlyMap<string, number>): number | null {
  const mean = means.get(projectOf(one)) ?? 0;
  return one.durationMinutes === null || mean <= 0 ? null : (100 * one.durationMinutes) / mean;
}

const toPoint = (one: OwnResult, means: ReadonlyMap<string, number>): InsightPoint => ({
  attemptId: one.attemptId,
  sessionId: one.sessionId,
  date: one.date,
  percent: one.percent,
  adjustedPercent: one.adjustedPercent,
  durationMinutes: one.durationMinutes,
  pacePercent: paceOf(one, means),
  markHundredths: one.markHundredths,
  markedMaxHundredths: one.markedMaxHundredths,
  schemeTitle: one.schemeTitle,
  isWholeScheme: one.scope === null,
});

const percentOf = ({ mark, max }: SquadSum): number | null => (max > 0 ? (100 * mark) / max : null);

/** What sections cost a student, beside the others of the squad. */
function costOf(
  sections: readonly StandardPart[],
  own: ReadonlyMap<number, SquadSum>,
  squad: ReadonlyMap<number, SquadSum>,
): SectionCost[] {
  const nothing = { mark: 0, max: 0 };
  return sections.map((section) => {
    const mine = own.get(section.number) ?? nothing;
    const all = squad.get(section.number) ?? nothing;
    const percent = percentOf(mine);
    const lost = percent === null ? 0 : (section.weightHundredths * (100 - percent)) / 100;
    return {
      ...section,
      percent,
      squadPercent: percentOf({ mark: all.mark - mine.mark, max: all.max - mine.max }),
      costHundredths: Math.round(lost),
    };
  });
}

/** The largest by a measure, told as a personal best. */
function bestBy(own: readonly OwnResult[], valueOf: (one: OwnResult) => number): Answer['bests']['percent'] {
  const best = own.reduce<OwnResult | null>(
    (kept, one) => (kept === null || valueOf(one) > valueOf(kept) ? one : kept),
    null,
  );
  if (!best) return null;
  const { attemptId, sessionId, date, schemeTitle } = best;
  return { attemptId, sessionId, date, schemeTitle, value: Math.abs(valueOf(best)) };
}

/** A quick run counts as a best only when it was no worse than the student usually is. */
function bestsOf(own: readonly OwnResult[]): Answer['bests'] {
  const whole = own.filter((one) => one.scope === null);
  const mean = own.reduce((sum, one) => sum + one.percent, 0) / Math.max(1, own.length);
  const timed = whole.filter((one) => one.durationMinutes !== null && one.percent >= mean);
  return {
    percent: bestBy(own, (one) => one.percent),
    wholeScheme: bestBy(whole, (one) => one.percent),
    fastest: bestBy(timed, (one) => -(one.durationMinutes ?? 0)),
  };
}

function daysSince(dates: readonly string[], today: string): number | null {
  const last = dates.reduce<string | null>((latest, date) => (latest && latest > date ? latest : date), null);
  return last === null ? null : Math.max(0, toDayNumber(today) - toDayNumber(last));
}

/** What the others of the squad have in common, without the student's own record. */
function priorOf({ curves }: PracticeResults, studentId: string) {
  const others = [...curves].filter(([id]) => id !== studentId).map(([, curve]) => curve);
  return combinePrior(others.filter((curve) => curve !== null));
}

/** What is read of a student before anything is computed. */
async function readStudent(
  db: Db,
  { today, recordOf, ...input }: ParsedInput<'insight.student'> & StudentTools,
) {
  const { studentId, competencyId } = input;
  const competency = found(await readCompetency(db, competencyId), 'competency');
  const squad = await listSquad(db, competencyId);
  const own = squad.find((one) => one.studentId === studentId);
  const championshipDay = await findChampionshipDay(db, competencyId, today);
  return {
    practice: (await recordOf(competencyId)).practice,
    targetPercent: own?.targetPercent ?? competency.targetPercent,
    championshipDay,
    day: forecastDay(input.day, championshipDay, today),
    minutes: await listPracticeMinutes(db, studentId, competencyId),
    internships: await listOwnInternships(db, { studentId, competencyId, today }),
  };
}

type SquadSums = ReadonlyMap<number, SquadSum>;
const knownSums = new WeakMap<PracticeResults, Map<string, Promise<SquadSums>>>();

/** Marks of the squad per section since a day, read once for the same results. */
async function readSquadSums(
  db: Db,
  practice: PracticeResults,
  { competencyId, from }: { competencyId: string; from: string },
): Promise<SquadSums> {
  const known = knownSums.get(practice) ?? new Map<string, Promise<SquadSums>>();
  knownSums.set(practice, known);
  const made = known.get(from) ?? listSquadSums(db, competencyId, from);
  known.set(from, made);
  // A failure is not kept.
  made.catch(() => known.delete(from));
  return made;
}

async function readSections(
  db: Db,
  { competencyId, studentId }: ParsedInput<'insight.student'>,
  { last, practice }: { last: string; practice: PracticeResults },
): Promise<SectionCost[]> {
  const from = fromDayNumber(toDayNumber(last) - SECTION_DAYS);
  const sums = await listSectionSums(db, competencyId, { from, studentIds: [studentId] });
  const own = new Map(sums.map((sum) => [sum.section, sum]));
  const squad = await readSquadSums(db, practice, { competencyId, from });
  return costOf(await listSections(db, competencyId), own, squad);
}

const EMPTY = new Map<number, { code: string; name: string }>();

function describeInternship(one: OwnInternship, today: string): Answer['internships'][number] {
  const { weeklyMinutes: _, doneMinutes: __, ...rest } = one;
  return { ...rest, minutes: internshipMinutesUntil(one, today), isAssumed: isAssumed(one) };
}

/** What a student's figures are made with. `recordOf`: what was practised in a competency. */
interface StudentTools {
  today: string;
  recordOf: (competencyId: string) => Promise<CompetencyRecord>;
}

/** All that the page of one student's progress shows. @throws Refusal `not_found` */
export async function describeStudent(
  db: Db,
  input: ParsedInput<'insight.student'>,
  tools: StudentTools,
): Promise<Answer> {
  const { today } = tools;
  const read = await readStudent(db, { ...input, ...tools });
  const { practice, targetPercent, championshipDay, day, minutes, internships } = read;
  const { adjusted } = practice;
  const own = practice.byStudent.get(input.studentId) ?? [];
  const latest = own.at(-1);
  const means = meanTimes(adjusted.results);
  const ownSeries = practice.series.get(input.studentId);
  const forecast = forecastLearner(ownSeries?.values ?? [], {
    ahead: ownSeries ? attemptsUntil(ownSeries, day) : 1,
    level: toLevel(input.level),
    prior: priorOf(practice, input.studentId),
  });
  const sections = await readSections(db, input, { last: latest?.date ?? today, practice });
  const load = describeLoad(minutes, internships, today);
  const modules = latest ? await findModuleOf(db, latest.schemeId) : EMPTY;
  const wholeDays = own.filter((one) => one.scope === null).map((one) => one.date);
  const practiceDays = [...own, ...minutes].map((one) => one.date);
  return {
    points: reducePoints(
      own.map((one) => toPoint(one, means)),
      MOST_POINTS,
      (point) => point.percent,
    ),
    totalPoints: own.length,
    championshipDay,
    forecast: describeForecast(forecast, ownSeries, { day, percent: targetPercent }),
    sections,
    load,
    practiceMinutes: minutes.reduce((sum, one) => sum + one.minutes, 0),
    timedPractices: minutes.reduce((sum, one) => sum + one.timed, 0),
    internships: internships.map((one) => describeInternship(one, today)),
    bests: bestsOf(own),
    targetPercent,
    next: chooseNextAction({
      attemptCount: own.length,
      idleDays: daysSince(practiceDays, today),
      load: load.at(-1) ?? null,
      sections,
      moduleOf: (section) => modules.get(section) ?? null,
      daysSinceWhole: daysSince(wholeDays, today),
    }),
    residualDeviation: adjusted.adjustment?.residualDeviation ?? null,
  };
}
