import type { AgendaEntry, TaskRow } from '../../contract/tasks.ts';

/** What the calendar is narrowed to. Days are `YYYY-MM-DD`, both included. */
export interface AgendaFilter {
  from: string;
  to: string;
  personId?: string | undefined;
  competencyId?: string | undefined;
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

const concerns = (entry: AgendaEntry, { personId, competencyId }: AgendaFilter): boolean =>
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
