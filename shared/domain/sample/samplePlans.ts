import { layOutSessions, planPhases, shiftDay, weekdayOf } from '#shared/domain/planning/phases.ts';
import type { Phase } from '#shared/domain/planning/phases.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { SampleSession } from './sampleSessions.ts';

/** A session of a plan; what became of it is told by its place among the sessions held. */
export interface SamplePlanned {
  date: string;
  originalDate: string;
  startTime: string;
  durationMinutes: number;
  kind: 'practice' | 'mock';
  workshop: string;
  focus: string;
  expertIndex: number;
  /** Null: not held. */
  heldIndex: number | null;
}

/** The way of one squad to its championship. */
export interface SamplePlan {
  title: string;
  startDate: string;
  championshipDate: string;
  phases: Phase[];
  milestones: { date: string; title: string; targetHundredths: number }[];
  sessions: SamplePlanned[];
}

/** What happened in a session that was held. */
export interface SampleIncident {
  heldIndex: number;
  studentIndex: number;
  category: 'safety' | 'tool' | 'time' | 'task_misread' | 'note';
  note: string;
}

/** A squad's sessions of the last twelve weeks, oldest first. */
export interface RecentPractice {
  seed: string;
  today: string;
  /** Place of the squad among all: championships do not fall on one day. */
  place: number;
  held: readonly SampleSession[];
}

/** Twelve weeks back, and eight to fifteen weeks ahead. */
export const RECENT_DAYS = 84;
const AHEAD_DAYS = 56;
const WEEKLY_MINUTES = 480;
const LONGEST_MINUTES = 240;
const STARTS = ['09:00', '10:00', '14:00', '15:30'] as const;

const INCIDENTS: readonly (readonly [SampleIncident['category'], string])[] = [
  ['safety', 'Көзілдірігін кимей жұмыс істеді'],
  ['tool', 'Өлшеу құралы жетіспеді'],
  ['time', 'Уақыты жетпеді, соңғы бөлігін аяқтамады'],
  ['task_misread', 'Сызбадағы өлшемді қате оқыды'],
  ['note', 'Бүгін асықпай, таза жұмыс істеді'],
];

function plannedOf(random: Random, session: SampleSession, heldIndex: number): SamplePlanned {
  const moved = random.chance(0.12) ? random.integer(1, 3) : 0;
  const share = random.weighted([
    [1, 78],
    [1.5, 10],
    [0.75, 8],
    [2.2, 4],
  ] as const);
  return {
    date: session.date,
    originalDate: shiftDay(session.date, -moved),
    startTime: random.pick(STARTS),
    durationMinutes: Math.round((session.durationMinutes * share) / 30) * 30,
    kind: session.durationMinutes > LONGEST_MINUTES ? 'mock' : 'practice',
    workshop: session.workshop,
    focus: '',
    expertIndex: session.expertIndex,
    heldIndex,
  };
}

function pastOf(random: Random, held: readonly SampleSession[]): SamplePlanned[] {
  return held.flatMap((session, index) => {
    // A session in twenty was held without being planned.
    if (random.chance(0.05)) return [];
    const planned = plannedOf(random, session, index);
    if (!random.chance(0.06)) return [planned];
    const missed = shiftDay(session.date, -1);
    return [{ ...planned, date: missed, originalDate: missed, heldIndex: null }, planned];
  });
}

function aheadOf(random: Random, input: RecentPractice, phases: readonly Phase[]): SamplePlanned[] {
  const latest = input.held.at(-1);
  if (!latest) return [];
  const weekdays = [...new Set(input.held.map((one) => weekdayOf(toDayNumber(one.date))))];
  const startTime = random.pick(STARTS);
  return layOutSessions(phases, { weekdays, longestMinutes: LONGEST_MINUTES })
    .filter((one) => one.date > input.today)
    .map(({ date, durationMinutes, kind }) => ({
      date,
      originalDate: date,
      startTime,
      durationMinutes,
      kind,
      workshop: latest.workshop,
      focus: '',
      expertIndex: latest.expertIndex,
      heldIndex: null,
    }));
}

/** A plan that began with the last twelve weeks and goes on to a championship; null without any practice. */
export function buildSamplePlan(input: RecentPractice): SamplePlan | null {
  const { held, today, place } = input;
  const first = held[0];
  const latest = held.at(-1);
  if (!first || !latest) return null;
  const random = createRandom(`${input.seed}/plan/${first.competencyNumber}`);
  const startDate = shiftDay(today, -RECENT_DAYS);
  const championshipDate = shiftDay(today, AHEAD_DAYS + 7 * (place % 8));
  const phases = planPhases(startDate, championshipDate, WEEKLY_MINUTES);
  const now: SamplePlanned = {
    ...plannedOf(random, latest, 0),
    date: today,
    originalDate: today,
    durationMinutes: 120,
    kind: 'practice',
    heldIndex: null,
  };
  return {
    title: 'Облыстық чемпионатқа дайындық',
    startDate,
    championshipDate,
    phases,
    milestones: [
      { date: shiftDay(today, -21), title: 'Бірінші сынақ', targetHundredths: 6500 },
      { date: shiftDay(today, 21), title: 'Екінші сынақ', targetHundredths: 7500 },
      { date: shiftDay(championshipDate, -14), title: 'Соңғы сынақ', targetHundredths: 8000 },
    ],
    sessions: [
      ...pastOf(random, held),
      // Every second squad practises today.
      ...(place % 2 === 0 ? [now] : []),
      ...aheadOf(random, input, phases),
    ],
  };
}

/** A few incidents of a squad's sessions. */
export function listSampleIncidents(input: RecentPractice): SampleIncident[] {
  const random = createRandom(`${input.seed}/incidents/${input.held[0]?.competencyNumber ?? ''}`);
  return input.held.flatMap((session, heldIndex) => {
    if (!random.chance(0.3) || session.attendance.length === 0) return [];
    const [category, note] = random.pick(INCIDENTS);
    return [{ heldIndex, studentIndex: random.pick(session.attendance).studentIndex, category, note }];
  });
}
