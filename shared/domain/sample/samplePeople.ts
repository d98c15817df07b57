import type { Random } from './random.ts';
import { getAcademicYear, toDay, toDayNumber } from './sampleCalendar.ts';
import { pickName } from './sampleNames.ts';
import type { PersonName, Sex } from './sampleNames.ts';
import type { SampleTrade } from './sampleTrades.ts';

/** A made-up student, with the fields of the form of a student. */
export interface SampleStudent extends PersonName {
  sex: Sex;
  birthDate: string;
  groupName: string;
  /** Null after leaving the college. */
  course: number | null;
  speciality: string;
  status: 'active' | 'on_leave' | 'graduated' | 'expelled';
  consent: 'unknown' | 'given' | 'refused' | 'withdrawn';
  /** Null where nothing was given, refused or withdrawn. */
  consentDate: string | null;
  /** Of the trade that the student learns. */
  competencyNumber: string;
}

/** A made-up expert, with the fields of the form of an expert. */
export interface SampleExpert extends PersonName {
  /** '' for the own college. */
  organisation: string;
  position: string;
  competencyNumber: string;
}

/** How many people, of which trades, as seen on which day. */
export interface PeopleOptions {
  count: number;
  /** Taken in turn. */
  trades: readonly SampleTrade[];
  /** `YYYY-MM-DD` */
  today: string;
}

const STUDENTS_IN_GROUP = 25;
const YEARS_OF_STUDY = 4;

/** Students of the trades in turn, no two with the same full name while the names last. */
export function listSampleStudents(random: Random, options: PeopleOptions): SampleStudent[] {
  const names = createNamer(random);
  const groups = new Map<string, number>();
  return Array.from({ length: options.count }, (_, index) => {
    const trade = inTurn(options.trades, index);
    const name = names(trade.femaleShare);
    const student = createStudent(random, trade, options.today);
    const { prefix, ...fields } = student;
    const members = groups.get(prefix) ?? 0;
    groups.set(prefix, members + 1);
    return { ...name, ...fields, groupName: `${prefix}-${Math.floor(members / STUDENTS_IN_GROUP) + 1}` };
  });
}

/** Experts of the trades in turn; every seventh comes from a partner enterprise. */
export function listSampleExperts(random: Random, options: PeopleOptions): SampleExpert[] {
  const names = createNamer(random);
  return Array.from({ length: options.count }, (_, index) => {
    const trade = inTurn(options.trades, index);
    const isPartner = index % 7 === 6;
    const ownPosition = random.chance(0.6) ? 'Өндірістік оқыту шебері' : 'Арнайы пәндер оқытушысы';
    const { sex: _sex, ...name } = names(0.25 + trade.femaleShare / 2);
    return {
      ...name,
      organisation: isPartner ? trade.partner : '',
      position: isPartner ? 'Бас маман' : ownPosition,
      competencyNumber: trade.competencyNumber,
    };
  });
}

type StudentFields = Omit<SampleStudent, keyof PersonName | 'sex' | 'groupName'> & { prefix: string };

function createStudent(random: Random, trade: SampleTrade, today: string): StudentFields {
  const status = random.weighted([
    ['active', 93],
    ['on_leave', 3],
    ['graduated', 3],
    ['expelled', 1],
  ] as const);
  const course = random.integer(1, YEARS_OF_STUDY);
  const yearsAgo = status === 'graduated' ? YEARS_OF_STUDY : course - 1;
  const admissionYear = getAcademicYear(today) - yearsAgo;
  return {
    birthDate: pickBirthDate(random, admissionYear),
    prefix: `${trade.groupPrefix}-${String(admissionYear % 100).padStart(2, '0')}`,
    course: status === 'graduated' || status === 'expelled' ? null : course,
    speciality: trade.speciality,
    status,
    ...pickConsent(random, admissionYear, today),
    competencyNumber: trade.competencyNumber,
  };
}

/** Most come after nine years of school, at 15 or 16; some after eleven. */
function pickBirthDate(random: Random, admissionYear: number): string {
  const age = random.chance(0.1) ? 17 : 15;
  const firstDay = toDayNumber(`${admissionYear - age - 1}-09-01`);
  return toDay(firstDay + random.integer(0, 364));
}

function pickConsent(
  random: Random,
  admissionYear: number,
  today: string,
): Pick<SampleStudent, 'consent' | 'consentDate'> {
  const consent = random.weighted([
    ['given', 86],
    ['unknown', 10],
    ['refused', 2],
    ['withdrawn', 2],
  ] as const);
  const asked = toDayNumber(`${admissionYear}-09-01`) + random.integer(0, 40);
  const date = toDay(Math.min(asked, toDayNumber(today)));
  return { consent, consentDate: consent === 'unknown' ? null : date };
}

/** A source of full names that does not repeat itself, as far as a hundred tries go. */
function createNamer(random: Random): (femaleShare: number) => PersonName & { sex: Sex } {
  const used = new Set<string>();
  return (femaleShare) => {
    const next = (): PersonName & { sex: Sex } => {
      const sex = random.chance(femaleShare) ? 'female' : 'male';
      return { ...pickName(random, sex), sex };
    };
    let name = next();
    for (let tries = 0; tries < 100 && used.has(toKey(name)); tries += 1) {
      name = next();
    }
    used.add(toKey(name));
    return name;
  };
}

function toKey(name: PersonName): string {
  return `${name.surname} ${name.givenName} ${name.patronymic}`;
}

function inTurn(trades: readonly SampleTrade[], index: number): SampleTrade {
  const trade = trades[index % trades.length];
  if (trade === undefined) {
    throw new RangeError('no trades to choose from');
  }
  return trade;
}
