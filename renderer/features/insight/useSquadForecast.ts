import { useEffect, useState } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../client/clientContext.ts';

type SquadForecast = RouteOutput<'insight.squadForecast'>;

/** A computation that runs aside. */
export interface Run {
  state: 'idle' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  answer: SquadForecast | null;
  error: unknown;
  start: () => void;
  cancel: () => void;
}

interface RunState {
  task: string | null;
  state: Run['state'];
  done: number;
  total: number;
  answer: SquadForecast | null;
  error: unknown;
}

const IDLE: RunState = { task: null, state: 'idle', done: 0, total: 0, answer: null, error: null };

/** Forecasts of a squad: started by hand, told how far they are, cancelled at will. */
export function useSquadForecast(competencyId: string): Run {
  const client = useClient();
  const [run, setRun] = useState<RunState>(IDLE);
  const { task } = run;
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.kind === 'progress' && event.task === task)
          setRun((state) => ({ ...state, done: event.done, total: event.total }));
      }),
    [client, task],
  );
  const start = (): void => {
    const id = crypto.randomUUID();
    setRun({ ...IDLE, task: id, state: 'running' });
    client
      .call('insight.squadForecast', { competencyId, task: id })
      .then((answer) => setRun((state) => (state.task === id ? { ...state, state: 'done', answer } : state)))
      .catch((error: unknown) =>
        setRun((state) => (state.task === id ? { ...state, state: 'failed', error } : state)),
      );
  };
  const cancel = (): void => {
    if (task !== null) void client.call('insight.cancel', { task });
  };
  return { ...run, start, cancel };
}
