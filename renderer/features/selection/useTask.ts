import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { notify } from '../../ui/notify.ts';

/** How far a computation is; `total` 0: it is not known how much there is to do. */
export interface TaskProgress {
  done: number;
  total: number;
}

/** A computation that runs aside, can be watched and cancelled. */
export interface Task {
  progress: TaskProgress | null;
  /** Runs a call under a task name of its own; a refusal is told, except that it was cancelled. */
  run: <T>(call: (task: string) => Promise<T>) => Promise<T | null>;
  cancel: () => void;
}

/** One computation at a time. */
export function useTask(): Task {
  const client = useClient();
  const { t } = useTranslation();
  const [task, setTask] = useState<string | null>(null);
  const [progress, setProgress] = useState<TaskProgress | null>(null);
  const onStep = useEffectEvent((name: string, done: number, total: number) => {
    if (name === task) setProgress({ done, total });
  });
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.kind === 'progress') onStep(event.task, event.done, event.total);
      }),
    [client],
  );
  const run = async <T>(call: (task: string) => Promise<T>): Promise<T | null> => {
    const name = `selection-${crypto.randomUUID()}`;
    setTask(name);
    setProgress({ done: 0, total: 0 });
    try {
      return await call(name);
    } catch (error) {
      if (!(error instanceof CallFailure && error.code === 'solver_cancelled')) {
        notify({ id: 'selection', tone: 'bad', message: errorSentence(t, error) });
      }
      return null;
    } finally {
      setTask(null);
      setProgress(null);
    }
  };
  const cancel = (): void => {
    if (task !== null) void client.call('selection.cancel', { task });
  };
  return { progress, run, cancel };
}
