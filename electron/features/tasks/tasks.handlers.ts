import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import { listTasks } from './tasks.repository.ts';
import { describeAgenda, exportAgenda, saveTask, setTaskState, type AgendaSource } from './tasks.service.ts';

/** Tasks and promises, and the one calendar, whose other entries come from the sources. */
export function createTaskHandlers(sources: readonly AgendaSource[]): FeatureHandlers<'tasks'> {
  return {
    'tasks.list': async (input, { db }) => ({ tasks: await listTasks(db, input) }),
    'tasks.save': async (input, { write }) => ({ id: await write((work) => saveTask(work, input)) }),
    'tasks.setState': async (input, { write, today }) => {
      await write((work) => setTaskState(work, input, today));
      return {};
    },
    'tasks.remove': async ({ id }, { write }) => {
      await write(async (work) => assertFound(await work.remove('tasks', id), 'task'));
      return {};
    },
    'tasks.agenda': (filter, { db, today }) => describeAgenda(db, sources, { filter, today }),
    'tasks.exportCalendar': ({ language, labels, ...filter }, { db, today, now }) =>
      exportAgenda(db, sources, { filter, today, language, labels, now }),
  };
}
