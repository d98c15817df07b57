import type { Kysely } from 'kysely';
import { gatherPanels, type ScoredPanel } from '#shared/domain/insight/panels.ts';
import { PERIOD_DAYS } from '#shared/domain/insight/results.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listTeamMates, withTeamMates } from '../../database/teamAttempts.ts';
import { listGivenScores } from './agreement.repository.ts';
import { preparePanels } from './agreement.service.ts';
import { PracticeResults, type CompetencyRecord, type Surroundings } from './competencyRecord.ts';
import { prepareJudges } from './judges.service.ts';
import {
  listLastPresence,
  listPractisedCompetencies,
  listMarkedAttempts,
  listSectionSums,
  listSessionDays,
  listSquad,
} from './insight.repository.ts';
import { listTouchedSince, readLatestAction, type Touched } from './keptRecords.repository.ts';

type Db = Kysely<Schema>;

/** Older agreement is of other judges. */
const PANEL_DAYS = 182;
const REGULAR_DAYS = 56;
/** Whoever came lately is found by the sessions of these days; only the others are looked for further back. */
const RECENT_PRESENCE_DAYS = 45;

/** Lets others work between two steps; nothing to wait for when a person is waiting. */
export type Pause = () => Promise<void>;
const noPause: Pause = () => Promise.resolve();

const before = (today: string, days: number): string => fromDayNumber(toDayNumber(today) - days);

/** Results of students: those of a team once for each member. */
function withMates(marked: PracticeResults, mates: ReadonlyMap<string, readonly string[]>): PracticeResults {
  const isTeam = marked.results.some((one) => mates.has(one.attemptId));
  return isTeam ? new PracticeResults(withTeamMates(marked.results, mates)) : marked;
}

async function readSurroundings(
  db: Db,
  competencyId: string,
  today: string,
  pause: Pause,
): Promise<Surroundings> {
  const squad = await listSquad(db, competencyId);
  const presence = await listLastPresence(db, competencyId, {
    studentIds: squad.map((student) => student.studentId),
    recentFrom: before(today, RECENT_PRESENCE_DAYS),
  });
  await pause();
  const sums = await listSectionSums(db, competencyId, { from: before(today, PERIOD_DAYS) });
  const days = await listSessionDays(db, competencyId, before(today, REGULAR_DAYS - 1));
  return { today, sums, days, presence };
}

/** What is kept of one database. */
interface Kept {
  /** Latest action that is known. */
  actionId: string;
  records: Map<string, Promise<CompetencyRecord>>;
  panels: Map<string, Promise<ScoredPanel[]>>;
  /** Day that panels are of. */
  panelDay: string;
  /** One look at the change log after the other. */
  turn: Promise<void>;
}

/**
 * What was practised in each competency, read once; afterwards only the attempts that the change log names are read
 * again. A dashboard then costs as much as what was marked since it was opened last, not as all that was ever marked.
 */
export class KeptRecords {
  readonly #kept = new WeakMap<Db, Kept>();

  /** The record of a competency as of now. */
  async record(db: Db, competencyId: string, today: string, pause = noPause): Promise<CompetencyRecord> {
    const { records } = await this.#fresh(db);
    const known = records.get(competencyId);
    const made =
      known === undefined
        ? this.#read(db, competencyId, today, pause)
        : this.#asOf(known, { db, competencyId, today, pause });
    records.set(competencyId, made);
    // A failure is not kept.
    made.catch(() => records.delete(competencyId));
    return made;
  }

  /** Panels of judges in a competency who scored the same aspects in the last half year. */
  async panels(db: Db, competencyId: string, today: string): Promise<ScoredPanel[]> {
    const kept = await this.#fresh(db);
    if (kept.panelDay !== today) kept.panels.clear();
    kept.panelDay = today;
    const known = kept.panels.get(competencyId);
    if (known) return known;
    const made = listGivenScores(db, before(today, PANEL_DAYS), competencyId).then(gatherPanels);
    kept.panels.set(competencyId, made);
    made.catch(() => kept.panels.delete(competencyId));
    return made;
  }

  /** Reads and computes beforehand all that dashboards ask for, a step at a time: what opens first comes first. */
  async prepare(db: Db, today: string, pause: Pause): Promise<void> {
    const ids = await listPractisedCompetencies(db);
    for (const id of ids) {
      const { practice } = await this.record(db, id, today, pause);
      await pause();
      if (practice.standings.size > 0) await pause();
    }
    for (const id of ids) {
      if ((await this.record(db, id, today, pause)).marked.byExpert.size > 0) await pause();
      await this.panels(db, id, today);
      await pause();
    }
    const records = await Promise.all(ids.map((id) => this.record(db, id, today, pause)));
    await prepareJudges(records, today, pause);
    const panels = await Promise.all(ids.map((id) => this.panels(db, id, today)));
    await preparePanels(panels.flat(), pause);
    for (const [index, id] of ids.entries()) {
      if ((await this.record(db, id, today, pause)).practice.curves.size > 0) await pause();
      await preparePanels(panels[index] ?? [], pause);
    }
  }

  async #read(db: Db, competencyId: string, today: string, pause: Pause): Promise<CompetencyRecord> {
    const marked = new PracticeResults(await listMarkedAttempts(db, competencyId));
    await pause();
    const practice = withMates(marked, await listTeamMates(db));
    return { marked, practice, around: await readSurroundings(db, competencyId, today, pause) };
  }

  async #asOf(
    known: Promise<CompetencyRecord>,
    { db, competencyId, today, pause }: { db: Db; competencyId: string; today: string; pause: Pause },
  ): Promise<CompetencyRecord> {
    const record = await known;
    if (record.around.today === today) return record;
    return { ...record, around: await readSurroundings(db, competencyId, today, pause) };
  }

  async #fresh(db: Db): Promise<Kept> {
    const kept = this.#kept.get(db) ?? {
      actionId: '',
      records: new Map(),
      panels: new Map(),
      panelDay: '',
      turn: Promise.resolve(),
    };
    this.#kept.set(db, kept);
    const mine = kept.turn.then(() => this.#follow(db, kept));
    // The next in turn looks again by itself.
    kept.turn = mine.catch(() => undefined);
    await mine;
    return kept;
  }

  /** Drops or renews what the actions since the last look touched. */
  async #follow(db: Db, kept: Kept): Promise<void> {
    const actionId = await readLatestAction(db);
    if (actionId === kept.actionId) return;
    const isEmpty = kept.records.size + kept.panels.size === 0;
    const touched = isEmpty ? null : await listTouchedSince(db, kept.actionId);
    if (touched === null) {
      kept.records.clear();
      kept.panels.clear();
    } else this.#renew(db, kept, touched);
    kept.actionId = actionId;
  }

  #renew(db: Db, kept: Kept, touched: Touched): void {
    for (const competencyId of touched.scores) kept.panels.delete(competencyId);
    for (const [competencyId, known] of kept.records) {
      if (touched.whole.has(competencyId)) {
        kept.records.delete(competencyId);
        continue;
      }
      const renewed = known.then((record) => this.#renewOne({ db, competencyId, record }, touched));
      kept.records.set(competencyId, renewed);
      renewed.catch(() => kept.records.delete(competencyId));
    }
  }

  async #renewOne(
    { db, competencyId, record }: { db: Db; competencyId: string; record: CompetencyRecord },
    { attempts, competencies }: Touched,
  ): Promise<CompetencyRecord> {
    const fresh = attempts.size === 0 ? [] : await listMarkedAttempts(db, competencyId, [...attempts]);
    const { practice: marked, studentIds: entered } = record.marked.with(attempts, fresh);
    const { today } = record.around;
    const mates = await listTeamMates(db);
    const practice = marked === record.marked ? record.practice : withMates(marked, mates);
    if (competencies.has(competencyId))
      return { marked, practice, around: await readSurroundings(db, competencyId, today, noPause) };
    if (marked === record.marked) return record;
    const studentIds = [...entered, ...[...attempts].flatMap((id) => mates.get(id) ?? [])];
    const own = await listSectionSums(db, competencyId, { from: before(today, PERIOD_DAYS), studentIds });
    const others = record.around.sums.filter((sum) => !studentIds.includes(sum.studentId));
    return { marked, practice, around: { ...record.around, sums: [...others, ...own] } };
  }
}
