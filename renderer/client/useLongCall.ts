import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from './clientContext.ts';

/** How far a long call is; `total` 0: it is not known how much there is to do. */
export interface CallProgress {
  done: number;
  total: number;
}

/** A call that takes its time and tells how far it is. */
export interface LongCall {
  /** Null while nothing runs. */
  progress: CallProgress | null;
  /** Runs a call under a name of its own, which it passes on so that main can tell its progress. */
  run: <T>(call: (task: string) => Promise<T>) => Promise<T>;
}

/** One long call at a time. */
export function useLongCall(): LongCall {
  const client = useClient();
  const [task, setTask] = useState<string | null>(null);
  const [progress, setProgress] = useState<CallProgress | null>(null);
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
  const run = async <T>(call: (task: string) => Promise<T>): Promise<T> => {
    const name = crypto.randomUUID();
    setTask(name);
    setProgress({ done: 0, total: 0 });
    try {
      return await call(name);
    } finally {
      setTask(null);
      setProgress(null);
    }
  };
  return { progress, run };
}
