import type { AttemptState } from '../assessment/attemptLife.ts';
import type { ContestState } from '../assessment/contest.ts';
import { judgementMark } from '../assessment/judgement.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { toDay, toDayNumber } from './sampleCalendar.ts';
import type { SampleCollege } from './sampleCollege.ts';
import { createLearner, listAspectTraits, markAspects } from './sampleLearning.ts';
import type { AspectTrait, SampleMark } from './sampleLearning.ts';

/** A mark with what each judge of the team gave; null for a measurement, and where nothing was attempted. */
export interface SampleJudgedMark extends SampleMark {
  scores: number[] | null;
}

export interface SampleCompetitor {
  studentIndex: number;
  state: AttemptState;
  /** Why somebody is out. */
  reason: string;
  marks: SampleJudgedMark[];
}

/** A competency of the mock championship. */
export interface SampleContestEntry {
  competencyNumber: string;
  schemeIndex: number;
  state: ContestState;
  /** Of the draw of the running order. */
  seed: number;
  /** The team of judges, a supervisor behind them. */
  judgeIndexes: number[];
  supervisorIndex: number | null;
  competitors: SampleCompetitor[];
}

/** The mock championship that the sample college has just held. */
export interface SampleContest {
  name: { kk: string; ru: string; en: string };
  place: string;
  startDate: string;
  endDate: string;
  entries: SampleContestEntry[];
}

/** How far the competencies are, one after the other: every state of a championship can be looked at. */
const states: readonly ContestState[] = ['published', 'frozen', 'open'];
const DAYS_AGO = 9;
const DAYS = 3;
/** Enough practice to be worth a championship. */
const PRACTISED = 70;
const JUDGES = 3;

interface Entered {
  seed: number;
  college: SampleCollege;
  index: number;
}

/** A mock championship in the first competencies of the college; the same for the same seed and day. */
export function buildSampleContest(
  college: SampleCollege,
  options: { seed: number; today: string },
): SampleContest {
  const { seed, today } = options;
  const start = toDayNumber(today) - DAYS_AGO;
  return {
    name: {
      kk: 'Колледждің сынақ чемпионаты',
      ru: 'Пробный чемпионат колледжа',
      en: 'Mock championship of the college',
    },
    place: 'Самалтау',
    startDate: toDay(start),
    endDate: toDay(start + DAYS - 1),
    entries: college.schemes.slice(0, states.length).map((_, index) => buildEntry({ seed, college, index })),
  };
}

/** Own experts first, then those of other trades, so that the team is whole. */
function pickJudges(college: SampleCollege, competencyNumber: string): number[] {
  const all = college.experts.map((expert, index) => ({
    index,
    isOwn: expert.competencyNumber === competencyNumber,
  }));
  return all
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.index - b.index)
    .map((one) => one.index);
}

function buildEntry({ seed, college, index }: Entered): SampleContestEntry {
  const scheme = college.schemes[index];
  const state = states[index];
  if (scheme === undefined || state === undefined) throw new RangeError('no such scheme');
  const { competencyNumber, document } = scheme;
  const random = createRandom(`${seed}/contest/${competencyNumber}`);
  const traits = listAspectTraits(createRandom(`${seed}/aspects/${document.title}`), document);
  const experts = pickJudges(college, competencyNumber);
  const entered = college.candidates.filter(
    (one) => one.competencyNumber === competencyNumber && one.until === null,
  );
  return {
    competencyNumber,
    schemeIndex: index,
    state,
    seed: random.integer(1000, 999_999),
    judgeIndexes: experts.slice(0, JUDGES),
    supervisorIndex: experts[JUDGES] ?? null,
    competitors: entered.map((candidate, place): SampleCompetitor => {
      const key = `${seed}/squad/${index}/learner/${candidate.studentIndex}`;
      const learner = createLearner(createRandom(key), document);
      const own = random.fork(`competitor/${candidate.studentIndex}`);
      const marks = markAspects(own, traits, {
        learner,
        practised: PRACTISED,
        form: learner.dayDeviation * own.normal(),
        severity: 0,
      }).map((mark) => judge(own, mark, traits));
      return {
        studentIndex: candidate.studentIndex,
        ...stand({ state, place, marks, count: entered.length }),
      };
    }),
  };
}

/** Three judges who differ by one at most. */
function judge(random: Random, mark: SampleMark, traits: readonly AspectTrait[]): SampleJudgedMark {
  const { score } = mark;
  if (score === null || mark.markHundredths === null) return { ...mark, scores: null };
  const other = random.chance(0.5) ? Math.max(0, score - 1) : Math.min(3, score + 1);
  const scores = Array.from({ length: JUDGES }, () => (random.chance(0.7) ? score : other));
  const trait = traits.find(
    (one) =>
      one.criterionIndex === mark.criterionIndex &&
      one.subCriterionIndex === mark.subCriterionIndex &&
      one.aspectIndex === mark.aspectIndex,
  );
  return {
    ...mark,
    score: null,
    markHundredths: judgementMark(scores, trait?.aspect.maxHundredths ?? 0),
    scores,
  };
}

interface Standing {
  state: ContestState;
  place: number;
  count: number;
  marks: SampleJudgedMark[];
}

/** Where a result stands: all locked once frozen; while open, some verified, some complete, one half marked. */
function stand({ state, place, count, marks }: Standing): Omit<SampleCompetitor, 'studentIndex'> {
  if (state === 'frozen' && place === count - 1) {
    return {
      state: 'withdrawn',
      reason: 'Денсаулығына байланысты жарыстан шықты',
      marks: marks.slice(0, 12),
    };
  }
  if (state !== 'open') return { state: 'locked', reason: '', marks };
  if (place === 0) return { state: 'verified', reason: '', marks };
  if (place < 3) return { state: 'complete', reason: '', marks };
  const share = place === count - 1 ? 0.35 : 0.8;
  return { state: 'draft', reason: '', marks: marks.slice(0, Math.floor(share * marks.length)) };
}
