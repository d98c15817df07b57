import type { Kysely } from 'kysely';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import type { AgendaEntry, TaskInput, TaskRow } from '#shared/contract/tasks.ts';
import { writeCalendar } from '#shared/domain/planning/icalendar.ts';
import {
  dropPlannedTwice,
  listOverdue,
  narrowAgenda,
  taskEntry,
  type AgendaFilter,
} from '#shared/domain/tasks/agenda.ts';
import { saveRow } from '../../database/changes/save.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { listChampionshipDates, listCompetencyNames, listTasks } from './tasks.repository.ts';

type Db = Kysely<Schema>;

/** Where entries come from: other features pass in what they have with a date. */
export type AgendaSource = (
  db: Db,
  span: { from: string; to: string; today: string },
) => Promise<AgendaEntry[]>;

/** Adds or changes a task. @returns the id @throws Refusal `not_found` */
export async function saveTask(work: Work, input: TaskInput & { id?: string | undefined }): Promise<string> {
  const fields = {
    title: input.title,
    notes: input.notes,
    due_date: input.dueDate,
    side: input.side,
    responsible_id: input.responsibleId,
    responsible: input.responsible,
    competency_id: input.competencyId,
    partner_id: input.partnerId,
    visit_id: input.visitId,
    event_id: input.eventId,
    state: input.state,
    done_date: input.doneDate,
  };
  return found(await saveRow(work, 'tasks', input.id, fields), 'task');
}

/** Marks a task as done, open or given up; the day of being done is today. @throws Refusal `not_found` */
export async function setTaskState(
  work: Work,
  { id, state }: { id: string; state: TaskRow['state'] },
  today: string,
): Promise<void> {
  const patch = { state, done_date: state === 'done' ? today : null };
  assertFound(await work.update('tasks', id, patch), 'task');
}

interface AgendaQuestion {
  filter: AgendaFilter;
  today: string;
}

async function gather(
  db: Db,
  sources: readonly AgendaSource[],
  { filter, today }: AgendaQuestion,
): Promise<AgendaEntry[]> {
  const tasks = (await listTasks(db, {})).flatMap((task) => taskEntry(task) ?? []);
  const parts = await Promise.all(
    sources.map((source) => source(db, { from: filter.from, to: filter.to, today })),
  );
  return dropPlannedTwice([...tasks, ...(await listChampionshipDates(db)), ...parts.flat()]);
}

/** Everything with a date in a span, and the duties that are late. */
export async function describeAgenda(
  db: Db,
  sources: readonly AgendaSource[],
  question: AgendaQuestion,
): Promise<RouteOutput<'tasks.agenda'>> {
  const entries = await gather(db, sources, question);
  return {
    entries: narrowAgenda(entries, question.filter),
    overdue: listOverdue(entries, question.filter, question.today),
  };
}

/** The entries of a span as a calendar file, in the language asked for. @param now moment, ISO-8601 UTC */
export async function exportAgenda(
  db: Db,
  sources: readonly AgendaSource[],
  question: AgendaQuestion &
    Pick<ParsedInput<'tasks.exportCalendar'>, 'language' | 'labels'> & { now: string },
): Promise<RouteOutput<'tasks.exportCalendar'>> {
  const { filter, labels, language, now } = question;
  const entries = narrowAgenda(await gather(db, sources, question), filter);
  const names = await listCompetencyNames(db);
  const competencyOf = (id: string): string => {
    const name = names.get(id);
    return name ? name[language] || name.ru || name.en : '';
  };
  const titleOf = (one: AgendaEntry): string => {
    const competency = ['session', 'goal', 'stock'].includes(one.kind)
      ? one.competencyIds.map(competencyOf).join(', ')
      : '';
    const words = [competency, one.title, one.partnerName].filter((part) => part !== '').join(' · ');
    return `${labels[one.kind]}: ${words}`;
  };
  const content = writeCalendar(
    entries.map((one) => ({
      id: one.key.replaceAll('/', '-'),
      title: titleOf(one),
      description: one.personName,
      place: one.place,
      date: one.date,
      endDate: one.endDate,
      startTime: one.startTime,
      durationMinutes: one.durationMinutes,
    })),
    now,
  );
  return { fileName: `shyng-${filter.from}-${filter.to}.ics`, content };
}
