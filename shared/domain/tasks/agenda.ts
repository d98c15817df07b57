import type { AgendaEntry, TaskRow } from '../../contract/tasks.ts';
import { fromDayNumber, toDayNumber } from '../../lib/dayNumber.ts';

/** What the calendar is narrowed to. Days are `YYYY-MM-DD`, both included. */
export interface AgendaFilter {
  from: string;
  to: string;
  personId?: string | undefined;
  competencyId?: string | undefined;
  kind?: AgendaEntry['kind'] | undefined;
}

/** A task as an entry of the calendar; null for one without a day, or one that was given up. */
export function taskEntry(task: TaskRow): AgendaEntry | null {
  if (task.dueDate === null || task.state === 'cancelled') return null;
  return {
    key: `task/${task.id}`,
    kind: 'task',
    rowId: task.id,
    date: task.dueDate,
    endDate: task.dueDate,
    startTime: '',
    durationMinutes: 0,
    title: task.title,
    place: '',
    personId: task.responsibleId,
    personName: task.responsibleName,
    competencyIds: task.competencyId === null ? [] : [task.competencyId],
    partnerId: task.partnerId,
    partnerName: task.partnerName,
    isDuty: true,
    isDone: task.state === 'done',
  };
}

const concerns = (entry: AgendaEntry, { personId, competencyId, kind }: AgendaFilter): boolean =>
  (kind === undefined || entry.kind === kind) &&
  (personId === undefined || entry.personId === personId) &&
  (competencyId === undefined || entry.competencyIds.includes(competencyId));

const byTime = (a: AgendaEntry, b: AgendaEntry): number =>
  a.date.localeCompare(b.date) || a.startTime.localeCompare(b.startTime) || a.key.localeCompare(b.key);

/** Entries that touch a span of days and concern the person and the competency asked for, in the order of time. */
export function narrowAgenda(entries: readonly AgendaEntry[], filter: AgendaFilter): AgendaEntry[] {
  return entries
    .filter((one) => one.date <= filter.to && one.endDate >= filter.from && concerns(one, filter))
    .toSorted(byTime);
}

/** Duties whose day is over and that are not done, the most late first, whatever the span. */
export function listOverdue(
  entries: readonly AgendaEntry[],
  filter: AgendaFilter,
  today: string,
): AgendaEntry[] {
  return entries
    .filter((one) => one.isDuty && !one.isDone && one.endDate < today && concerns(one, filter))
    .toSorted(byTime);
}

/**
 * The day of a championship once: what the training plan of a competency calls its championship is left out where the
 * championship itself is entered for that day and competency.
 */
export function dropPlannedTwice(entries: readonly AgendaEntry[]): AgendaEntry[] {
  const entered = entries.filter((one) => one.key.startsWith('championship/'));
  const isEntered = (plan: AgendaEntry): boolean =>
    entered.some(
      (one) =>
        one.date <= plan.date &&
        one.endDate >= plan.date &&
        plan.competencyIds.every((id) => one.competencyIds.includes(id)),
    );
  return entries.filter((one) => !(one.key.startsWith('plan/') && isEntered(one)));
}

/** Entries by day of a span: one that lasts stands on each of its days. Days without entries are left out. */
export function spreadOverDays(
  entries: readonly AgendaEntry[],
  { from, to }: { from: string; to: string },
): Map<string, AgendaEntry[]> {
  const days = new Map<string, AgendaEntry[]>();
  for (const entry of entries) {
    const first = toDayNumber(entry.date < from ? from : entry.date);
    const last = toDayNumber(entry.endDate > to ? to : entry.endDate);
    for (let number = first; number <= last; number += 1) {
      const day = fromDayNumber(number);
      days.set(day, [...(days.get(day) ?? []), entry]);
    }
  }
  return days;
}

const rank = (entry: AgendaEntry): number => {
  if (entry.isDuty && !entry.isDone) return 0;
  return entry.date === entry.endDate ? 1 : 2;
};

/** Entries of one day as a small square shows them: what somebody has to do, what is on that day, what goes on for days. */
export const orderOfDay = (entries: readonly AgendaEntry[]): AgendaEntry[] =>
  entries.toSorted((a, b) => rank(a) - rank(b));
