import type { Language } from '#shared/contract/app.ts';
import { shiftDay } from '#shared/domain/planning/phases.ts';
import { judgementMark } from '#shared/domain/assessment/judgement.ts';
import { buildSampleCollege, type SampleCollege } from '#shared/domain/sample/sampleCollege.ts';
import { panelOf, panelScores } from '#shared/domain/sample/sampleJudging.ts';
import type { SampleMark } from '#shared/domain/sample/sampleLearning.ts';
import { RECENT_DAYS } from '#shared/domain/sample/samplePlans.ts';
import type { SampleAttempt, SampleSession } from '#shared/domain/sample/sampleSessions.ts';
import { buildSampleContest } from '#shared/domain/sample/sampleContest.ts';
import type { JudgementScore, SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';
import type { Database } from '../../database/database.ts';
import { storePartnership } from './samplePartners.ts';
import { listCompetencyIds } from './sample.repository.ts';
import { storeSampleBase } from './sampleBase.service.ts';
import { storeContest, type ContestIds } from './sampleContest.ts';
import { storeSamplePlans } from './samplePlan.ts';
import type { StoredSession } from './samplePlan.ts';

/** Ids of a stored scheme, in the shape of its document. */
interface StoredScheme {
  schemeId: string;
  criteria: { subCriteria: { id: string; aspectIds: string[] }[] }[];
}

/** Stores a scheme; belongs to the feature of schemes and is passed in. */
export type StoreScheme = (
  work: Work,
  document: SchemeDocument,
  header: {
    title: string;
    competencyId: string | null;
    kind: 'official' | 'practice';
    sourceFileName: string;
  },
) => StoredScheme;

/** Which sample college to make. */
export interface SampleOptions {
  seed: number;
  /** `YYYY-MM-DD`; the practice ends before it. */
  today: string;
  /** 1: about a thousand attempts; 30: a million marks. */
  scale: number;
  /** Language of the college's name. */
  language: Language;
  storeScheme: StoreScheme;
  /** Adds what other features show of the college, after people, squads, practice, contest and plans are there. */
  storeMore?: (database: Database) => Promise<void>;
}

const ACTOR = { id: 'sample', name: '' };
/** One action a batch, so that memory stays small whatever the scale. */
const SESSIONS_IN_ONE_ACTION = 100;

/** Ids that the sample's indexes and codes stand for. */
interface SampleIds {
  competencies: Map<string, string>;
  students: string[];
  experts: string[];
  schemes: { stored: StoredScheme; document: SchemeDocument; formIds: Map<string, string> }[];
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`the sample has no entry ${index}`);
  return value;
}

function requireId(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new RangeError(`the catalogue has no ${key}`);
  return id;
}

function storePeople(work: Work, college: SampleCollege, ids: SampleIds): void {
  const students = college.students.map((student): NewRow<'students'> => ({
    id: work.newId(),
    surname: student.surname,
    given_name: student.givenName,
    patronymic: student.patronymic,
    sex: student.sex,
    birth_date: student.birthDate,
    group_name: student.groupName,
    course: student.course,
    speciality: student.speciality,
    status: student.status,
    consent: student.consent,
    consent_date: student.consentDate,
    notes: '',
    search_text: foldForSearch(student.surname, student.givenName, student.patronymic),
  }));
  const experts = college.experts.map((expert): NewRow<'experts'> => ({
    id: work.newId(),
    surname: expert.surname,
    given_name: expert.givenName,
    patronymic: expert.patronymic,
    organisation: expert.organisation,
    position: expert.position,
    phone: '',
    email: '',
    notes: '',
    search_text: foldForSearch(expert.surname, expert.givenName, expert.patronymic, expert.organisation),
  }));
  work.insertMany('students', students);
  work.insertMany('experts', experts);
  ids.students = students.map((student) => student.id);
  ids.experts = experts.map((expert) => expert.id);
}

/** What the squads of the sample work towards, percent in hundredths. */
const TARGET_HUNDREDTHS = 8000;

async function storeSquads(work: Work, college: SampleCollege, ids: SampleIds): Promise<void> {
  work.insertMany(
    'candidates',
    college.candidates.map((candidate) => ({
      id: work.newId(),
      competency_id: requireId(ids.competencies, candidate.competencyNumber),
      student_id: at(ids.students, candidate.studentIndex),
      status: candidate.status,
      since: candidate.since,
      target_hundredths: null,
      notes: '',
    })),
  );
  for (const number of new Set(college.candidates.map((candidate) => candidate.competencyNumber))) {
    const id = requireId(ids.competencies, number);
    await work.update('competencies', id, { target_hundredths: TARGET_HUNDREDTHS });
  }
}

function storeSchemes(work: Work, college: SampleCollege, ids: SampleIds, storeScheme: StoreScheme): void {
  ids.schemes = college.schemes.map(({ competencyNumber, document }) => {
    const stored = storeScheme(work, document, {
      title: document.title,
      competencyId: requireId(ids.competencies, competencyNumber),
      kind: 'official',
      sourceFileName: '',
    });
    const forms = stored.criteria.flatMap((criterion) => criterion.subCriteria);
    const codes = document.criteria.flatMap((criterion) => criterion.subCriteria.map((form) => form.code));
    return { stored, document, formIds: new Map(codes.map((code, index) => [code, at(forms, index).id])) };
  });
}

/** Half a year: what agreement of judges is shown over. */
const JUDGED_DAYS = 182;

/** Rows of a batch of sessions, gathered so that each table is written once. */
class SessionBatch {
  readonly sessions: NewRow<'sessions'>[] = [];
  readonly attendance: NewRow<'attendance'>[] = [];
  readonly attempts: NewRow<'attempts'>[] = [];
  readonly marks: NewRow<'marks'>[] = [];
  readonly judges: NewRow<'session_judges'>[] = [];
  readonly scores: NewRow<'judge_scores'>[] = [];
  readonly #work: Work;
  readonly #ids: SampleIds;

  readonly #judgedFrom: string;

  /** @param judgedFrom day from which mock championships have a panel */
  constructor(work: Work, ids: SampleIds, judgedFrom: string) {
    this.#work = work;
    this.#ids = ids;
    this.#judgedFrom = judgedFrom;
  }

  add(session: SampleSession): string {
    const id = this.#work.newId();
    this.sessions.push({
      id,
      competency_id: requireId(this.#ids.competencies, session.competencyNumber),
      date: session.date,
      duration_minutes: session.durationMinutes,
      workshop: session.workshop,
      expert_id: at(this.#ids.experts, session.expertIndex),
      notes: session.notes,
    });
    for (const entry of session.attendance) {
      const studentId = at(this.#ids.students, entry.studentIndex);
      const row = { id: this.#work.newId(), session_id: id, student_id: studentId };
      this.attendance.push({ ...row, state: entry.state, note: '' });
    }
    const panel = this.#isJudged(session) ? this.#addPanel(id, session.expertIndex) : null;
    for (const attempt of session.attempts) this.#addAttempt(id, attempt, panel);
    return id;
  }

  store(): void {
    this.#work.insertMany('sessions', this.sessions);
    this.#work.insertMany('attendance', this.attendance);
    this.#work.insertMany('attempts', this.attempts);
    this.#work.insertMany('marks', this.marks);
    this.#work.insertMany('session_judges', this.judges);
    this.#work.insertMany('judge_scores', this.scores);
  }

  /** Mock championships of the last half year are marked by a panel. */
  #isJudged(session: SampleSession): boolean {
    return session.date >= this.#judgedFrom && session.attempts.some((one) => one.subCriterionCodes === null);
  }

  #addPanel(sessionId: string, leadIndex: number): string[] {
    const panel = panelOf(leadIndex, this.#ids.experts.length).map((index) => at(this.#ids.experts, index));
    for (const [position, expertId] of panel.entries()) {
      this.judges.push({
        id: this.#work.newId(),
        session_id: sessionId,
        sub_criterion_id: null,
        expert_id: expertId,
        role: 'judge',
        position,
      });
    }
    return panel;
  }

  /** What the panel gave to an aspect. @returns the mark that it makes, in hundredths */
  #addScores(
    mark: NewRow<'marks'>,
    score: JudgementScore,
    panel: readonly string[],
    maximum: number,
  ): number {
    const scores = panelScores(`${this.scores.length}/${this.#judgedFrom}`, score).slice(0, panel.length);
    for (const [index, expertId] of panel.entries()) {
      this.scores.push({
        id: this.#work.newId(),
        attempt_id: mark.attempt_id,
        aspect_id: mark.aspect_id,
        expert_id: expertId,
        round: 1,
        score: at(scores, index),
        note: '',
      });
    }
    return judgementMark(scores, maximum);
  }

  #addAttempt(sessionId: string, attempt: SampleAttempt, panel: readonly string[] | null): void {
    const scheme = at(this.#ids.schemes, attempt.schemeIndex);
    const scope = attempt.subCriterionCodes?.map((code) => requireId(scheme.formIds, code));
    const id = this.#work.newId();
    this.attempts.push({
      id,
      session_id: sessionId,
      student_id: at(this.#ids.students, attempt.studentIndex),
      scheme_id: scheme.stored.schemeId,
      sub_criterion_ids_json: scope ? JSON.stringify(scope) : null,
      status: 'complete',
      duration_minutes: attempt.durationMinutes,
      notes: '',
      completed_by: null,
      verified_by: null,
      state_reason: null,
    });
    for (const mark of attempt.marks) this.#addMark(id, mark, { scheme, panel });
  }

  #addMark(
    attemptId: string,
    mark: SampleMark,
    { scheme, panel }: { scheme: SampleIds['schemes'][number]; panel: readonly string[] | null },
  ): void {
    const form = at(at(scheme.stored.criteria, mark.criterionIndex).subCriteria, mark.subCriterionIndex);
    const row: NewRow<'marks'> = {
      id: this.#work.newId(),
      attempt_id: attemptId,
      aspect_id: at(form.aspectIds, mark.aspectIndex),
      outcome: mark.markHundredths === null ? 'not_attempted' : 'marked',
      mark_hundredths: mark.markHundredths,
      score: mark.score,
      measured_json: null,
      reason: null,
    };
    if (panel !== null && mark.score !== null) {
      const criterion = at(scheme.document.criteria, mark.criterionIndex);
      const aspect = at(at(criterion.subCriteria, mark.subCriterionIndex).aspects, mark.aspectIndex);
      row.mark_hundredths = this.#addScores(row, mark.score, panel, aspect.maxHundredths);
      row.score = null;
    }
    this.marks.push(row);
  }
}

/** What the indexes of the mock championship stand for. */
const contestIds = (ids: SampleIds): ContestIds => ({
  competencyId: (number) => requireId(ids.competencies, number),
  studentId: (index) => at(ids.students, index),
  expertId: (index) => at(ids.experts, index),
  schemeId: (index) => at(ids.schemes, index).stored.schemeId,
  aspectId: (schemeIndex, place) => {
    const criterion = at(at(ids.schemes, schemeIndex).stored.criteria, place.criterionIndex);
    return at(at(criterion.subCriteria, place.subCriterionIndex).aspectIds, place.aspectIndex);
  },
});

function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Fills a database that holds the catalogue with a fictional college: people, squads, schemes, practice with marks.
 * The same options give the same college. Its actions cannot be undone one by one; it is removed as a whole.
 */
export async function fillSample(database: Database, options: SampleOptions): Promise<void> {
  const college = buildSampleCollege(options);
  const header = { name: 'sample.open', actor: ACTOR, undoable: false };
  const ids: SampleIds = {
    competencies: await listCompetencyIds(database.db),
    students: [],
    experts: [],
    schemes: [],
  };
  await database.commit(header, async (work) => {
    storePeople(work, college, ids);
    await storeSquads(work, college, ids);
    storeSchemes(work, college, ids, options.storeScheme);
    storePartnership(work, college, { ids, today: options.today, seed: options.seed });
  });
  await database.commit(header, (work) => {
    const { competencies, experts } = ids;
    storeSampleBase(work, { today: options.today, competencies, experts });
    return Promise.resolve();
  });
  const recent: StoredSession[] = [];
  const from = shiftDay(options.today, -RECENT_DAYS);
  const judgedFrom = shiftDay(options.today, -JUDGED_DAYS);
  for (const sessions of inBatches(college.sessions, SESSIONS_IN_ONE_ACTION)) {
    await database.commit(header, (work) => {
      const batch = new SessionBatch(work, ids, judgedFrom);
      for (const session of sessions) {
        const id = batch.add(session);
        // Marks stay out of memory: plans do not ask for them.
        if (session.date >= from) recent.push({ id, session: { ...session, attempts: [] } });
      }
      batch.store();
      return Promise.resolve();
    });
  }
  await database.commit(header, (work) => {
    const contest = buildSampleContest(college, options);
    storeContest(work, contest, { name: contest.name[options.language], ids: contestIds(ids) });
    storeSamplePlans(work, recent, { ...options, ...ids });
    return Promise.resolve();
  });
  await options.storeMore?.(database);
  await database.commit(header, (work) => {
    const value = college.name[options.language];
    work.insert('settings', { id: work.newId(), name: 'college_name', value });
    return Promise.resolve();
  });
}
