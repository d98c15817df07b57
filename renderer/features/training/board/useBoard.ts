import { useEffect, useState } from 'react';
import type { TimerRow } from '#shared/contract/practice.ts';
import { useCommand } from '../../../client/queries.ts';
import { useMayCall } from '../../../client/useAccess.ts';

const SECOND = 1000;

/**
 * The moment by main's clock, counted on in the page: what is stored goes by that clock.
 * @param told main's moment at the last answer
 */
export function useNow(told: string, isTicking: boolean): string {
  const [now, setNow] = useState(told);
  useEffect(() => {
    if (!isTicking) return undefined;
    const offset = Date.parse(told) - Date.now();
    const timer = setInterval(() => setNow(new Date(Date.now() + offset).toISOString()), SECOND);
    return () => clearInterval(timer);
  }, [told, isTicking]);
  return now > told ? now : told;
}

/** What can be done with the stopwatches of a session. */
export interface ClockCommands {
  start: (studentIds: string[], label: string) => void;
  switchTo: (timers: readonly TimerRow[], state: TimerRow['state']) => void;
}

/** Starts and switches stopwatches; each press is stored at once. */
export function useClockCommands(sessionId: string): ClockCommands {
  const start = useCommand('practice.startTimers');
  const change = useCommand('practice.switchTimers');
  // Keys of the rows come here as well.
  const maySwitch = useMayCall('practice.switchTimers');
  return {
    start: (studentIds, label) => {
      if (maySwitch && studentIds.length > 0) start.mutate({ sessionId, studentIds, label });
    },
    switchTo: (timers, state) => {
      const ids = timers.filter((timer) => timer.state !== state).map((timer) => timer.id);
      if (maySwitch && ids.length > 0) change.mutate({ ids, state });
    },
  };
}
