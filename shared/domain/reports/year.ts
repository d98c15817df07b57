import { eventKinds, type EventKind } from '../../contract/developmentEvents.ts';
import type { CompetencyYear } from '../../contract/reports.ts';

interface YearSession {
  competencyId: string;
  date: string;
  minutes: number;
  presentCount: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Competencies in a year: those with a squad, with practice, or with results; most practice first.
 * Mean and best are over attempts that have marks, each counted once, unrounded.
 */
export function summarizeCompetencies(
  candidates: ReadonlyMap<string, number>,
  sessions: readonly YearSession[],
  percents: readonly { competencyId: string; percent: number }[],
): CompetencyYear[] {
  const held = Map.groupBy(sessions, (one) => one.competencyId);
  const results = Map.groupBy(percents, (one) => one.competencyId);
  const ids = new Set([...candidates.keys(), ...held.keys(), ...results.keys()]);
  return [...ids]
    .map((competencyId) => {
      const own = held.get(competencyId) ?? [];
      const found = (results.get(competencyId) ?? []).map((one) => one.percent);
      return {
        competencyId,
        candidateCount: candidates.get(competencyId) ?? 0,
        sessionCount: own.length,
        sessionMinutes: sum(own.map((one) => one.minutes)),
        studentMinutes: sum(own.map((one) => one.minutes * one.presentCount)),
        attemptCount: found.length,
        meanPercent: found.length === 0 ? null : sum(found) / found.length,
        bestPercent: found.length === 0 ? null : found.reduce((best, one) => Math.max(best, one), 0),
      };
    })
    .toSorted((a, b) => b.sessionMinutes - a.sessionMinutes || a.competencyId.localeCompare(b.competencyId));
}

/** Months `YYYY-MM` from the first to the last day, with what lay in each. */
export function listMonths(
  span: { from: string; to: string },
  what: {
    sessions: readonly YearSession[];
    events: readonly { date: string }[];
    visits: readonly { date: string }[];
  },
): { month: string; sessionMinutes: number; eventCount: number; visitCount: number }[] {
  const months: string[] = [];
  const last = span.to.slice(0, 7);
  let [year = 0, number = 1] = span.from.split('-').map(Number);
  // A report of more than a hundred years is a slip of the pen.
  while (months.length < 1200) {
    const month = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
    if (month > last) break;
    months.push(month);
    number += 1;
    if (number > 12) [year, number] = [year + 1, 1];
  }
  const inMonth = <T extends { date: string }>(rows: readonly T[], month: string): T[] =>
    rows.filter((row) => row.date.startsWith(month));
  return months.map((month) => ({
    month,
    sessionMinutes: sum(inMonth(what.sessions, month).map((one) => one.minutes)),
    eventCount: inMonth(what.events, month).length,
    visitCount: inMonth(what.visits, month).length,
  }));
}

/** Events that were held, by kind, with how many times students came and how many students came at all. */
export function summarizeEvents(
  held: readonly { id: string; kind: EventKind }[],
  presences: readonly { eventId: string; studentId: string }[],
): {
  heldCount: number;
  presenceCount: number;
  reachedCount: number;
  kinds: { kind: EventKind; count: number; presenceCount: number }[];
} {
  const kindOf = new Map(held.map((one) => [one.id, one.kind]));
  const counted = presences.filter((one) => kindOf.has(one.eventId));
  return {
    heldCount: held.length,
    presenceCount: counted.length,
    reachedCount: new Set(counted.map((one) => one.studentId)).size,
    kinds: eventKinds
      .map((kind) => ({
        kind,
        count: held.filter((one) => one.kind === kind).length,
        presenceCount: counted.filter((one) => kindOf.get(one.eventId) === kind).length,
      }))
      .filter((one) => one.count > 0),
  };
}
