import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { toDay, toDayNumber } from './sampleCalendar.ts';
import { createLearner, getExpectedShare, listAspectTraits, markAspects } from './sampleLearning.ts';
import type { AspectTrait, Learner, SampleMark } from './sampleLearning.ts';
import type { SampleCandidate, SampleSquad } from './sampleSquads.ts';

export interface SampleAttendance {
  studentIndex: number;
  state: 'present' | 'late' | 'absent' | 'excused';
}

/** One student's run at a scheme or at some of its sub-criteria. */
export interface SampleAttempt {
  studentIndex: number;
  schemeIndex: number;
  /** Null: the whole scheme. */
  subCriterionCodes: string[] | null;
  durationMinutes: number;
  /** One for each aspect in scope, in the order of the scheme. */
  marks: SampleMark[];
}

/** One practice of one squad. */
export interface SampleSession {
  competencyNumber: string;
  date: string;
  durationMinutes: number;
  workshop: string;
  expertIndex: number;
  notes: string;
  attendance: SampleAttendance[];
  attempts: SampleAttempt[];
}

/** A judge and how much stricter than others he is, in logits. */
export interface SampleJudge {
  expertIndex: number;
  severity: number;
}

/** All that the sessions of one squad are made from. */
export interface SquadPlan {
  squad: SampleSquad;
  schemeIndex: number;
  document: SchemeDocument;
  traits: readonly AspectTrait[];
  /** The first leads most sessions. */
  judges: readonly SampleJudge[];
  workshop: string;
  /** Seed of this squad alone. */
  seed: string;
}

/** A training day of one squad, with its place among the squad's days. */
export interface PlannedSession {
  plan: SquadPlan;
  dayNumber: number;
  place: number;
}

interface Trainee {
  candidate: SampleCandidate;
  learner: Learner;
  first: number;
  last: number;
  practised: number;
}

interface Scope {
  codes: string[] | null;
  notes: string;
  sessionMinutes: number;
  isMarked: boolean;
}

/** Every fifth practice is marked, and every fourth of those is the whole scheme: about every eight weeks. */
const MARKED_EVERY = 5;
const WHOLE_EVERY = 20;

/**
 * The sessions in the order given, made one by one as they are asked for.
 * What a session holds depends only on the seed of its squad and on the sessions of that squad before it.
 */
export function* generateSessions(
  planned: readonly PlannedSession[],
): Generator<SampleSession, void, undefined> {
  const trainees = new Map<SquadPlan, Trainee[]>();
  for (const one of planned) {
    const squad = trainees.get(one.plan) ?? createTrainees(one.plan);
    trainees.set(one.plan, squad);
    yield createSession(one, squad);
  }
}

/** The aspects of a scheme as all squads meet them. */
export function prepareTraits(seed: string, document: SchemeDocument): AspectTrait[] {
  return listAspectTraits(createRandom(`${seed}/aspects/${document.title}`), document);
}

function createTrainees(plan: SquadPlan): Trainee[] {
  return plan.squad.candidates.map((candidate) => ({
    candidate,
    learner: createLearner(createRandom(`${plan.seed}/learner/${candidate.studentIndex}`), plan.document),
    first: toDayNumber(candidate.since),
    last: candidate.until === null ? Infinity : toDayNumber(candidate.until),
    practised: 0,
  }));
}

function createSession({ plan, dayNumber, place }: PlannedSession, squad: readonly Trainee[]): SampleSession {
  const random = createRandom(`${plan.seed}/session/${place}`);
  const scope = pickScope(plan.document, place);
  const judge = random.chance(0.7) ? plan.judges[0] : random.pick(plan.judges);
  if (judge === undefined) {
    throw new RangeError('a squad needs a judge');
  }
  const expected = squad.filter((one) => dayNumber >= one.first && dayNumber <= one.last);
  const attendance = expected.map((one) => ({
    studentIndex: one.candidate.studentIndex,
    state: pickState(random),
  }));
  const present = expected.filter((_, index) => isThere(attendance[index]?.state));
  const attempts = scope.isMarked
    ? present.map((one) => createAttempt(plan, one, { scope, judge, place }))
    : [];
  for (const one of present) {
    one.practised += 1;
  }
  return {
    competencyNumber: plan.squad.trade.competencyNumber,
    date: toDay(dayNumber),
    durationMinutes: scope.sessionMinutes,
    workshop: plan.workshop,
    expertIndex: judge.expertIndex,
    notes: scope.notes,
    attendance,
    attempts,
  };
}

/** What the squad works at on its n-th day: the sub-criteria come round one after the other. */
function pickScope(document: SchemeDocument, place: number): Scope {
  const all = document.criteria.flatMap((criterion) => criterion.subCriteria);
  if (place % WHOLE_EVERY === WHOLE_EVERY - 1) {
    return { codes: null, notes: 'Толық сынақ: барлық модуль', sessionMinutes: 540, isMarked: true };
  }
  const isMarked = place % MARKED_EVERY === MARKED_EVERY - 1;
  const size = isMarked ? 4 + (place % 2) : 1;
  const start = isMarked ? Math.floor(place / MARKED_EVERY) * 4 : place;
  const chosen = Array.from({ length: size }, (_, step) => all[(start + step) % all.length]).filter(
    (one) => one !== undefined,
  );
  const inOrder = all.filter((one) => chosen.includes(one));
  const names = inOrder.map((one) => one.name).join('; ');
  return {
    codes: inOrder.map((one) => one.code),
    notes: isMarked ? `Бақылау: ${names}` : `Тақырып: ${names}`,
    sessionMinutes: isMarked ? 240 : 120,
    isMarked,
  };
}

function createAttempt(
  plan: SquadPlan,
  trainee: Trainee,
  { scope, judge, place }: { scope: Scope; judge: SampleJudge; place: number },
): SampleAttempt {
  const { learner, practised, candidate } = trainee;
  const random = createRandom(`${plan.seed}/attempt/${place}/${candidate.studentIndex}`);
  const traits =
    scope.codes === null ? plan.traits : plan.traits.filter((one) => isInScope(plan, one, scope));
  const form = learner.dayDeviation * random.normal();
  const share = getExpectedShare(learner, practised);
  // Who can do it does it in three quarters of the time; nobody works longer than the session lasts.
  const pace = 1.05 - 0.3 * share + 0.04 * random.normal();
  return {
    studentIndex: candidate.studentIndex,
    schemeIndex: plan.schemeIndex,
    subCriterionCodes: scope.codes === null ? null : [...scope.codes],
    durationMinutes: Math.min(scope.sessionMinutes, Math.round(scope.sessionMinutes * pace)),
    marks: markAspects(random, traits, { learner, practised, form, severity: judge.severity }),
  };
}

function isInScope(plan: SquadPlan, trait: AspectTrait, scope: Scope): boolean {
  const code = plan.document.criteria[trait.criterionIndex]?.subCriteria[trait.subCriterionIndex]?.code;
  return code !== undefined && scope.codes?.includes(code) === true;
}

function pickState(random: Random): SampleAttendance['state'] {
  return random.weighted([
    ['present', 87],
    ['late', 5],
    ['absent', 5],
    ['excused', 3],
  ] as const);
}

function isThere(state: SampleAttendance['state'] | undefined): boolean {
  return state === 'present' || state === 'late';
}
