import type { Random } from './random.ts';
import { getAcademicYear, toDay, toDayNumber } from './sampleCalendar.ts';
import type { SampleStudent } from './samplePeople.ts';
import type { SampleTrade } from './sampleTrades.ts';

/** A student in the squad of a competency. */
export interface SampleCandidate {
  competencyNumber: string;
  studentIndex: number;
  status: 'training' | 'reserve' | 'paused' | 'left';
  /** `YYYY-MM-DD` */
  since: string;
  /** Last day of practice; null while the candidate trains. */
  until: string | null;
}

/** Candidates who train together. */
export interface SampleSquad {
  trade: SampleTrade;
  candidates: SampleCandidate[];
}

/** From which day on practice is kept, and the day of looking back. */
export interface SquadOptions {
  /** Day number of the first day of the record. */
  first: number;
  /** `YYYY-MM-DD` */
  today: string;
}

/** Sizes of squads in turn; six of them make forty. */
const squadSizes: readonly number[] = [7, 7, 7, 7, 6, 6];

/**
 * Squads of the trades in turn, from the students who may train: active and not against the use of their data.
 * No student is in two squads.
 */
export function listSampleSquads(
  random: Random,
  {
    trades,
    count,
    students,
  }: { trades: readonly SampleTrade[]; count: number; students: readonly SampleStudent[] },
  options: SquadOptions,
): SampleSquad[] {
  const free = new Map(
    trades.map((trade) => [trade.competencyNumber, listEligible(random, students, { trade, options })]),
  );
  return Array.from({ length: count }, (_, index) => {
    const trade = trades[index % trades.length];
    if (trade === undefined) {
      throw new RangeError('no trades to choose from');
    }
    const chosen = free.get(trade.competencyNumber)?.splice(0, squadSizes[index % squadSizes.length]) ?? [];
    return { trade, candidates: chosen.map((one, place) => createCandidate(random, one, place, options)) };
  });
}

interface Eligible {
  student: SampleStudent;
  studentIndex: number;
  /** Day number from which the student could be chosen: two weeks after coming to the college. */
  from: number;
}

/** The older ones first: they have had the time to be chosen. */
function listEligible(
  random: Random,
  students: readonly SampleStudent[],
  { trade, options }: { trade: SampleTrade; options: SquadOptions },
): Eligible[] {
  const yesterday = toDayNumber(options.today) - 1;
  const eligible = students
    .map((student, studentIndex) => ({ student, studentIndex, from: getFirstDay(student, options.today) }))
    .filter(
      ({ student, from }) =>
        student.competencyNumber === trade.competencyNumber &&
        student.status === 'active' &&
        (student.consent === 'given' || student.consent === 'unknown') &&
        from <= yesterday,
    );
  const mixed = random.shuffle(eligible);
  return [
    ...mixed.filter(({ student }) => isOlder(student)),
    ...mixed.filter(({ student }) => !isOlder(student)),
  ];
}

function getFirstDay(student: SampleStudent, today: string): number {
  const admissionYear = getAcademicYear(today) - (student.course ?? 1) + 1;
  return toDayNumber(`${admissionYear}-09-15`);
}

function isOlder(student: SampleStudent): boolean {
  return (student.course ?? 0) >= 2;
}

function createCandidate(
  random: Random,
  { student, studentIndex, from }: Eligible,
  place: number,
  { first, today }: SquadOptions,
): SampleCandidate {
  const status = pickStatus(random, place);
  const joined = random.chance(0.65) ? first : first + random.integer(60, 240);
  const last = toDayNumber(today) - 1;
  return {
    competencyNumber: student.competencyNumber,
    studentIndex,
    status,
    since: toDay(Math.min(Math.max(from, joined), last)),
    until: status === 'paused' || status === 'left' ? toDay(last - random.integer(30, 150)) : null,
  };
}

/** Five of a squad train; behind them stand the reserve and those who stopped. */
function pickStatus(random: Random, place: number): SampleCandidate['status'] {
  if (place < 5) {
    return 'training';
  }
  return random.weighted([
    ['training', 4],
    ['reserve', 4],
    ['paused', 1],
    ['left', 1],
  ] as const);
}
