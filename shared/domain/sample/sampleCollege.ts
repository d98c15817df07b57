import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { listTrainingDays, toDay, toDayNumber } from './sampleCalendar.ts';
import { listSampleExperts, listSampleStudents } from './samplePeople.ts';
import type { SampleExpert, SampleStudent } from './samplePeople.ts';
import { generateSessions, prepareTraits } from './sampleSessions.ts';
import type { PlannedSession, SampleJudge, SampleSession, SquadPlan } from './sampleSessions.ts';
import { listSampleSchemes } from './sampleSchemes.ts';
import type { SampleScheme } from './sampleSchemes.ts';
import { listSampleSquads } from './sampleSquads.ts';
import type { SampleCandidate, SampleSquad } from './sampleSquads.ts';
import { sampleTrades } from './sampleTrades.ts';

/** A fictional college of Turkistan region; indexes refer to the lists beside them. */
export interface SampleCollege {
  name: { kk: string; ru: string; en: string };
  students: SampleStudent[];
  experts: SampleExpert[];
  candidates: SampleCandidate[];
  schemes: SampleScheme[];
  /** In the order of dates, made one by one while they are read; may be read again from the start. */
  sessions: Iterable<SampleSession>;
}

export interface SampleCollegeOptions {
  seed: number;
  /** `YYYY-MM-DD`: the last session lies before it, the first at most eighteen months before. */
  today: string;
  /** 1: 120 students, 14 experts, 40 candidates, about 1,000 attempts; others in proportion, at least one squad. */
  scale?: number;
}

const MONTHS_BACK = 18;
const STUDENTS_PER_SQUAD = 20;
const EXPERTS_PER_SQUAD = 14 / 6;

/** A college with people, squads, marking schemes and eighteen months of practice: the same for the same options. */
export function buildSampleCollege({ seed, today, scale = 1 }: SampleCollegeOptions): SampleCollege {
  const random = createRandom(seed);
  const squadCount = Math.max(1, Math.round(sampleTrades.length * scale));
  const trades = sampleTrades.slice(0, squadCount);
  const schemes = listSampleSchemes().filter(({ competencyNumber }) =>
    trades.some((trade) => trade.competencyNumber === competencyNumber),
  );
  const students = listSampleStudents(random.fork('students'), {
    count: squadCount * STUDENTS_PER_SQUAD,
    trades,
    today,
  });
  const experts = listSampleExperts(random.fork('experts'), {
    count: Math.round(squadCount * EXPERTS_PER_SQUAD),
    trades,
    today,
  });
  const span = { first: toDayNumber(goBack(today, MONTHS_BACK)), last: toDayNumber(today) - 1 };
  const squads = listSampleSquads(
    random.fork('squads'),
    { trades, count: squadCount, students },
    { first: span.first, today },
  );
  const planned = planSessions(random, { seed, squads, schemes, judges: rateJudges(random, experts) }, span);
  return {
    name: {
      kk: 'Самалтау көпсалалы колледжі',
      ru: 'Самалтауский многопрофильный колледж',
      en: 'Samaltau Multidisciplinary College',
    },
    students,
    experts,
    candidates: squads.flatMap((squad) => squad.candidates),
    schemes,
    sessions: { [Symbol.iterator]: () => generateSessions(planned) },
  };
}

interface Judge extends SampleJudge {
  competencyNumber: string;
}

interface Plans {
  seed: number;
  squads: readonly SampleSquad[];
  schemes: readonly SampleScheme[];
  judges: readonly Judge[];
}

/** Some judges are strict and some are kind. */
function rateJudges(random: Random, experts: readonly SampleExpert[]): Judge[] {
  const severities = random.fork('severities');
  return experts.map(({ competencyNumber }, expertIndex) => ({
    competencyNumber,
    expertIndex,
    severity: 0.5 * severities.normal(),
  }));
}

/** The training days of all squads, by date. */
function planSessions(random: Random, plans: Plans, span: { first: number; last: number }): PlannedSession[] {
  const traits = plans.schemes.map((scheme) => prepareTraits(String(plans.seed), scheme.document));
  const planned = plans.squads.flatMap((squad, index) => {
    const schemeIndex = plans.schemes.findIndex(
      (one) => one.competencyNumber === squad.trade.competencyNumber,
    );
    const scheme = plans.schemes[schemeIndex];
    if (scheme === undefined) {
      throw new RangeError(`no scheme of competency ${squad.trade.competencyNumber}`);
    }
    const plan: SquadPlan = {
      squad,
      schemeIndex,
      document: scheme.document,
      traits: traits[schemeIndex] ?? [],
      judges: plans.judges.filter((judge) => judge.competencyNumber === squad.trade.competencyNumber),
      workshop: squad.trade.workshop,
      seed: `${plans.seed}/squad/${index}`,
    };
    const days = listTrainingDays(random.fork(`days/${index}`), index, span);
    return days.map((dayNumber, place) => ({ plan, dayNumber, place }));
  });
  // The sort is stable: squads keep their order within a day.
  return planned.sort((one, other) => one.dayNumber - other.dayNumber);
}

/** The same day of the month so many months earlier, or the last day of a shorter month. */
function goBack(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  const firstOfNext = toDayNumber(nextMonth(index));
  const wanted = toDayNumber(`${month}-01`) + Number(day.slice(8, 10)) - 1;
  return toDay(Math.min(wanted, firstOfNext - 1));
}

function nextMonth(index: number): string {
  return `${Math.floor((index + 1) / 12)}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01`;
}
