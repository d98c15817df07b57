import type { Kysely } from 'kysely';
import { gatherPanels, panelsSince, type ScoredPanel } from '#shared/domain/insight/panels.ts';
import { PERIOD_DAYS, type AttemptResult } from '#shared/domain/insight/results.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Database } from '../../database/database.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listTeamMates, withTeamMates } from '../../database/teamAttempts.ts';
import { listGivenScores } from './agreement.repository.ts';
import { preparePanels } from './agreement.service.ts';
import { digestOf, type CompetencyDigest } from './competencyDigest.ts';
import {
  PracticeResults,
  REGULAR_DAYS,
  type CompetencyRecord,
  type Surroundings,
} from './competencyRecord.ts';
import { KeptFigures } from './keptFigures.ts';
import {
  listLastPresence,
  findSessionSpan,
  listPractisedCompetencies,
  listMarkedAttempts,
  listSessionDays,
  listSquad,
} from './insight.repository.ts';
import { listSectionSums } from './sectionSums.repository.ts';
import { listTouchedSince, readLatestAction, type Touched } from './keptRecords.repository.ts';

type Db = Kysely<Schema>;

/** Older agreement is of other judges. */
const PANEL_DAYS = 182;
/** Whoever came lately is found by the sessions of these days; only the others are looked for further back. */
const RECENT_PRESENCE_DAYS = 45;
/** Marked attempts are read by so many days. */
const SEASON_DAYS = 120;

/** Lets others work between two steps; nothing to wait for when a person is waiting. */
export type Pause = () => Promise<void>;
const noPause: Pause = () => Promise.resolve();

const before = (today: string, days: number): string => fromDayNumber(toDayNumber(today) - days);

/** Results of students: those of a team once for each member. */
function withMates(marked: PracticeResults, mates: ReadonlyMap<string, readonly string[]>): PracticeResults {
  const isTeam = marked.results.some((one) => mates.has(one.attemptId));
  return isTeam ? new PracticeResults(withTeamMates(marked.results, mates)) : marked;
}

/** All marked attempts, oldest first, a season at a time: a long query would keep everybody waiting. */
async function readMarked(db: Db, competencyId: string, pause: Pause): Promise<AttemptResult[]> {
  const results: AttemptResult[] = [];
  const span = await findSessionSpan(db, competencyId);
  if (span === null) return results;
  const last = toDayNumber(span.to);
  for (let day = toDayNumber(span.from); day <= last; day += SEASON_DAYS) {
    const season = { from: fromDayNumber(day), to: fromDayNumber(day + SEASON_DAYS - 1) };
    results.push(...(await listMarkedAttempts(db, competencyId, { season })));
    await pause();
  }
  return results;
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
  await pause();
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
  /** What an earlier start has left; null until it is looked for. */
  figures: KeptFigures | null;
  /** One look at the change log after the other. */
  turn: Promise<void>;
}

/**
 * What was practised in each competency, read once; afterwards only the attempts that the change log names are read
 * again. A dashboard then costs as much as what was marked since it was opened last, not as all that was ever marked.
 * What dashboards need of it is stored beside the marks, so that the next start finds it.
 */
export class KeptRecords {
  readonly #kept = new WeakMap<Db, Kept>();
  readonly #version: string;

  /** @param version of the program: figures that another one stored are computed anew */
  constructor(version = '') {
    this.#version = version;
  }

  /** The record of a competency as of now. */
  async record(db: Db, competencyId: string, today: string, pause = noPause): Promise<CompetencyRecord> {
    const { records } = await this.#fresh(db, today);
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

  /** What dashboards need of some competencies as of now: stored by an earlier start, or from their records. */
  async digests(db: Db, ids: readonly string[], today: string): Promise<CompetencyDigest[]> {
    const { figures } = await this.#fresh(db, today);
    const known = ids.map((id) => figures?.digests.get(id));
    const made: CompetencyDigest[] = [];
    for (const [index, id] of ids.entries())
      made.push(known[index] ?? digestOf(await this.record(db, id, today)));
    return made;
  }

  /** Panels of judges in each of some competencies who scored the same aspects in the last half year. */
  async panels(db: Db, ids: readonly string[], today: string): Promise<ScoredPanel[][]> {
    const kept = await this.#fresh(db, today);
    this.#movePanels(kept, today);
    const panels: ScoredPanel[][] = [];
    for (const id of ids) panels.push(await this.#panelsOf(db, kept, id));
    return panels;
  }

  /** Whether an earlier start has left figures of all that is practised, and they still hold. */
  async hasStored(db: Db, today: string): Promise<boolean> {
    const { figures } = await this.#fresh(db, today);
    const ids = await listPractisedCompetencies(db);
    return ids.length > 0 && ids.every((id) => figures?.digests.has(id) && figures.panels.has(id));
  }

  /** Reads and computes beforehand all that dashboards ask for, a step at a time: what opens first comes first. */
  async prepare(db: Db, today: string, pause: Pause): Promise<void> {
    const ids = await listPractisedCompetencies(db);
    for (const id of ids) {
      const { practice } = await this.record(db, id, today, pause);
      await pause();
      if (practice.adjusted.results.length > 0) await pause();
      if (practice.standings.size > 0) await pause();
    }
    for (const id of ids) {
      if ((await this.record(db, id, today, pause)).marked.byExpert.size > 0) await pause();
      await this.panels(db, [id], today);
      await pause();
    }
    const panels = await this.panels(db, ids, today);
    await preparePanels(panels.flat(), pause);
    for (const [index, id] of ids.entries()) {
      if ((await this.record(db, id, today, pause)).practice.curves.size > 0) await pause();
      await preparePanels(panels[index] ?? [], pause);
    }
  }

  /**
   * Stores what is known for the next start; nothing is computed for it that nobody asked for.
   * @returns whether it is stored: not when something was changed meanwhile
   */
  async store(database: Database, today: string, pause = noPause): Promise<boolean> {
    const { db } = database;
    if (!this.#kept.has(db)) return false;
    const kept = await this.#fresh(db, today);
    const { actionId, figures } = kept;
    if (figures === null) return false;
    this.#movePanels(kept, today);
    const digests = new Map(figures.digests);
    for (const [id, made] of kept.records) {
      const record = await made;
      if (!digests.has(id) && record.around.today <= today) digests.set(id, digestOf(record));
    }
    const panels = new Map<string, readonly ScoredPanel[]>(figures.panels);
    for (const [id, made] of kept.panels) if (!panels.has(id)) panels.set(id, await made);
    return figures.store(database, { actionId, digests, panels }, { today, pause });
  }

  async #panelsOf(db: Db, kept: Kept, competencyId: string): Promise<ScoredPanel[]> {
    const known = kept.panels.get(competencyId);
    if (known) return known;
    const from = before(kept.panelDay, PANEL_DAYS);
    const stored = kept.figures?.panels.get(competencyId);
    const made = stored
      ? Promise.resolve(panelsSince(stored, from))
      : listGivenScores(db, from, competencyId).then(gatherPanels);
    kept.panels.set(competencyId, made);
    made.catch(() => kept.panels.delete(competencyId));
    return made;
  }

  /** On a new day older scores fall away; when the clock was set back they are read again. */
  #movePanels(kept: Kept, today: string): void {
    if (kept.panelDay === today) return;
    const from = before(today, PANEL_DAYS);
    for (const [id, made] of kept.panels) {
      if (today < kept.panelDay) kept.panels.delete(id);
      else
        kept.panels.set(
          id,
          made.then((panels) => panelsSince(panels, from)),
        );
    }
    kept.panelDay = today;
  }

  async #read(db: Db, competencyId: string, today: string, pause: Pause): Promise<CompetencyRecord> {
    const marked = new PracticeResults(await readMarked(db, competencyId, pause));
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

  async #fresh(db: Db, today: string): Promise<Kept> {
    const kept = this.#kept.get(db) ?? {
      actionId: '',
      records: new Map(),
      panels: new Map(),
      panelDay: '',
      figures: null,
      turn: Promise.resolve(),
    };
    this.#kept.set(db, kept);
    const mine = kept.turn.then(() => this.#follow(db, kept, today));
    // The next in turn looks again by itself.
    kept.turn = mine.catch(() => undefined);
    await mine;
    return kept;
  }

  /** Drops or renews what the actions since the last look touched. */
  async #follow(db: Db, kept: Kept, today: string): Promise<void> {
    if (kept.figures === null) {
      kept.figures = await KeptFigures.load(db, { version: this.#version, today });
      kept.actionId = kept.figures.actionId;
    }
    kept.figures.holdOn(today);
    const actionId = await readLatestAction(db);
    if (actionId === kept.actionId) return;
    const { records, panels, figures } = kept;
    const isEmpty = records.size + panels.size + figures.digests.size + figures.panels.size === 0;
    const touched = isEmpty ? null : await listTouchedSince(db, kept.actionId);
    figures.drop(touched);
    if (touched === null) {
      records.clear();
      panels.clear();
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
    const fresh =
      attempts.size === 0 ? [] : await listMarkedAttempts(db, competencyId, { attemptIds: [...attempts] });
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
